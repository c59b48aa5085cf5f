#!/usr/bin/python3
"""Runs papar with the flood of 2007 as polygons and compares every figure with expected.csv (see SOURCE.md).

    check_flood.py PAPAR DATA_FOLDER

Exit code 77 (skipped) where the data is absent.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
PEOPLE_TOLERANCE = (0.5, 1e-5)  # people: absolute + relative, as the project's issue asks
AREA_TOLERANCE = (1.0, 1e-6)    # m2: absolute + relative
PART_OF_LABEL = {"banjir 2007": "flood", "nihil": "dry"}

STUDY = """
[study]
id = "banjir_2007"
[zones]
file = "{data}/kecamatan_jakarta.shp"
name = "KEC_NAME"
[population]
file = "{data}/population_jakarta_count_50m.tif"
unit = "count"
[[hazard]]
id = "banjir"
file = "{data}/Jakarta_RW_2007flood.shp"
kind = "polygons"
labels = ["banjir 2007"]
"""


def close(found, expected, tolerance):
    return abs(found - expected) <= tolerance[0] + tolerance[1] * abs(expected)


def main():
    papar, data = sys.argv[1], (pathlib.Path(sys.argv[2]) / "jakarta").resolve()
    if not data.is_dir():
        print(f"skipped: no Jakarta data in {data}; set PAPAR_REAL_DATA")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "study.toml").write_text(STUDY.format(data=data), encoding="utf-8")
        subprocess.run([papar, "run", folder / "study.toml", "-o", folder / "hasil", "-q"], check=True)
        with open(folder / "hasil" / "exposure.csv", encoding="utf-8", newline="") as file:
            rows = {(row["kode"], PART_OF_LABEL.get(row["kelas"])): row for row in csv.DictReader(file)}
        record = json.loads((folder / "hasil" / "run.json").read_text(encoding="utf-8"))

    problems = []
    with open(HERE / "expected.csv", encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    largest = 0.0
    for row in expected:
        found = rows[row["zone"], row["part"]]
        largest = max(largest, abs(float(found["jiwa"]) - float(row["people"])))
        if not close(float(found["jiwa"]), float(row["people"]), PEOPLE_TOLERANCE):
            problems.append(f"{row['name']} {row['part']}: {found['jiwa']} people, expected {row['people']}")
        if not close(float(found["luas_ha"]) * 1e4, float(row["area_m2"]), AREA_TOLERANCE):
            problems.append(f"{row['name']} {row['part']}: {found['luas_ha']} ha, expected {row['area_m2']} m2")
    counts = record["vector_hazards"]["banjir"]
    if (counts["features"], counts["duplicates"]) != (1009, 7):
        problems.append(f"{counts['features']} features and {counts['duplicates']} duplicates, expected 1009 and 7")
    print(f"{len(expected)} figures of people and area compared; largest difference {largest:.6f} people")
    print("\n".join(problems))
    return 1 if problems or len(expected) != 84 else 0


sys.exit(main())
