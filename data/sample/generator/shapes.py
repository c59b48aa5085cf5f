"""Rings of whole centimetres as OGR geometries in metres."""
import struct

from osgeo import ogr

from .borders import CENTIMETRES

ogr.UseExceptions()


def multipolygon(polygons):
    """polygons: [[outer ring, hole, ...], ...], rings closed."""
    def ring(points):
        return struct.pack("<I", len(points)) + (points / CENTIMETRES).astype("<f8").tobytes()

    parts = [struct.pack("<BII", 1, ogr.wkbPolygon, len(rings)) + b"".join(map(ring, rings)) for rings in polygons]
    return ogr.CreateGeometryFromWkb(struct.pack("<BII", 1, ogr.wkbMultiPolygon, len(parts)) + b"".join(parts))
