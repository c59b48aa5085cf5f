#include "engine/recorded_inputs.hpp"

#include "engine/base/error.hpp"
#include "engine/io/sha256.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace papar {

namespace {

// Enough of a digest to tell two files apart by eye.
std::string_view abbreviated(std::string_view sha256) {
    constexpr std::size_t digits = 12;
    return sha256.substr(0, digits);
}

// The finding, or the error where the study accepts none.
Finding noted(const Study& study, Finding finding) {
    if (!study.accept_changed_inputs) {
        throw error(ErrorKind::input,
                    "{}; the figures would differ from those of the record {}: bring the file back, or add "
                    "--changed-inputs to calculate with what is there now",
                    finding.sentence, study.file.string());
    }
    return finding;
}

std::optional<Finding> change_of(const RecordedInput& recorded, const std::filesystem::path& path) {
    const auto finding = [&](const std::string& what, double bytes) {
        return Finding{"record.input_changed",
                       recorded.name,
                       fmt::format("{} ({}) {}", recorded.name, recorded.role, what),
                       {{"recorded_bytes", static_cast<double>(recorded.bytes)}, {"bytes", bytes}}};
    };
    if (!std::filesystem::is_regular_file(path)) {
        return finding("belonged to the inputs of the recorded run and is gone", 0);
    }
    std::uint64_t bytes = 0;
    const std::string sha256 = sha256_of_file(path, bytes);
    if (sha256 == recorded.sha256) {
        return std::nullopt;
    }
    return finding(
        fmt::format("is not the file of the recorded run: it has {} bytes and SHA-256 {}..., the recorded one "
                    "had {} bytes and {}...",
                    bytes, abbreviated(sha256), recorded.bytes, abbreviated(recorded.sha256)),
        static_cast<double>(bytes));
}

}  // namespace

Findings compare_recorded_inputs(const Study& study) {
    if (!study.recorded_inputs) {
        return {};
    }
    const std::vector<RecordedInput>& recorded = *study.recorded_inputs;
    std::vector<std::optional<Finding>> changes(recorded.size());
    tbb::parallel_for(std::size_t{0}, recorded.size(),
                      [&](std::size_t i) { changes[i] = change_of(recorded[i], study.folder / recorded[i].name); });
    Findings findings;
    for (const std::optional<Finding>& change : changes) {
        if (change) {
            findings.push_back(noted(study, *change));
        }
    }
    return findings;
}

Findings find_unrecorded_inputs(const Study& study, const std::vector<UsedFile>& files) {
    if (!study.recorded_inputs) {
        return {};
    }
    Findings findings;
    for (const UsedFile& file : files) {
        const bool known = std::ranges::any_of(*study.recorded_inputs, [&](const RecordedInput& recorded) {
            return recorded.role == file.role && recorded.name == file.name;
        });
        if (!known) {
            findings.push_back(noted(
                study, {"record.input_added",
                        file.name,
                        fmt::format("{} ({}) does not belong to the inputs of the recorded run", file.name, file.role),
                        {}}));
        }
    }
    return findings;
}

}  // namespace papar
