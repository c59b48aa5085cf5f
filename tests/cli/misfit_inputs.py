"""Rasters and zones whose values or coordinates are not what they say: for the table of misfits."""
from osgeo import gdal, ogr


def write_misfits(folder, base):
    """`base` is make_inputs: its helpers and the good grid."""
    grid = (base.WEST, base.CELL, 0, base.NORTH, 0, -base.CELL)
    ones = [[1.0] * base.COLS] * base.ROWS
    people = [[row * base.COLS + col for col in range(base.COLS)] for row in range(base.ROWS)]
    base.raster(folder / "min9999.tif", base.with_cell(ones, 2, 3, -9999))
    base.raster(folder / "penduduk_min9999.tif", base.with_cell(people, 0, 0, -9999))  # 0 people without the cell
    base.raster(folder / "minus.tif", base.with_cell(ones, 2, 3, -0.25))
    base.raster(folder / "kode_sebagai_indeks.tif", base.with_cell(ones, 4, 1, 3))
    base.raster(folder / "padat.tif", [[5e6] * base.COLS] * base.ROWS)
    # Codes 1 (highest class) to 3: 1 in the first row, 2 in the second, 3 below.
    falling = [[min(row + 1, 3)] * base.COLS for row in range(base.ROWS)]
    base.raster(folder / "kelas_turun.tif", falling, kind=gdal.GDT_Byte)
    named = gdal.Open(str(folder / "kelas_turun.tif"), gdal.GA_Update)
    named.GetRasterBand(1).SetCategoryNames(["", "Tinggi", "Sedang", "Rendah"])
    del named
    base.raster(folder / "meter_4326.tif", ones, transform=(600000, 1000, 0, 9330000, 0, -1000))
    base.raster(folder / "tertukar.tif", ones, transform=(base.NORTH, base.CELL, 0, base.WEST + 1, 0, -base.CELL))
    base.raster(folder / "utm_jauh.tif", ones, epsg=base.UTM_48S, transform=(200000, 1000, 0, 9930000, 0, -1000))
    base.raster(folder / "penduduk_utm.tif", ones, epsg=base.UTM_48S, transform=(612000, 500, 0, 9334000, 0, -500))
    # The north pole is nowhere in UTM.
    base.raster(folder / "penduduk_bumi.tif", [[1.0] * 36] * 18, transform=(-180, 10, 0, 90, 0, -10))

    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "tertukar.gpkg"))
    base.layer(dataset, "desa", [("01", "Tertukar", base.box(-6.08, 106.0, -6.0, 106.12))])
    base.layer(dataset, "meter", [("01", "Desa", base.box(612000, 9323000, 618000, 9329000))])
