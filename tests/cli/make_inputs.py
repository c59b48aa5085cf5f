#!/usr/bin/env python3
"""Makes the inputs of the command-line tests, the same every time: a good study and everything that can be wrong.

    tests/cli/make_inputs.py FOLDER

The good rasters are 12 x 8 cells of 0.01 degree, north-west corner 106 E 6 S; the good zones are four rectangles that
together cover them exactly.
"""
import shutil
import sys
from array import array
from pathlib import Path

from misfit_inputs import write_misfits
from osgeo import gdal, ogr, osr

COLS, ROWS, CELL, WEST, NORTH = 12, 8, 0.01, 106.0, -6.0
GEOGRAPHIC, UTM_48S = 4326, 32748


def crs(epsg):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def raster(path, rows, *, kind=gdal.GDT_Float32, transform=(WEST, CELL, 0, NORTH, 0, -CELL), epsg=GEOGRAPHIC,
           nodata=None):
    """rows: one list of numbers for each row, from the top."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), len(rows[0]), len(rows), 1, kind)
    if transform is not None:
        dataset.SetGeoTransform(transform)
    if epsg is not None:
        dataset.SetProjection(crs(epsg).ExportToWkt())
    band = dataset.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    cells = array("d", (value for row in rows for value in row))
    band.WriteRaster(0, 0, len(rows[0]), len(rows), cells.tobytes(), buf_type=gdal.GDT_Float64)


def large_raster(path, side):
    """side x side cells of 1 over the extent of the others."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), side, side, 1, gdal.GDT_Byte,
                                                   ["COMPRESS=DEFLATE", "TILED=YES"])
    dataset.SetGeoTransform((WEST, COLS * CELL / side, 0, NORTH, 0, -ROWS * CELL / side))
    dataset.SetProjection(crs(GEOGRAPHIC).ExportToWkt())
    dataset.GetRasterBand(1).Fill(1)


def layer(dataset, name, zones, *, epsg=GEOGRAPHIC, geometry=ogr.wkbPolygon, columns=("kode", "nama")):
    """zones: the texts of the columns and WKT for each feature."""
    made = dataset.CreateLayer(name, crs(epsg) if epsg else None, geometry)
    for column in columns:
        made.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    for *texts, wkt in zones:
        feature = ogr.Feature(made.GetLayerDefn())
        for column, text in zip(columns, texts):
            feature.SetField(column, text)
        if wkt:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        made.CreateFeature(feature)


def hazard_layer(dataset, name, shapes, *, epsg=GEOGRAPHIC, geometry=ogr.wkbPolygon):
    """shapes: (text of the class column, WKT) for each feature."""
    made = dataset.CreateLayer(name, crs(epsg) if epsg else None, geometry)
    made.CreateField(ogr.FieldDefn("krb", ogr.OFTString))
    for text, wkt in shapes:
        feature = ogr.Feature(made.GetLayerDefn())
        if text is not None:
            feature.SetField("krb", text)
        if wkt:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        made.CreateFeature(feature)


def with_points(dataset, name, zones, points):
    """A layer with a point (longitude, latitude) for each zone, in columns of its own."""
    layer(dataset, name, zones)
    made = dataset.GetLayerByName(name)
    for column in ("bujur", "lintang"):
        made.CreateField(ogr.FieldDefn(column, ogr.OFTReal))
    for feature, (longitude, latitude) in zip(made, points):
        feature.SetField("bujur", longitude)
        feature.SetField("lintang", latitude)
        made.SetFeature(feature)


def box(west, south, east, north):
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def with_cell(rows, row, col, value):
    changed = [list(each) for each in rows]
    changed[row][col] = value
    return changed


def write_rasters(folder):
    people = [[row * COLS + col for col in range(COLS)] for row in range(ROWS)]  # 0 to 95: 4560 people
    depth = [[2 * col / (COLS - 1) for col in range(COLS)] for _ in range(ROWS)]  # 0 to 2 from west to east
    index = [[row / (ROWS - 1)] * COLS for row in range(ROWS)]  # 0 to 1 from north to south
    raster(folder / "penduduk.tif", people)
    raster(folder / "banjir.tif", depth)
    raster(folder / "longsor.tif", index)

    raster(folder / "satu_sel.tif", with_cell(people, 0, 3, 1003))  # 1000 people more than penduduk.tif

    raster(folder / "negatif.tif", with_cell(people, 3, 5, -3))
    raster(folder / "takhingga.tif", with_cell(depth, 2, 2, float("inf")))
    raster(folder / "nan.tif", [[float("nan")] * COLS] * ROWS, nodata=float("nan"))
    raster(folder / "nol.tif", [[0] * COLS] * ROWS)
    raster(folder / "kelas.tif", with_cell([[1] * COLS] * ROWS, 0, 0, 7), kind=gdal.GDT_Byte)
    raster(folder / "kompleks.tif", people, kind=gdal.GDT_CFloat32)

    raster(folder / "tanpa_crs.tif", depth, epsg=None)
    raster(folder / "tanpa_letak.tif", depth, transform=None)
    raster(folder / "utm.tif", depth, epsg=UTM_48S, transform=(600000, 1000, 0, 9330000, 0, -1000))
    raster(folder / "putar.tif", depth, transform=(WEST, CELL, 0.002, NORTH, 0.002, -CELL))
    raster(folder / "geser.tif", depth, transform=(WEST + CELL / 3, CELL, 0, NORTH, 0, -CELL))
    raster(folder / "rasio.tif", depth, transform=(WEST, CELL * 1.5, 0, NORTH, 0, -CELL * 1.5))
    raster(folder / "jauh.tif", depth, transform=(WEST + 20, CELL, 0, NORTH, 0, -CELL))
    raster(folder / "kasar.tif", [row[::2] for row in depth[::2]], transform=(WEST, CELL * 2, 0, NORTH, 0, -CELL * 2))
    raster(folder / "selatan.tif", index[::-1], transform=(WEST, CELL, 0, NORTH - ROWS * CELL, 0, CELL))

    raster(folder / "raksasa.tif", with_cell(depth, 1, 2, -3.4028234663852886e38))
    raster(folder / "persen.tif", [[85] * COLS] * ROWS)

    side = 6000  # large enough that a signal arrives before the end
    large_raster(folder / "penduduk_besar.tif", side)
    large_raster(folder / "banjir_besar.tif", side)


def write_broken_files(folder):
    (folder / "bukan_raster.tif").write_text("ini bukan raster\n")
    (folder / "kosong.tif").write_bytes(b"")
    whole = (folder / "banjir.tif").read_bytes()
    (folder / "terpotong.tif").write_bytes(whole[: len(whole) - 4 * COLS])  # the last row is missing
    (folder / "kepala.tif").write_bytes(whole[:20])
    (folder / "vrt.tif").write_text(f"""<VRTDataset rasterXSize="{COLS}" rasterYSize="{ROWS}">
  <SRS>EPSG:4326</SRS><GeoTransform>{WEST}, {CELL}, 0, {NORTH}, 0, -{CELL}</GeoTransform>
  <VRTRasterBand dataType="Float32" band="1"><SimpleSource>
    <SourceFilename relativeToVRT="1">banjir.tif</SourceFilename><SourceBand>1</SourceBand>
  </SimpleSource></VRTRasterBand>
</VRTDataset>
""")
    (folder / "bukan_vektor.gpkg").write_text("ini bukan GeoPackage\n")
    (folder / "terpotong.gpkg").write_bytes((folder / "batas.gpkg").read_bytes()[:30000])


def write_zones(folder):
    middle_x, middle_y, east, south = 106.055, -6.035, 106.12, -6.08
    good = [("01", "Barat Laut", box(WEST, middle_y, middle_x, NORTH)),
            ("02", "Timur Laut", box(middle_x, middle_y, east, NORTH)),
            ("03", "Barat Daya", box(WEST, south, middle_x, middle_y)),
            ("04", "Tenggara", box(middle_x, south, east, middle_y))]
    driver = ogr.GetDriverByName("GPKG")
    dataset = driver.CreateDataSource(str(folder / "batas.gpkg"))
    layer(dataset, "desa", good)
    moved_x = 106.065  # one cell further east
    layer(dataset, "bergeser", [("01", "Barat Laut", box(WEST, middle_y, moved_x, NORTH)),
                                ("02", "Timur Laut", box(moved_x, middle_y, east, NORTH))] + good[2:])
    layer(dataset, "kosong", [])
    layer(dataset, "ganda", [(code if code != "04" else "01", name, wkt) for code, name, wkt in good])
    layer(dataset, "tanpa_kode", [(code if code != "03" else None, name, wkt) for code, name, wkt in good])
    layer(dataset, "titik", [("01", "Pasar", "POINT(106.05 -6.05)")], geometry=ogr.wkbPoint)
    layer(dataset, "tanpa_crs", good, epsg=None)
    layer(dataset, "luar", good + [("05", "Pulau", box(107.0, -6.1, 107.1, -6.0))])
    layer(dataset, "jauh", [("05", "Pulau", box(107.0, -6.1, 107.1, -6.0))])
    layer(dataset, "meter", [("01", "Desa", box(600000, 9320000, 610000, 9330000))])
    layer(dataset, "dasi", good[:3] + [("04", "Dasi", "POLYGON((106.06 -6.04,106.1 -6.07,106.1 -6.04,106.06 -6.07,"
                                                      "106.06 -6.04))")])
    layer(dataset, "hampa", good + [("05", "Hampa", None)])
    # The place of "tindih", left out of its zones.
    layer(dataset, "bercelah", [
        ("01", "Barat Laut", f"POLYGON(({WEST} {middle_y},106.02 {middle_y},106.02 -6.02,106.04 -6.02,106.04 {middle_y},"
                             f"{middle_x} {middle_y},{middle_x} {NORTH},{WEST} {NORTH},{WEST} {middle_y}))"), good[1],
        ("03", "Barat Daya", f"POLYGON(({WEST} {middle_y},{WEST} {south},{middle_x} {south},{middle_x} {middle_y},"
                             f"106.04 {middle_y},106.04 -6.05,106.02 -6.05,106.02 {middle_y},{WEST} {middle_y}))"),
        good[3]])
    with_points(dataset, "berpoin", good, [(106.03, -6.02), (106.08, -6.02), (106.03, -6.06), (106.08, -6.02)])
    layer(dataset, "tindih", good + [("05", "Tindih", box(106.02, -6.05, 106.04, -6.02))])
    write_levels(dataset, [wkt for _, _, wkt in good])
    del dataset
    one_layer = driver.CreateDataSource(str(folder / "satu.gpkg"))
    layer(one_layer, "desa", good)


def table_layer(dataset, name, columns, rows, geometry=ogr.wkbNone):
    """columns: (name, type); rows: values, and WKT last where the layer has geometries."""
    made = dataset.CreateLayer(name, crs(GEOGRAPHIC) if geometry != ogr.wkbNone else None, geometry)
    for column, kind in columns:
        made.CreateField(ogr.FieldDefn(column, kind))
    for row in rows:
        feature = ogr.Feature(made.GetLayerDefn())
        for i in range(len(columns)):
            feature.SetField(i, row[i])
        if geometry != ogr.wkbNone:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(row[-1]))
        made.CreateFeature(feature)


def write_people(folder):
    """Official people of the four good zones: 100, 200, 300, 400."""
    rows = [("01", 100), ("02", 200), ("03", 300), ("04", 400)]
    (folder / "resmi.csv").write_text("kode,jiwa,sedikit,persen\n" + "".join(
        f"{code},{people},{50 if code == '01' else people},10\n" for code, people in rows))
    (folder / "resmi_tingkat.csv").write_text(
        "kode,jiwa,miskin\n01.01.1,100,10\n01.01.2,200,\n01.02.1,300,30\n01.02.2,400,40\nXX,7,1\n")
    excel = "Kode;Nama;Jumlah Penduduk\r\n01;Barat Laut;\"1.234,5\"\r\n02;Kampung Jos\u00e9;2.000\r\n03;;3\r\n04;;4\r\n"
    (folder / "excel.csv").write_bytes(excel.encode("latin-1"))
    text, whole, real = ogr.OFTString, ogr.OFTInteger, ogr.OFTReal
    workbook = ogr.GetDriverByName("XLSX").CreateDataSource(str(folder / "resmi.xlsx"))
    table_layer(workbook, "resmi", [("kode", text), ("jiwa", whole)], rows)
    numbers = ogr.GetDriverByName("XLSX").CreateDataSource(str(folder / "angka.xlsx"))
    table_layer(numbers, "resmi", [("kode", real), ("jiwa", whole)], [(1.01, 100), (1.02, 200)])
    houses = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "rumah.gpkg"))
    points = [(1.0, "POINT(106.015 -6.015)"), (2.0, "POINT(106.085 -6.015)"), (1.0, "POINT(106.015 -6.075)")]
    table_layer(houses, "titik", [("bobot", real)], points, ogr.wkbPoint)
    table_layer(houses, "tapak", [("bobot", real)], [(1.0, box(106.01, -6.02, 106.02, -6.01))], ogr.wkbPolygon)
    table_layer(houses, "resmi", [("kode", text), ("jiwa", whole)], rows)
def write_levels(dataset, quarters):
    """Desa in the quarters NW, NE, SW, SE with the kecamatan above; luas is a number."""
    columns = ("kode", "nama", "kec", "nama_kec", "kab")
    rows = [("01.01.1", "Barat Laut", "01.01", "Utara", "01"), ("01.01.2", "Timur Laut", "01.01", "Utara", "01"),
            ("01.02.1", "Barat Daya", "01.02", "Selatan", "01"), ("01.02.2", "Tenggara", "01.02", "Selatan", "01")]

    def changed(row, column, value):
        place = columns.index(column)
        return [(*each[:place], value, *each[place + 1:]) if i == row else each for i, each in enumerate(rows)]

    for name, table in (("tingkat", rows), ("tingkat_kosong", changed(3, "kec", None)),
                        ("tingkat_nama", changed(3, "nama_kec", "Kidul")), ("tingkat_pecah", changed(3, "kab", "02")),
                        ("tingkat_hampa", [(*row[:2], None, None, None) for row in rows])):
        layer(dataset, name, [(*row, wkt) for row, wkt in zip(table, quarters)], columns=columns)


def write_vector_hazards(folder):
    """Rings of hazard round (106.06, -6.04): the higher the class, the smaller the box."""
    outer, middle, inner = box(106.02, -6.07, 106.1, -6.01), box(106.04, -6.06, 106.08, -6.02), \
        box(106.05, -6.05, 106.07, -6.03)
    good = [("KRB I", outer), ("KRB II", middle), ("KRB III", inner)]
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "bahaya.gpkg"))
    hazard_layer(dataset, "krb", good)
    hazard_layer(dataset, "ganda", good + good[:1])
    hazard_layer(dataset, "asing", good + [("KRB", outer), ("KRB IV", inner), ("KRB IV", middle)])
    hazard_layer(dataset, "tanpa_kelas", good + [(None, inner)])
    hazard_layer(dataset, "kosong", [])
    hazard_layer(dataset, "tanpa_crs", good, epsg=None)
    hazard_layer(dataset, "meter", [("KRB I", box(600000, 9320000, 610000, 9330000))])
    hazard_layer(dataset, "jauh", [("KRB I", box(107.0, -6.1, 107.1, -6.0))])
    hazard_layer(dataset, "garis", [("KRB I", "LINESTRING(106 -6,106.1 -6.1)")], geometry=ogr.wkbLineString)
    hazard_layer(dataset, "puncak", [("G. Contoh", "POINT(106.06 -6.04)")], geometry=ogr.wkbPoint)
    hazard_layer(dataset, "tepi_dunia", [("G. Jauh", "POINT(179.99 -6.04)")], geometry=ogr.wkbPoint)


def main(folder):
    gdal.SetConfigOption("OGR_CURRENT_DATE", "2026-01-01T00:00:00Z")  # no clock time in the GeoPackages
    gdal.UseExceptions()
    ogr.UseExceptions()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for study in Path(__file__).parent.glob("*.toml"):
        shutil.copy(study, folder)
    write_rasters(folder)
    write_zones(folder)
    write_people(folder)
    write_vector_hazards(folder)
    write_broken_files(folder)
    write_misfits(folder, sys.modules[__name__])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
