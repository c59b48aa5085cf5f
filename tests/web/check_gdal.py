#!/usr/bin/python3
"""Reads the tiles of a result with GDAL: check_gdal.py hasil.

MBTiles and single tiles as vectors: the zones of zones.csv with their figures; wmts.xml, from a file and through HTTP: pixels in
the colours of the legend only. Exit 1 with a sentence where GDAL sees something else.
"""
import csv
import json
import pathlib
import sys
import tempfile

from osgeo import gdal, ogr

from serve_tiles import served

gdal.UseExceptions()
ogr.UseExceptions()


def expect(condition, sentence):
    if not condition:
        sys.exit(f"check_gdal: {sentence}")


def check_vectors(result):
    with open(result / "zones.csv", encoding="utf-8-sig", newline="") as file:
        people = {row["kode"]: float(row["penduduk"]) for row in csv.DictReader(file)}
    file = ogr.Open(str(result / "tiles" / "wilayah.mbtiles"))
    names = [file.GetLayer(i).GetName() for i in range(file.GetLayerCount())]
    expect(names == ["zona", "zona_label", "zona_kecamatan", "zona_kecamatan_label"], f"the layers are {names}")
    found = {feature["kode"]: feature["penduduk"] for feature in file.GetLayerByName("zona")}
    expect(found == people, "zones or their people are not those of zones.csv")
    for feature in file.GetLayerByName("zona"):
        expect(feature.GetGeometryRef().IsValid(), f"zone {feature['kode']} has an invalid shape")
    tile = next((result / "tiles" / "wilayah").glob("6/*/*.mvt"))
    one = ogr.Open(str(tile))  # kept: its layer lives no longer
    expect(one.GetLayerByName("zona_kecamatan").GetFeatureCount() == 8, "8 kecamatan are not in one tile")


def colours(dataset):
    """What the picture shows, beside nothing."""
    size = dict(buf_xsize=400, buf_ysize=400)
    red, green, blue, alpha = (dataset.GetRasterBand(band).ReadAsArray(**size) for band in (1, 2, 3, 4))
    shown = alpha > 0
    return {f"#{r:02x}{g:02x}{b:02x}" for r, g, b in zip(red[shown], green[shown], blue[shown])}


def check_wmts(result):
    tiles = result / "tiles"
    legend = {each["colour"] for each in json.loads((tiles / "banjir_bahaya_kelas.json").read_text())["classes"]}
    with served(tiles) as base:
        here = gdal.Open(f"WMTS:{tiles / 'wmts.xml'},layer=banjir_bahaya_kelas")
        there = gdal.Open(f"WMTS:{base}/wmts.xml,layer=banjir_bahaya_kelas")
        expect((here.RasterXSize, here.RasterYSize) == (there.RasterXSize, there.RasterYSize), "two sizes of one layer")
        expect(there.GetProjection().find("Pseudo-Mercator") > 0, f"the projection is {there.GetProjection()}")
        seen = colours(there)
        expect(seen and seen <= legend, f"the colours {seen} are not those of the legend {legend}")


if __name__ == "__main__":
    check_vectors(pathlib.Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as cache:  # of this run's tiles only, and not in the working folder
        gdal.SetConfigOption("GDAL_DEFAULT_WMS_CACHE_PATH", cache)
        check_wmts(pathlib.Path(sys.argv[1]))
    print("GDAL reads the vector tiles and the WMTS")
