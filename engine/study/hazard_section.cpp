#include "engine/study/hazard_section.hpp"

#include "engine/risk/hazard_types.hpp"
#include "engine/study/hazard_labels.hpp"
#include "engine/study/vector_hazard_section.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace papar {

namespace {

// A value within 1e-6 of a break is on it (hazard_classes.hpp), so two breaks need twice that between them.
constexpr double least_break_step = 2e-6;

void refuse(const Section& section, std::string_view key, std::string_view kind, std::string_view instead) {
    if (section.find(key) != nullptr) {
        throw section.wrong(key, "does not go with kind = \"{}\"; {}", kind, instead);
    }
}

void require_above_no_hazard(const Section& section, std::string_view key, const std::vector<double>& values,
                             double no_hazard) {
    if (!values.empty() && values.front() <= no_hazard) {
        throw section.wrong(key, "must be above no_hazard = {}; found {}", no_hazard, values.front());
    }
}

std::vector<double> read_index_breaks(const Section& section) {
    if (section.find("classes") != nullptr) {
        if (section.find("breaks") != nullptr) {
            throw section.wrong("breaks", "stands beside classes; keep one of the two");
        }
        const std::array<double, 2> preset = section.choice("classes", preset_words);
        return {preset.begin(), preset.end()};
    }
    if (section.find("breaks") == nullptr) {
        throw error(ErrorKind::usage,
                    "{}: {} has neither classes nor breaks; write classes = \"sepertiga\" or breaks = [...]",
                    section.place("breaks"), section.label());
    }
    std::vector<double> breaks = section.rising_numbers("breaks", least_break_step);
    for (const double value : breaks) {
        if (value <= 0 || value >= 1) {
            throw section.wrong("breaks", "of an index must lie between 0 and 1; found {}", value);
        }
    }
    return breaks;
}

void read_codes(const Section& section, std::string_view kind, HazardClasses& classes) {
    for (const std::string_view key : {"breaks", "classes", "on_break"}) {
        refuse(section, key, kind, "write codes = [...], from the lowest class to the highest");
    }
    classes.codes = section.integers("codes");
    if (classes.codes.empty()) {
        throw section.wrong("codes", "is empty; name the code of at least one class");
    }
    const bool rising = section.choice("class_order", class_order_words, ClassOrder::rising) == ClassOrder::rising;
    for (std::size_t i = 1; i < classes.codes.size(); ++i) {
        const double before = classes.codes[i - 1];
        const double code = classes.codes[i];
        if (rising ? code <= before : code >= before) {
            throw section.wrong("codes", "must {}, from the lowest class to the highest; {} comes after {}{}",
                                rising ? "rise" : "fall", code, before,
                                rising ? " (where the highest class has the lowest code, write class_order = "
                                         "\"descending\")"
                                       : "");
        }
    }
    const double lowest = std::min(classes.codes.front(), classes.codes.back());
    require_above_no_hazard(section, "codes", {lowest}, classes.no_hazard);
}

// Where codes fall, the calculation sees ranks: 1 for the lowest class.
void rank_codes(HazardSettings& hazard) {
    std::vector<double>& codes = hazard.classes.codes;
    if (codes.size() > 1 && codes.front() > codes.back()) {
        hazard.falling_codes = codes;
        std::iota(codes.begin(), codes.end(), 1.0);
    }
}

std::vector<double> breaks_of(const Section& section, HazardKind kind) {
    return kind == HazardKind::index ? read_index_breaks(section) : section.rising_numbers("breaks", least_break_step);
}

// The key that gives the breaks.
std::string_view breaks_key(const Section& section) {
    return section.find("classes") != nullptr ? "classes" : "breaks";
}

void read_breaks(const Section& section, std::string_view kind, HazardClasses& classes) {
    refuse(section, "codes", kind, "codes are for kind = \"class\"");
    refuse(section, "class_order", kind, "it is for kind = \"class\"");
    classes.on_break = section.choice("on_break", on_break_words, OnBreak::lower);
    if (classes.kind == HazardKind::index) {
        if (classes.no_hazard >= 1) {
            throw section.wrong("no_hazard", "of an index must be below 1; found {}", classes.no_hazard);
        }
    } else {
        refuse(section, "classes", kind, "the presets are for kind = \"index\"; write breaks = [...]");
    }
    classes.breaks = breaks_of(section, classes.kind);
    require_above_no_hazard(section, breaks_key(section), classes.breaks, classes.no_hazard);
}

// Other breaks for the same classes; empty where the hazard names none.
std::vector<double> read_alternative_breaks(const Section& hazard, const std::string& kind,
                                            const HazardClasses& classes) {
    static const std::vector<std::string> keys = {"breaks", "classes"};
    if (hazard.find("alternative") == nullptr) {
        return {};
    }
    if (classes.kind == HazardKind::classes) {
        refuse(hazard, "alternative", kind, "class codes have no breaks to vary");
    }
    const Section section = hazard.inside("alternative", hazard.label() + " alternative", keys);
    if (classes.kind != HazardKind::index) {
        refuse(section, "classes", kind, "the presets are for kind = \"index\"; write breaks = [...]");
    }
    std::vector<double> breaks = breaks_of(section, classes.kind);
    require_above_no_hazard(section, breaks_key(section), breaks, classes.no_hazard);
    if (breaks.size() != classes.breaks.size() || breaks.empty()) {
        throw section.wrong(breaks_key(section),
                            "gives {} breaks, the hazard has {}; both must make the same classes, two or more",
                            breaks.size(), classes.breaks.size());
    }
    return breaks;
}

HazardClasses read_classes(const Section& section, std::string_view kind) {
    HazardClasses classes;
    classes.kind = section.choice("kind", hazard_kind_words);
    classes.no_hazard = section.number("no_hazard", 0);
    const bool coded = classes.kind == HazardKind::classes;
    coded ? read_codes(section, kind, classes) : read_breaks(section, kind, classes);
    if (classes.count() > max_classes) {
        throw section.wrong(coded ? "codes" : "breaks", "makes {} classes; the most is {}", classes.count(),
                            max_classes);
    }
    classes.labels = read_labels(section, classes.count());
    return classes;
}

// As the study says, or what the id or the title stands for.
std::string read_type(const Section& section, const HazardSettings& hazard) {
    if (section.find("type") == nullptr) {
        const std::optional<std::string> by_id = hazard_type(hazard.id);
        return by_id ? *by_id : hazard_type(hazard.title).value_or("");
    }
    const std::string word = section.text("type", "");
    const std::optional<std::string> type = hazard_type(word);
    if (!type && !word.empty()) {
        throw section.wrong("type", "is \"{}\"; it must be one of {}", word, fmt::join(hazard_types, ", "));
    }
    return type.value_or("");
}

}  // namespace

std::span<const std::string> hazard_keys() {
    static const std::vector<std::string> keys = {"id",          "title",       "type",      "source", "file",
                                                  "band",        "assume_crs",  "nodata",    "kind",   "classes",
                                                  "breaks",      "on_break",    "no_hazard", "labels", "codes",
                                                  "class_order", "alternative", "layer",     "column", "radii_km"};
    return keys;
}

HazardSettings read_hazard(const Section& section) {
    HazardSettings hazard;
    hazard.id = section.identifier("id", "abcdefghijklmnopqrstuvwxyz0123456789_");
    if (hazard.id.front() < 'a') {
        throw section.wrong("id", "is \"{}\"; it must begin with a letter a-z", hazard.id);
    }
    hazard.title = section.text("title", hazard.id);
    hazard.type = read_type(section, hazard);
    hazard.source = section.text("source", "");
    hazard.kind = section.text("kind");
    if (section.choice("kind", hazard_kind_words) == HazardKind::shapes) {
        read_vector_hazard(section, hazard);
        return hazard;
    }
    for (const std::string_view key : {"layer", "column", "radii_km"}) {
        refuse(section, key, hazard.kind, "it is for kind = \"polygons\" or \"buffers\"");
    }
    hazard.classes = read_classes(section, hazard.kind);
    hazard.alternative_breaks = read_alternative_breaks(section, hazard.kind, hazard.classes);
    rank_codes(hazard);
    return hazard;
}

}  // namespace papar
