// The parts of papar's own template: A4, one sans-serif font, dark blue headings. Sizes are half-points, lengths twips
// (1/20 point) as in WordprocessingML.
#pragma once

#include "engine/document/krb_report.hpp"

#include <string>

namespace papar {

// Styles with the names Word knows ("heading 1", "caption") and those of the chapter's own: "KRB Table", "KRB Table
// Text", "KRB Table Heading", "KRB Table Note", "KRB Note", "KRB List". A template may bring any of them.
[[nodiscard]] std::string default_styles(Language language);
[[nodiscard]] std::string default_theme();
[[nodiscard]] std::string default_settings(Language language);
// Title and note of the report on every page; page number and number of pages.
[[nodiscard]] std::string default_header(const KrbReport& report);
[[nodiscard]] std::string default_footer(Language language);
// An empty body with the section of the template: A4, margins of 2.5 cm.
[[nodiscard]] std::string default_document();

// "id-ID", "en-US".
[[nodiscard]] std::string language_tag(Language language);

}  // namespace papar
