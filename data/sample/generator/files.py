"""Writes the study's files."""
import csv
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from .borders import CENTIMETRES
from .frame import COLUMNS, CELL, EPSG, NORTH, WEST
from .shapes import multipolygon

gdal.UseExceptions()
gdal.SetConfigOption("OGR_CURRENT_DATE", "2024-01-01T00:00:00.000Z")  # GeoPackages carry a date of change

NODATA = -9999.0
NOTE = "DATA FIKTIF: Kabupaten Contoh tidak ada; data buatan untuk contoh. FICTIONAL: made-up sample data."
OPTIONS = ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256", "COMPRESS=DEFLATE", "ZLEVEL=9"]


def crs():
    utm = osr.SpatialReference()
    utm.ImportFromEPSG(EPSG)
    return utm


def write_raster(path, values, title, unit):
    """Float32 GeoTIFF over the frame; NaN becomes nodata."""
    raster = create_raster(path, values.shape, gdal.GDT_Float32, title, ["PREDICTOR=3"])
    band = raster.GetRasterBand(1)
    band.SetNoDataValue(NODATA)
    band.SetUnitType(unit)
    band.WriteArray(np.where(np.isnan(values), NODATA, values).astype(np.float32))


def write_classes(path, codes, title, names, colours, nodata):
    """Byte GeoTIFF over the frame, with a colour and a name for every code; the names stand in the file's .aux.xml."""
    Path(f"{path}.aux.xml").unlink(missing_ok=True)
    raster = create_raster(path, codes.shape, gdal.GDT_Byte, title, [])
    band = raster.GetRasterBand(1)
    table = gdal.ColorTable()
    for code, colour in colours.items():
        table.SetColorEntry(code, (*colour, 255))
    band.SetColorTable(table)
    band.SetNoDataValue(nodata)
    band.SetCategoryNames([names.get(code, "") for code in range(max(names) + 1)])
    band.WriteArray(codes)


def create_raster(path, shape, kind, title, options):
    rows, columns = shape
    cell = CELL * COLUMNS // columns
    raster = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, kind, OPTIONS + options)
    raster.SetGeoTransform((WEST, cell, 0, NORTH, 0, -cell))
    raster.SetProjection(crs().ExportToWkt())
    raster.SetMetadata({"TIFFTAG_IMAGEDESCRIPTION": f"{title}. {NOTE}", "KETERANGAN": NOTE})
    raster.GetRasterBand(1).SetDescription(title)
    return raster


def write_borders(path, units, polygons):
    """Layers kabupaten, kecamatan and desa. units, polygons: by layer, then by number of the region."""
    package = create_package(path)
    names = {unit.kode: unit.nama for found in units.values() for unit in found.values()}
    for name, found in units.items():
        layer = create_layer(package, name, f"Batas {name}", ogr.wkbMultiPolygon,
                             ("kode", "nama", "jenis", "kode_induk", "nama_induk", "keterangan"))
        for number, unit in sorted(found.items(), key=lambda item: item[1].kode):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["kode"], feature["nama"], feature["jenis"] = unit.kode, unit.nama, unit.jenis
            feature["kode_induk"], feature["nama_induk"] = unit.induk, names.get(unit.induk)
            feature["keterangan"] = "data fiktif"
            feature.SetGeometryDirectly(multipolygon(polygons[name][number]))
            layer.CreateFeature(feature)


def write_facilities(path, layers):
    """Points; layers: facilities by layer."""
    package = create_package(path)
    for name, facilities in layers.items():
        layer = create_layer(package, name, name.replace("_", " ").capitalize(), ogr.wkbPoint,
                             ("nama", "jenis", "kode_desa", "keterangan"))
        layer.CreateField(ogr.FieldDefn("nilai", ogr.OFTInteger64))
        for facility in facilities:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["nama"], feature["jenis"], feature["kode_desa"] = facility.nama, facility.jenis, facility.kode
            feature["nilai"], feature["keterangan"] = facility.nilai, "data fiktif"
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(facility.x, facility.y)
            feature.SetGeometryDirectly(point)
            layer.CreateFeature(feature)


def write_roads(path, roads):
    package = create_package(path)
    layer = create_layer(package, "jalan", "Jalan", ogr.wkbLineString, ("nama", "kelas", "keterangan"))
    for road in roads:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["nama"], feature["kelas"], feature["keterangan"] = road.nama, road.kelas, "data fiktif"
        line = ogr.Geometry(ogr.wkbLineString)
        for x, y in road.points.tolist():
            line.AddPoint_2D(x / CENTIMETRES, y / CENTIMETRES)
        feature.SetGeometryDirectly(line)
        layer.CreateFeature(feature)


def create_package(path):
    Path(path).unlink(missing_ok=True)
    return ogr.GetDriverByName("GPKG").CreateDataSource(str(path))


def create_layer(package, name, title, kind, columns):
    """With text columns."""
    options = [f"IDENTIFIER={title} (fiktif)", f"DESCRIPTION={NOTE}"]
    layer = package.CreateLayer(name, crs(), kind, options)
    for column in columns:
        layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    return layer


def write_table(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
