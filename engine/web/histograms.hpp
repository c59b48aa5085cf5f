// The result's histograms of people over the hazards' values.
#pragma once

#include "engine/output/sqlite_file.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace papar {

// People in each bin, from the lowest; empty bins at the end left out.
using Histogram = std::vector<double>;

class Histograms {
public:
    explicit Histograms(SqliteFile& tables);

    // The bins' lower limits, then the last one's upper limit; empty for a hazard of shapes, which has no values.
    [[nodiscard]] const std::vector<double>& edges(const std::string& hazard) const;
    // Of a zone; empty where nobody is exposed.
    [[nodiscard]] const Histogram& of(const std::string& code, const std::string& hazard) const;

private:
    std::map<std::string, std::vector<double>> edges_;
    std::map<std::pair<std::string, std::string>, Histogram> bins_;  // by code and hazard
};

// Adds a zone's bins to those of an area.
void add_bins(Histogram& sum, const Histogram& bins);

}  // namespace papar
