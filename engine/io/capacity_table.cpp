#include "engine/io/capacity_table.hpp"

#include "engine/base/error.hpp"
#include "engine/base/some_of.hpp"
#include "engine/io/table_number.hpp"
#include "engine/io/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace papar {

namespace {

// Nothing where the study names no column, or the cell is empty.
std::optional<double> index_in(const TextTable& table, const TableRow& row, std::optional<std::size_t> column,
                               std::optional<NumberStyle> style) {
    if (!column || row.cells[*column].text.empty()) {
        return std::nullopt;
    }
    const double index = cell_number(table, row, *column, style, "the index");
    if (index < 0 || index > 1) {
        throw error(ErrorKind::input, "{}, column \"{}\": {} is no index; it lies between 0 and 1", table.place(row),
                    table.columns[*column], index);
    }
    return index;
}

class Rows {
public:
    Rows(const TextTable& table, const CapacityInput& input) {
        const std::size_t code = table.column(input.code);
        const std::optional<std::size_t> ikd = table.optional_column(input.ikd_column);
        const std::optional<std::size_t> ikm = table.optional_column(input.ikm_column);
        for (const TableRow& row : table.rows) {
            const Row read{
                {index_in(table, row, ikd, input.table->numbers), index_in(table, row, ikm, input.table->numbers)},
                row.number,
                false};
            const auto [first, is_new] = rows_.emplace(code_text(table, row, code), read);
            if (!is_new) {
                throw error(ErrorKind::input, "{}: {}s {} and {} have the same code {}; keep one of them",
                            table.subject, table.row_word, first->second.number, row.number, first->first);
            }
        }
    }

    [[nodiscard]] const ZoneCapacity* find(const std::string& code) {
        const auto found = rows_.find(code);
        if (found == rows_.end()) {
            return nullptr;
        }
        found->second.used = true;
        return &found->second.capacity;
    }

    [[nodiscard]] std::vector<std::string> unused() const {
        std::vector<std::string> codes;
        for (const auto& [code, row] : rows_) {
            if (!row.used) {
                codes.push_back(code);
            }
        }
        std::sort(codes.begin(), codes.end());
        return codes;
    }

private:
    struct Row {
        ZoneCapacity capacity;
        std::int64_t number = 0;
        bool used = false;
    };
    std::unordered_map<std::string, Row> rows_;
};

const ZoneCapacity* row_of(Rows& rows, const ZoneLayer& zones, std::size_t zone) {
    const ZoneCapacity* own = rows.find(zones.zones[zone].code);
    for (const ZoneLevel& level : zones.levels) {
        const auto area = level.area_of_zone[zone];
        const ZoneCapacity* above = area ? rows.find(level.areas[*area].code) : nullptr;
        own = own != nullptr ? own : above;
    }
    return own;
}

void report(const std::string& id, const std::string& subject, const std::vector<std::string>& which, const char* what,
            Findings& findings) {
    if (!which.empty()) {
        findings.push_back({id,
                            subject,
                            fmt::format("{}: {} {}: {}", subject, which.size(), what, some_of(which)),
                            {{"count", static_cast<double>(which.size())}}});
    }
}

void read_rows(const CapacityInput& input, const ZoneLayer& zones, CapacityRead& read) {
    const TextTable table = read_table(*input.table);
    read.files = table.files;
    Rows rows(table, input);
    std::vector<std::string> without;
    std::vector<std::string> incomplete;
    for (std::size_t zone = 0; zone < zones.zones.size(); ++zone) {
        const ZoneCapacity* row = row_of(rows, zones, zone);
        if (row == nullptr) {
            without.push_back(label(zones.zones[zone]));
            continue;
        }
        read.zones[zone].ikd = input.ikd ? input.ikd : row->ikd;
        read.zones[zone].ikm = input.ikm ? input.ikm : row->ikm;
        if (!read.zones[zone].ikd || !read.zones[zone].ikm) {
            incomplete.push_back(label(zones.zones[zone]));
        }
    }
    report("capacity.zones_without_row", table.subject, without, "zones have no row, so no capacity and no risk",
           read.findings);
    report("capacity.rows_without_zone", table.subject, rows.unused(), "codes belong to no zone and no area of a level",
           read.findings);
    report("capacity.incomplete", table.subject, incomplete,
           "zones have not both IKD and IKM, so no capacity and no risk", read.findings);
}

}  // namespace

CapacityRead read_capacity(const CapacityInput& input, const ZoneLayer& zones) {
    CapacityRead read;
    read.zones.assign(zones.zones.size(), {input.ikd, input.ikm});
    if (input.table) {
        read_rows(input, zones, read);
    } else if (!input.ikd || !input.ikm) {
        read.findings.push_back({"capacity.incomplete",
                                 "capacity",
                                 fmt::format("capacity: the study gives no {}, so there is no capacity and no risk",
                                             input.ikd ? "ikm" : "ikd"),
                                 {}});
    }
    return read;
}

}  // namespace papar
