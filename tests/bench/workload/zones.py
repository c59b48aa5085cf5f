"""The zones of a workload: land of a honeycomb with islands, enclaves and lakes, as GeoPackage layers."""
import struct

import numpy as np
from osgeo import ogr, osr

from .honeycomb import Honeycomb, blob
from .noise import LatticeNoise
from .rasters import CELL, NORTH, WEST

ogr.UseExceptions()

LAND_SHARE = 0.85      # of the honeycomb's cells
ENCLAVE, LAKE, LAKE_WITH_ISLAND = 0.05, 0.03, 0.02  # shares of land cells that have one
REVERSED = 0.10        # share of zones whose rings run the other way round


class ZonePlan:
    """Zones as lists of polygons (lists of closed rings in the unit square), and what is not land."""

    def __init__(self, count, vertices, seed):
        self.rng = np.random.default_rng([seed, 20])
        per_row = int(np.ceil(np.sqrt(count / LAND_SHARE)))
        self.comb = Honeycomb(seed, per_row)
        self.land = choose_land(self.comb, count, seed)
        self.density = vertices * count / sum(self.comb.perimeter(cell) for cell in self.land)
        self.zones = {cell: [] for cell in self.land}
        self.lakes, self.seas = [], []
        self.enclaves = self.islands = 0
        holes = {cell: self._inside(cell) for cell in self.land}
        for cell in self.land:
            self.zones[cell].insert(0, [self.comb.ring(cell, self.density), *holes[cell]])
        for cell in self.comb.cells():
            if cell not in self.zones:
                self.seas.append([self.comb.ring(cell, self.density), *self._sea_islands(cell)])

    def _land_neighbour(self, cell):
        choice = [c for c in self.comb.neighbours(cell) if c in self.zones]
        return choice[self.rng.integers(len(choice))] if choice else None

    def _inside(self, cell):
        """Enclave, lake or lake with an island in the middle of a land cell; returns the hole."""
        kind = self.rng.uniform()
        if kind >= ENCLAVE + LAKE + LAKE_WITH_ISLAND:
            return []
        centre, radius = self.comb.centre(cell), self.comb.core_radius(cell)
        hole = blob(self.rng, centre, radius, self.density)
        owner = self._land_neighbour(cell)
        if kind < ENCLAVE and owner:
            self.zones[owner].append([hole])
            self.enclaves += 1
        elif kind < ENCLAVE + LAKE:
            self.lakes.append([hole])
        else:
            island = blob(self.rng, centre, 0.35 * radius, self.density)
            self.lakes.append([hole, island])
            self.zones[cell].append([island])
            self.islands += 1
        return [hole]

    def _sea_islands(self, cell):
        """One to six islands on a circle round the middle of a sea cell, each given to a land neighbour."""
        if self._land_neighbour(cell) is None:
            return []
        centre, radius = self.comb.centre(cell), self.comb.core_radius(cell)
        count = int(self.rng.integers(1, 7))
        largest = 0.4 * radius * (1 if count < 3 else np.sin(np.pi / count))
        islands = []
        for turn in 2 * np.pi * np.arange(count) / count:
            spot = centre + 0.5 * radius * np.array([np.cos(turn), np.sin(turn)])
            islands.append(blob(self.rng, spot, largest * self.rng.uniform(0.3, 1), self.density))
            self.zones[self._land_neighbour(cell)].append([islands[-1]])
        self.islands += count
        return islands


def choose_land(comb, count, seed):
    """The `count` cells with the highest ground among those whose centre is inside the unit square."""
    ground = LatticeNoise((seed, 21), 1000, [(450, 1.0), (200, 0.7), (70, 0.4)])
    inside = [cell for cell in comb.cells() if np.all((comb.centre(cell) > 0) & (comb.centre(cell) < 1))]
    high = sorted(inside, key=lambda cell: -ground.at(*(1000 * comb.centre(cell))[::-1, None])[0, 0])
    return sorted(high[:count])


def on_earth(points, side, per_row):
    """Unit square to degrees, bent by invertible steps so that zones differ in size and sides overhang."""
    x, y = points.T
    x, y = (v + 0.4 / (2 * np.pi) * np.sin(2 * np.pi * v) for v in (x, y))
    for wavelength, slope in ((2.0, 0.5), (0.6, 0.5), (0.2, 0.4)):  # wavelengths in honeycomb cells
        turn = 2 * np.pi * per_row / wavelength
        x = x + slope / turn * np.sin(turn * y)
        y = y + slope / turn * np.sin(turn * x)
    return np.stack([WEST + x * side * CELL, NORTH - y * side * CELL], axis=1)


def multipolygon(polygons):
    def ring(points):
        return struct.pack("<I", len(points)) + np.ascontiguousarray(points, "<f8").tobytes()

    parts = [struct.pack("<BII", 1, ogr.wkbPolygon, len(rings)) + b"".join(map(ring, rings)) for rings in polygons]
    return ogr.CreateGeometryFromWkb(struct.pack("<BII", 1, ogr.wkbMultiPolygon, len(parts)) + b"".join(parts))


def write_layer(path, layer, rows):
    """rows: (kode, nama, jenis, polygons in degrees)."""
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    package = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    target = package.CreateLayer(layer, wgs84, ogr.wkbMultiPolygon)
    for name in ("kode", "nama", "jenis"):
        target.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    target.StartTransaction()
    for code, name, kind, polygons in rows:
        feature = ogr.Feature(target.GetLayerDefn())
        feature["kode"], feature["nama"], feature["jenis"] = code, name, kind
        feature.SetGeometryDirectly(multipolygon(polygons))
        target.CreateFeature(feature)
    target.CommitTransaction()


def write_zones(folder, side, count, vertices, seed):
    """zones.gpkg (land), partition.gpkg (land, lakes and sea: every cell once), frame.gpkg (the rasters' box)."""
    plan = ZonePlan(count, vertices, seed)

    def earthly(polygons):
        return [[on_earth(ring, side, plan.comb.per_row) for ring in rings] for rings in polygons]

    land = [(f"99.{1 + n // 20:03}.{1 + n % 20:02}", f"Kecamatan {n + 1}", "darat", earthly(plan.zones[cell]))
            for n, cell in enumerate(plan.land)]
    water = [(f"{kind}-{n + 1}", f"{kind} {n + 1}", kind, earthly([rings]))
             for kind, group in (("danau", plan.lakes), ("laut", plan.seas)) for n, rings in enumerate(group)]
    reverse = set(plan.rng.permutation(count)[:round(REVERSED * count)].tolist())
    turned = [(*row[:3], [[ring[::-1] for ring in rings] for rings in row[3]]) if n in reverse else row
              for n, row in enumerate(land)]
    extent = side * CELL
    frame = np.array([(0, -1), (1, -1), (1, 0), (0, 0), (0, -1)]) * extent + (WEST, NORTH)
    write_layer(folder / "zones.gpkg", "zones", turned)
    write_layer(folder / "partition.gpkg", "partition", land + water)
    write_layer(folder / "frame.gpkg", "frame", [("99", "Bingkai", "bingkai", [[frame]])])
    total = sum(len(ring) for row in land for rings in row[3] for ring in rings)
    return {"zones": count, "vertices": total, "vertices_per_zone": round(total / count), "enclaves": plan.enclaves,
            "lakes": len(plan.lakes), "islands": plan.islands, "reversed": len(reverse),
            "partition_polygons": count + len(water)}
