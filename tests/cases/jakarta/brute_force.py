#!/usr/bin/python3
"""Expected figures of the Jakarta case, by brute force: GEOS clips every border cell with the whole zone.

    tests/cases/jakarta/brute_force.py DATA_FOLDER OUTPUT_FOLDER

Writes expected.csv and balance.csv. Nothing of papar is used. See SOURCE.md.
"""
import csv
import math
import sys
from pathlib import Path

import numpy
from osgeo import gdal, ogr

HAZARD = "Flood_Current_Depth_Jakarta_geographic.asc"
POPULATION = "population_jakarta_count_50m.tif"
LEVELS = {"kabupaten": "KAB_NAME", "kecamatan": "KEC_NAME", "kelurahan": "KEL_NAME_1"}
BREAKS = (0.75, 1.5)  # metres; a depth on a break belongs to the lower class
CLASSES = ("nihil", "1", "2", "3", "tanpa_data", "luar_grid")
NO_HAZARD, NO_DATA, OUTSIDE = 0, 4, 5

gdal.UseExceptions()
ogr.UseExceptions()


def read(path):
    """Cells as double with NaN for nodata, and the geotransform."""
    raster = gdal.Open(str(path))
    band = raster.GetRasterBand(1)
    values = band.ReadAsArray()
    nodata = values == values.dtype.type(band.GetNoDataValue())
    return numpy.where(nodata, math.nan, values.astype(float)), raster.GetGeoTransform()


def classify(depth):
    """Index into CLASSES of every cell."""
    classes = numpy.where(depth > 0, 1 + sum((depth > limit).astype(int) for limit in BREAKS), NO_HAZARD)
    return numpy.where(numpy.isnan(depth), NO_DATA, classes)


def row_area_m2(geotransform, row):
    """Area on WGS 84 of one cell of a row: Snyder (1987), eq. 3-12 and p. 16-17, a^2/2 dlon (q2 - q1)."""
    a, f = 6378137.0, 1 / 298.257223563
    e = math.sqrt(f * (2 - f))

    def q(latitude):
        s = math.sin(math.radians(latitude))
        return (1 - e * e) * (s / (1 - e * e * s * s) + math.atanh(e * s) / e)

    north = geotransform[3] + row * geotransform[5]
    return a * a / 2 * math.radians(geotransform[1]) * (q(north) - q(north + geotransform[5]))


def in_cells(geometry, geotransform):
    """The geometry in units of cells, so that cells are unit squares with whole-number corners and area is share."""
    if geometry.GetGeometryCount() > 0:
        for part in range(geometry.GetGeometryCount()):
            in_cells(geometry.GetGeometryRef(part), geotransform)
        return geometry
    for i in range(geometry.GetPointCount()):
        x, y = geometry.GetX(i), geometry.GetY(i)
        geometry.SetPoint_2D(i, (x - geotransform[0]) / geotransform[1], (y - geotransform[3]) / geotransform[5])
    return geometry


def square(col, row):
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)):
        ring.AddPoint_2D(col + x, row + y)
    cell = ogr.Geometry(ogr.wkbPolygon)
    cell.AddGeometry(ring)
    return cell


def coverage(zone):
    """(col, row, share) of every cell the zone covers, also outside the grid."""
    west, east, north, south = zone.GetEnvelope()
    prepared = zone.CreatePreparedGeometry()
    for row in range(math.floor(north), math.ceil(south)):
        for col in range(math.floor(west), math.ceil(east)):
            cell = square(col, row)
            if prepared.Contains(cell):
                yield col, row, 1.0
            elif prepared.Intersects(cell):
                yield col, row, zone.Intersection(cell).Area()


def zones(path, name_column):
    """1-based feature order, name and valid geometry of every feature."""
    source = ogr.Open(str(path))
    for order, feature in enumerate(source.GetLayer(0), start=1):
        geometry = feature.GetGeometryRef().Clone()
        if not geometry.IsValid():
            geometry = geometry.MakeValid(["METHOD=STRUCTURE"])
            print(f"{path.name}: zone {order} made valid", file=sys.stderr)
        yield order, feature.GetField(name_column), geometry


def main(data, output):
    depth, geotransform = read(data / HAZARD)
    people, population_geotransform = read(data / POPULATION)
    assert geotransform == population_geotransform and depth.shape == people.shape, "not the same grid"
    people = numpy.nan_to_num(people, nan=0.0)
    class_of = classify(depth)
    rows, cols = depth.shape

    with open(output / "expected.csv", "w") as table_file, open(output / "balance.csv", "w") as totals_file:
        table = csv.writer(table_file, lineterminator="\n")
        totals = csv.writer(totals_file, lineterminator="\n")
        table.writerow(("level", "zone", "name", "class", "people", "cells", "area_m2"))
        totals.writerow(("level", "in_raster", "in_zones", "outside_zones", "counted_twice"))
        for level, name_column in LEVELS.items():
            covered = numpy.zeros(depth.shape)
            in_zones = []
            for order, name, geometry in zones(data / f"{level}_jakarta.shp", name_column):
                parts = [[] for _ in CLASSES]  # per class: (people, share, area) of each cell
                for col, row, share in coverage(in_cells(geometry, geotransform)):
                    inside = 0 <= col < cols and 0 <= row < rows
                    count = people[row, col] * share if inside else 0.0
                    parts[class_of[row, col] if inside else OUTSIDE].append(
                        (count, share, share * row_area_m2(geotransform, row)))
                    if inside:
                        covered[row, col] += share
                        in_zones.append(count)
                total = math.fsum(share for cells in parts for _, share, _ in cells)
                assert abs(total - geometry.Area()) < 1e-7, f"{level} {order}: shares do not add up to the zone"
                for name_of_class, cells in zip(CLASSES, parts):
                    sums = [math.fsum(cell[i] for cell in cells) for i in range(3)]
                    table.writerow((level, order, name, name_of_class, f"{sums[0]:.9f}",
                                    f"{sums[1]:.9f}", f"{sums[2]:.6f}"))
            totals.writerow([level] + [f"{value:.9f}" for value in (
                math.fsum(people.flat), math.fsum(in_zones),
                math.fsum((people * numpy.maximum(0, 1 - covered)).flat),
                math.fsum((people * numpy.maximum(0, covered - 1)).flat))])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
