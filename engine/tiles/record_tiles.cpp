#include "engine/tiles/record_tiles.hpp"

#include "engine/io/sha256.hpp"
#include "engine/output/json_text.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/verify_outputs.hpp"
#include "engine/output/written_file.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace papar {

namespace {

namespace fs = std::filesystem;

Json entry_of_folder(const fs::path& folder, const std::string& name) {
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        ++files;
        bytes += entry.file_size();
    }
    return {{"name", name + "/"}, {"files", files}, {"bytes", bytes}};
}

Json entry_of_file(const fs::path& file, const std::string& name) {
    std::uint64_t bytes = 0;
    const std::string hash = sha256_of_file(file, bytes);
    return {{"name", name}, {"bytes", bytes}, {"sha256", hash}};
}

}  // namespace

void record_tiles(const fs::path& result) {
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::directory_iterator(result / tiles_folder)) {
        paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    const fs::path file = result / run_record_file;
    Json record = Json::parse(read_back(file));
    for (const fs::path& path : paths) {
        const std::string name = (fs::path(tiles_folder) / path.filename()).string();
        record["outputs"].push_back(fs::is_directory(path) ? entry_of_folder(path, name) : entry_of_file(path, name));
    }
    write_file(file, json_page(record));
    verify_json(file);
}

}  // namespace papar
