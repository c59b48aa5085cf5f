#include "engine/study/vector_hazard_section.hpp"

#include "engine/study/hazard_labels.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>

namespace papar {

namespace {

void refuse_keys(const Section& section, const std::string& kind, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (section.find(key) != nullptr) {
            throw section.wrong(key, "does not go with kind = \"{}\"", kind);
        }
    }
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

ZonesInput read_layer(const Section& section, const std::string& id) {
    ZonesInput layer;
    layer.name = section.text("file");
    layer.where = section.place("file");
    if (section.find("layer") != nullptr) {
        layer.layer = section.text("layer");
        layer.where_layer = section.place("layer");
    }
    layer.assume_crs = section.text("assume_crs", "");
    layer.section = "hazard." + id;
    layer.features = "features";
    layer.code_stands_for_name = false;
    return layer;
}

// The classes from the lowest: as `labels` has them, or in the order in which the table of `classes` first names them.
std::vector<std::string> labels_of(const Section& section,
                                   const std::vector<std::pair<std::string, std::string>>& pairs) {
    std::vector<std::string> named;
    for (const auto& [text, label] : pairs) {
        if (label != no_hazard_label && std::ranges::find(named, label) == named.end()) {
            require_usable_label(section, "classes", label);
            named.push_back(label);
        }
    }
    if (named.empty()) {
        throw section.wrong("classes",
                            "names no class; write classes = {{ \"text in the column\" = \"label\", ... }}, "
                            "lowest class first");
    }
    if (section.find("labels") == nullptr) {
        return named;
    }
    std::vector<std::string> labels = read_labels(section, named.size());
    for (const std::string& label : named) {
        if (std::ranges::find(labels, label) == labels.end()) {
            throw section.wrong("labels", "lacks \"{}\", which classes names", label);
        }
    }
    return labels;
}

void read_class_column(const Section& section, HazardSettings& hazard) {
    VectorHazardInput& input = *hazard.vector;
    if (section.find("column") == nullptr) {
        if (section.find("classes") != nullptr) {
            throw section.wrong("classes", "needs column, the column of the layer that holds these texts");
        }
        hazard.classes.labels = read_labels(section, 1);
        return;
    }
    if (section.find("classes") == nullptr) {
        throw section.wrong("column",
                            "needs classes = {{ \"text in the column\" = \"label\", ... }}, lowest class first");
    }
    input.layer.name_column = section.text("column");
    input.layer.where_name = section.place("column");
    const auto pairs = section.text_pairs("classes");
    hazard.classes.labels = labels_of(section, pairs);
    std::set<std::string> seen;
    for (const auto& [text, label] : pairs) {
        ClassOfText entry{trimmed(text), std::nullopt};
        if (!seen.insert(entry.text).second) {
            throw section.wrong("classes", "has \"{}\" twice; blanks at the ends do not count", entry.text);
        }
        if (label != no_hazard_label) {
            entry.class_index = static_cast<std::size_t>(std::ranges::find(hazard.classes.labels, label) -
                                                         hazard.classes.labels.begin());
        }
        input.classes.push_back(std::move(entry));
    }
}

void read_radii(const Section& section, HazardSettings& hazard) {
    constexpr double least_km = 1e-3;
    constexpr double most_km = 1000;  // a circle is then still a small part of the Earth, far from its antipode
    std::vector<double>& radii = hazard.vector->radii_km;
    radii = section.rising_numbers("radii_km", least_km);
    if (radii.empty()) {
        throw section.wrong("radii_km", "is empty; give at least one radius in kilometres");
    }
    if (radii.front() < least_km || radii.back() > most_km) {
        throw section.wrong("radii_km", "must lie between {} and {} km; found {}", least_km, most_km,
                            radii.front() < least_km ? radii.front() : radii.back());
    }
    hazard.classes.labels = read_labels(section, radii.size());
}

}  // namespace

void read_vector_hazard(const Section& section, HazardSettings& hazard) {
    refuse_keys(section, hazard.kind,
                {"band", "nodata", "breaks", "on_break", "no_hazard", "codes", "class_order", "alternative"});
    hazard.vector.emplace().layer = read_layer(section, hazard.id);
    hazard.classes.kind = HazardKind::shapes;
    const bool buffers = hazard.kind == "buffers";
    if (buffers) {
        refuse_keys(section, hazard.kind, {"column", "classes"});
        read_radii(section, hazard);
    } else {
        refuse_keys(section, hazard.kind, {"radii_km"});
        read_class_column(section, hazard);
    }
    if (hazard.classes.count() > max_classes) {
        throw section.wrong(buffers ? "radii_km" : "classes", "makes {} classes; the most is {}",
                            hazard.classes.count(), max_classes);
    }
}

}  // namespace papar
