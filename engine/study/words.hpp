// The words of the study file for the settings' enumerations; read in one direction, written into the run record in
// the other.
#pragma once

#include "engine/grid/grid_settings.hpp"
#include "engine/io/exposure_settings.hpp"
#include "engine/io/input_settings.hpp"
#include "engine/io/population_settings.hpp"
#include "engine/output/output_settings.hpp"
#include "engine/overlay/hazard_classes.hpp"
#include "engine/risk/profile_settings.hpp"
#include "engine/tiles/tiles_settings.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

template <typename Value>
struct Word {
    std::string_view word;
    Value value;
};

template <typename Value, std::size_t N>
using Words = std::array<Word<Value>, N>;

inline constexpr Words<PopulationUnit, 3> population_unit_words{{{"count", PopulationUnit::count},
                                                                 {"per_km2", PopulationUnit::per_km2},
                                                                 {"per_hectare", PopulationUnit::per_hectare}}};
inline constexpr Words<NegativePeople, 2> negative_people_words{
    {{"refuse", NegativePeople::refuse}, {"zero", NegativePeople::zero}}};
// Of class codes: the higher the code the higher the class, or the other way round.
enum class ClassOrder { rising, falling };
inline constexpr Words<ClassOrder, 2> class_order_words{
    {{"ascending", ClassOrder::rising}, {"descending", ClassOrder::falling}}};
inline constexpr Words<PopulationModel, 3> population_model_words{{{"raster", PopulationModel::raster},
                                                                   {"table", PopulationModel::table},
                                                                   {"calibrated", PopulationModel::calibrated}}};
inline constexpr Words<Spread, 4> spread_words{{{"even", Spread::even},
                                                {"settlement", Spread::settlement},
                                                {"land_cover", Spread::land_cover},
                                                {"buildings", Spread::buildings}}};
inline constexpr Words<SettlementWeight, 2> settlement_weight_words{
    {{"value", SettlementWeight::value}, {"presence", SettlementWeight::presence}}};
inline constexpr Words<NumberStyle, 3> number_style_words{
    {{"plain", NumberStyle::plain}, {"en", NumberStyle::en}, {"id", NumberStyle::id}}};
inline constexpr Words<TextEncoding, 2> text_encoding_words{
    {{"utf8", TextEncoding::utf8}, {"latin1", TextEncoding::latin1}}};
inline constexpr Words<char, 3> delimiter_words{{{";", ';'}, {",", ','}, {"tab", '\t'}}};
inline constexpr Words<TableMatch, 2> table_match_words{{{"code", TableMatch::code}, {"name", TableMatch::name}}};
inline constexpr Words<ShareUnit, 2> share_unit_words{{{"share", ShareUnit::share}, {"percent", ShareUnit::percent}}};
inline constexpr Words<HazardKind, 6> hazard_kind_words{{{"index", HazardKind::index},
                                                         {"depth", HazardKind::quantity},
                                                         {"quantity", HazardKind::quantity},
                                                         {"class", HazardKind::classes},
                                                         {"polygons", HazardKind::shapes},
                                                         {"buffers", HazardKind::shapes}}};
inline constexpr Words<OnBreak, 2> on_break_words{{{"lower", OnBreak::lower}, {"upper", OnBreak::upper}}};
inline constexpr Words<AreaModel, 2> area_words{
    {{"ellipsoidal", AreaModel::ellipsoidal}, {"planar", AreaModel::planar}}};
inline constexpr Words<Extent, 2> extent_words{{{"rasters", Extent::rasters}, {"zones", Extent::zones}}};
inline constexpr Words<OverlapPolicy, 4> overlap_policy_words{{{"report", OverlapPolicy::report},
                                                               {"first", OverlapPolicy::first},
                                                               {"last", OverlapPolicy::last},
                                                               {"split", OverlapPolicy::split}}};
inline constexpr Words<Language, 2> language_words{{{"id", Language::id}, {"en", Language::en}}};
inline constexpr Words<bool, 2> image_words{{{"png", false}, {"webp", true}}};  // whether WebP
inline constexpr Words<Overview, 2> overview_words{{{"max", Overview::max}, {"mode", Overview::mode}}};
inline constexpr Words<NumberStatus, 4> number_status_words{{{"seen", NumberStatus::seen},
                                                             {"computed", NumberStatus::computed},
                                                             {"recalled", NumberStatus::recalled},
                                                             {"study", NumberStatus::study}}};
inline constexpr Words<ExposureKind, 5> exposure_kind_words{{{"value", ExposureKind::value},
                                                             {"land_cover", ExposureKind::land_cover},
                                                             {"polygons", ExposureKind::polygons},
                                                             {"points", ExposureKind::points},
                                                             {"lines", ExposureKind::lines}}};
inline constexpr Words<ValueUnit, 2> value_unit_words{
    {{"per_cell", ValueUnit::per_cell}, {"per_hectare", ValueUnit::per_hectare}}};

// Named breaks of an index in three classes: equal thirds, and the thirds as the national modules print them.
inline constexpr Words<std::array<double, 2>, 2> preset_words{
    {{"sepertiga", {1.0 / 3.0, 2.0 / 3.0}}, {"modul", {0.333, 0.666}}}};

template <typename Value, std::size_t N>
[[nodiscard]] std::vector<std::string> spellings(const Words<Value, N>& words) {
    std::vector<std::string> all;
    for (const Word<Value>& entry : words) {
        all.emplace_back(entry.word);
    }
    return all;
}

template <typename Value, std::size_t N>
[[nodiscard]] std::string word_of(const Words<Value, N>& words, const Value& value) {
    for (const Word<Value>& entry : words) {
        if (entry.value == value) {
            return std::string(entry.word);
        }
    }
    return {};
}

}  // namespace papar
