#include "engine/document/finding_words.hpp"

#include "engine/document/words_by_id.hpp"

#include <array>

namespace papar {
namespace {

constexpr std::array findings = {
    Words{"borders.overlap", "{count} pasang wilayah bertumpang tindih, seluruhnya {area_ha} ha"},
    Words{"borders.gap", "{count} celah di antara wilayah, seluruhnya {area_ha} ha"},
    Words{"borders.thin_part", "{count} bagian wilayah berupa serpihan sempit, seluruhnya {area_ha} ha"},
    Words{"borders.duplicate", "{count} bentuk dipakai oleh beberapa wilayah sekaligus, seluruhnya {area_ha} ha"},
    Words{"borders.point_outside", "{count} wilayah tidak memuat titiknya sendiri"},
    Words{"capacity.zones_without_row",
          "{count} wilayah tidak mempunyai baris, sehingga kapasitas dan risikonya tidak diketahui"},
    Words{"capacity.rows_without_zone", "{count} kode tidak sesuai dengan wilayah mana pun"},
    Words{"exposure.outside",
          "dari {features} objek, {features_outside_zones} berada di luar semua wilayah, {features_outside_grid} di "
          "luar kisi analisis, dan {features_partly_outside} hanya sebagian di dalamnya; yang di luar tidak dihitung"},
    Words{"exposure.multipoints",
          "{features} objek terdiri atas beberapa titik, seluruhnya {points}; setiap titik dihitung sendiri dengan "
          "bagian nilai yang sama"},
    Words{"exposure.repaired",
          "{zones} objek berpoligon tidak sah telah diperbaiki; luasnya berubah {area_change_ha} ha"},
    Words{"exposure.no_value",
          "rasternya tanpa data di {area_ha} ha wilayah; lahan itu dihitung tidak memuat apa pun dari lapisan ini"},
    Words{"exposure.nearest_cell",
          "dipindahkan ke sistem koordinat kajian menurut sel terdekat; sel bergeser paling jauh {most_m} m, rata-rata "
          "{mean_m} m (lebar sel {cell_m} m)"},
    Words{"exposure.empty", "objek tanpa geometri tidak dihitung"},
    Words{"hazard.below_zero",
          "ada nilai di bawah nol, yang terendah {lowest}; nilai itu dianggap tidak ada bahaya, kecuali jika berarti "
          "tanpa data"},
    Words{"hazard.nowhere", "tidak satu pun bentuknya berada di wilayah kajian; periksa sistem koordinatnya"},
    Words{"hazard.no_data", "tidak ada data di wilayah mana pun"},
    Words{"hazard.duplicates", "{features} objek sama persis dengan objek lain; setiap tempat dihitung satu kali"},
    Words{"hazard.nearest_cell",
          "dipindahkan ke sistem koordinat kajian menurut sel terdekat; sel bergeser paling jauh {most_m} m, rata-rata "
          "{mean_m} m (lebar sel {cell_m} m)"},
    Words{"hazard.reversed_classes",
          "nama kelas untuk kode {code} berbeda antara berkas dan studi; urutan kelas mungkin terbalik"},
    Words{"hazard.repaired",
          "{zones} objek berpoligon tidak sah telah diperbaiki; luasnya berubah {area_change_ha} ha"},
    Words{"hazard.empty", "objek tanpa geometri tidak dihitung"},
    Words{"layer.assumed_crs", "sistem koordinatnya diambil dari berkas studi, bukan dari berkas itu sendiri"},
    Words{"level.no_area", "{zones} wilayah tidak termasuk tingkat di atasnya dan tidak ada dalam jumlahnya"},
    Words{"level.names", "{zones} kode mempunyai beberapa nama; yang pertama dipakai"},
    Words{"level.split", "{zones} wilayah tercatat dalam beberapa wilayah di atasnya"},
    Words{"population.factors",
          "disesuaikan dengan jumlah penduduk resmi di {zones} wilayah, dengan faktor {min} sampai {max} (median "
          "{median})"},
    Words{"population.implausible_factors",
          "faktor penyesuaian di {zones} wilayah di luar batas wajar; raster, tabel, atau batas wilayah mungkin dari "
          "tahun atau tempat lain"},
    Words{"population.spread_evenly",
          "di {zones} wilayah tidak ada tempat tinggal menurut raster; {people} jiwa penduduk resminya disebar merata"},
    Words{"population.group_exceeds_people", "di {zones} wilayah jumlahnya melebihi jumlah penduduk"},
    Words{"population.implausible_density",
          "{zones} wilayah berpenduduk lebih dari 100.000 jiwa/km2, sampai {people_km2}; periksa satuan raster"},
    Words{"population.implausible_total", "{people} jiwa di {area_km2} km2 tidak wajar; periksa satuan raster"},
    Words{"population.nobody", "tidak ada penduduk di wilayah mana pun"},
    Words{"population.zone_without_row",
          "{zones} wilayah tidak mempunyai baris; jumlah penduduk resminya tidak diketahui"},
    Words{"population.row_without_zone",
          "{rows} baris tidak menemukan wilayahnya; {people} jiwa penduduknya tidak dihitung"},
    Words{"population.matched_by_spelling",
          "{rows} baris menemukan wilayahnya setelah perbedaan ejaan diabaikan; daftarnya di population_matches.csv"},
    Words{"population.ambiguous_name", "nama di {rows} baris tidak unik, sehingga wilayahnya tidak ditemukan"},
    Words{"population.reprojected", "{people} jiwa dipindahkan ke sistem koordinat kajian menurut luas"},
    Words{"population.negative_as_zero",
          "{cells} sel bernilai negatif, seluruhnya {people} jiwa, dianggap tidak berpenduduk"},
    Words{"profile.recalled",
          "{entries} angka atau pilihan metode yang dipakai berstatus ingatan, belum dibaca pada sumber yang disebut; "
          "cocokkan dengan sumbernya sebelum hasil ditandatangani (daftarnya di lampiran metode)"},
    Words{
        "raster.approximate_reprojection",
        "pemindahan ke sistem koordinat kajian hanya mendekati (pergeseran datum tidak diketahui, bisa ratusan meter)"},
    Words{"risk.left_out",
          "tidak dihitung, karena angka metode atau data yang diperlukan tidak diketahui; rinciannya pada temuan "
          "risk.left_out di tabel temuan krb.gpkg"},
    Words{"risk.left_out.names",
          "tidak dihitung, karena profil tidak memuat {names}; angka yang diketahui diberikan di [profile.set]"},
    Words{"zones.outside_rasters", "{zones} wilayah berada di luar semua raster"},
    Words{"zones.partly_outside_rasters", "{zones} wilayah melampaui batas raster, seluruhnya {area_ha} ha"},
    Words{"zones.overlap", "{pairs} pasang wilayah bertumpang tindih, seluruhnya {area_ha} ha"},
    Words{"zones.overlap_policy",
          "{count} tumpang tindih ({area_ha} ha) dibagi menurut aturan overlap di berkas studi"},
    Words{"zones.repaired",
          "{zones} wilayah berpoligon tidak sah telah diperbaiki; luasnya berubah {area_change_ha} ha"},
    Words{"zones.empty", "{zones} wilayah tidak mempunyai geometri; angkanya nol"},
    Words{"zones.rings_closed", "{rings} garis batas di {zones} wilayah tidak tertutup dan telah ditutup garis lurus"},
    Words{"zones.parts_left_out", "{parts} titik atau garis di {zones} wilayah diabaikan"},
    Words{"zones.joined",
          "{features} objek menjadi {zones} wilayah karena objek berkode sama adalah satu wilayah; tumpang tindihnya, "
          "{overlap_ha} ha, dihitung satu kali"},
    Words{"zones.joined_names", "objek berkode sama di {zones} wilayah berbeda nama; nama pertama dipakai"},
    Words{"zones.joined_levels", "objek berkode sama di {zones} wilayah berbeda induk; induk pertama dipakai"},
    Words{"zones.code_missing", "{zones} wilayah tidak berkode; nomor objeknya dipakai sebagai kode"},
    Words{
        "zones.approximate_reprojection",
        "pemindahan ke sistem koordinat raster hanya mendekati (pergeseran datum tidak diketahui, bisa ratusan meter)"},
};

constexpr std::array parts = {
    Words{"capacity", "kapasitas dan risiko"},
    Words{"houses", "jumlah rumah"},
    Words{"risk", "risiko"},
    Words{"social", "kerentanan sosial"},
    Words{"physical", "kerentanan dan kerugian fisik"},
    Words{"economic", "kerentanan dan kerugian ekonomi"},
    Words{"environmental", "kerentanan dan kerusakan lingkungan"},
    Words{"multi-hazard", "indeks berbobot dari beberapa bahaya"},
};

}  // namespace

std::string_view finding_words(std::string_view id) {
    return words_of(id, findings);
}

std::string_view part_words(std::string_view id) {
    return words_of(id, parts);
}

}  // namespace papar
