#!/usr/bin/python3
"""Expected areas of the volcano case: hazard zones dissolved by class for the whole country, then cut with some kecamatan.

    tests/cases/volcano/expected.py DATA_FOLDER OUTPUT_FILE

OGR with GEOS cuts, pyproj (GeographicLib) measures on WGS 84. Nothing of papar is used. See SOURCE.md.
"""
import csv
import sys
from pathlib import Path

from osgeo import gdal, ogr
from pyproj import Geod

CLASSES = ("Kawasan Rawan Bencana I", "Kawasan Rawan Bencana II", "Kawasan Rawan Bencana III")
ZONES = ("33.08.05", "33.08.06", "33.09.01", "33.10.21", "34.04.15", "34.04.16", "34.04.17")  # round Merapi


def polygons(geometry):
    if geometry.GetGeometryType() == ogr.wkbPolygon:
        return [geometry]
    return [polygon for part in geometry for polygon in polygons(part)] if geometry.GetGeometryCount() else []


def valid(geometry):
    geometry = geometry.Clone()
    geometry.FlattenTo2D()
    return geometry if geometry.IsValid() else geometry.MakeValid(["METHOD=STRUCTURE"])


def dissolved_by_class(path):
    """One shape a class: a place belongs to its highest class only."""
    parts = {name: ogr.Geometry(ogr.wkbMultiPolygon) for name in CLASSES}
    source = ogr.Open(str(path))
    for feature in source.GetLayer(0):
        for polygon in polygons(valid(feature.GetGeometryRef())):
            parts[feature.GetField("KRB")].AddGeometry(polygon)
    shapes = [parts[name].UnionCascaded() for name in CLASSES]
    above = shapes[2]
    shapes[1] = shapes[1].Difference(above)
    shapes[0] = shapes[0].Difference(above.Union(shapes[1]))
    return shapes


def area_m2(geometry):
    """Shells less holes on WGS 84. Edges are straight in degrees: cut to 55 m, they are geodesics well enough."""
    geometry = geometry.Clone()
    geometry.Segmentize(0.0005)
    geod = Geod(ellps="WGS84")
    total = 0.0
    for polygon in polygons(geometry):
        for i, ring in enumerate(polygon):
            points = ring.GetPoints()
            area = abs(geod.polygon_area_perimeter([p[0] for p in points], [p[1] for p in points])[0])
            total += area if i == 0 else -area
    return total


def main(data, output):
    hazard = dissolved_by_class(data / "hazard_zone_volcano.shp")
    source = ogr.Open(str(data / "idn_kecamatan_cahyadsn.gpkg"))
    layer = source.GetLayer(0)
    layer.SetAttributeFilter("kode IN ({})".format(", ".join(f"'{code}'" for code in ZONES)))
    with open(output, "w") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("zone", "part", "area_m2"))
        for feature in layer:
            zone = valid(feature.GetGeometryRef())
            parts = [zone.Intersection(shape) for shape in hazard]
            for name, part in zip(("I", "II", "III"), parts):
                table.writerow((feature.GetField("kode"), name, f"{area_m2(part):.3f}"))
            table.writerow((feature.GetField("kode"), "zone", f"{area_m2(zone):.3f}"))


if __name__ == "__main__":
    gdal.UseExceptions()
    ogr.UseExceptions()
    main(Path(sys.argv[1]), Path(sys.argv[2]))
