#include "engine/document/workbook_parts.hpp"

#include "engine/base/error.hpp"

#include <pugixml.hpp>
#include <zip.h>

#include <memory>
#include <string>

namespace papar {
namespace {

struct DiscardArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct ClosePart {
    void operator()(zip_file_t* part) const { zip_fclose(part); }
};

// The part's text; empty where it cannot be read.
[[nodiscard]] std::string part_text(zip_t* archive, zip_uint64_t i, zip_uint64_t size) {
    const std::unique_ptr<zip_file_t, ClosePart> part(zip_fopen_index(archive, i, 0));
    std::string text(size, '\0');
    if (!part || zip_fread(part.get(), text.data(), size) != static_cast<zip_int64_t>(size)) text.clear();
    return text;
}

}  // namespace

void check_workbook_parts(const std::filesystem::path& path) {
    const std::unique_ptr<zip_t, DiscardArchive> archive(zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
    if (!archive) {
        throw error(ErrorKind::output, "{}: was not written completely (it is no whole zip file)", path.string());
    }
    const zip_int64_t parts = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < parts; ++i) {
        zip_stat_t about;
        zip_stat_init(&about);
        const auto index = static_cast<zip_uint64_t>(i);
        const bool known = zip_stat_index(archive.get(), index, 0, &about) == 0;
        std::string text = known ? part_text(archive.get(), index, about.size) : "";
        pugi::xml_document document;
        if (!document.load_buffer_inplace(text.data(), text.size())) {
            throw error(ErrorKind::output, "{}: was not written completely (its part {} is cut off); is the disk full?",
                        path.string(), known ? about.name : std::to_string(i));
        }
    }
}

}  // namespace papar
