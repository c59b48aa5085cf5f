// A folder with a study file and (empty) inputs, gone with the test; the sample study's text to change.
#pragma once

#include "engine/base/error.hpp"
#include "engine/study/read_study.hpp"

#include "tests/support/scratch_folder.hpp"

#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace papar {

inline const std::string sample_text = R"toml([study]
id = "contoh"
title = "Kabupaten Contoh (fiktif)"

[zones]
file = "batas.gpkg"
layer = "kecamatan"
code = "kode"
name = "nama"

[population]
file = "penduduk.tif"
unit = "count"

[[hazard]]
id = "banjir"
file = "banjir.tif"
kind = "depth"
breaks = [0.75, 1.5]

[[hazard]]
id = "longsor"
title = "Tanah longsor"
file = "longsor.tif"
kind = "index"
classes = "sepertiga"
)toml";

// `text` with its only occurrence of `from` replaced.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
        throw std::logic_error("the text to replace must occur once: " + from);
    }
    return text.replace(at, from.size(), to);
}

class StudyFolder {
public:
    explicit StudyFolder(const std::string& text = sample_text) {
        for (const char* input : {"batas.gpkg", "penduduk.tif", "banjir.tif", "longsor.tif"}) {
            write(input, "");
        }
        write("study.toml", text);
    }

    void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }
    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
    [[nodiscard]] std::filesystem::path file() const { return folder_ / "study.toml"; }

private:
    test::ScratchFolder folder_;
};

struct Problem {
    ErrorKind kind;
    std::string sentence;  // without the folder
};

// What is wrong with the study, if anything.
inline std::optional<Problem> problem_of(const StudyFolder& folder, const std::vector<Override>& overrides = {}) {
    try {
        static_cast<void>(read_study(folder.file(), overrides));
        return std::nullopt;
    } catch (const Error& problem) {
        std::string sentence = problem.what();
        const std::string prefix = folder.path().string() + "/";
        for (std::size_t at = sentence.find(prefix); at != std::string::npos; at = sentence.find(prefix)) {
            sentence.erase(at, prefix.size());
        }
        return Problem{problem.kind(), sentence};
    }
}

// The sentence a study is refused with, for a kind of error; empty when it is not refused with that kind.
inline std::string sentence_of(const StudyFolder& folder, ErrorKind kind, const std::vector<Override>& overrides = {}) {
    const std::optional<Problem> problem = problem_of(folder, overrides);
    return problem && problem->kind == kind ? problem->sentence : "";
}

// The sentence for the sample study with one piece of its text replaced.
inline std::string usage_sentence(const std::string& from, const std::string& to) {
    return sentence_of(StudyFolder(replaced(sample_text, from, to)), ErrorKind::usage);
}

}  // namespace papar
