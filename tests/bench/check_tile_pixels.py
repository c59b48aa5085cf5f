#!/usr/bin/env python3
"""Counts wrong pixels in the tiles of an index raster in EPSG:4326, with arithmetic of its own (numpy, GDAL's PNG and
SQLite): deepest pixels that have not the class under their centre, colours outside the legend, overview pixels that are
not the highest of their four, tiles that are missing or too many. All four must be 0.

    papar tiles RUN --raster indeks --limits 0.333333,0.666667 --format mbtiles --zoom 6-13
    check_tile_pixels.py RUN/rasters/indeks.tif RUN/tiles/indeks.mbtiles 0.333333 0.666667
"""

import json
import sqlite3
import sys

import numpy
from osgeo import gdal

gdal.UseExceptions()
SIDE = 256


def image(png, numbers):
    """Pixel numbers (0 no data, else class + 1) of a palette PNG, and how many pixels have a colour of no class."""
    gdal.FileFromMemBuffer("/vsimem/tile.png", png)
    band = gdal.Open("/vsimem/tile.png").GetRasterBand(1)
    table = band.GetColorTable()
    of = [table.GetColorEntry(i) for i in range(table.GetCount())]
    lookup = numpy.array([0 if c[3] == 0 else numbers.get(c[:3], 255) for c in of], numpy.uint8)
    pixels = lookup[band.ReadAsArray()]
    return pixels, int((pixels == 255).sum())


def main(raster, archive, *limits):
    file = gdal.Open(raster)
    x0, dx, _, y0, _, dy = file.GetGeoTransform()
    cells = file.ReadAsArray()
    nodata = file.GetRasterBand(1).GetNoDataValue()
    classes = numpy.where(cells > 0, 1, 0).astype(numpy.uint8)
    for limit in limits:
        classes += cells.astype(float) > float(limit) + 1e-6
    classes = numpy.where((cells == nodata) | numpy.isnan(cells), 0, classes + 1).astype(numpy.uint8)

    base = sqlite3.connect(archive)
    legend = json.loads(base.execute("SELECT value FROM metadata WHERE name = 'classes'").fetchone()[0])
    numbers = {tuple(bytes.fromhex(c["colour"][1:])): c["value"] + 1 for c in legend}
    tiles = {}
    foreign = 0
    for zoom, x, row, png in base.execute("SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles"):
        tiles[zoom, x, (1 << zoom) - 1 - row], wrong = image(png, numbers)
        foreign += wrong
    deepest = max(zoom for zoom, _, _ in tiles)

    def expected(x, y):
        world = SIDE << deepest
        lon = (x * SIDE + numpy.arange(SIDE) + 0.5) / world * 360 - 180
        lat = numpy.degrees(numpy.arctan(numpy.sinh(numpy.pi * (1 - 2 * (y * SIDE + numpy.arange(SIDE) + 0.5) / world))))
        col = numpy.floor((lon - x0) / dx).astype(int)
        row = numpy.floor((lat - y0) / dy).astype(int)
        inside = ((row >= 0) & (row < cells.shape[0]))[:, None] & ((col >= 0) & (col < cells.shape[1]))[None, :]
        at = classes[row.clip(0, cells.shape[0] - 1)[:, None], col.clip(0, cells.shape[1] - 1)[None, :]]
        return numpy.where(inside, at, 0)

    def column(lon):
        return int((lon + 180) / 360 * (1 << deepest))

    def line(lat):
        return int((1 - numpy.arcsinh(numpy.tan(numpy.radians(lat))) / numpy.pi) / 2 * (1 << deepest))

    wrong = pixels = missing = 0
    known = set()
    for x in range(column(x0) - 1, column(x0 + dx * cells.shape[1]) + 2):
        for y in range(line(y0) - 1, line(y0 + dy * cells.shape[0]) + 2):
            want = expected(x, y)
            have = tiles.get((deepest, x, y))
            known.add((x, y))
            missing += bool(want.any()) != (have is not None)
            wrong += int((want != (have if have is not None else 0)).sum())
            pixels += want.size
    missing += sum(zoom == deepest and (x, y) not in known for zoom, x, y in tiles)

    orphans = 0
    nothing = numpy.zeros((SIDE, SIDE), numpy.uint8)
    for (zoom, x, y), have in tiles.items():
        if zoom == deepest:
            continue
        below = [[tiles.get((zoom + 1, 2 * x + east, 2 * y + south), nothing) for east in (0, 1)] for south in (0, 1)]
        whole = numpy.block(below)
        highest = whole.reshape(SIDE, 2, SIDE, 2).max(axis=(1, 3))
        orphans += int((highest != have).sum())
    lowest = min(zoom for zoom, _, _ in tiles)
    missing += sum(zoom > lowest and (zoom - 1, x // 2, y // 2) not in tiles for zoom, x, y in tiles)

    print(f"{len(tiles)} tiles; of {pixels} deepest pixels {wrong} wrong; {foreign} pixels of no class's colour; "
          f"{orphans} overview pixels not the highest of their four; {missing} tiles missing or too many")
    return 1 if wrong or foreign or orphans or missing else 0


sys.exit(main(*sys.argv[1:]))
