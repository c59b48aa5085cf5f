// A doubt that does not stop a run but that a reader of the result must know. It is printed,
// counted and stored beside the result; `--strict` turns any finding into exit code 3.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace papar {

struct Finding {
    std::string id;        // stable, machine-readable: "zones.repaired", "zones.outside_raster", ...
    std::string subject;   // what it is about: a file, a layer, a zone's code, a hazard's id
    std::string sentence;  // one English sentence, complete by itself
    std::vector<std::pair<std::string, double>> numbers;  // named figures behind the sentence, with units in the name
    std::vector<std::string> names = {};  // what the sentence lists, for texts in other languages

    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

}  // namespace papar
