#!/usr/bin/python3
"""Official people on real borders: the census of Balangan joined by name, and BPS borders against Kemendagri codes.

    check_balangan.py PAPAR REAL_DATA

Real: the borders (desa of Balangan, united to kecamatan here with GEOS; villages of Gunung Sindur) and the census of
2010 (8 kecamatan, 112,430 people). MADE UP here: the hazard raster, and the people of the villages of Gunung Sindur. Exit
code 77 where the data is absent.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
from array import array

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()

CENSUS_TOTAL = 112430  # the sum of balangan_kecamatan_sp2010.csv


def geographic():
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs


def made_up_hazard(path, west, north, cols, rows, cell):
    """An index from 0 in the west to 1 in the east."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, 1, gdal.GDT_Float32)
    dataset.SetGeoTransform((west, cell, 0, north, 0, -cell))
    dataset.SetProjection(geographic().ExportToWkt())
    values = array("f", [col / (cols - 1) for col in range(cols)] * rows)
    dataset.GetRasterBand(1).WriteRaster(0, 0, cols, rows, values.tobytes())


def united_kecamatan(source, path):
    shapes = {}
    desa = ogr.Open(str(source))
    for feature in desa.GetLayer(0):
        key = feature.GetField("district_code"), feature.GetField("district")
        shape = feature.GetGeometryRef().Clone()
        shapes[key] = shapes[key].Union(shape) if key in shapes else shape
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = made.CreateLayer("kecamatan", geographic(), ogr.wkbMultiPolygon)
    for column in ("kode", "nama"):
        layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    for (code, name), shape in sorted(shapes.items()):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("kode", code)
        feature.SetField("nama", name.replace("Batu Mandi", "Batumandi"))  # as Kemendagri spells it
        feature.SetGeometry(ogr.ForceToMultiPolygon(shape))
        layer.CreateFeature(feature)


def study(zones, population):
    return f"""[study]
id = "uji"
note = "bahaya buatan, bukan data nyata"
[zones]
{zones}
[population]
model = "table"
spread = "even"
{population}
[[hazard]]
id = "buatan"
file = "bahaya.tif"
kind = "index"
classes = "sepertiga"
"""


def run(papar, folder, text, *options):
    (folder / "study.toml").write_text(text, encoding="utf-8")
    return subprocess.run([papar, "run", "study.toml", "-o", "hasil", "--overwrite", *options], cwd=folder,
                          capture_output=True, text=True, check=False)


def rows(folder, name):
    with open(folder / "hasil" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check_balangan(papar, data, folder):
    united_kecamatan(data / "balangan" / "id6311_balangan.geojson", folder / "kecamatan.gpkg")
    made_up_hazard(folder / "bahaya.tif", 115.3, -1.97, 57, 63, 0.01)
    table = data / "balangan" / "balangan_kecamatan_sp2010.csv"
    done = run(papar, folder, study(
        'file = "kecamatan.gpkg"\ncode = "kode"\nname = "nama"',
        f'match = "name"\ntable = {{ file = "{table}", name = "kecamatan", people = "penduduk_sp2010" }}'))
    if done.returncode != 0:
        yield f"balangan: exit {done.returncode}: {done.stderr}"
        return
    with open(table, encoding="utf-8", newline="") as file:
        census = {row["kecamatan"]: float(row["penduduk_sp2010"]) for row in csv.DictReader(file)}
    if sum(census.values()) != CENSUS_TOTAL:
        yield "the census is not the one this test knows"
    for match in rows(folder, "population_matches.csv"):
        how = "nama" if match["nama"] == match["nama_tabel"] else "nama_disamakan"
        if match["cara"] != how or not match["kode"]:
            yield f"{match['nama_tabel']}: {match['cara']}, expected {how}"
    found = {row["nama"]: float(row["penduduk"]) for row in rows(folder, "zones.csv")}
    if sorted(found.values()) != sorted(census.values()):
        yield f"zones have {found}, the census {census}"
    for zone in found:
        parts = [row for row in rows(folder, "exposure.csv") if row["nama"] == zone]
        if abs(sum(float(row["jiwa"]) for row in parts) - found[zone]) > 1e-5:  # five parts of 1e-6
            yield f"{zone}: its classes do not add up"
    balance = json.loads((folder / "hasil" / "run.json").read_text(encoding="utf-8"))["balance"]
    if (balance["in_table"], balance["in_zones"], balance["rows_without_zone"]) != (CENSUS_TOTAL, CENSUS_TOTAL, 0):
        yield f"the balance is {balance}"
    by_code = run(papar, folder, study(
        'file = "kecamatan.gpkg"\ncode = "kode"\nname = "nama"',
        f'table = {{ file = "{table}", code = "kecamatan", people = "penduduk_sp2010" }}'))
    if by_code.returncode != 3 or 'its first code is "Lampihong", that of the layer "id6311010"' not in by_code.stderr:
        yield f"joined by code: exit {by_code.returncode}: {by_code.stderr}"


def check_gunung_sindur(papar, data, folder):
    """BPS codes 3201250001 …; Kemendagri calls the same villages 32.01.25.2001 …"""
    borders = data / "defects" / "gunung_sindur_bps_boundaries.gpkg"
    dataset = ogr.Open(str(borders))  # must outlive its layer
    codes = sorted(feature.GetField(CODE) for feature in dataset.GetLayer("village"))
    kemendagri = [f"32.01.25.{2001 + i}" for i in range(len(codes))]  # made up: one for each, in order
    (folder / "resmi.csv").write_text("kode;jiwa\n" + "".join(f"{code};1.000\n" for code in kemendagri), encoding="utf-8")
    (folder / "padanan.csv").write_text("bps,kemendagri\n" + "".join(
        f"{bps},{kode}\n" for bps, kode in zip(codes, kemendagri)), encoding="utf-8")
    made_up_hazard(folder / "bahaya.tif", 106.6, -6.29, 110, 110, 0.001)
    zones = f'file = "{borders}"\nlayer = "village"\ncode = "{CODE}"\nname = "name"'
    table = 'table = { file = "resmi.csv", code = "kode", people = "jiwa", numbers = "id" }'
    done = run(papar, folder, study(zones, table))
    if done.returncode != 3 or 'its first code is "32.01.25.2001", that of the layer "' not in done.stderr:
        yield f"no shared key: exit {done.returncode}: {done.stderr}"
    done = run(papar, folder,
               study(zones, table + '\ncrosswalk = { file = "padanan.csv", from = "bps", to = "kemendagri" }'))
    if done.returncode != 0:
        yield f"crosswalk: exit {done.returncode}: {done.stderr}"
        return
    people = [row["penduduk"] for row in rows(folder, "zones.csv")]
    if [float(each) for each in people] != [1000.0] * len(codes):
        yield f"crosswalk: people are {people}"


CODE = "village_code"


def main():
    papar, data = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    if not (data / "balangan").is_dir():
        print(f"skipped: no real data in {data}")
        return 77
    problems = []
    for check in (check_balangan, check_gunung_sindur):
        with tempfile.TemporaryDirectory() as scratch:
            problems += check(papar, data, pathlib.Path(scratch))
    print("\n".join(problems) or "the census of 2010 stands in its kecamatan; a crosswalk joins BPS and Kemendagri codes")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
