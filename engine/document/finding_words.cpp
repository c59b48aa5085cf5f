#include "engine/document/finding_words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace papar {
namespace {

struct FindingWords {
    std::string_view id;
    std::string_view text;
};

constexpr std::array findings = {
    FindingWords{"borders.overlap", "{count} pasang wilayah bertumpang tindih, seluruhnya {area_ha} ha"},
    FindingWords{"borders.gap", "{count} celah di antara wilayah, seluruhnya {area_ha} ha"},
    FindingWords{"borders.thin_part", "{count} bagian wilayah berupa serpihan sempit, seluruhnya {area_ha} ha"},
    FindingWords{"borders.duplicate",
                 "{count} bentuk dipakai oleh beberapa wilayah sekaligus, seluruhnya {area_ha} ha"},
    FindingWords{"borders.point_outside", "{count} wilayah tidak memuat titiknya sendiri"},
    FindingWords{"capacity.zones_without_row",
                 "{count} wilayah tidak mempunyai baris, sehingga kapasitas dan risikonya tidak diketahui"},
    FindingWords{"capacity.rows_without_zone", "{count} kode tidak sesuai dengan wilayah mana pun"},
    FindingWords{
        "exposure.outside",
        "dari {features} objek, {features_outside_zones} berada di luar semua wilayah, {features_outside_grid} di "
        "luar kisi analisis, dan {features_partly_outside} hanya sebagian di dalamnya; yang di luar tidak dihitung"},
    FindingWords{
        "exposure.multipoints",
        "{features} objek terdiri atas beberapa titik, seluruhnya {points}; setiap titik dihitung sendiri dengan "
        "bagian nilai yang sama"},
    FindingWords{"exposure.repaired",
                 "{zones} objek berpoligon tidak sah telah diperbaiki; luasnya berubah {area_change_ha} ha"},
    FindingWords{
        "exposure.no_value",
        "rasternya tanpa data di {area_ha} ha wilayah; lahan itu dihitung tidak memuat apa pun dari lapisan ini"},
    FindingWords{
        "exposure.nearest_cell",
        "dipindahkan ke sistem koordinat kajian menurut sel terdekat; sel bergeser paling jauh {most_m} m, rata-rata "
        "{mean_m} m (lebar sel {cell_m} m)"},
    FindingWords{"exposure.empty", "objek tanpa geometri tidak dihitung"},
    FindingWords{
        "hazard.below_zero",
        "ada nilai di bawah nol, yang terendah {lowest}; nilai itu dianggap tidak ada bahaya, kecuali jika berarti "
        "tanpa data"},
    FindingWords{"hazard.nowhere", "tidak satu pun bentuknya berada di wilayah kajian; periksa sistem koordinatnya"},
    FindingWords{"hazard.no_data", "tidak ada data di wilayah mana pun"},
    FindingWords{"hazard.duplicates",
                 "{features} objek sama persis dengan objek lain; setiap tempat dihitung satu kali"},
    FindingWords{
        "hazard.nearest_cell",
        "dipindahkan ke sistem koordinat kajian menurut sel terdekat; sel bergeser paling jauh {most_m} m, rata-rata "
        "{mean_m} m (lebar sel {cell_m} m)"},
    FindingWords{"hazard.reversed_classes",
                 "nama kelas untuk kode {code} berbeda antara berkas dan studi; urutan kelas mungkin terbalik"},
    FindingWords{"hazard.repaired",
                 "{zones} objek berpoligon tidak sah telah diperbaiki; luasnya berubah {area_change_ha} ha"},
    FindingWords{"hazard.empty", "objek tanpa geometri tidak dihitung"},
    FindingWords{"layer.assumed_crs", "sistem koordinatnya diambil dari berkas studi, bukan dari berkas itu sendiri"},
    FindingWords{"level.no_area", "{zones} wilayah tidak termasuk tingkat di atasnya dan tidak ada dalam jumlahnya"},
    FindingWords{"level.names", "{zones} kode mempunyai beberapa nama; yang pertama dipakai"},
    FindingWords{"level.split", "{zones} wilayah tercatat dalam beberapa wilayah di atasnya"},
    FindingWords{
        "population.factors",
        "disesuaikan dengan jumlah penduduk resmi di {zones} wilayah, dengan faktor {min} sampai {max} (median "
        "{median})"},
    FindingWords{
        "population.implausible_factors",
        "faktor penyesuaian di {zones} wilayah di luar batas wajar; raster, tabel, atau batas wilayah mungkin dari "
        "tahun atau tempat lain"},
    FindingWords{
        "population.spread_evenly",
        "di {zones} wilayah tidak ada tempat tinggal menurut raster; {people} jiwa penduduk resminya disebar merata"},
    FindingWords{"population.group_exceeds_people", "di {zones} wilayah jumlahnya melebihi jumlah penduduk"},
    FindingWords{"population.implausible_density",
                 "{zones} wilayah berpenduduk lebih dari 100.000 jiwa/km2, sampai {people_km2}; periksa satuan raster"},
    FindingWords{"population.implausible_total", "{people} jiwa di {area_km2} km2 tidak wajar; periksa satuan raster"},
    FindingWords{"population.nobody", "tidak ada penduduk di wilayah mana pun"},
    FindingWords{"population.zone_without_row",
                 "{zones} wilayah tidak mempunyai baris; jumlah penduduk resminya tidak diketahui"},
    FindingWords{"population.row_without_zone",
                 "{rows} baris tidak menemukan wilayahnya; {people} jiwa penduduknya tidak dihitung"},
    FindingWords{
        "population.matched_by_spelling",
        "{rows} baris menemukan wilayahnya setelah perbedaan ejaan diabaikan; daftarnya di population_matches.csv"},
    FindingWords{"population.ambiguous_name", "nama di {rows} baris tidak unik, sehingga wilayahnya tidak ditemukan"},
    FindingWords{"population.reprojected", "{people} jiwa dipindahkan ke sistem koordinat kajian menurut luas"},
    FindingWords{"population.negative_as_zero",
                 "{cells} sel bernilai negatif, seluruhnya {people} jiwa, dianggap tidak berpenduduk"},
    FindingWords{
        "profile.recalled",
        "{entries} angka atau pilihan metode yang dipakai berstatus ingatan, belum dibaca pada sumber yang disebut; "
        "cocokkan dengan sumbernya sebelum hasil ditandatangani (daftarnya di lampiran metode)"},
    FindingWords{
        "raster.approximate_reprojection",
        "pemindahan ke sistem koordinat kajian hanya mendekati (pergeseran datum tidak diketahui, bisa ratusan meter)"},
    FindingWords{
        "risk.left_out",
        "tidak dihitung, karena angka metode atau data yang diperlukan tidak diketahui; rinciannya pada temuan "
        "risk.left_out di tabel temuan krb.gpkg"},
    FindingWords{"risk.left_out.names",
                 "tidak dihitung, karena profil tidak memuat {names}; angka yang diketahui diberikan di [profile.set]"},
    FindingWords{"zones.outside_rasters", "{zones} wilayah berada di luar semua raster"},
    FindingWords{"zones.partly_outside_rasters", "{zones} wilayah melampaui batas raster, seluruhnya {area_ha} ha"},
    FindingWords{"zones.overlap", "{pairs} pasang wilayah bertumpang tindih, seluruhnya {area_ha} ha"},
    FindingWords{"zones.overlap_policy",
                 "{count} tumpang tindih ({area_ha} ha) dibagi menurut aturan overlap di berkas studi"},
    FindingWords{"zones.repaired",
                 "{zones} wilayah berpoligon tidak sah telah diperbaiki; luasnya berubah {area_change_ha} ha"},
    FindingWords{"zones.empty", "{zones} wilayah tidak mempunyai geometri; angkanya nol"},
    FindingWords{"zones.rings_closed",
                 "{rings} garis batas di {zones} wilayah tidak tertutup dan telah ditutup garis lurus"},
    FindingWords{"zones.parts_left_out", "{parts} titik atau garis di {zones} wilayah diabaikan"},
    FindingWords{
        "zones.joined",
        "{features} objek menjadi {zones} wilayah karena objek berkode sama adalah satu wilayah; tumpang tindihnya, "
        "{overlap_ha} ha, dihitung satu kali"},
    FindingWords{"zones.joined_names", "objek berkode sama di {zones} wilayah berbeda nama; nama pertama dipakai"},
    FindingWords{"zones.joined_levels", "objek berkode sama di {zones} wilayah berbeda induk; induk pertama dipakai"},
    FindingWords{"zones.code_missing", "{zones} wilayah tidak berkode; nomor objeknya dipakai sebagai kode"},
    FindingWords{
        "zones.approximate_reprojection",
        "pemindahan ke sistem koordinat raster hanya mendekati (pergeseran datum tidak diketahui, bisa ratusan meter)"},
};

constexpr std::array parts = {
    FindingWords{"capacity", "kapasitas dan risiko"},
    FindingWords{"houses", "jumlah rumah"},
    FindingWords{"risk", "risiko"},
    FindingWords{"social", "kerentanan sosial"},
    FindingWords{"physical", "kerentanan dan kerugian fisik"},
    FindingWords{"economic", "kerentanan dan kerugian ekonomi"},
    FindingWords{"environmental", "kerentanan dan kerusakan lingkungan"},
    FindingWords{"multi-hazard", "indeks berbobot dari beberapa bahaya"},
};

[[nodiscard]] std::string_view words_of(std::string_view id, std::span<const FindingWords> all) {
    const auto found = std::ranges::find(all, id, &FindingWords::id);
    return found == all.end() ? std::string_view() : found->text;
}

}  // namespace

std::string_view finding_words(std::string_view id) {
    return words_of(id, findings);
}

std::string_view part_words(std::string_view id) {
    return words_of(id, parts);
}

}  // namespace papar
