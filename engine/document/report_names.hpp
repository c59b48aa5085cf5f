// Names as they stand in a sentence, a heading or on the tab of a worksheet.
#pragma once

#include "engine/output/output_settings.hpp"

#include <set>
#include <string>
#include <vector>

namespace papar {

// ASCII letters only; others stay as they are.
[[nodiscard]] std::string lower_case(std::string text);
[[nodiscard]] std::string upper_case(std::string text);

// A title inside a sentence: "Tanah longsor" is "tanah longsor"; "COVID-19" stays.
[[nodiscard]] std::string inside_sentence(std::string title);

// "bahaya banjir", "flood hazard"; nothing is doubled where the title says so itself.
[[nodiscard]] std::string hazard_phrase(const std::string& title, Language language);

// An area with what it is: "Kecamatan Juai"; a name that begins so itself ("Kecamatan Juai", "Kec. Juai") stays.
[[nodiscard]] std::string named(const std::string& what, const std::string& name);

// "A", "A dan B", "A, B, dan C"; in English "A, B and C".
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, Language language);

// Names for worksheets as Excel takes them: at most 31 UTF-16 units, none of []:*?/\, no apostrophe at either end,
// unique whatever the case.
class SheetNames {
public:
    // "Luas bahaya Banjir"; `subject` is cut where the two are too long together, and numbered where they are taken.
    [[nodiscard]] std::string take(const std::string& what, const std::string& subject = "");

private:
    std::set<std::string> taken_;  // in lower case
};

}  // namespace papar
