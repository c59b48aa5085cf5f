#!/usr/bin/env python3
"""The bounds of a study with another population and other breaks, against figures worked out by hand.

    tests/cases/uncertainty/check_uncertainty.py PAPAR

5 x 5 cells of 100 m (1 ha) in UTM 50S, planar. Zone 1 is the two western columns, zone 2 the three eastern ones.
People: 10 in every cell; the other population has 4 x column (0, 4, 8, 12, 16). Depth is row / 2 (0, 0.5, 1, 1.5, 2), so
row 0 is no hazard. Break 1: class 1 is rows 1 and 2, class 2 rows 3 and 4. Break 1.5: class 1 is rows 1 to 3, class 2 row 4.

People of one row:          zone 1: 20 or 0 + 4 = 4;  zone 2: 30 or 8 + 12 + 16 = 36.
"""
import csv
import json
import subprocess
import sys
import tempfile
from array import array
from pathlib import Path

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()
WEST, NORTH, CELL, SIDE = 500000, 9700000, 100, 5

# main, lower, upper bound, by zone and column of zones.csv
EXPECTED = {
    "1": {
        "penduduk": (100, 20, 100),  # 5 rows of 20 or 4
        "jiwa_bahaya": (80, 16, 80),  # 4 rows
        "banjir_jiwa": (80, 16, 80),
        "banjir_jiwa_nihil": (20, 4, 20),  # 1 row
        "banjir_jiwa_kelas_1": (40, 8, 60),  # 2 rows of 20; 2 of 4; 3 of 20; 3 of 4 = 12
        "banjir_jiwa_kelas_2": (40, 4, 40),  # 2 rows of 20; 2 of 4 = 8; 1 of 20; 1 of 4
        "banjir_ha_kelas_1": (4, 4, 6),  # 2 or 3 rows of 2 ha
        "banjir_ha_kelas_2": (4, 2, 4),
        "banjir_ha": (8, 8, 8),
    },
    "2": {
        "penduduk": (150, 150, 180),  # 5 rows of 30 or 36
        "jiwa_bahaya": (120, 120, 144),
        "banjir_jiwa": (120, 120, 144),
        "banjir_jiwa_nihil": (30, 30, 36),
        "banjir_jiwa_kelas_1": (60, 60, 108),  # 2 rows of 30; 3 of 30 = 90; 2 of 36 = 72; 3 of 36
        "banjir_jiwa_kelas_2": (60, 30, 72),  # 2 rows of 30; 1 of 30; 2 of 36; 1 of 36
        "banjir_ha_kelas_1": (6, 6, 9),
        "banjir_ha_kelas_2": (6, 3, 6),
        "banjir_ha": (12, 12, 12),
    },
}
STUDY = """[study]
id = "lima"
[zones]
file = "zona.gpkg"
code = "kode"
[population]
file = "penduduk.tif"
unit = "count"
[[population.alternative]]
id = "lain"
title = "Penduduk lain"
file = "lain.tif"
unit = "count"
[[hazard]]
id = "banjir"
file = "banjir.tif"
kind = "depth"
breaks = [1]
[hazard.alternative]
breaks = [1.5]
[grid]
area = "planar"
"""


def crs():
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32750)
    return reference


def raster(path, value):
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), SIDE, SIDE, 1, gdal.GDT_Float32)
    dataset.SetGeoTransform((WEST, CELL, 0, NORTH, 0, -CELL))
    dataset.SetProjection(crs().ExportToWkt())
    cells = array("f", (value(row, col) for row in range(SIDE) for col in range(SIDE)))
    dataset.GetRasterBand(1).WriteRaster(0, 0, SIDE, SIDE, cells.tobytes())


def zones(path):
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("zona", crs(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("kode", ogr.OFTString))
    south = NORTH - SIDE * CELL
    for code, west, east in (("1", WEST, WEST + 200), ("2", WEST + 200, WEST + 500)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("kode", code)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(
            f"POLYGON(({west} {south},{east} {south},{east} {NORTH},{west} {NORTH},{west} {south}))"))
        layer.CreateFeature(feature)


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def faults(folder):
    for row in rows(folder / "hasil/zones.csv"):
        for column, expected in EXPECTED[row["kode"]].items():
            found = tuple(float(row[column + end]) for end in ("", "_min", "_maks"))
            if found != expected:
                yield f"zone {row['kode']}: {column} is {found}, expected {expected}"
    for row in rows(folder / "hasil/exposure.csv"):
        part = row["kelas"].replace(" ", "_")
        for measure, column in (("jiwa", "jiwa"), ("ha", "luas_ha")):
            expected = EXPECTED[row["kode"]].get(f"banjir_{measure}_{part}")
            found = tuple(float(row[column + end]) for end in ("", "_min", "_maks"))
            if expected and found != expected:
                yield f"exposure.csv, zone {row['kode']}: {part} is {found}, expected {expected}"
    record = json.loads((folder / "hasil/run.json").read_text())
    found = {variant["id"]: variant["balance"]["in_raster"] for variant in record["variants"]}
    if found != {"breaks": 250, "population:lain": 200, "population:lain+breaks": 200}:
        yield f"the record's variants are {found}"
    roles = [source["role"] for source in record["inputs"]]
    if "population:lain" not in roles:
        yield f"the record has no hash of the other population: {roles}"


def main(papar):
    with tempfile.TemporaryDirectory(prefix="papar-uncertainty-") as scratch:
        folder = Path(scratch)
        raster(folder / "penduduk.tif", lambda row, col: 10)
        raster(folder / "lain.tif", lambda row, col: 4 * col)
        raster(folder / "banjir.tif", lambda row, col: row / 2)
        zones(folder / "zona.gpkg")
        (folder / "study.toml").write_text(STUDY)
        subprocess.run([papar, "run", "study.toml", "-o", "hasil", "-q"], cwd=folder, check=True)
        found = list(faults(folder))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
