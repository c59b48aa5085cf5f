"""Writes the study's files."""
import csv

import numpy as np
from osgeo import gdal, ogr, osr

from .frame import COLUMNS, CELL, EPSG, NORTH, WEST
from .shapes import multipolygon

gdal.UseExceptions()
gdal.SetConfigOption("OGR_CURRENT_DATE", "2024-01-01T00:00:00.000Z")  # GeoPackages carry a date of change

NODATA = -9999.0
NOTE = "DATA FIKTIF: Kabupaten Contoh tidak ada; data buatan untuk contoh. FICTIONAL: made-up sample data."
OPTIONS = ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256", "COMPRESS=DEFLATE", "ZLEVEL=9", "PREDICTOR=3"]


def crs():
    utm = osr.SpatialReference()
    utm.ImportFromEPSG(EPSG)
    return utm


def write_raster(path, values, title, unit):
    """Float32 GeoTIFF over the frame; NaN becomes nodata."""
    rows, columns = values.shape
    cell = CELL * COLUMNS // columns
    raster = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Float32, OPTIONS)
    raster.SetGeoTransform((WEST, cell, 0, NORTH, 0, -cell))
    raster.SetProjection(crs().ExportToWkt())
    raster.SetMetadata({"TIFFTAG_IMAGEDESCRIPTION": f"{title}. {NOTE}", "KETERANGAN": NOTE})
    band = raster.GetRasterBand(1)
    band.SetNoDataValue(NODATA)
    band.SetDescription(title)
    band.SetUnitType(unit)
    band.WriteArray(np.where(np.isnan(values), NODATA, values).astype(np.float32))


def write_borders(path, units, polygons):
    """Layers kabupaten, kecamatan and desa. units, polygons: by layer, then by number of the region."""
    package = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    names = {unit.kode: unit.nama for found in units.values() for unit in found.values()}
    for name, found in units.items():
        options = [f"IDENTIFIER=Batas {name} (fiktif)", f"DESCRIPTION={NOTE}"]
        layer = package.CreateLayer(name, crs(), ogr.wkbMultiPolygon, options)
        for column in ("kode", "nama", "jenis", "kode_induk", "nama_induk", "keterangan"):
            layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
        for number, unit in sorted(found.items(), key=lambda item: item[1].kode):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["kode"], feature["nama"], feature["jenis"] = unit.kode, unit.nama, unit.jenis
            feature["kode_induk"], feature["nama_induk"] = unit.induk, names.get(unit.induk)
            feature["keterangan"] = "data fiktif"
            feature.SetGeometryDirectly(multipolygon(polygons[name][number]))
            layer.CreateFeature(feature)


def write_table(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
