#!/usr/bin/env python3
"""Makes a base map as others make them: GDAL cuts MBTiles, which are packed here as PMTiles after its specification
(github.com/protomaps/PMTiles, version 3), without papar.

    tests/web/viewer/make_basemap.py RASTER ARCHIVE [png|jpeg]

The picture is the raster's hillshade.
"""
import gzip
import json
import sqlite3
import struct
import sys
import tempfile
from pathlib import Path

from osgeo import gdal

gdal.UseExceptions()
raster, archive = sys.argv[1], sys.argv[2]
form = sys.argv[3] if len(sys.argv) > 3 else "png"


def varint(number):
    out = b""
    while number > 127:
        out += bytes([number & 127 | 128])
        number >>= 7
    return out + bytes([number])


def tile_id(zoom, x, y):
    """Tiles of the zooms before, then the place on the Hilbert curve."""
    place = (4**zoom - 1) // 3
    side = 2 ** (zoom - 1) if zoom else 0
    while side:
        right, low = int(bool(x & side)), int(bool(y & side))
        place += side * side * ((3 * right) ^ low)
        if not low:
            if right:
                x, y = side - 1 - x, side - 1 - y
            x, y = y, x
        side //= 2
    return place


with tempfile.TemporaryDirectory() as folder:
    shade, tiles = f"{folder}/shade.tif", f"{folder}/tiles.mbtiles"
    gdal.DEMProcessing(shade, raster, "hillshade", zFactor=200)
    gdal.Translate(tiles, shade, format="MBTiles", creationOptions=[f"TILE_FORMAT={form.upper()}", "ZOOM_LEVEL_STRATEGY=UPPER"])
    levels = gdal.Open(tiles, gdal.GA_Update)
    levels.BuildOverviews("AVERAGE", [2, 4, 8])
    del levels
    rows = sqlite3.connect(tiles).execute("SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles").fetchall()
    bounds = json.loads("[" + dict(sqlite3.connect(tiles).execute("SELECT name, value FROM metadata"))["bounds"] + "]")

entries = sorted((tile_id(zoom, x, 2**zoom - 1 - y), data) for zoom, x, y, data in rows)
ids = [entry[0] for entry in entries]
directory = varint(len(entries))
directory += b"".join(varint(number - before) for before, number in zip([0, *ids], ids))
directory += varint(1) * len(entries)
directory += b"".join(varint(len(data)) for _, data in entries)
directory += varint(1) + varint(0) * (len(entries) - 1)  # one tile's data after the other
root = gzip.compress(directory)
metadata = gzip.compress(json.dumps({"name": "Peta dasar", "attribution": "<b>Bayangan</b> lereng &copy; Contoh"}).encode())
content = b"".join(data for _, data in entries)
assert 127 + len(root) <= 16384
sections = b""
at = 127
for length in (len(root), len(metadata), 0, len(content)):
    sections += struct.pack("<QQ", at, length)
    at += length
zooms = [row[0] for row in rows]
west, south, east, north = (round(side * 1e7) for side in bounds)
header = b"PMTiles\3" + sections + struct.pack("<QQQ", len(entries), len(entries), len(entries))
header += struct.pack("<BBBBBB", 1, 2, 1, {"png": 2, "jpeg": 3}[form], min(zooms), max(zooms))
header += struct.pack("<iiiiBii", west, south, east, north, min(zooms), (west + east) // 2, (south + north) // 2)
assert len(header) == 127
Path(archive).write_bytes(header + root + metadata + content)
