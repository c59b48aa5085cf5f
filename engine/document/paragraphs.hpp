// Paragraphs, runs of text and fields of WordprocessingML (ECMA-376 part 1, chapter 17).
#pragma once

#include "engine/output/output_settings.hpp"

#include <pugixml.hpp>

#include <string>

namespace papar {

inline constexpr const char* word_space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

// How the text of a run differs from its style.
struct TextLook {
    bool bold = false;
    int half_points = 0;  // 0: the style's size
    std::string colour;   // "rrggbb"; empty: the style's
};

// An empty paragraph at the end of `parent`. Its properties are the first child, made by `properties_of`.
pugi::xml_node add_paragraph(pugi::xml_node parent, const std::string& style_id);
[[nodiscard]] pugi::xml_node properties_of(pugi::xml_node paragraph);

// A line end of the text is one of the paragraph.
void add_text(pugi::xml_node paragraph, const std::string& text, Language language, const TextLook& look = {});

// A field with the result that is shown until it is updated: instruction "PAGE", "SEQ Tabel \* ARABIC".
void add_field(pugi::xml_node paragraph, const std::string& instruction, const std::string& result, Language language);
// Its two ends, for results of more than one paragraph.
void begin_field(pugi::xml_node paragraph, const std::string& instruction);
void end_field(pugi::xml_node paragraph);

}  // namespace papar
