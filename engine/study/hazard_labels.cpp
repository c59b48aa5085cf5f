#include "engine/study/hazard_labels.hpp"

#include <set>

namespace papar {

std::vector<std::string> read_labels(const Section& section, std::size_t count) {
    if (section.find("labels") == nullptr) {
        if (count == 3) {
            return {"rendah", "sedang", "tinggi"};
        }
        std::vector<std::string> numbered;
        for (std::size_t i = 1; i <= count; ++i) {
            numbered.push_back(fmt::format("kelas {}", i));
        }
        return numbered;
    }
    std::vector<std::string> labels = section.texts("labels");
    if (labels.size() != count) {
        throw section.wrong("labels", "must have one label a class; found {} for {} classes", labels.size(), count);
    }
    std::set<std::string> seen;
    for (const std::string& label : labels) {
        require_usable_label(section, "labels", label);
        if (!seen.insert(label).second) {
            throw section.wrong("labels", "has \"{}\" twice", label);
        }
    }
    return labels;
}

void require_usable_label(const Section& section, std::string_view key, const std::string& label) {
    if (label.empty()) {
        throw section.wrong(key, "has an empty label");
    }
    if (label == no_hazard_label || label == "tanpa_data") {
        throw section.wrong(key, "has \"{}\", which the tables use for themselves", label);
    }
}

}  // namespace papar
