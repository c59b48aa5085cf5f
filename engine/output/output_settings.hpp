// Settings of the outputs.
#pragma once

#include <filesystem>

namespace papar {

// Language of what goes into documents and maps: titles, aliases, legends. Program messages are English.
enum class Language { id, en };

struct OutputSettings {
    std::filesystem::path folder;  // resolved against the study file's folder; `-o` overrides
    Language language = Language::id;
    bool overwrite = false;  // only from the command line
};

}  // namespace papar
