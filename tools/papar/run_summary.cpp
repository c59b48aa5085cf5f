#include "tools/papar/run_summary.hpp"

#include "tools/papar/numbers.hpp"
#include <fmt/format.h>

#include <cstddef>

namespace papar {

namespace {

std::string line(const std::string& what, const People& people) {
    constexpr int decimals = 2;
    return fmt::format("{:<32} {:>20}\n", what, grouped(people.value(), decimals));
}

std::string hazard_lines(const HazardFacts& facts, const HazardBalance& balance) {
    std::string text = fmt::format("  {}\n", facts.title);
    for (std::size_t i = 0; i < balance.classes.size(); ++i) {
        text += line("    " + facts.classes.labels[i], balance.classes[i]);
    }
    text += line("    no hazard", balance.no_hazard);
    text += line("    no hazard data", balance.no_data);
    return text;
}

}  // namespace

std::string balance_text(const RunReport& report) {
    const Balance& balance = report.result.balance;
    std::string text = line(balance.official ? "people in the table" : "people in the raster", balance.in_raster);
    text += line("= in zones", balance.in_zones);
    for (std::size_t i = 0; i < report.facts.hazards.size(); ++i) {
        text += hazard_lines(report.facts.hazards[i], report.result.by_hazard[i]);
    }
    if (balance.official) {
        text += line("+ rows without zone", balance.outside_zones);
    } else {
        text += line("+ outside all zones", balance.outside_zones);
        text += line("- counted twice", balance.counted_twice);
    }
    if (balance.measured) {
        text += line("(in the raster before scaling)", *balance.measured);
    }
    for (const VariantResult& variant : report.variants) {
        text += line("in zones, " + variant.id, variant.result.balance.in_zones);
    }
    return text;
}

std::string findings_text(const Findings& findings) {
    std::string text =
        findings.empty() ? "no findings\n" : counted(static_cast<std::int64_t>(findings.size()), "finding") + ":\n";
    for (const Finding& finding : findings) {
        text += fmt::format("  {}\n", finding.sentence);
    }
    return text;
}

}  // namespace papar
