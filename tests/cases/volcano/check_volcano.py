#!/usr/bin/python3
"""Runs papar on national volcano hazard zones and some kecamatan, and compares areas with expected.csv (see SOURCE.md).

    check_volcano.py PAPAR DATA_FOLDER

Exit code 77 (skipped) where the data is absent.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

from osgeo import gdal, ogr, osr

HERE = pathlib.Path(__file__).parent
AREA_TOLERANCE = (1.0, 1e-6)  # m2: absolute + relative
PART_OF_LABEL = {"KRB I": "I", "KRB II": "II", "KRB III": "III"}

STUDY = """
[study]
id = "merapi"
[zones]
file = "kecamatan.gpkg"
code = "kode"
name = "nama"
[population]
file = "seorang_per_sel.tif"
unit = "count"
[[hazard]]
id = "gunung_api"
file = "{data}/hazard_zone_volcano.shp"
kind = "polygons"
column = "KRB"
[hazard.classes]
"Kawasan Rawan Bencana I" = "KRB I"
"Kawasan Rawan Bencana II" = "KRB II"
"Kawasan Rawan Bencana III" = "KRB III"
"""


def write_zones(source, codes, target):
    dataset = ogr.Open(str(source))
    layer = dataset.GetLayer(0)
    layer.SetAttributeFilter("kode IN ({})".format(", ".join(f"'{code}'" for code in codes)))
    ogr.GetDriverByName("GPKG").CreateDataSource(str(target)).CopyLayer(layer, "kecamatan")


def write_people(target):
    """One person in every cell of 0.001 degree round Merapi; no population raster of the country is at hand."""
    west, north, cell, cols, rows = 110.2, -7.4, 0.001, 450, 400
    dataset = gdal.GetDriverByName("GTiff").Create(str(target), cols, rows, 1, gdal.GDT_Byte)
    dataset.SetGeoTransform((west, cell, 0, north, 0, -cell))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    dataset.SetProjection(crs.ExportToWkt())
    dataset.GetRasterBand(1).Fill(1)


def main():
    papar, data = sys.argv[1], (pathlib.Path(sys.argv[2]) / "national").resolve()
    if not data.is_dir():
        print(f"skipped: no national data in {data}; set PAPAR_REAL_DATA")
        return 77
    gdal.UseExceptions()
    ogr.UseExceptions()
    with open(HERE / "expected.csv", encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_zones(data / "idn_kecamatan_cahyadsn.gpkg", {row["zone"] for row in expected}, folder / "kecamatan.gpkg")
        write_people(folder / "seorang_per_sel.tif")
        (folder / "study.toml").write_text(STUDY.format(data=data), encoding="utf-8")
        subprocess.run([papar, "run", folder / "study.toml", "-o", folder / "hasil", "-q"], check=True)
        with open(folder / "hasil" / "exposure.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        record = json.loads((folder / "hasil" / "run.json").read_text(encoding="utf-8"))

    found = {(row["kode"], PART_OF_LABEL[row["kelas"]]): float(row["luas_ha"]) * 1e4
             for row in rows if row["kelas"] in PART_OF_LABEL}
    for code in {row["kode"] for row in rows}:
        found[code, "zone"] = sum(float(row["luas_ha"] or 0) * 1e4 for row in rows if row["kode"] == code)
    problems = []
    for row in expected:
        area, wanted = found[row["zone"], row["part"]], float(row["area_m2"])
        if abs(area - wanted) > AREA_TOLERANCE[0] + AREA_TOLERANCE[1] * wanted:
            problems.append(f"{row['zone']} {row['part']}: {area:.3f} m2, expected {wanted:.3f}")
    counts = record["vector_hazards"]["gunung_api"]
    shapes = [entry["shapes"] for entry in counts["classes"]]
    if counts["features"] != 171 or shapes != [115, 33, 23]:
        problems.append(f"features {counts['features']} in classes {shapes}, expected 171 in [115, 33, 23]")
    print(f"{len(expected)} areas compared")
    print("\n".join(problems))
    return 1 if problems or not expected else 0


sys.exit(main())
