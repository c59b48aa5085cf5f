#!/usr/bin/python3
"""Expected figures of the flood against population grids that do not match its own, by GEOS.

    tests/cases/jakarta_grids/exact_grids.py DATA_FOLDER > tests/cases/jakarta_grids/expected_grids.csv

The lines of both rasters part the plane into rectangles; GEOS clips each with the whole zone. Nothing of papar is used. See
SOURCE.md.
"""
import csv
import math
import pathlib
import sys
import tempfile

import numpy
from osgeo import ogr

import make_inputs
sys.path.append(str(pathlib.Path(__file__).parent.parent / "jakarta"))
from brute_force import CLASSES, HAZARD, NO_DATA, classify, in_cells, read, zones


def lines(cells, first, step, population_cells):
    """Lines of both rasters along one axis, in hazard cells."""
    return numpy.unique(numpy.concatenate((numpy.arange(cells + 1.0), first + numpy.arange(population_cells + 1) * step)))


def between(all_lines, low, high):
    """The rectangles' sides that reach into low..high."""
    first = max(int(numpy.searchsorted(all_lines, low, side="right")) - 1, 0)
    for i in range(first, len(all_lines) - 1):
        if all_lines[i] >= high:
            return
        yield all_lines[i], all_lines[i + 1]


def rectangle(west, east, north, south):
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ((west, north), (east, north), (east, south), (west, south), (west, north)):
        ring.AddPoint_2D(x, y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def covered(zone, xs, ys):
    """(middle x, middle y, area of the rectangle in the zone) of all rectangles that the zone touches."""
    west, east, north, south = zone.GetEnvelope()
    prepared = zone.CreatePreparedGeometry()
    for top, bottom in between(ys, north, south):
        for left, right in between(xs, west, east):
            part = rectangle(left, right, top, bottom)
            if prepared.Contains(part):
                yield (left + right) / 2, (top + bottom) / 2, (right - left) * (bottom - top)
            elif prepared.Intersects(part):
                yield (left + right) / 2, (top + bottom) / 2, zone.Intersection(part).Area()


def value_at(cells, col, row, outside):
    col, row = math.floor(col), math.floor(row)
    return cells[row, col] if 0 <= col < cells.shape[1] and 0 <= row < cells.shape[0] else outside


def study(name, data, population_file, table):
    depth, (west, dx, _, north, _, dy) = read(data / HAZARD)
    class_of = classify(depth)
    people, geotransform = read(population_file)
    people = numpy.nan_to_num(people, nan=0.0)
    first_col, first_row = (geotransform[0] - west) / dx, (geotransform[3] - north) / dy
    step_col, step_row = geotransform[1] / dx, geotransform[5] / dy
    xs = lines(depth.shape[1], first_col, step_col, people.shape[1])
    ys = lines(depth.shape[0], first_row, step_row, people.shape[0])
    for order, zone_name, geometry in zones(data / "kecamatan_jakarta.shp", "KEC_NAME"):
        parts = [[] for _ in CLASSES]
        for x, y, area in covered(in_cells(geometry, (west, dx, 0, north, 0, dy)), xs, ys):
            count = value_at(people, (x - first_col) / step_col, (y - first_row) / step_row, 0.0)
            parts[value_at(class_of, x, y, NO_DATA)].append(count * area / (step_col * step_row))
        for class_name, counts in zip(CLASSES, parts):
            table.writerow((name, order, zone_name, class_name, f"{math.fsum(counts):.9f}"))


def main(data):
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("study", "zone", "name", "class", "people"))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        make_inputs.make(data, folder)
        for name in ("shifted", "coarse"):
            study(name, data, folder / f"{name}.tif", table)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
