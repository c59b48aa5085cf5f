// Which tiles of a command are finished, so that the same command after an interruption does not cut them again.
#pragma once

#include "engine/output/json_text.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace papar {

// A file with a line of JSON for each set of tiles whose archives are in place: name, fingerprint, what to say of it.
// A last line that is not whole does not count.
class FinishedTiles {
public:
    // Those that an interrupted command left in the folder.
    explicit FinishedTiles(const std::filesystem::path& folder);

    // What was said of a set with this fingerprint; nothing where it is not finished.
    [[nodiscard]] std::optional<Json> find(const std::string& name, const std::string& fingerprint) const;
    // Throws Error(output).
    void add(const std::string& name, const std::string& fingerprint, const Json& said);
    // When the command is done.
    void forget();

private:
    std::filesystem::path file_;
    Json sets_ = Json::array();
};

}  // namespace papar
