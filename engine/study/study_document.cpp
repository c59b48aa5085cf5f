#include "engine/study/study_document.hpp"

#include "engine/study/record_document.hpp"
#include "engine/study/toml_file.hpp"

namespace papar {

StudyDocument read_study_document(const std::filesystem::path& file) {
    if (file.extension() == ".json") {
        return parse_record(read_text(file, largest_record_bytes, "study"), file);
    }
    return {parse_toml_file(file, "study"), file.parent_path(), {}};
}

}  // namespace papar
