#!/usr/bin/python3
"""Runs papar on the Jakarta flood with population on other grids and in UTM, and compares the people of every zone and class
with expected_grids.csv and expected_utm.csv (see SOURCE.md).

    check_jakarta_grids.py PAPAR DATA_FOLDER

Exit code 77 (skipped) where the data is absent.
"""
import csv
import pathlib
import subprocess
import sys
import tempfile

import make_inputs

HERE = pathlib.Path(__file__).parent
CLASS_OF_LABEL = {"nihil": "nihil", "rendah": "1", "sedang": "2", "tinggi": "3", "tanpa_data": "tanpa_data"}
EXACT = (0.01, 1e-6)            # people of a zone, by class and in all, within one CRS: absolute + relative
REPROJECTED = 1e-4              # the same across CRS: of the zone's total

STUDY = """
[study]
id = "jakarta_{name}"
[zones]
file = "{data}/kecamatan_jakarta.shp"
name = "KEC_NAME"
[population]
file = "{population}"
unit = "{unit}"
negative = "zero"
[[hazard]]
id = "banjir"
file = "{data}/Flood_Current_Depth_Jakarta_geographic.asc"
kind = "depth"
breaks = [0.75, 1.5]
"""


def run(papar, data, folder, name):
    population = data / "Population_Jakarta_UTM48N.tif" if name == "utm" else folder / f"{name}.tif"
    study = folder / f"{name}.toml"
    study.write_text(STUDY.format(name=name, data=data, population=population,
                                  unit="per_km2" if name == "utm" else "count"), encoding="utf-8")
    subprocess.run([papar, "run", study, "-o", folder / name, "-q"], check=True)
    with open(folder / name / "exposure.csv", encoding="utf-8", newline="") as file:
        return {(row["kode"], CLASS_OF_LABEL[row["kelas"]]): float(row["jiwa"] or 0) for row in csv.DictReader(file)}


def expected():
    """People by study, then by zone and class."""
    figures = {}
    for name in ("expected_grids.csv", "expected_utm.csv"):
        with open(HERE / name, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["class"] != "luar_grid":
                    figures.setdefault(row["study"], {})[row["zone"], row["class"]] = float(row["people"])
    return figures


def with_totals(figures):
    """The same with the people of each zone in all classes together."""
    totals = {}
    for (zone, _), people in figures.items():
        totals[zone, "all"] = totals.get((zone, "all"), 0) + people
    return figures | totals


def compare(study, found, figures):
    problems = []
    found, figures = with_totals(found), with_totals(figures)
    worst_people = worst_share = 0
    for (zone, class_name), people in figures.items():
        off = abs(found[zone, class_name] - people)
        allowed = REPROJECTED * figures[zone, "all"] if study == "utm" else EXACT[0] + EXACT[1] * people
        worst_people = max(worst_people, off)
        worst_share = max(worst_share, off / figures[zone, "all"])
        if off > allowed:
            problems.append(f"{study} {zone} {class_name}: {found[zone, class_name]} people, expected {people}")
    if found.keys() != figures.keys():
        problems.append(f"{study}: not the same zones and classes")
    print(f"{study}: {len(figures)} figures; largest difference {worst_people:.3g} people, "
          f"{worst_share:.3g} of a zone's total")
    return problems


def main():
    papar, data = sys.argv[1], (pathlib.Path(sys.argv[2]) / "jakarta").resolve()
    if not data.is_dir():
        print(f"skipped: no Jakarta data in {data}; set PAPAR_REAL_DATA")
        return 77
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        make_inputs.make(data, folder)
        for study, figures in expected().items():
            problems += compare(study, run(papar, data, folder, study), figures)
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
