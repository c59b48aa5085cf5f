#include "engine/document/finding_text.hpp"

#include "engine/document/finding_words.hpp"
#include "engine/document/number_text.hpp"
#include "engine/document/report_names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace papar {
namespace {

// The thing a finding is about: hazards and exposure layers by their titles, parts of the method in words.
[[nodiscard]] std::string subject_text(const ReportContext& context, const Finding& finding) {
    const std::string& id = finding.subject;
    for (const HazardFacts& hazard : context.view.facts.hazards) {
        if (id == hazard.id) return hazard_phrase(hazard.title, Language::id);
        if (id == "hazard " + hazard.id) return "risiko " + inside_sentence(hazard.title);  // left out by the method
    }
    for (const GroupInput& group : context.view.facts.groups) {
        if (group.id == id) return "kelompok " + inside_sentence(group.title);
    }
    for (const ExposureFacts& exposure : context.risk.exposures) {
        if (exposure.id == id) return "lapisan paparan " + exposure.title;
    }
    if (id == context.risk.profile_id && !context.risk.profile_title.empty()) return context.risk.profile_title;
    const std::string_view words = part_words(id);
    return words.empty() ? id : std::string(words);
}

[[nodiscard]] std::string upper_first(std::string text, const std::string& name) {
    return text == name ? text : upper_case(text.substr(0, 1)) + text.substr(1);  // names of files stay
}

// Whole numbers as such, small ones with four decimals.
[[nodiscard]] std::string plain_text(double value) {
    return number_text(value, is_whole(value) ? 0 : std::abs(value) < 10 ? 4 : 2, Language::id);
}

// The words with each {name} replaced; none where a name is not known.
[[nodiscard]] std::optional<std::string> filled(std::string_view words, const Finding& finding) {
    std::string text;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t open = words.find('{', at);
        text += words.substr(at, open - at);
        if (open == std::string_view::npos) break;
        const std::size_t close = words.find('}', open);
        const std::string_view name = words.substr(open + 1, close - open - 1);
        at = close + 1;
        if (name == "names") {
            text += fmt::format("{}", fmt::join(finding.names, ", "));
            continue;
        }
        const auto number =
            std::ranges::find_if(finding.numbers, [&](const auto& named) { return named.first == name; });
        if (number == finding.numbers.end()) return {};
        text += plain_text(number->second);
    }
    return text;
}

}  // namespace

std::string finding_text(const ReportContext& context, const Finding& finding) {
    if (context.language() == Language::en) return finding.sentence;
    const std::string subject = upper_first(subject_text(context, finding), finding.subject);
    const std::string_view words = finding_words(finding.names.empty() ? finding.id : finding.id + ".names");
    const std::optional<std::string> text = words.empty() ? std::nullopt : filled(words, finding);
    return subject + ": " + text.value_or("ada temuan " + finding.id + "; lihat tabel temuan di krb.gpkg") + ".";
}

}  // namespace papar
