"""Population rasters on other grids, made from the counts on the flood's grid.

    make_inputs.py DATA_FOLDER OUTPUT_FOLDER

shifted.tif: the same counts on a grid moved a third of a cell east and south. coarse.tif: cells 2.7 times as wide, at an odd
offset; each holds the count of the small cell at its middle x 2.7^2. What they hold matters little: both calculations read them.
"""
import pathlib
import sys

import numpy
from osgeo import gdal

gdal.UseExceptions()

POPULATION = "population_jakarta_count_50m.tif"
RATIO = 2.7
OFFSET = (-0.4137, 0.2291)  # small cells east and south


def write(path, template, geotransform, cells):
    raster = gdal.GetDriverByName("GTiff").Create(str(path), cells.shape[1], cells.shape[0], 1, gdal.GDT_Float32,
                                                  ["TILED=YES", "COMPRESS=DEFLATE"])
    raster.SetGeoTransform(geotransform)
    raster.SetProjection(template.GetProjection())
    band = raster.GetRasterBand(1)
    band.SetNoDataValue(template.GetRasterBand(1).GetNoDataValue())
    band.WriteArray(cells)


def make(data, output):
    counts = gdal.Open(str(data / POPULATION))
    cells = counts.ReadAsArray()
    west, dx, _, north, _, dy = counts.GetGeoTransform()
    write(output / "shifted.tif", counts, (west + dx / 3, dx, 0, north + dy / 3, 0, dy), cells)

    def middles(offset, small_cells):
        number = int((small_cells - offset) / RATIO)
        return (offset + (numpy.arange(number) + 0.5) * RATIO).astype(int)

    picked = cells[numpy.ix_(middles(OFFSET[1], cells.shape[0]), middles(OFFSET[0], cells.shape[1]))]
    nodata = picked == counts.GetRasterBand(1).GetNoDataValue()
    write(output / "coarse.tif", counts,
          (west + OFFSET[0] * dx, RATIO * dx, 0, north + OFFSET[1] * dy, 0, RATIO * dy),
          numpy.where(nodata, picked, picked * numpy.float32(RATIO * RATIO)))


if __name__ == "__main__":
    make(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
