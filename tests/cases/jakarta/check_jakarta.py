#!/usr/bin/python3
"""Runs papar on the Jakarta data and compares every figure with expected.csv and balance.csv (see SOURCE.md).

    check_jakarta.py PAPAR DATA_FOLDER

Exit code 77 (skipped) where the data is absent.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
PEOPLE_TOLERANCE = (0.01, 1e-6)   # people: absolute + relative
AREA_TOLERANCE = (1.0, 1e-6)      # m2: absolute + relative
NAME_COLUMNS = {"kabupaten": "KAB_NAME", "kecamatan": "KEC_NAME", "kelurahan": "KEL_NAME_1"}
CLASS_OF_LABEL = {"nihil": "nihil", "rendah": "1", "sedang": "2", "tinggi": "3", "tanpa_data": "tanpa_data"}

STUDY = """
[study]
id = "jakarta"
title = "Jakarta"
[zones]
file = "{data}/{level}_jakarta.shp"
name = "{name}"
[population]
file = "{data}/population_jakarta_count_50m.tif"
unit = "count"
[[hazard]]
id = "banjir"
file = "{data}/Flood_Current_Depth_Jakarta_geographic.asc"
kind = "depth"
breaks = [0.75, 1.5]
"""


def close(found, expected, tolerance):
    return abs(found - expected) <= tolerance[0] + tolerance[1] * abs(expected)


def number(text):
    return float(text) if text else 0.0


def run_level(papar, data, level, folder):
    study = folder / f"{level}.toml"
    study.write_text(STUDY.format(data=data, level=level, name=NAME_COLUMNS[level]), encoding="utf-8")
    subprocess.run([papar, "run", study, "-o", folder / level, "-q"], check=True)
    with open(folder / level / "exposure.csv", encoding="utf-8", newline="") as file:
        rows = {(row["kode"], CLASS_OF_LABEL[row["kelas"]]): row for row in csv.DictReader(file)}
    record = json.loads((folder / level / "run.json").read_text(encoding="utf-8"))
    return rows, record["balance"]


def compare_level(level, rows, balance):
    problems = []
    with open(HERE / "expected.csv", encoding="utf-8", newline="") as file:
        expected = [row for row in csv.DictReader(file) if row["level"] == level and row["class"] != "luar_grid"]
    for row in expected:
        found = rows[(row["zone"], row["class"])]
        if not close(number(found["jiwa"]), float(row["people"]), PEOPLE_TOLERANCE):
            problems.append(f"{level} {row['zone']} {row['class']}: {found['jiwa']} people, expected {row['people']}")
        if not close(number(found["luas_ha"]) * 1e4, float(row["area_m2"]), AREA_TOLERANCE):
            problems.append(f"{level} {row['zone']} {row['class']}: {found['luas_ha']} ha, expected {row['area_m2']} m2")
    with open(HERE / "balance.csv", encoding="utf-8", newline="") as file:
        parts = next(row for row in csv.DictReader(file) if row["level"] == level)
    for key in ("in_raster", "in_zones", "outside_zones", "counted_twice"):
        if not close(float(balance[key]), float(parts[key]), PEOPLE_TOLERANCE):
            problems.append(f"{level} balance {key}: {balance[key]}, expected {parts[key]}")
    print(f"{level}: {len(expected)} figures of people and area compared")
    if not expected:
        problems.append(f"{level}: no expected figures")
    return problems


def main():
    papar, data = sys.argv[1], pathlib.Path(sys.argv[2]) / "jakarta"
    if not data.is_dir():
        print(f"skipped: no Jakarta data in {data}; set PAPAR_REAL_DATA")
        return 77
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for level in NAME_COLUMNS:
            rows, balance = run_level(papar, data.resolve(), level, pathlib.Path(folder))
            problems += compare_level(level, rows, balance)
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
