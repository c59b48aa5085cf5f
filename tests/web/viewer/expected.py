#!/usr/bin/env python3
"""What the viewer should say of a result, worked out from its GeoPackage alone. Prints JSON.

    tests/web/viewer/expected.py krb.gpkg ZONE_CODE HAZARD BIN

GDAL finds a point inside the zone; the histogram is summed here.
"""
import json
import sqlite3
import sys

from osgeo import ogr, osr

ogr.UseExceptions()
file, code, hazard, first = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
tables = sqlite3.connect(f"file:{file}?mode=ro", uri=True)


def one(query, *values):
    return tables.execute(query, values).fetchone()[0]


def histogram(zone):
    row = tables.execute("SELECT jiwa FROM histogram WHERE kode = ? AND bahaya = ?", (zone, hazard)).fetchone()
    return json.loads(row[0]) if row else []


dataset = ogr.Open(file)
layer = dataset.GetLayerByName("zona")
layer.SetAttributeFilter(f"kode = '{code}'")
feature = layer.GetNextFeature()
point = feature.GetGeometryRef().PointOnSurface()
degrees = osr.SpatialReference()
degrees.ImportFromEPSG(4326)
degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
point.TransformTo(degrees)
edges = json.loads(one("SELECT batas FROM histogram_batas WHERE bahaya = ?", hazard))
zones = [row[0] for row in tables.execute("SELECT kode FROM zona")]
after = {zone: sum(histogram(zone)[first:]) for zone in zones}
print(json.dumps({
    "name": one("SELECT nama FROM zona WHERE kode = ?", code),
    "lon": point.GetX(),
    "lat": point.GetY(),
    "edge": edges[first],
    "zone_people": one("SELECT penduduk FROM zona WHERE kode = ?", code),
    "zone_exposed": one(f"SELECT {hazard}_jiwa FROM zona WHERE kode = ?", code),
    "zone_after": after[code],
    "total_exposed": sum(row[0] or 0 for row in tables.execute(f"SELECT {hazard}_jiwa FROM zona")),
    "total_after": sum(after.values()),
    "first_after": one("SELECT nama FROM zona WHERE kode = ?", max(after, key=after.get)),
}))
