#include "engine/web/histograms.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>

namespace papar {

namespace {

// "[0,1.25,3]", as papar writes them: a list for every zone and hazard.
std::vector<double> numbers_of(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    const char* at = text == nullptr ? nullptr : text->data();
    const char* end = text == nullptr ? nullptr : at + text->size();
    std::vector<double> numbers;
    if (text != nullptr && *text == "[]") return numbers;
    while (at != end && *at == (numbers.empty() ? '[' : ',')) {
        const auto [next, problem] = std::from_chars(at + 1, end, numbers.emplace_back());
        at = problem == std::errc() ? next : end;
    }
    if (at == end || std::string_view(at, end) != "]") {
        throw error(ErrorKind::input,
                    "krb.gpkg: a row of the histogram tables holds no list of numbers; was it edited? Run the study "
                    "again");
    }
    return numbers;
}

std::string text_of(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? std::string() : *text;
}

}  // namespace

Histograms::Histograms(SqliteFile& tables) {
    tables.each_row("SELECT bahaya, batas FROM histogram_batas",
                    [this](const std::vector<Value>& row) { edges_.emplace(text_of(row[0]), numbers_of(row[1])); });
    tables.each_row("SELECT kode, bahaya, jiwa FROM histogram", [this](const std::vector<Value>& row) {
        bins_.emplace(std::pair(text_of(row[0]), text_of(row[1])), numbers_of(row[2]));
    });
}

const std::vector<double>& Histograms::edges(const std::string& hazard) const {
    static const std::vector<double> none;
    const auto found = edges_.find(hazard);
    return found == edges_.end() ? none : found->second;
}

const Histogram& Histograms::of(const std::string& code, const std::string& hazard) const {
    static const Histogram none;
    const auto found = bins_.find({code, hazard});
    return found == bins_.end() ? none : found->second;
}

void add_bins(Histogram& sum, const Histogram& bins) {
    sum.resize(std::max(sum.size(), bins.size()));
    for (std::size_t i = 0; i < bins.size(); ++i) sum[i] += bins[i];
}

}  // namespace papar
