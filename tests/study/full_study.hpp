// Studies in which every key stands.
#pragma once

#include <string>

namespace papar {

// Every key of docs/study-file.md, away from its default; those of people spread by a table are in `table_population`,
// and some of risk in `other_risk`.
inline const std::string full_text = R"toml([study]
id = "penuh"
title = "Semua \"kunci\" \\ dan µ"
note = "Data fiktif"

[zones]
file = "batas.gpkg"
layer = "desa"
code = "kode"
name = "nama"
assume_crs = "EPSG:32750"
point = ["bujur", "lintang"]
overlap = "split"
source = "BIG, 2023"

[[zones.level]]
id = "kecamatan"
title = "Kecamatan"
prefix = 5
name = "nama_kecamatan"

[[zones.level]]
id = "kabupaten"
code = "kode_kabupaten"

[population]
model = "calibrated"
plausible = [0.75, 1.3]
source = "Dukcapil, 2024"
crosswalk = { file = "padanan.csv", delimiter = "tab", encoding = "latin1", from = "kemendagri", to = "bps" }
file = "penduduk.tif"
band = 2
assume_crs = "EPSG:32748"
nodata = [-9999, -3.4e38, 0.1]
unit = "per_hectare"
negative = "zero"

[population.table]
file = "penduduk.csv"
delimiter = ";"
encoding = "latin1"
numbers = "id"
code = "kode_bps"
parent = "kecamatan"
people = "jiwa"

[[population.group]]
id = "lansia"
title = "Lanjut usia"
note = "Dukcapil"
column = "lansia"

[[population.group]]
id = "miskin"
ratio = "persen_miskin"
ratio_unit = "percent"
parameter = "poverty"

[[population.group]]
id = "difabel"
note = "Susenas"
share = 0.085

[[population.alternative]]
id = "lain"
title = "Penduduk lain"
file = "longsor.tif"
band = 3
unit = "per_km2"
nodata = [-1]
negative = "zero"

[[hazard]]
id = "banjir"
title = "Banjir"
type = "banjir_bandang"
source = "InaRISK BNPB, 2024"
file = "banjir.tif"
band = 4
assume_crs = "EPSG:4326"
nodata = [9.97e36]
kind = "depth"
no_hazard = 0.05
breaks = [0.1, 0.5, 1.5]
on_break = "upper"
labels = ["a", "b ≤", "c", "d"]

[hazard.alternative]
breaks = [0.2, 0.30000000000000004, 1e5]

[[hazard]]
id = "longsor"
file = "longsor.tif"
kind = "index"
classes = "sepertiga"

[hazard.alternative]
classes = "modul"

[[hazard]]
id = "gunung_api"
file = "banjir.tif"
kind = "class"
codes = [9, 2, 1]
class_order = "descending"

[[hazard]]
id = "krb"
file = "batas.gpkg"
layer = "krb"
kind = "polygons"
column = "kelas"
classes = { "KRB I" = "satu", "KRB II" = "dua", "Aman" = "nihil" }
labels = ["satu", "dua"]

[[hazard]]
id = "kawah"
file = "batas.gpkg"
assume_crs = "EPSG:4326"
kind = "buffers"
radii_km = [1.5, 3, 10]

[borders]
report = false
sliver_width = 2.5

[grid]
area = "planar"
extent = "zones"
max_residual = 0.01

[output]
folder = "hasil"
language = "en"

[profile]
use = "perka-2012"
set = { "houses.price" = [10e6, 25000000.5, 5e7], "physical.basis" = "hectare", "houses.people_per_house" = 4.2 }

[capacity]
ikd = 0.433
file = "kapasitas.xlsx"
layer = "Sheet1"
numbers = "en"
code = "kode"
ikm_column = "ikm"

[[exposure]]
id = "gedung"
title = "Nilai gedung"
source = "Dinas PU, 2024"
kind = "value"
file = "nilai.tif"
band = 2
assume_crs = "EPSG:32750"
nodata = [-1]
unit = "per_hectare"
parameter = "physical.critical"

[[exposure]]
id = "tutupan"
kind = "land_cover"
file = "nilai.tif"
rupiah_per_hectare = { "11" = 25e6, "-3" = 0.5 }
cover = { "21" = "hutan_lindung", "22" = "rawa" }
parameter = "economic.land"

[[exposure]]
id = "sekolah"
kind = "points"
file = "batas.gpkg"
layer = "sekolah"
name = "nama"
category = "jenjang"
value = "rupiah"
parameter = "physical.public"

[[exposure]]
id = "jalan"
kind = "lines"
file = "batas.gpkg"
assume_crs = "EPSG:32750"

[document]
region = "Kabupaten Contoh"
template = "templat.docx"
rasters = false

[tiles]
formats = ["mbtiles", "dir"]
zoom = [6, 13]
rasters = ["banjir_risiko"]
terrain = "longsor.tif"
limits = [0.25, 0.5]
people = true
values = 16
overview = "mode"
size = 256
image = "webp"
retina = true
url = "https://peta.contoh.id"
attribution = "BPBD"
)toml";

// Instead of the profile and the capacity of the study above; the profile stands in the study.
inline const std::string other_risk = R"toml([profile]
id = "punyaku"
title = "Metode \"kami\""
entry = { "risk.form" = { value = "matrix", source = "rapat", status = "study" } }

[capacity]
ikm = 0.5
ikd_column = "ikd"
file = "kapasitas.csv"
code = "kode"
delimiter = ";"
encoding = "latin1"
)toml";

// Instead of the section [population] of the sample study.
inline const std::string table_population = R"toml([population]
model = "table"
match = "name"
zone_parent = "nama_kecamatan"
spread = { kind = "land_cover", file = "tutupan.tif", band = 2, nodata = [0], weights = { "11" = 1.0, "12" = 0.2 } }
table = { file = "penduduk.xlsx", layer = "Sheet1", name = "desa", parent = "kecamatan", people = "jiwa" }
)toml";
inline const std::string raster_population = R"toml([population]
file = "penduduk.tif"
unit = "count"
)toml";

}  // namespace papar
