#!/usr/bin/python3
"""Expected figures of the 2007 flood in Jakarta, by brute force: GEOS clips every border cell with flood and zone together.

    tests/cases/flood_2007/brute_force.py DATA_FOLDER OUTPUT_FILE

Nothing of papar is used. See SOURCE.md.
"""
import csv
import math
import sys
from pathlib import Path

import numpy
from osgeo import gdal, ogr

sys.path.insert(0, str(Path(__file__).parents[1] / "jakarta"))
from brute_force import POPULATION, coverage, in_cells, read, row_area_m2, zones  # noqa: E402


def dissolved(path):
    """All polygons of the layer as one, invalid ones made valid first."""
    parts = ogr.Geometry(ogr.wkbMultiPolygon)
    for _, _, geometry in zones(path, "RW"):
        for polygon in ([geometry] if geometry.GetGeometryType() == ogr.wkbPolygon else list(geometry)):
            parts.AddGeometry(polygon)
    return parts.UnionCascaded()


def sums(geometry, people, geotransform):
    """People and square metres of a shape in units of cells, inside the grid."""
    rows, cols = people.shape
    inside = [(people[row, col] * share, share * row_area_m2(geotransform, row))
              for col, row, share in coverage(geometry) if 0 <= col < cols and 0 <= row < rows]
    return [math.fsum(part[i] for part in inside) for i in (0, 1)]


def main(data, output):
    people, geotransform = read(data / POPULATION)
    people = numpy.nan_to_num(people, nan=0.0)
    flood = in_cells(dissolved(data / "Jakarta_RW_2007flood.shp"), geotransform)
    with open(output, "w") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("zone", "name", "part", "people", "area_m2"))
        for order, name, geometry in zones(data / "kecamatan_jakarta.shp", "KEC_NAME"):
            zone = in_cells(geometry, geotransform)
            for part, shape in (("flood", zone.Intersection(flood)), ("dry", zone.Difference(flood))):
                figures = sums(shape, people, geotransform) if not shape.IsEmpty() else (0.0, 0.0)
                table.writerow((order, name, part, f"{figures[0]:.9f}", f"{figures[1]:.6f}"))


if __name__ == "__main__":
    gdal.UseExceptions()
    ogr.UseExceptions()
    main(Path(sys.argv[1]), Path(sys.argv[2]))
