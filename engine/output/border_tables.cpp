#include "engine/output/border_tables.hpp"

#include "engine/base/hectare.hpp"
#include "engine/output/published_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace papar {
namespace {

struct KindWords {
    DefectKind kind;
    std::string_view value;  // in the data
    std::string_view indonesian;
    std::string_view english;
    std::string_view colour;  // of ColorBrewer's Set1 and Dark2: apart for those who confuse red and green
};

constexpr std::array<KindWords, 6> kinds{{
    {DefectKind::overlap, "tumpang_tindih", "tumpang tindih", "overlap", "#e41a1c"},
    {DefectKind::gap, "celah", "celah di antara wilayah", "gap between zones", "#377eb8"},
    {DefectKind::thin_part, "bagian_sempit", "bagian wilayah yang sempit", "sliver of a zone", "#ff7f00"},
    {DefectKind::duplicate, "bentuk_ganda", "bentuk yang sama dua kali", "same shape twice", "#984ea3"},
    {DefectKind::repaired, "diperbaiki", "poligon cacat yang diperbaiki", "invalid polygon, repaired", "#a6761d"},
    {DefectKind::point_outside, "titik_di_luar", "titik wilayah di luar batasnya", "zone's own point outside it",
     "#666666"},
}};

[[nodiscard]] const KindWords& words_of(DefectKind kind) {
    return *std::ranges::find(kinds, kind, &KindWords::kind);
}

// "63.11.01; 63.11.02"
[[nodiscard]] std::string joined(const ResultView& view, const BorderDefect& defect, std::string Zone::*text) {
    std::string all;
    for (const std::uint32_t zone : defect.zones) all += (all.empty() ? "" : "; ") + view.layer.zones[zone].*text;
    return all;
}

[[nodiscard]] double hectares(double m2) {
    return rounded(m2 / m2_per_hectare, 1e6);
}

void add_what(const ResultView& view, const std::vector<BorderDefect>& defects, Table& table) {
    using enum ColumnType;
    table.columns.push_back({"nomor", integer, "", view.say("Nomor", "Number"),
                             view.say("Nomor urut masalah", "Number of the defect"),
                             [](std::size_t row) { return static_cast<std::int64_t>(row) + 1; }});
    table.columns.push_back(
        {"jenis", text, "", view.say("Jenis", "Kind"),
         view.say("tumpang_tindih, celah, bagian_sempit, bentuk_ganda, diperbaiki atau titik_di_luar",
                  "tumpang_tindih (overlap), celah (gap), bagian_sempit (sliver of a zone), bentuk_ganda (same shape "
                  "twice), diperbaiki (repaired) or titik_di_luar (point outside)"),
         [&defects](std::size_t row) { return std::string(words_of(defects[row].kind).value); }});
    table.columns.push_back({"sempit", integer, "", view.say("Sempit", "Sliver"),
                             view.say("1 jika lebih sempit daripada batas dalam studi; lebar = 2 x luas / keliling",
                                      "1 where narrower than the study's limit; width = 2 x area / perimeter"),
                             [&defects](std::size_t row) { return std::int64_t{defects[row].sliver ? 1 : 0}; }});
    table.columns.push_back({"kode", text, "", view.say("Kode wilayah", "Zone codes"),
                             view.say("Kode semua wilayah yang bersangkutan", "Codes of all zones concerned"),
                             [view, &defects](std::size_t row) { return joined(view, defects[row], &Zone::code); }});
    table.columns.push_back({"nama", text, "", view.say("Nama wilayah", "Zone names"),
                             view.say("Nama semua wilayah yang bersangkutan", "Names of all zones concerned"),
                             [view, &defects](std::size_t row) { return joined(view, defects[row], &Zone::name); }});
}

void add_how_much(const ResultView& view, const std::vector<BorderDefect>& defects, Table& table) {
    using enum ColumnType;
    const std::string people = view.say("jiwa", "people");
    table.columns.push_back({"luas_ha", real, "ha", view.say("Luas (ha)", "Area (ha)"),
                             view.say("Luas bagian yang bermasalah", "Area of the defect"),
                             [&defects](std::size_t row) { return hectares(defects[row].area_m2); }});
    table.columns.push_back({"lebar_m", real, "m", view.say("Lebar rata-rata (m)", "Mean width (m)"),
                             view.say("2 x luas / keliling", "2 x area / perimeter"),
                             [&defects](std::size_t row) { return rounded(defects[row].width_m, 1e3); }});
    table.columns.push_back({"jiwa", real, people, view.say("Penduduk (jiwa)", "People"),
                             view.say("Penduduk menurut raster di dalam bagian yang bermasalah; kosong tanpa raster",
                                      "People of the raster inside the defect; empty without a raster"),
                             [&report = *view.facts.borders](std::size_t row) {
                                 return report.has_people ? Value(published_people(report.defects[row].people))
                                                          : Value();
                             }});
    table.columns.push_back({"x", real, "", "x",
                             view.say("Letak, dalam sistem koordinat data batas", "Place, in the zone layer's CRS"),
                             [&defects](std::size_t row) { return defects[row].place.x; }});
    table.columns.push_back({"y", real, "", "y",
                             view.say("Letak, dalam sistem koordinat data batas", "Place, in the zone layer's CRS"),
                             [&defects](std::size_t row) { return defects[row].place.y; }});
    table.columns.push_back(
        {"ubah_ha", real, "ha", view.say("Perubahan luas (ha)", "Change of area (ha)"),
         view.say("Luas setelah diperbaiki dikurangi luas seperti digambar; kosong untuk jenis lain",
                  "Area after repair less area as drawn; empty for other kinds"),
         [&defects](std::size_t row) {
             const BorderDefect& defect = defects[row];
             return defect.kind == DefectKind::repaired ? Value(hectares(defect.area_change_m2)) : Value();
         }});
    table.columns.push_back(
        {"sebab", text, "", view.say("Sebab", "Reason"),
         view.say("Sebab poligon tidak sah menurut GEOS, dalam bahasa Inggris",
                  "Why the polygon is invalid, in GEOS's words"),
         [&defects](std::size_t row) { return defects[row].reason.empty() ? Value() : Value(defects[row].reason); }});
}

}  // namespace

Table borders_table(const ResultView& view) {
    const std::vector<BorderDefect>& defects = view.facts.borders->defects;
    Table table{
        "masalah_batas",
        view.say("Masalah batas wilayah", "Defects of the zones' borders"),
        view.say("Tumpang tindih, celah, bentuk ganda, poligon cacat dan titik yang salah letak, beserta penduduknya",
                 "Overlaps, gaps, duplicates, invalid polygons and misplaced points, with their people"),
        {},
        {"nomor"},
        defects.size()};
    add_what(view, defects, table);
    add_how_much(view, defects, table);
    return table;
}

MapStyle borders_style(const ResultView& view) {
    MapStyle style{
        "masalah_batas", view.say("Masalah batas wilayah", "Defects of the zones' borders"), "\"jenis\"", {}};
    style.labels = false;
    for (const KindWords& words : kinds) {
        LegendEntry entry{view.say(words.indonesian, words.english), std::string(words.value),
                          std::string(words.colour),
                          fmt::format("<ogc:PropertyIsEqualTo><ogc:PropertyName>jenis</ogc:PropertyName>"
                                      "<ogc:Literal>{}</ogc:Literal></ogc:PropertyIsEqualTo>",
                                      words.value)};
        entry.outline = entry.colour;
        style.legend.push_back(std::move(entry));
    }
    return style;
}

}  // namespace papar
