// What the study says of people: where they come from, how they are spread, which groups are told apart.
#pragma once

#include "engine/io/input_settings.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// How a table writes numbers; declared by the study, never guessed.
enum class NumberStyle {
    plain,  // 1234.5
    en,     // 1,234.5
    id,     // 1.234,5
};

enum class TextEncoding { utf8, latin1 };

// A table: CSV, a sheet of an XLSX workbook, or a layer of a GeoPackage, Shapefile, GeoJSON or FlatGeobuf.
struct TableInput {
    std::string name;  // as written in the study
    std::filesystem::path path;
    std::string layer;                           // layer or sheet; empty: the file's only one
    char delimiter = '\0';                       // of a CSV; 0: the one that its header shows
    TextEncoding encoding = TextEncoding::utf8;  // of a CSV
    std::optional<NumberStyle> numbers;          // none: plain, and a number that may be meant otherwise is refused
    std::string where;                           // place of the file in the study
    std::string where_layer;                     // empty when absent
};

struct ColumnInput {
    std::string name;   // empty: the study names none
    std::string where;  // its place in the study
};

// Who says how many people a zone has.
enum class PopulationModel {
    raster,      // the population raster
    table,       // a table; they are spread within the zone by weights
    calibrated,  // a table; the population raster is scaled to it, zone by zone
};

// What spreads the people of a table within their zone.
enum class Spread {
    raster,      // the population raster (model calibrated, and raster, which spreads nothing)
    even,        // by area
    settlement,  // a raster of settlement
    land_cover,  // a raster of land-cover classes
    buildings,   // footprints or points of buildings
};

enum class SettlementWeight {
    value,     // the cell's value, an amount in the cell
    presence,  // the area of cells above 0
};

struct SpreadInput {
    Spread kind = Spread::raster;
    RasterInput raster;  // settlement and land_cover
    SettlementWeight settlement = SettlementWeight::value;
    std::map<std::int64_t, double> weights;  // land_cover: by class code; other classes weigh nothing
    ZonesInput buildings;                    // a layer of polygons or points
    ColumnInput building_weight;             // without: the area of a footprint, 1 for a point
};

enum class TableMatch { code, name };

struct CrosswalkInput {
    TableInput table;
    ColumnInput from;  // codes of the zones
    ColumnInput to;    // codes of the population table
};

// The population table, and how its rows find their zones.
struct OfficialInput {
    TableInput table;
    ColumnInput code, name, parent;
    ColumnInput people;  // empty where the raster says how many people there are
    TableMatch match = TableMatch::code;
    std::optional<CrosswalkInput> crosswalk;
    ColumnInput zone_parent;  // column of the zone layer; empty: the zone layer's finest level, if it has one
};

// Shares of a group are written as 0-1 or as percent.
enum class ShareUnit { share, percent };

struct GroupInput {
    std::string id;  // [a-z][a-z0-9_]*, unique
    std::string title;
    std::string note;       // where the figure comes from
    std::string parameter;  // the profile's social parameter it feeds: "poverty"; empty: none
    ColumnInput column;     // people of the group
    ColumnInput ratio;      // the group's share of the people
    ShareUnit unit = ShareUnit::share;
    std::optional<double> share;  // one share, 0 to 1, for all zones
};

struct PopulationInput {
    PopulationModel model = PopulationModel::raster;
    RasterInput raster;  // raster and calibrated; its name is empty where there is none
    PopulationUnit unit = PopulationUnit::count;
    NegativePeople negative = NegativePeople::refuse;
    SpreadInput spread;
    std::optional<OfficialInput> official;
    std::array<double, 2> plausible{0.5, 2.0};  // calibrated: factors outside are named in a finding
    std::vector<GroupInput> groups;
    std::string source;  // who made it, and when: "Dukcapil, 2024"; empty: not said
};

}  // namespace papar
