#include "engine/study/capacity_section.hpp"

#include "engine/study/table_keys.hpp"

namespace papar {

namespace {

std::optional<double> read_index(const Section& section, std::string_view key) {
    if (section.find(key) == nullptr) {
        return std::nullopt;
    }
    const double index = section.number(key, 0);
    if (index < 0 || index > 1) {
        throw section.wrong(key, "is {}; an index lies between 0 and 1", index);
    }
    return index;
}

// Each part has one origin: a number or a column.
void require_one_origin(const Section& section, std::string_view part) {
    const std::string column = fmt::format("{}_column", part);
    const bool number = section.find(part) != nullptr;
    if (number == (section.find(column) != nullptr)) {
        throw section.wrong(part,
                            "{}; write {} = 0.5 (one figure for all zones) or {} = \"...\" (a column of the table)",
                            number ? "stands beside its column" : "has no figure", part, column);
    }
}

}  // namespace

const std::vector<std::string>& capacity_keys() {
    static const std::vector<std::string> keys = [] {
        std::vector<std::string> all{"ikd", "ikm", "code", "ikd_column", "ikm_column"};
        all.insert(all.end(), table_keys().begin(), table_keys().end());
        return all;
    }();
    return keys;
}

CapacityInput read_capacity_section(const Section& section, const std::filesystem::path& folder) {
    CapacityInput capacity;
    capacity.ikd = read_index(section, "ikd");
    capacity.ikm = read_index(section, "ikm");
    require_one_origin(section, "ikd");
    require_one_origin(section, "ikm");
    capacity.ikd_column = read_column(section, "ikd_column");
    capacity.ikm_column = read_column(section, "ikm_column");
    if (!capacity.ikd || !capacity.ikm) {
        capacity.table = read_table_keys(section, folder);
        capacity.code = read_required_column(section, "code");
    } else if (section.find("file") != nullptr) {
        throw section.wrong("file",
                            "is not needed: ikd and ikm are numbers; name the columns ikd_column, ikm_column "
                            "instead, or remove the table");
    }
    return capacity;
}

}  // namespace papar
