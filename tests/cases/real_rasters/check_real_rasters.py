#!/usr/bin/python3
"""Runs papar on real rasters with real defects, each over one zone as large as the raster, so that every figure is a sum
over whole cells that numpy makes too.

    check_real_rasters.py PAPAR DATA_FOLDER

Exit code 77 (skipped) where the data is absent. What is wrong with each file: README.md of the data.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy
from osgeo import gdal

gdal.UseExceptions()

STUDY = """
[study]
id = "raster"
[zones]
file = "kotak.geojson"
[population]
file = "{people}"
unit = "count"
negative = "zero"
[[hazard]]
id = "bahaya"
file = "{hazard}"
kind = "quantity"
breaks = {breaks}
"""


def cells_of(path):
    """Values by row from the north, nodata as NaN; the geotransform of that grid."""
    dataset = gdal.Open(str(path))
    cells = dataset.ReadAsArray().astype(float)
    nodata = dataset.GetRasterBand(1).GetNoDataValue()
    if nodata is not None:
        cells[cells == nodata] = numpy.nan
    transform = list(dataset.GetGeoTransform())
    if transform[5] > 0:  # stored from south to north
        cells = cells[::-1]
        transform[3] += transform[5] * dataset.RasterYSize
        transform[5] = -transform[5]
    return cells, transform


def write_box(path, cells, transform):
    west, north = transform[0], transform[3]
    east, south = west + transform[1] * cells.shape[1], north + transform[5] * cells.shape[0]
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}]}))


def run(papar, folder, hazard, people, breaks):
    hazard_cells, transform = cells_of(hazard)
    write_box(folder / "kotak.geojson", hazard_cells, transform)
    (folder / "study.toml").write_text(STUDY.format(hazard=hazard, people=people, breaks=breaks))
    subprocess.run([papar, "run", folder / "study.toml", "-o", folder / "hasil", "--overwrite", "-q"], check=True)
    record = json.loads((folder / "hasil/run.json").read_text())
    with open(folder / "hasil/exposure.csv", encoding="utf-8", newline="") as file:
        people_in = {row["kelas"]: float(row["jiwa"] or 0) for row in csv.DictReader(file)}
    return people_in, record


def expect(problems, what, found, expected, tolerance=1e-9):
    if abs(found - expected) > 0.01 + tolerance * abs(expected):
        problems.append(f"{what}: {found}, expected {expected}")


def people_by_class(people, hazard, breaks):
    """Cells hold Float32: a break such as 1.5 is exact there, and a value on it belongs to the lower class."""
    counted = numpy.nan_to_num(numpy.maximum(people, 0))
    limits = [-numpy.inf, 0, *breaks, numpy.inf]
    names = ["nihil", "rendah", "sedang", "tinggi"]
    sums = {name: counted[(hazard > low) & (hazard <= high)].sum()
            for name, low, high in zip(names, limits, limits[1:])}
    sums["tanpa_data"] = counted[numpy.isnan(hazard)].sum()
    return sums


def finding(record, identity):
    return next((each for each in record["findings"] if each["id"] == identity), None)


def compare(papar, folder, hazard, people, breaks, problems):
    found, record = run(papar, folder, hazard, people, breaks)
    for name, expected in people_by_class(cells_of(people)[0], cells_of(hazard)[0], breaks).items():
        expect(problems, f"{hazard.name} {name}", found[name], expected)
    return record


def main(papar, data):
    data = pathlib.Path(data)
    if not (data / "jakarta").exists():
        print(f"no real data in {data}")
        return 77
    problems = []
    jakarta, defects = data / "jakarta", data / "defects"
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        compare(papar, folder, jakarta / "Flood_Design_Depth_Jakarta_geographic.asc",
                jakarta / "population_jakarta_count_50m.tif", [0.75, 1.5], problems)

        # A density read as counts: forty times too many people.
        density = jakarta / "Population_Jakarta_geographic.asc"
        record = compare(papar, folder, jakarta / "Flood_Current_Depth_Jakarta_geographic.asc", density, [0.75, 1.5],
                         problems)
        expect(problems, "density as counts", record["balance"]["in_raster"], numpy.nansum(cells_of(density)[0]))
        if finding(record, "population.implausible_density") is None:
            problems.append("nobody noticed that the population is a density")

        # Intensities as their own "people": half the cells without data, some below zero.
        shakemap = defects / "palu_koro_6.5_shakemap.asc"
        record = compare(papar, folder, shakemap, shakemap, [5, 6], problems)
        below = cells_of(shakemap)[0]
        below = below[below < 0]
        zeroed = finding(record, "population.negative_as_zero")["numbers"]
        expect(problems, "negative cells", zeroed["cells"], below.size, 0)
        expect(problems, "sum of negative cells", zeroed["people"], below.sum())
        expect(problems, "lowest intensity", finding(record, "hazard.below_zero")["numbers"]["lowest"], below.min())

        # Rows from south to north: turned over, or the classes would lie elsewhere.
        south_up = defects / "shakemap_south_up.tif"
        compare(papar, folder, south_up, south_up, [1.5, 2.5], problems)
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
