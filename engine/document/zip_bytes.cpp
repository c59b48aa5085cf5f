#include "engine/document/zip_bytes.hpp"

#include "engine/base/error.hpp"

#include <zip.h>

#include <cstdint>
#include <memory>

namespace papar {

namespace {

constexpr const char* content_types = "[Content_Types].xml";
constexpr std::uint16_t first_dos_date = (0U << 9U) | (1U << 5U) | 1U;  // 1980-01-01: year - 1980, month, day
constexpr std::uint64_t most_unpacked_bytes = 256ULL << 20U;

struct ZipDiscard {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct ZipSourceFree {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct ZipFileClose {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using ZipHandle = std::unique_ptr<zip_t, ZipDiscard>;
using SourceHandle = std::unique_ptr<zip_source_t, ZipSourceFree>;
using FileHandle = std::unique_ptr<zip_file_t, ZipFileClose>;

[[nodiscard]] Error packing_failed(const std::string& what, const char* why) {
    return error(ErrorKind::failed, "the zip file could not be made: {} ({})", what, why);
}

void add_file(zip_t* zip, const std::string& name, const std::string& content) {
    SourceHandle source(zip_source_buffer(zip, content.data(), content.size(), 0));
    const zip_int64_t index = source ? zip_file_add(zip, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) throw packing_failed(name, zip_strerror(zip));
    (void)source.release();  // the archive's now
    zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), 0, first_dos_date, 0);
}

[[nodiscard]] std::string bytes_of(zip_source_t* source) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) {
        throw packing_failed("reading it back", zip_error_strerror(zip_source_error(source)));
    }
    std::string bytes(stat.size, '\0');
    const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (read < 0 || static_cast<std::uint64_t>(read) != bytes.size()) throw packing_failed("reading it back", "short");
    return bytes;
}

[[nodiscard]] std::string content_of(zip_t* zip, zip_uint64_t index, const zip_stat_t& stat, const std::string& path) {
    std::string content(stat.size, '\0');
    const FileHandle file(zip_fopen_index(zip, index, 0));
    if (!file || zip_fread(file.get(), content.data(), content.size()) != static_cast<zip_int64_t>(content.size())) {
        throw error(ErrorKind::input, "{}: {} in it could not be unpacked; save it again with Word", path, stat.name);
    }
    return content;
}

}  // namespace

std::string zip_bytes(const ZipFiles& files) {
    zip_error_t why;
    zip_error_init(&why);
    const SourceHandle memory(zip_source_buffer_create(nullptr, 0, 0, &why));
    if (!memory) throw packing_failed("no memory", zip_error_strerror(&why));
    ZipHandle zip(zip_open_from_source(memory.get(), ZIP_TRUNCATE, &why));
    if (!zip) throw packing_failed("it did not open", zip_error_strerror(&why));
    zip_source_keep(memory.get());  // one for us, one for the archive
    if (const auto first = files.find(content_types); first != files.end()) {
        add_file(zip.get(), first->first, first->second);
    }
    for (const auto& [name, content] : files) {
        if (name != content_types) add_file(zip.get(), name, content);
    }
    if (zip_close(zip.get()) != 0) throw packing_failed("it did not close", zip_strerror(zip.get()));
    (void)zip.release();
    return bytes_of(memory.get());
}

std::optional<ZipFiles> unzip_file(const std::filesystem::path& path) {
    int why = 0;
    const ZipHandle zip(zip_open(path.c_str(), ZIP_RDONLY, &why));
    if (!zip && (why == ZIP_ER_NOZIP || why == ZIP_ER_INCONS)) return std::nullopt;
    if (!zip) {
        zip_error_t reason;
        zip_error_init_with_code(&reason, why);
        throw error(ErrorKind::input, "{}: could not be opened ({})", path.string(), zip_error_strerror(&reason));
    }
    ZipFiles files;
    std::uint64_t total = 0;
    const zip_int64_t entries = zip_get_num_entries(zip.get(), 0);
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(entries); ++i) {
        zip_stat_t stat;
        if (zip_stat_index(zip.get(), i, 0, &stat) != 0) continue;
        const std::string name = stat.name;
        if (name.empty() || name.back() == '/') continue;  // a folder
        total += stat.size;
        if (total > most_unpacked_bytes) {
            throw error(ErrorKind::input, "{}: unpacks to more than 256 MiB; take a template without large pictures",
                        path.string());
        }
        files[name] = content_of(zip.get(), i, stat, path.string());
    }
    return files;
}

}  // namespace papar
