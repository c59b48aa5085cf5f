#include "engine/io/ogr_table.hpp"

#include "engine/base/error.hpp"
#include "engine/base/nearest.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/zones_layer_file.hpp"

#include <cpl_conv.h>
#include <fmt/ranges.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <utility>

namespace papar {

namespace {

// Set for this thread as long as it lives. GDAL 3.6 has no open option for the header row.
class FirstRowIsHeader {
public:
    FirstRowIsHeader() { CPLSetThreadLocalConfigOption(key, "FORCE"); }
    FirstRowIsHeader(const FirstRowIsHeader&) = delete;
    FirstRowIsHeader& operator=(const FirstRowIsHeader&) = delete;
    ~FirstRowIsHeader() { CPLSetThreadLocalConfigOption(key, nullptr); }

private:
    static constexpr const char* key = "OGR_XLSX_HEADERS";
};

OgrDataset open_workbook(const TableInput& input) {
    static const bool registered = [] {
        RegisterOGRXLSX();
        return true;
    }();
    static_cast<void>(registered);
    const GdalMessages messages;
    const std::array<const char*, 2> drivers{"XLSX", nullptr};
    OgrDataset dataset(GDALOpenEx(input.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                  drivers.data(), nullptr, nullptr));
    if (!dataset) {
        throw error(ErrorKind::input, "{}: cannot be read as an XLSX workbook{}", input.name, messages.in_brackets());
    }
    return dataset;
}

OGRLayerH find_layer(GDALDatasetH dataset, const TableInput& input, std::string_view what) {
    std::vector<std::string> names;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
        names.emplace_back(OGR_L_GetName(GDALDatasetGetLayer(dataset, i)));
    }
    if (names.empty()) {
        throw error(ErrorKind::input, "{}: has no {}", input.name, what);
    }
    if (input.layer.empty() && names.size() > 1) {
        throw error(ErrorKind::usage, "{}: {} has {} {}s; name one of them with layer: {}", input.where, input.name,
                    names.size(), what, fmt::join(names, ", "));
    }
    const std::string& wanted = input.layer.empty() ? names.front() : input.layer;
    if (std::ranges::find(names, wanted) == names.end()) {
        throw error(ErrorKind::usage, "{}: {} has no {} \"{}\"{}; it has {}", input.where_layer, input.name, what,
                    wanted, did_you_mean(wanted, names), fmt::join(names, ", "));
    }
    return GDALDatasetGetLayerByName(dataset, wanted.c_str());
}

TableCell cell_of(OGRFeatureH feature, int field) {
    bool fraction = false;
    TableCell cell{field_text(feature, field, fraction), {}};
    const OGRFieldType type = OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, field));
    const bool number = type == OFTInteger || type == OFTInteger64 || type == OFTReal;
    if (number && !cell.text.empty()) {
        cell.number = OGR_F_GetFieldAsDouble(feature, field);
    }
    return cell;
}

void read_columns(OGRLayerH layer, TextTable& table) {
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    for (int field = 0; field < OGR_FD_GetFieldCount(definition); ++field) {
        table.columns.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, field)));
    }
}

// Rows are numbered by the file's own numbers where it has them (a sheet's rows), else counted.
void read_rows(OGRLayerH layer, bool own_numbers, bool skip_empty, TextTable& table) {
    const GdalMessages messages;
    OGR_L_ResetReading(layer);
    std::int64_t number = 0;
    while (const OgrFeature feature{OGR_L_GetNextFeature(layer)}) {
        ++number;
        TableRow row{own_numbers ? static_cast<std::int64_t>(OGR_F_GetFID(feature.get())) : number, {}};
        bool any = false;
        for (int field = 0; field < static_cast<int>(table.columns.size()); ++field) {
            row.cells.push_back(cell_of(feature.get(), field));
            any = any || !row.cells.back().text.empty();
        }
        if (any || !skip_empty) {
            table.rows.push_back(std::move(row));
        }
    }
    if (messages.failed()) {
        throw error(ErrorKind::input, "{}: cannot be read to its end: {}", table.subject, messages.failure());
    }
    if (table.rows.empty()) {
        throw error(ErrorKind::input, "{}: has no rows", table.subject);
    }
}

}  // namespace

TextTable read_workbook_table(const TableInput& input) {
    const FirstRowIsHeader header;
    const OgrDataset dataset = open_workbook(input);
    OGRLayerH sheet = find_layer(dataset.get(), input, "sheet");
    TextTable table{
        fmt::format("{}, sheet \"{}\"", input.name, OGR_L_GetName(sheet)), "row", true, {}, {}, {input.path}};
    read_columns(sheet, table);
    read_rows(sheet, true, true, table);
    return table;
}

TextTable read_layer_table(const TableInput& input) {
    const OgrDataset dataset = open_vector_file(input.path, input.name);
    OGRLayerH layer = find_layer(dataset.get(), input, "layer");
    TextTable table{fmt::format("{}, layer \"{}\"", input.name, OGR_L_GetName(layer)),
                    "feature",
                    false,
                    {},
                    {},
                    files_of(dataset.get())};
    read_columns(layer, table);
    read_rows(layer, false, false, table);
    return table;
}

}  // namespace papar
