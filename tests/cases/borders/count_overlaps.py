#!/usr/bin/python3
"""Overlapping pairs and gaps of a zone layer, calculated without papar.

    tests/cases/borders/count_overlaps.py FILE [PREFIX [COLUMN]]

Every pair of zones whose boxes meet is intersected by GEOS through OGR; invalid polygons are made valid first
(METHOD=STRUCTURE); PREFIX takes only zones whose COLUMN (kode) begins with it. Areas are those in EPSG:6933 (equal-area
cylindrical on WGS 84). Gaps are what the union of all zones leaves of a frame
round them, but for the outside. Only what exceeds 1 m2 counts.
"""
import sys

from osgeo import gdal, ogr, osr

SMALLEST_M2 = 1


def crs(epsg):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def shapes(file, prefix, column):
    dataset = ogr.Open(file)
    for feature in dataset.GetLayer(0):
        if prefix and not feature.GetField(column).startswith(prefix):
            continue
        shape = feature.GetGeometryRef().Clone()
        shape.FlattenTo2D()
        yield shape if shape.IsValid() else shape.MakeValid(["METHOD=STRUCTURE"])


def polygons(geometry):
    if ogr.GT_Flatten(geometry.GetGeometryType()) == ogr.wkbPolygon:
        yield geometry
    for i in range(geometry.GetGeometryCount() if geometry.GetGeometryType() != ogr.wkbPolygon else 0):
        yield from polygons(geometry.GetGeometryRef(i))


def area_m2(geometry, to_equal_area):
    total = 0
    for polygon in polygons(geometry):
        flat = polygon.Clone()
        flat.Segmentize(0.001)  # degrees: edges that are straight in degrees bend there
        flat.Transform(to_equal_area)
        total += flat.GetArea()
    return total


def overlaps(zones, to_equal_area):
    boxes = [zone.GetEnvelope() for zone in zones]
    order = sorted(range(len(zones)), key=lambda i: boxes[i][0])
    for place, i in enumerate(order):
        for j in order[place + 1:]:
            if boxes[j][0] > boxes[i][1]:
                break
            if boxes[j][2] <= boxes[i][3] and boxes[i][2] <= boxes[j][3]:
                shared = zones[i].Intersection(zones[j])
                area = area_m2(shared, to_equal_area) if shared is not None else 0
                if area > SMALLEST_M2:
                    yield area


def gaps(zones, to_equal_area):
    everything = ogr.Geometry(ogr.wkbMultiPolygon)
    for zone in zones:
        for polygon in polygons(zone):
            everything.AddGeometry(polygon)
    west, east, south, north = everything.GetEnvelope()
    frame = ogr.CreateGeometryFromWkt(f"POLYGON(({west - 1} {south - 1},{east + 1} {south - 1},{east + 1} {north + 1},"
                                      f"{west - 1} {north + 1},{west - 1} {south - 1}))")
    for polygon in polygons(frame.Difference(everything.UnionCascaded())):
        area = area_m2(polygon, to_equal_area)
        if area > SMALLEST_M2 and polygon.GetEnvelope()[0] >= west:  # not the outside
            yield area


def main(file, prefix="", column="kode"):
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # it tells of every invalid polygon
    gdal.UseExceptions()
    ogr.UseExceptions()
    zones = list(shapes(file, prefix, column))
    to_equal_area = osr.CoordinateTransformation(crs(4326), crs(6933))
    for name, found in (("overlaps", overlaps), ("gaps", gaps)):
        areas = list(found(zones, to_equal_area))
        print(f"{name} of {len(zones)} zones: {len(areas)}, {sum(areas) / 1e4:.6f} ha")


if __name__ == "__main__":
    main(*sys.argv[1:])
