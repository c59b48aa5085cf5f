#!/usr/bin/env python3
"""Ctrl-C while the zones are cut into tiles, at a terminal: the bar moves, the program ends soon with 130, and nothing is left.

    tests/cli/interrupt_tiles.py PAPAR FOLDER
"""
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
papar, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
MOST_S = 10  # a second where the computer has nothing else to do

STUDY = """[study]
id = "uji"
title = "Uji"
[zones]
file = "batas.gpkg"
layer = "desa"
code = "kode"
name = "nama"
[population]
file = "penduduk.tif"
unit = "count"
[[hazard]]
id = "banjir"
title = "Banjir"
file = "banjir.tif"
kind = "index"
classes = "sepertiga"
"""


def make_study():
    """Two zones of 8 degrees a side: a quarter of a million tiles at zoom 14."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    for name, value in (("penduduk", 10), ("banjir", 0.5)):
        raster = gdal.GetDriverByName("GTiff").Create(f"{folder}/{name}.tif", 16, 8, 1, gdal.GDT_Float32)
        raster.SetGeoTransform([100, 1, 0, 4, 0, -1])
        raster.SetProjection(degrees.ExportToWkt())
        raster.GetRasterBand(1).Fill(value)
        del raster
    layers = ogr.GetDriverByName("GPKG").CreateDataSource(f"{folder}/batas.gpkg")
    layer = layers.CreateLayer("desa", degrees, ogr.wkbPolygon)
    for name in ("kode", "nama"):
        layer.CreateField(ogr.FieldDefn(name))
    for number, west in enumerate((100, 108)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["kode"], feature["nama"] = f"{number + 1}", f"Desa {number + 1}"
        east = west + 8
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({west} -4, {east} -4, {east} 4, {west} 4, {west} -4))"))
        layer.CreateFeature(feature)
    del layer, layers
    (folder / "study.toml").write_text(STUDY)


try:
    terminal, side = pty.openpty()
except OSError as problem:  # a bare folder that was made a root has none
    print(f"no terminal can be had: {problem}")
    sys.exit(77)
make_study()
subprocess.run([papar, "run", "study.toml", "-o", "hasil", "-q"], cwd=folder, check=True)
process = subprocess.Popen([papar, "tiles", "hasil", "--raster", "wilayah", "--zoom", "6-14"], cwd=folder,
                           stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=side)
os.close(side)
shown = b""
percent = []
while len(percent) < 3:  # three that differ: the bar moves
    piece = os.read(terminal, 4096)
    shown += piece
    percent = sorted(set(re.findall(rb"zones +\[[#.]+\] +(\d+)%", shown)))
process.send_signal(signal.SIGINT)
begun = time.monotonic()
while True:
    try:
        piece = os.read(terminal, 4096)
    except OSError:  # how a terminal says that nobody is there any more
        break
    shown += piece
code = process.wait()
took = time.monotonic() - begun
assert code == 130, code
assert b"interrupted" in shown, shown
assert took < MOST_S, f"{took:.1f} s after Ctrl-C"
left = [path.name for path in (folder / "hasil/tiles").iterdir()]
assert left == [], left
print(f"ended {took:.2f} s after Ctrl-C; nothing is left")
