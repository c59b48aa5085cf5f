#!/usr/bin/python3
"""Expected figures of the flood against the population in UTM, by GEOS.

    tests/cases/jakarta_grids/exact_utm.py DATA_FOLDER > tests/cases/jakarta_grids/expected_utm.csv

People of a cell = density x geodesic area of the cell, spread evenly over the quadrilateral of its corners in degrees. GEOS cuts
the quadrilateral by the flood's cells and by the whole zone. Nothing of papar is used. See SOURCE.md.
"""
import csv
import math
import pathlib
import sys

import numpy
import pyproj
from osgeo import gdal, ogr, osr

sys.path.append(str(pathlib.Path(__file__).parent.parent / "jakarta"))
from brute_force import CLASSES, HAZARD, NO_DATA, classify, in_cells, read, square, zones

POPULATION = "Population_Jakarta_UTM48N.tif"  # taken as people per km2; cells below zero as nobody
ELLIPSOID = pyproj.Geod(ellps="WGS84")
osr.UseExceptions()


def corners_in_degrees(raster, geotransform):
    """Longitude and latitude of all corners of all cells, rows x columns x 2."""
    utm = osr.SpatialReference(wkt=raster.GetProjection())
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    for crs in (utm, degrees):
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    xs = geotransform[0] + numpy.arange(raster.RasterXSize + 1) * geotransform[1]
    ys = geotransform[3] + numpy.arange(raster.RasterYSize + 1) * geotransform[5]
    points = numpy.stack(numpy.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
    images = osr.CoordinateTransformation(utm, degrees).TransformPoints(points)
    return numpy.array(images)[:, :2].reshape(len(ys), len(xs), 2)


def polygon(points):
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in (*points, points[0]):
        ring.AddPoint_2D(x, y)
    whole = ogr.Geometry(ogr.wkbPolygon)
    whole.AddGeometry(ring)
    return whole


class Cell:
    """A population cell: its people for each unit of area, and its pieces in the flood's cells."""

    def __init__(self, density, degrees, in_hazard_cells, class_of):
        self.people = density * abs(ELLIPSOID.polygon_area_perimeter(degrees[:, 0], degrees[:, 1])[0]) / 1e6
        self.whole = polygon(in_hazard_cells)
        area = self.whole.Area()
        self.pieces = []
        west, north = numpy.floor(in_hazard_cells.min(axis=0)).astype(int)
        east, south = numpy.ceil(in_hazard_cells.max(axis=0)).astype(int)
        for row in range(north, south):
            for col in range(west, east):
                inside = 0 <= col < class_of.shape[1] and 0 <= row < class_of.shape[0]
                piece = self.whole.Intersection(square(col, row))
                self.pieces.append((class_of[row, col] if inside else NO_DATA, piece, piece.Area() / area))
        assert abs(sum(share for _, _, share in self.pieces) - 1) < 1e-9, "pieces do not add up to the cell"
        self.per_area = self.people / area


def main(data):
    depth, (west, dx, _, north, _, dy) = read(data / HAZARD)
    class_of = classify(depth)
    density, geotransform = read(data / POPULATION)
    density = numpy.maximum(numpy.nan_to_num(density, nan=0.0), 0)
    degrees = corners_in_degrees(gdal.Open(str(data / POPULATION)), geotransform)
    placed = (degrees - (west, north)) / (dx, dy)
    quads = numpy.stack((placed[:-1, :-1], placed[:-1, 1:], placed[1:, 1:], placed[1:, :-1]), axis=2)
    low, high = quads.min(axis=2), quads.max(axis=2)
    cells = {}

    def cell(row, col):
        if (row, col) not in cells:
            around = degrees[row:row + 2, col:col + 2].reshape(4, 2)[[0, 1, 3, 2]]
            cells[row, col] = Cell(density[row, col], around, quads[row, col], class_of)
        return cells[row, col]

    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("study", "zone", "name", "class", "people"))
    for order, name, geometry in zones(data / "kecamatan_jakarta.shp", "KEC_NAME"):
        zone = in_cells(geometry, (west, dx, 0, north, 0, dy))
        prepared = zone.CreatePreparedGeometry()
        first_x, last_x, first_y, last_y = zone.GetEnvelope()
        near = ((high[..., 0] >= first_x) & (low[..., 0] <= last_x) & (high[..., 1] >= first_y)
                & (low[..., 1] <= last_y) & (density > 0))
        parts = [[] for _ in CLASSES]
        for row, col in zip(*numpy.nonzero(near)):
            here = cell(row, col)
            if prepared.Contains(here.whole):
                for class_index, _, share in here.pieces:
                    parts[class_index].append(here.people * share)
            elif prepared.Intersects(here.whole):
                for class_index, piece, _ in here.pieces:
                    parts[class_index].append(here.per_area * zone.Intersection(piece).Area())
        for class_name, counts in zip(CLASSES, parts):
            table.writerow(("utm", order, name, class_name, f"{math.fsum(counts):.9f}"))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
