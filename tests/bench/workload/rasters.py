"""The rasters of a workload: people per cell and hazard indices, GeoTIFF in 512 x 512 tiles."""
import numpy as np
from osgeo import gdal, osr

from .noise import LatticeNoise, quantile

gdal.UseExceptions()

WEST, NORTH, CELL = 106.0, -4.5, 1.0 / 3600.0  # upper left corner and cell, degrees (EPSG:4326)
NODATA = -9999.0
TILE = 512
POPULATION_RECIPE = ["COMPRESS=DEFLATE", "ZLEVEL=6"]
HAZARD_RECIPES = [  # what is met in practice, taken in turn
    ["COMPRESS=DEFLATE", "PREDICTOR=3", "ZLEVEL=6"],
    ["COMPRESS=ZSTD", "PREDICTOR=3", "ZSTD_LEVEL=9"],
    ["COMPRESS=DEFLATE", "ZLEVEL=6"],
    ["COMPRESS=LZW"],
]
HAZARD_STEPS = [None, None, 1000, 100]  # some products are rounded: steps per unit, taken in turn


def population_field(side, seed):
    """People per cell: towns of every size on about a quarter of the land, nodata at sea (about 12 %)."""
    ocean = LatticeNoise((seed, 1), side, [(side / 2.5, 1.0), (side / 6, 0.5), (200, 0.15), (40, 0.05)])
    shore = quantile(ocean.at, side, 0.12)
    towns = LatticeNoise((seed, 2), side,
                         [(side / 5, 0.7), (900, 0.9), (220, 0.9), (60, 0.6), (17, 0.45), (5, 0.35)])
    edge = quantile(towns.at, side, 0.76)

    def field(rows, columns):
        above = np.maximum(towns.at(rows, columns) - np.float32(edge), 0)
        people = np.float32(5) * np.expm1(np.float32(2.6) * above)
        people[ocean.at(rows, columns) < shore] = NODATA
        return people

    return field


def hazard_field(side, seed, number):
    """An index from 0 to 1 with 50 to 70 % nodata; every third hazard follows lines, as floods follow valleys."""
    empty = float(np.random.default_rng([seed, 3, number]).uniform(0.5, 0.7))
    noise = LatticeNoise((seed, 4, number), side,
                         [(side / 3, 1.0), (side / 9, 0.8), (600, 0.5), (120, 0.3), (30, 0.14), (7, 0.05)])

    def strength(rows, columns):
        values = noise.at(rows, columns)
        return -np.abs(values) if number % 3 == 1 else values

    threshold = quantile(strength, side, empty)
    scale = 0.5 * (quantile(strength, side, 0.98) - threshold)
    steps = HAZARD_STEPS[number % len(HAZARD_STEPS)]

    def field(rows, columns):
        above = strength(rows, columns) - np.float32(threshold)
        index = -np.expm1(np.float32(-1 / scale) * np.maximum(above, 0))
        if steps:
            index = np.round(index * np.float32(steps)) / np.float32(steps)
        index[above <= 0] = NODATA
        return index

    return field


def index_class(index):
    """1, 2, 3 for an index up to 1/3, up to 2/3, above; 0 without hazard (nodata or 0)."""
    exposed = (index > 0).astype(np.uint8)
    return exposed + (index > np.float32(1 / 3)) + (index > np.float32(2 / 3))


def write(path, side, field, recipe, kind=gdal.GDT_Float32, nodata=NODATA):
    """Writes a field, one row of tiles at a time; returns how many cells are valid and their sum."""
    options = ["TILED=YES", f"BLOCKXSIZE={TILE}", f"BLOCKYSIZE={TILE}", "BIGTIFF=IF_SAFER", *recipe]
    raster = gdal.GetDriverByName("GTiff").Create(str(path), side, side, 1, kind, options)
    raster.SetGeoTransform((WEST, CELL, 0, NORTH, 0, -CELL))
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    raster.SetProjection(wgs84.ExportToWkt())
    band = raster.GetRasterBand(1)
    band.SetNoDataValue(nodata)
    columns = np.arange(side)
    valid_cells, total = 0, 0.0
    for top in range(0, side, TILE):
        values = field(np.arange(top, min(side, top + TILE)), columns)
        band.WriteArray(values, 0, top)
        valid = values[values != nodata]
        valid_cells += valid.size
        total += float(valid.sum(dtype=np.float64))
    raster.FlushCache()
    return {"valid_cells": valid_cells, "sum": total}
