"""The sample study keeps its promises; the independent checks use GDAL and whole-number arithmetic only."""
import csv
import unittest
from collections import Counter
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

gdal.UseExceptions()
ogr.UseExceptions()

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample"
HAZARDS = ("banjir.tif", "longsor.tif", "karhutla.tif")


def centimetres(ring):
    return np.rint(np.array(ring.GetPoints())[:, :2] * 100).astype(np.int64).tolist()


class Unit:
    """One feature; rings as whole centimetres."""

    def __init__(self, feature):
        self.code, self.name, self.above = (feature[c] for c in ("kode", "nama", "kode_induk"))
        self.note = feature["keterangan"]
        geometry = feature.GetGeometryRef()
        self.valid = geometry.IsValid()
        self.polygons = [[centimetres(ring) for ring in polygon] for polygon in geometry]

    def segments(self):
        """Directed sides of all rings."""
        return Counter((tuple(a), tuple(b)) for polygon in self.polygons for ring in polygon
                       for a, b in zip(ring, ring[1:]))

    def area2(self):
        """Twice the area in square centimetres: holes run the other way and count negative."""
        return sum(a[0] * b[1] - a[1] * b[0] for (a, b), n in self.segments().items() for _ in range(n))


def outline(units):
    """The directed sides that are left when sides taken in both directions cancel."""
    sides = sum((unit.segments() for unit in units), Counter())
    return Counter({side: n for side, n in ((s, n - sides[s[::-1]]) for s, n in sides.items()) if n})


def read_layers():
    package = gdal.OpenEx(str(SAMPLE / "batas.gpkg"), gdal.OF_VECTOR)
    return {name: [Unit(feature) for feature in package.GetLayerByName(name)]
            for name in ("kabupaten", "kecamatan", "desa")}


def read_raster(name):
    raster = gdal.Open(str(SAMPLE / name))
    values = raster.ReadAsArray()
    nodata = raster.GetRasterBand(1).GetNoDataValue()
    return raster, np.ma.masked_equal(values, np.float32(nodata))


class Borders(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.layers = read_layers()

    def test_counts(self):
        self.assertEqual([len(self.layers[name]) for name in ("kabupaten", "kecamatan")], [1, 8])
        self.assertTrue(55 <= len(self.layers["desa"]) <= 65)

    def test_valid_and_labelled(self):
        for units in self.layers.values():
            for unit in units:
                self.assertTrue(unit.valid, unit.code)
                self.assertIn("fiktif", unit.note)

    def test_codes(self):
        codes = {name: {unit.code for unit in units} for name, units in self.layers.items()}
        for unit in self.layers["desa"]:
            self.assertRegex(unit.code, r"^99\.01\.0[1-8]\.[12]0\d\d$")
            self.assertEqual(unit.above, unit.code[:8])
            self.assertIn(unit.above, codes["kecamatan"])
        self.assertEqual(len(codes["desa"]), len(self.layers["desa"]))
        self.assertEqual(len({unit.name for unit in self.layers["desa"]}), len(self.layers["desa"]))

    def test_desa_are_a_partition(self):
        """Every side belongs to one desa in its direction, and what no neighbour shares is the regency's outline:
        with valid polygons that leaves no gap and no overlap."""
        desa, (regency,) = self.layers["desa"], self.layers["kabupaten"]
        self.assertEqual(set(sum((unit.segments() for unit in desa), Counter()).values()), {1})
        self.assertEqual(outline(desa), regency.segments())
        self.assertEqual(sum(unit.area2() for unit in desa), regency.area2())

    def test_kecamatan_are_the_union_of_their_desa(self):
        for kecamatan in self.layers["kecamatan"]:
            desa = [unit for unit in self.layers["desa"] if unit.above == kecamatan.code]
            self.assertGreaterEqual(len(desa), 4)
            self.assertEqual(outline(desa), kecamatan.segments())
            self.assertEqual(sum(unit.area2() for unit in desa), kecamatan.area2())

    def test_one_island(self):
        (regency,) = self.layers["kabupaten"]
        self.assertEqual(len(regency.polygons), 2)
        island = regency.polygons[1][0]
        owners = [unit.code for unit in self.layers["desa"] if len(unit.polygons) == 1 and
                  sorted(unit.polygons[0][0]) == sorted(island)]
        self.assertEqual(owners, ["99.01.04.2009"])

    def test_one_enclave_of_another_kecamatan(self):
        shells = {frozenset(map(tuple, unit.polygons[0][0])): unit.code for unit in self.layers["desa"]}
        holes = {frozenset(map(tuple, hole)): host.code for host in self.layers["desa"]
                 for polygon in host.polygons for hole in polygon[1:]}
        found = [(shells[ring], host) for ring, host in holes.items()]
        self.assertEqual(len(found), 1)
        enclave, host = found[0]
        self.assertNotEqual(enclave[:8], host[:8])


class Rasters(unittest.TestCase):
    def test_grids(self):
        """Hazards share one grid of 30 m, and 3 x 3 of its cells make a population cell of 90 m."""
        west, cell, _, north, _, _ = gdal.Open(str(SAMPLE / HAZARDS[0])).GetGeoTransform()
        self.assertEqual(cell, 30)
        for name in HAZARDS:
            raster = gdal.Open(str(SAMPLE / name))
            self.assertEqual(raster.GetGeoTransform(), (west, 30, 0, north, 0, -30))
            self.assertEqual((raster.RasterXSize, raster.RasterYSize), (1020, 900))
        population = gdal.Open(str(SAMPLE / "penduduk.tif"))
        self.assertEqual(population.GetGeoTransform(), (west, 90, 0, north, 0, -90))
        self.assertEqual((population.RasterXSize, population.RasterYSize), (340, 300))

    def test_labels(self):
        for name in (*HAZARDS, "penduduk.tif", "tutupan_lahan.tif", "nilai_pdrb.tif"):
            self.assertIn("FIKTIF", gdal.Open(str(SAMPLE / name)).GetMetadata()["TIFFTAG_IMAGEDESCRIPTION"])

    def test_hazards(self):
        """Nodata where there is no hazard; every class of every hazard is there."""
        for name, breaks, largest in zip(HAZARDS, ((0.75, 1.5), (1 / 3, 2 / 3), (1 / 3, 2 / 3)), (10, 1, 1)):
            _, values = read_raster(name)
            self.assertGreater(values.min(), 0)
            self.assertLessEqual(values.max(), largest)
            self.assertTrue(0.02 < values.count() / values.size < 0.7, name)
            classes = np.bincount(np.searchsorted(breaks, values.compressed()), minlength=3)
            self.assertGreater(classes.min(), 0.05 * classes.sum(), name)

    def test_people(self):
        _, people = read_raster("penduduk.tif")
        self.assertGreaterEqual(people.min(), 0)
        self.assertAlmostEqual(people.sum(dtype=np.float64), 240_000, delta=2_400)
        self.assertTrue(0.3 < people.mask.mean() < 0.5)  # the sea


class Table(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(SAMPLE / "desa.csv", encoding="utf-8", newline="") as file:
            cls.rows = {row["kode"]: row for row in csv.DictReader(file)}

    def test_agrees_with_the_borders(self):
        self.assertEqual({code: row["nama"] for code, row in self.rows.items()},
                         {unit.code: unit.name for unit in read_layers()["desa"]})

    def test_ratios(self):
        for code, row in self.rows.items():
            people = int(row["penduduk"])
            share = {column: int(row[column]) / people for column in row if row[column].isdigit()}
            self.assertEqual(int(row["laki_laki"]) + int(row["perempuan"]), people, code)
            self.assertTrue(0.48 < share["laki_laki"] < 0.53, code)
            self.assertTrue(0.14 < share["kelompok_umur_rentan"] < 0.24, code)
            self.assertTrue(0.03 < share["penduduk_miskin"] < 0.20, code)
            self.assertTrue(0.003 < share["disabilitas"] < 0.02, code)
            self.assertTrue(3 < 1 / share["kepala_keluarga"] < 5, code)

    def test_people_are_those_of_the_raster(self):
        """Independently by 15 x 15 points in every population cell (GDAL's rasterizer): sampled fractions are off by
        at most about 1 / 15 of a border cell, and errors of both signs cancel along a border: half a percent."""
        points = 15
        raster, people = read_raster("penduduk.tif")
        west, cell, _, north, _, _ = raster.GetGeoTransform()
        fine = gdal.GetDriverByName("MEM").Create("", raster.RasterXSize * points, raster.RasterYSize * points)
        fine.SetGeoTransform((west, cell / points, 0, north, 0, -cell / points))
        fine.SetProjection(raster.GetProjection())
        package = gdal.OpenEx(str(SAMPLE / "batas.gpkg"), gdal.OF_VECTOR)
        layer, numbers = package.GetLayerByName("desa"), {}
        for number, feature in enumerate(layer, start=1):
            numbers[feature["kode"]] = number
            layer_of_one = ogr.GetDriverByName("Memory").CreateDataSource("one")
            one = layer_of_one.CreateLayer("one", layer.GetSpatialRef())
            copy = ogr.Feature(one.GetLayerDefn())
            copy.SetGeometry(feature.GetGeometryRef())
            one.CreateFeature(copy)
            gdal.RasterizeLayer(fine, [1], one, burn_values=[number])
        number_of = fine.ReadAsArray().reshape(people.shape[0], points, people.shape[1], points)
        weights = np.broadcast_to((people.filled(0) / points**2)[:, None, :, None], number_of.shape)
        counted = np.bincount(number_of.ravel(), weights.ravel())
        for code, number in numbers.items():
            self.assertAlmostEqual(counted[number], int(self.rows[code]["penduduk"]), delta=2 + 0.005 * counted[number])


class Size(unittest.TestCase):
    def test_below_six_megabytes(self):
        files = [f for f in SAMPLE.rglob("*") if f.is_file() and not {"hasil", "__pycache__"} & set(f.parts)]
        self.assertLess(sum(f.stat().st_size for f in files), 6_000_000)


if __name__ == "__main__":
    unittest.main()
