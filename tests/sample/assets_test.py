"""What is exposed beside people keeps its promises: land cover, product, facilities, roads, and the capacity table. The
checks use GDAL, OGR (GEOS) and arithmetic only."""
import csv
import unittest
from collections import Counter
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

gdal.UseExceptions()
ogr.UseExceptions()

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample"
CLASSES = ["", "permukiman", "sawah", "kebun", "hutan_lindung", "hutan_alam", "hutan_bakau", "semak_belukar", "rawa",
           "tambak", "tubuh_air"]
SEA = 255


def open_raster(name):
    raster = gdal.Open(str(SAMPLE / name))
    return raster, raster.GetRasterBand(1), raster.ReadAsArray()


def read_layer(name, layer):
    """(columns, geometry) of every feature."""
    source = gdal.OpenEx(str(SAMPLE / name), gdal.OF_VECTOR)
    return [(feature.items(), feature.GetGeometryRef().Clone()) for feature in source.GetLayerByName(layer)]


def read_table(name):
    with open(SAMPLE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_population_cells(cells):
    """Rows and columns of 3 x 3 cells, as axes 1 and 3."""
    return cells.reshape(300, 3, 340, 3)


class LandCover(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.raster, cls.band, cls.codes = open_raster("tutupan_lahan.tif")

    def test_grid_is_that_of_the_hazards(self):
        hazard = gdal.Open(str(SAMPLE / "banjir.tif"))
        self.assertEqual(self.raster.GetGeoTransform(), hazard.GetGeoTransform())
        self.assertEqual((self.raster.RasterXSize, self.raster.RasterYSize), (1020, 900))
        self.assertEqual((self.band.DataType, self.band.GetNoDataValue()), (gdal.GDT_Byte, SEA))

    def test_names_and_colours(self):
        self.assertEqual(self.band.GetCategoryNames(), CLASSES)
        colours = {self.band.GetColorTable().GetColorEntry(code) for code in range(1, 11)}
        self.assertEqual(len(colours), 10)

    def test_every_class_is_there(self):
        counts = Counter(self.codes[self.codes != SEA].tolist())
        self.assertEqual(set(counts), set(range(1, 11)))
        self.assertGreater(min(counts.values()) * 0.09, 100)  # ha

    def test_sea_is_where_no_population_cell_is(self):
        _, band, people = open_raster("penduduk.tif")
        sea = in_population_cells(self.codes == SEA).all(axis=(1, 3))
        self.assertTrue(np.array_equal(sea, people == np.float32(band.GetNoDataValue())))

    def test_people_live_in_settlements(self):
        people = np.maximum(open_raster("penduduk.tif")[2], 0).astype(np.float64)
        settled = in_population_cells(self.codes == 1).any(axis=(1, 3))
        self.assertGreater(people[settled].sum(), people.sum() * 2 / 3)

    def test_mangrove_and_ponds_are_near_the_sea(self):
        distance = gdal.GetDriverByName("MEM").Create("", 1020, 900, 1, gdal.GDT_Float32)
        gdal.ComputeProximity(self.band, distance.GetRasterBand(1), [f"VALUES={SEA}", "DISTUNITS=PIXEL"])
        metres = distance.ReadAsArray() * 30
        self.assertLess(metres[self.codes == 6].max(), 1000)
        self.assertLess(metres[self.codes == 9].max(), 2000)


class Product(unittest.TestCase):
    def test_adds_up(self):
        """Rp 21 million a person and so much a hectare of each class (README); rounding by at most 5,000 a hectare is
        nothing to a thousandth of the sum."""
        raster, band, product = open_raster("nilai_pdrb.tif")
        people_raster, people_band, people = open_raster("penduduk.tif")
        self.assertEqual(raster.GetGeoTransform(), people_raster.GetGeoTransform())
        self.assertTrue(np.array_equal(product == np.float32(band.GetNoDataValue()),
                                       people == np.float32(people_band.GetNoDataValue())))
        counts = Counter(open_raster("tutupan_lahan.tif")[2].ravel().tolist())
        million_per_hectare = {2: 32, 3: 24, 4: 0.2, 5: 1.5, 6: 4, 7: 0.6, 8: 0.8, 9: 70, 10: 1}
        expected = 21e6 * np.maximum(people, 0).sum(dtype=np.float64)  # a cell has 0.09 ha, a population cell 0.81 ha
        expected += sum(million * 1e6 * counts[code] * 0.09 for code, million in million_per_hectare.items())
        self.assertAlmostEqual(np.maximum(product, 0).sum(dtype=np.float64) * 0.81 / expected, 1, delta=0.001)


class Facilities(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.public = read_layer("fasilitas.gpkg", "fasilitas_umum")
        cls.critical = read_layer("fasilitas.gpkg", "fasilitas_kritis")

    def test_kinds(self):
        kinds = [{columns["jenis"] for columns, _ in layer} for layer in (self.public, self.critical)]
        self.assertEqual(kinds, [{"sekolah", "puskesmas pembantu", "tempat ibadah", "pasar"},
                                 {"rumah sakit", "gardu listrik", "bandara perintis", "pelabuhan", "kantor BPBD",
                                  "jembatan utama"}])
        self.assertTrue(150 <= len(self.public) + len(self.critical) <= 250)

    def test_names_places_and_values(self):
        both = self.public + self.critical
        self.assertEqual(len({columns["nama"] for columns, _ in both}), len(both))
        self.assertEqual(len({(point.GetX(), point.GetY()) for _, point in both}), len(both))
        for columns, _ in both:
            self.assertTrue(columns["nama"].endswith(" (fiktif)"), columns["nama"])
            self.assertTrue(500_000_000 <= columns["nilai"] <= 200_000_000_000, columns["nama"])

    def test_each_lies_in_its_desa(self):
        desa = {columns["kode"]: shape for columns, shape in read_layer("batas.gpkg", "desa")}
        for columns, point in self.public + self.critical:
            self.assertTrue(desa[columns["kode_desa"]].Contains(point), columns["nama"])

    def test_every_desa_has_a_school_and_a_place_of_worship(self):
        codes = {row["kode"] for row in read_table("desa.csv")}
        for kind in ("sekolah", "tempat ibadah"):
            self.assertEqual({columns["kode_desa"] for columns, _ in self.public if columns["jenis"] == kind}, codes)

    def test_bridges_lie_in_rivers_on_roads(self):
        """In a cell of water, and no further from a road than the corner of the cell from its middle (21.2 m)."""
        codes = open_raster("tutupan_lahan.tif")[2]
        roads = [line for _, line in read_layer("jalan.gpkg", "jalan")]
        bridges = [point for columns, point in self.critical if columns["jenis"] == "jembatan utama"]
        for point in bridges:
            self.assertEqual(codes[int((8_700_000 - point.GetY()) / 30), int((point.GetX() - 400_000) / 30)], 10)
            self.assertLess(min(line.Distance(point) for line in roads), 21.3)


class Roads(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.roads = read_layer("jalan.gpkg", "jalan")

    def test_classes_and_names(self):
        self.assertEqual({columns["kelas"] for columns, _ in self.roads},
                         {"jalan nasional", "jalan kabupaten", "jalan desa"})
        self.assertEqual(len({columns["nama"] for columns, _ in self.roads}), len(self.roads))
        for columns, _ in self.roads:
            self.assertTrue(columns["nama"].endswith(" (fiktif)"), columns["nama"])

    def test_stay_in_the_regency_and_reach_every_kecamatan(self):
        ((_, regency),) = read_layer("batas.gpkg", "kabupaten")
        for columns, line in self.roads:
            self.assertTrue(line.IsSimple(), columns["nama"])
            self.assertTrue(regency.Contains(line), columns["nama"])
        for columns, kecamatan in read_layer("batas.gpkg", "kecamatan"):
            self.assertTrue(any(line.Intersects(kecamatan) for _, line in self.roads), columns["nama"])

    def test_one_network_and_that_of_the_island(self):
        """Roads hang together where they share a point to the centimetre."""
        parts = [({tuple(np.rint(np.array(p[:2]) * 100)) for p in line.GetPoints()}) for _, line in self.roads]
        joined = []
        for points in parts:
            touching = [other for other in joined if other & points]
            joined = [other for other in joined if not other & points] + [points.union(*touching)]
        self.assertEqual(len(joined), 2)


class Capacity(unittest.TestCase):
    def test_table(self):
        rows = read_table("kapasitas.csv")
        self.assertEqual([(row["kode"], row["nama"]) for row in rows],
                         [(row["kode"], row["nama"]) for row in read_table("desa.csv")])
        self.assertEqual({(row["ikd"], row["keterangan"]) for row in rows}, {("0.46", "data fiktif")})
        for row in rows:
            self.assertTrue(0.28 <= float(row["ikm"]) <= 0.75, row["kode"])


if __name__ == "__main__":
    unittest.main()
