#include "engine/web/write_site.hpp"

#include "engine/base/error.hpp"
#include "engine/output/json_values.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/output_folder.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/pmtiles_format.hpp"
#include "engine/tiles/tile_archive.hpp"
#include "engine/tiles/zone_tiles.hpp"
#include "engine/web/result_data.hpp"
#include "engine/web/script_copy.hpp"
#include "engine/web/site_readme.hpp"
#include "engine/web/viewer_files.hpp"

#include <array>
#include <cstddef>
#include <fstream>
#include <span>
#include <string>
#include <system_error>
#include <vector>

namespace papar {

namespace {

namespace fs = std::filesystem;

constexpr const char* readme_file = "README.txt";
constexpr const char* scripts_folder = "data";
constexpr const char* basemap_archive = "basemap";

// The archives that a hasil.json speaks of, by name.
std::vector<std::string> archives_of(const Json& data) {
    std::vector<std::string> names = {zone_tiles_name};
    if (data.contains("rasters") && data["rasters"].is_object()) {
        for (const auto& [name, raster] : data["rasters"].items()) names.push_back(name);
    }
    if (data.contains("relief")) names.push_back(data["relief"].get<std::string>());
    if (data.contains("basemap")) names.emplace_back(basemap_archive);
    return names;
}

// What may be in a site's folder: what this one will have, and what one that is there says it has.
std::vector<std::string> site_names(const Json& data, const fs::path& folder) {
    std::vector<std::string> names = {result_data_file, readme_file, scripts_folder};
    for (const ViewerFile& file : viewer_files()) names.emplace_back(file.path);
    std::vector<std::string> archives = archives_of(data);
    std::error_code none;
    if (fs::is_regular_file(folder / result_data_file, none)) {
        const Json older = Json::parse(read_back(folder / result_data_file), nullptr, false);
        if (older.is_object() && older.value("format", "").starts_with("papar-hasil/")) {
            for (std::string& name : archives_of(older)) archives.push_back(std::move(name));
        }
    }
    for (const std::string& name : archives) names.push_back(name + ".pmtiles");
    return names;
}

void refuse_unless_images(const fs::path& basemap) {
    std::array<char, pmtiles_header_bytes> head{};
    std::ifstream file(basemap, std::ios::binary);
    file.read(head.data(), head.size());
    const auto header = read_header(std::as_bytes(std::span(head.data(), static_cast<std::size_t>(file.gcount()))));
    constexpr std::uint8_t first_image = pmtiles_png;  // PNG, JPEG, WebP, AVIF
    constexpr std::uint8_t last_image = 5;
    if (!header || header->tile_type < first_image || header->tile_type > last_image) {
        throw error(ErrorKind::input, "{}: a base map must be a PMTiles archive (version 3) of images, such as PNG",
                    basemap.string());
    }
}

void copy_archive(const fs::path& from, const std::string& name, const fs::path& site) {
    const fs::path to = site / (name + ".pmtiles");
    std::error_code problem;
    fs::copy_file(from, to, problem);
    if (problem) {
        throw error(ErrorKind::output, "{}: could not be copied to the site ({})", from.string(), problem.message());
    }
    write_script_copy(to, site / scripts_folder / (name + ".pmtiles.js"));
}

void write_viewer(const fs::path& site) {
    for (const ViewerFile& file : viewer_files()) {
        const std::vector<std::byte> bytes = unpacked(file);
        write_file(site / file.path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }
}

}  // namespace

void write_site(const fs::path& result, const SiteSettings& settings) {
    Json data = result_data(result);
    const fs::path tiles = result / tiles_folder;
    if (!settings.basemap.empty()) {
        refuse_unless_images(settings.basemap);
        data["basemap"] = basemap_archive;
        const Json metadata = open_pmtiles(settings.basemap)->facts().metadata;
        if (const std::string made_by = text_at(metadata, "/attribution"); !made_by.empty()) {
            data["basemap_attribution"] = made_by;
        }
    }
    const std::vector<std::string> names = site_names(data, settings.folder);
    std::vector<const char*> allowed;
    for (const std::string& name : names) allowed.push_back(name.c_str());
    OutputFolder folder({settings.folder, Language::id, settings.overwrite}, allowed);
    const fs::path& site = folder.staging();

    std::error_code problem;
    fs::create_directory(site / scripts_folder, problem);
    if (problem) {
        throw error(ErrorKind::output, "{}: the folder could not be made ({})", (site / scripts_folder).string(),
                    problem.message());
    }
    for (const std::string& name : archives_of(data)) {
        const fs::path from = name == basemap_archive ? settings.basemap : tiles / (name + ".pmtiles");
        if (!fs::is_regular_file(from, problem)) {
            throw error(ErrorKind::input,
                        "{}: the site needs this archive; give the command once more with --format pmtiles and "
                        "--overwrite",
                        from.string());
        }
        copy_archive(from, name, site);
    }
    const std::string text = json_line(data);
    write_file(site / result_data_file, text + "\n");
    write_file(site / scripts_folder / (std::string(result_data_file) + ".js"), json_script(result_data_file, text));
    write_viewer(site);
    write_file(site / readme_file, site_readme(data));
    folder.commit();
}

}  // namespace papar
