"""The sample study names files, layers and columns that are there, and its weights sum to 1."""
import csv
import tomllib
import unittest
from pathlib import Path

from osgeo import gdal

gdal.UseExceptions()

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample"


def columns_of(name, layer=None):
    if name.endswith(".csv"):
        with open(SAMPLE / name, encoding="utf-8", newline="") as file:
            return next(csv.reader(file))
    source = gdal.OpenEx(str(SAMPLE / name), gdal.OF_VECTOR)
    definition = source.GetLayerByName(layer).GetLayerDefn()
    return [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]


class Study(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(SAMPLE / "study.toml", "rb") as file:
            cls.study = tomllib.load(file)

    def assert_columns(self, section, keys, names=None):
        """names: the columns; default: those of the section's own file."""
        names = names or columns_of(section["file"], section.get("layer"))
        for key in keys:
            if key in section:
                self.assertIn(section[key], names)

    def test_columns(self):
        zones, table = self.study["zones"], self.study["population"]["table"]
        self.assert_columns(zones, ("code", "name"))
        for level in zones["level"]:
            self.assert_columns(level, ("code", "name"), columns_of(zones["file"], zones["layer"]))
        self.assert_columns(table, ("code", "people"))
        for group in self.study["population"]["group"]:
            self.assert_columns(group, ("column",), columns_of(table["file"]))
        self.assert_columns(self.study["capacity"], ("code", "ikd_column", "ikm_column"))
        for exposure in self.study["exposure"]:
            if "layer" in exposure:
                self.assert_columns(exposure, ("name", "category", "value"))

    def test_rasters(self):
        for section in (self.study["population"], *self.study["hazard"], *self.study["exposure"]):
            if section["file"].endswith(".tif"):
                self.assertEqual(gdal.Open(str(SAMPLE / section["file"])).RasterCount, 1)

    def test_classes_of_land_cover(self):
        """The codes stand for what the raster's category names say."""
        (cover,) = [exposure for exposure in self.study["exposure"] if exposure["kind"] == "land_cover"]
        raster = gdal.Open(str(SAMPLE / cover["file"]))
        raster.GetGeoTransform()  # GDAL reads the .aux.xml with the names only now
        names = raster.GetRasterBand(1).GetCategoryNames()
        self.assertEqual({names[int(code)] for code in cover["cover"]}, set(cover["cover"].values()))
        self.assertEqual({names[int(code)] for code in cover["rupiah_per_hectare"]}, {"sawah", "kebun", "tambak"})

    def test_weights(self):
        own = self.study["profile"]["set"]
        for group in (own["weight"], own["environmental_weight"]):
            self.assertAlmostEqual(sum(group["kebakaran_hutan_lahan"].values()), 1, places=12)


if __name__ == "__main__":
    unittest.main()
