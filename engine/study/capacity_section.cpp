#include "engine/study/capacity_section.hpp"

#include "engine/study/table_keys.hpp"

namespace papar {

namespace {

// One index for all zones; nothing where the key is absent.
std::optional<double> read_index(const Section& section, const char* key, const char* column) {
    if (section.find(key) == nullptr) {
        return std::nullopt;
    }
    if (section.find(column) != nullptr) {
        throw section.wrong(key, "stands beside {}; keep one of the two", column);
    }
    const double index = section.number(key, 0);
    if (index < 0 || index > 1) {
        throw section.wrong(key, "is {}; an index lies between 0 and 1", index);
    }
    return index;
}

void refuse_table_keys(const Section& section) {
    for (const char* key : {"ikd_column", "ikm_column", "code", "layer", "delimiter", "encoding", "numbers"}) {
        if (section.find(key) != nullptr) {
            throw section.wrong(key, "is of a table, which the section does not name; add file = \"...\"");
        }
    }
}

}  // namespace

const std::vector<std::string>& capacity_keys() {
    static const std::vector<std::string> keys = [] {
        std::vector<std::string> all{"ikd", "ikm", "ikd_column", "ikm_column", "code"};
        all.insert(all.end(), table_keys().begin(), table_keys().end());
        return all;
    }();
    return keys;
}

CapacityInput read_capacity(const Section& section, const std::filesystem::path& folder) {
    CapacityInput capacity;
    capacity.ikd = read_index(section, "ikd", "ikd_column");
    capacity.ikm = read_index(section, "ikm", "ikm_column");
    if (section.find("file") == nullptr) {
        refuse_table_keys(section);
    } else {
        capacity.table = read_table_keys(section, folder);
        capacity.code = read_required_column(section, "code");
        capacity.ikd_column = read_column(section, "ikd_column");
        capacity.ikm_column = read_column(section, "ikm_column");
        if (capacity.ikd_column.name.empty() && capacity.ikm_column.name.empty()) {
            throw section.wrong("file", "needs ikd_column or ikm_column, the columns with the indices");
        }
    }
    if (!capacity.table && !capacity.ikd && !capacity.ikm) {
        throw error(ErrorKind::usage,
                    "{}: {} gives neither ikd nor ikm; write ikd = 0.5, or file = \"...\" with ikd_column",
                    section.place("ikd"), section.label());
    }
    return capacity;
}

}  // namespace papar
