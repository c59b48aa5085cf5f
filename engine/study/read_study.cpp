#include "engine/study/read_study.hpp"

#include "engine/base/error.hpp"
#include "engine/study/hazard_section.hpp"
#include "engine/study/input_files.hpp"
#include "engine/study/overrides.hpp"
#include "engine/study/population_section.hpp"
#include "engine/study/raster_section.hpp"
#include "engine/study/section.hpp"

#include <toml++/toml.h>

#include <fstream>
#include <iterator>
#include <set>
#include <system_error>
#include <vector>

namespace papar {

namespace {

namespace fs = std::filesystem;
using Keys = std::vector<std::string>;

// More than one past the limit is never read, so a device or a pipe is as safe as a file.
std::string read_text(const fs::path& file) {
    std::error_code ignored;
    if (fs::is_directory(file, ignored)) {
        throw error(ErrorKind::usage, "the study {} is a folder; name the study file in it", file.string());
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        const bool there = fs::exists(file, ignored);
        throw error(ErrorKind::usage, "the study file {} {}", file.string(),
                    there ? "cannot be opened; are you allowed to read it?" : "does not exist");
    }
    std::string text(largest_study_bytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (in.bad()) {
        throw error(ErrorKind::usage, "the study file {} could not be read to its end", file.string());
    }
    if (static_cast<std::uintmax_t>(in.gcount()) > largest_study_bytes) {
        throw error(ErrorKind::usage, "{} is larger than 1 MB: this is not a study file", file.string());
    }
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

toml::table parse(const fs::path& file) {
    try {
        return toml::parse(read_text(file), file.string());
    } catch (const toml::parse_error& problem) {
        throw error(ErrorKind::usage, "{}: not valid TOML: {}", place_of(problem.source(), file.string()),
                    problem.description());
    }
}

// The parsed study file, and what its sections need to know of it.
class Reader {
public:
    Reader(const fs::path& file, const toml::table& root)
        : file_(file),
          top_(file.string(), root, "the study", Keys{"study", "zones", "population", "hazard", "grid", "output"}) {}

    [[nodiscard]] Study read() const {
        Study study;
        study.file = file_;
        read_identity(study);
        study.zones = read_zones();
        study.population = read_population_section(required("population", population_keys()), file_.parent_path());
        study.hazards = read_hazards();
        study.grid = read_grid();
        study.output = read_output();
        return study;
    }

private:
    void read_identity(Study& study) const {
        const Section section = required("study", {"id", "title", "note"});
        study.id = section.identifier("id", "abcdefghijklmnopqrstuvwxyz0123456789_-");
        study.title = section.text("title", study.id);
        study.note = section.text("note", "");
    }

    [[nodiscard]] ZonesInput read_zones() const {
        const Section section = required("zones", {"file", "layer", "code", "name", "assume_crs"});
        ZonesInput zones;
        zones.name = section.text("file");
        zones.path = resolve(zones.name);
        zones.where = section.place("file");
        zones.assume_crs = section.text("assume_crs", "");
        const auto optional = [&](const char* key, std::string& value, std::string& where) {
            if (section.find(key) != nullptr) {
                value = section.text(key);
                where = section.place(key);
            }
        };
        optional("layer", zones.layer, zones.where_layer);
        optional("code", zones.code_column, zones.where_code);
        optional("name", zones.name_column, zones.where_name);
        return zones;
    }

    [[nodiscard]] std::vector<HazardSettings> read_hazards() const {
        const toml::node* node = top_.find("hazard");
        const toml::array* list = node != nullptr ? node->as_array() : nullptr;
        if (node != nullptr && (list == nullptr || !list->is_homogeneous(toml::node_type::table))) {
            throw error(ErrorKind::usage, "{}: hazards are written as [[hazard]], with double brackets, once for each",
                        top_.place("hazard"));
        }
        if (list == nullptr || list->empty()) {
            throw error(ErrorKind::usage, "{}: the study has no hazard; add at least one [[hazard]]",
                        top_.place("hazard"));
        }
        std::vector<HazardSettings> hazards;
        std::set<std::string> ids;
        for (const toml::node& item : *list) {
            const toml::table& table = *item.as_table();
            const std::string id = table["id"].value_or(std::string());
            const Section section(file_.string(), table, id.empty() ? "[[hazard]]" : fmt::format("hazard \"{}\"", id),
                                  hazard_keys());
            HazardSettings hazard = read_hazard(section);
            hazard.raster = read_raster(section, file_.parent_path());
            if (!ids.insert(hazard.id).second) {
                throw section.wrong("id", "is used by another hazard too; ids must differ");
            }
            hazards.push_back(std::move(hazard));
        }
        return hazards;
    }

    [[nodiscard]] GridSettings read_grid() const {
        const Section section = optional("grid", {"area", "extent", "max_residual"});
        GridSettings grid{section.choice("area", area_words, AreaModel::ellipsoidal),
                          section.choice("extent", extent_words, Extent::rasters)};
        grid.max_residual = section.number("max_residual", grid.max_residual);
        if (grid.max_residual < 0 || grid.max_residual > 1) {
            throw section.wrong("max_residual", "is {}; it must be a share from 0 to 1", grid.max_residual);
        }
        return grid;
    }

    [[nodiscard]] OutputSettings read_output() const {
        const Section section = optional("output", {"folder", "language"});
        OutputSettings output;
        if (section.find("folder") != nullptr) {
            output.folder = resolve(section.text("folder"));
        }
        output.language = section.choice("language", language_words, Language::id);
        return output;
    }

    [[nodiscard]] Section required(const std::string& name, const Keys& keys) const {
        if (top_.find(name) == nullptr) {
            throw error(ErrorKind::usage, "{}: the section [{}] is missing", top_.place(name), name);
        }
        return optional(name, keys);
    }

    [[nodiscard]] Section optional(const std::string& name, const Keys& keys) const {
        static const toml::table empty;
        const toml::node* node = top_.find(name);
        if (node != nullptr && !node->is_table()) {
            throw error(ErrorKind::usage, "{}: {} must be a section, [{}]; found {}", top_.place(name), name, name,
                        type_name(node->type()));
        }
        return {file_.string(), node != nullptr ? *node->as_table() : empty, fmt::format("[{}]", name), keys};
    }

    [[nodiscard]] fs::path resolve(const std::string& name) const { return file_.parent_path() / name; }

    const fs::path& file_;
    Section top_;
};

}  // namespace

Study read_study(const fs::path& file, std::span<const Override> overrides) {
    toml::table root = parse(file);
    for (const Override& override : overrides) {
        apply_override(root, override);
    }
    Study study = Reader(file, root).read();
    require_input_files(study);
    return study;
}

}  // namespace papar
