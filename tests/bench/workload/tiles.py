"""What tiles_bench.py cuts into tiles: a result with an index and its classes, and a study of zones for vectors."""
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from . import rasters, zones
from .noise import LatticeNoise, quantile

ogr.UseExceptions()

LIMITS = (1 / 3, 2 / 3)
CLASS_NODATA = 255
# Names and colours as papar writes them; the value is the place in the list.
CLASSES = [("tidak ada bahaya", (0xE0, 0xE0, 0xE0)), ("rendah", (0x5A, 0xAE, 0x61)), ("sedang", (0xFE, 0xE0, 0x8B)),
           ("tinggi", (0xD7, 0x30, 0x27))]
SEA_SHARE = 0.12
ROUGHNESS = 0.5  # weight of an octave = wavelength to this power: 3 in 10 tiles of zoom 13 have one class only


def index_field(side, seed):
    """An index above 0 and below 1, fractal like relief down to 4 cells, its thirds about equal; nodata at sea."""
    wavelengths = side / 3 * 0.5 ** np.arange(max(1, int(np.log2(side / 12)) + 1))
    relief = LatticeNoise((seed, 30), side, [(w, w**ROUGHNESS) for w in wavelengths])
    ocean = LatticeNoise((seed, 31), side, [(side / 2.5, 1.0), (side / 6, 0.5), (200, 0.15), (40, 0.05)])
    shore = quantile(ocean.at, side, SEA_SHARE)

    def field(rows, columns):
        index = 1 / (1 + np.exp(np.float32(-1.7) * relief.at(rows, columns)))  # about the share of a normal below it
        index[ocean.at(rows, columns) < shore] = rasters.NODATA
        return index

    return field


def class_of(index):
    classes = 1 + (index > np.float32(LIMITS[0])).astype(np.uint8) + (index > np.float32(LIMITS[1]))
    classes[index == rasters.NODATA] = CLASS_NODATA
    return classes


def write_cog(plain, target, options, legend=()):
    """As `papar run` writes its rasters."""
    source = gdal.Translate("", gdal.Open(str(plain)), format="VRT")
    if legend:
        table = gdal.ColorTable()
        for value, (_, colour) in enumerate(legend):
            table.SetColorEntry(value, colour)
        source.GetRasterBand(1).SetRasterColorTable(table)
        source.GetRasterBand(1).SetRasterCategoryNames([name for name, _ in legend])
    options = ["COMPRESS=DEFLATE", "BLOCKSIZE=512", "BIGTIFF=IF_SAFER", *options]
    gdal.GetDriverByName("COG").CreateCopy(str(target), source, options=options)
    plain.unlink()


def write_result(folder, side, seed):
    """rasters/indeks.tif, rasters/indeks_kelas.tif, and of the run record what the tile cutter reads of it."""
    target, plain = folder / "rasters", folder / "plain.tif"
    target.mkdir(parents=True, exist_ok=True)
    index = index_field(side, seed)
    rasters.write(plain, side, index, [])
    write_cog(plain, target / "indeks.tif", ["LEVEL=1", "PREDICTOR=FLOATING_POINT", "OVERVIEW_RESAMPLING=AVERAGE"])
    rasters.write(plain, side, lambda *at: class_of(index(*at)), [], gdal.GDT_Byte, CLASS_NODATA)
    write_cog(plain, target / "indeks_kelas.tif", ["LEVEL=6", "OVERVIEW_RESAMPLING=MODE"], CLASSES)


def colour_relief():
    """The classes as gdaldem color-relief takes them: a step of 2e-7 at each limit."""
    lines, low = ["nv 0 0 0 0"], 0.0
    for (_, colour), high in zip(CLASSES[1:], [*LIMITS, 1.0]):
        lines += [f"{value:.7f} {' '.join(map(str, colour))} 255" for value in (low, high)]
        low = high + 2e-7
    return "\n".join(lines) + "\n"


STUDY = """[study]
id = "bench-tiles"
title = "Benchmark of vector tiles"
note = "Data fiktif"

[zones]
file = '{file}'
layer = "{layer}"
code = "kode"
name = "nama"

[population]
file = "people.tif"
unit = "count"

[[hazard]]
id = "banjir"
title = "Banjir"
file = "hazard.tif"
kind = "index"
classes = "sepertiga"

[borders]
report = false
"""
CELL = 0.05  # degrees: the rasters only give the zones something to show


def write_vector_study(folder, source, seed):
    """study.toml over the zones of a GeoPackage with `kode` and `nama`; without one over 7,000 made-up zones."""
    folder.mkdir(parents=True, exist_ok=True)
    if source is None:
        zones.write_zones(folder, 72_000, 7_000, 150, seed)  # 20 degrees wide
        source = folder / "zones.gpkg"
    dataset = ogr.Open(str(source))
    layer = dataset.GetLayer(0)
    west, east, south, north = layer.GetExtent()
    shape = int((north - south) / CELL) + 2, int((east - west) / CELL) + 2
    hazard = np.random.default_rng([seed, 32]).uniform(0, 1, shape).astype(np.float32)
    for name, values in (("people", np.ones(shape, np.float32)), ("hazard", hazard)):
        raster = gdal.GetDriverByName("GTiff").Create(str(folder / f"{name}.tif"), shape[1], shape[0], 1,
                                                      gdal.GDT_Float32, ["TILED=YES", "COMPRESS=DEFLATE"])
        raster.SetGeoTransform((west - CELL / 2, CELL, 0, north + CELL / 2, 0, -CELL))
        wgs84 = osr.SpatialReference()
        wgs84.ImportFromEPSG(4326)
        raster.SetProjection(wgs84.ExportToWkt())
        raster.GetRasterBand(1).WriteArray(values)
    study = folder / "study.toml"
    study.write_text(STUDY.format(file=Path(source).resolve(), layer=layer.GetName()))
    return study


def write_geojson(package, folder):
    """zona.geojson with every column of the layer, and zona_label.geojson: a point in each zone with code and name."""
    source = gdal.OpenEx(str(package), gdal.OF_VECTOR)
    paths = folder / "zona.geojson", folder / "zona_label.geojson"
    for path in paths:
        path.unlink(missing_ok=True)
    gdal.VectorTranslate(str(paths[0]), source, format="GeoJSON", layers=["zona"])
    gdal.VectorTranslate(str(paths[1]), source, format="GeoJSON", SQLDialect="SQLite", layerName="zona_label",
                         SQLStatement="SELECT ST_PointOnSurface(geom) AS geom, kode, nama FROM zona")
    return paths
