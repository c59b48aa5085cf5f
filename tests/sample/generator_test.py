"""The committed sample is what its generator makes: the same values, not necessarily the same bytes of files."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
from osgeo import gdal

gdal.UseExceptions()

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample"


def features(path, layer):
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    return [(feature.items(), bytes(feature.GetGeometryRef().ExportToWkb()))
            for feature in source.GetLayerByName(layer)]


class Generator(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        subprocess.run([sys.executable, "-B", str(SAMPLE / "make_sample.py"), cls.folder.name], check=True)

    def test_rasters(self):
        for name in ("ketinggian.tif", "banjir.tif", "longsor.tif", "karhutla.tif", "penduduk.tif", "tutupan_lahan.tif",
                     "nilai_pdrb.tif"):
            made, kept = gdal.Open(f"{self.folder.name}/{name}"), gdal.Open(str(SAMPLE / name))
            self.assertEqual(made.GetGeoTransform(), kept.GetGeoTransform())
            self.assertTrue(np.array_equal(made.ReadAsArray(), kept.ReadAsArray()), name)

    def test_names_and_colours_of_land_cover(self):
        rasters = [gdal.Open(f"{folder}/tutupan_lahan.tif") for folder in (self.folder.name, SAMPLE)]
        self.assertEqual(*(raster.GetGeoTransform() for raster in rasters))  # GDAL reads names in .aux.xml only now
        made, kept = (raster.GetRasterBand(1) for raster in rasters)
        self.assertEqual(len(kept.GetCategoryNames()), 11)
        self.assertEqual(made.GetCategoryNames(), kept.GetCategoryNames())
        for code in range(256):
            self.assertEqual(made.GetColorTable().GetColorEntry(code), kept.GetColorTable().GetColorEntry(code))

    def test_borders(self):
        for layer in ("kabupaten", "kecamatan", "desa"):
            self.assertEqual(features(f"{self.folder.name}/batas.gpkg", layer), features(SAMPLE / "batas.gpkg", layer))

    def test_facilities_and_roads(self):
        for name, layer in (("fasilitas.gpkg", "fasilitas_umum"), ("fasilitas.gpkg", "fasilitas_kritis"),
                            ("jalan.gpkg", "jalan")):
            self.assertEqual(features(f"{self.folder.name}/{name}", layer), features(SAMPLE / name, layer))

    def test_tables(self):
        for name in ("desa.csv", "kapasitas.csv"):
            self.assertEqual(Path(self.folder.name, name).read_bytes(), (SAMPLE / name).read_bytes())


if __name__ == "__main__":
    unittest.main()
