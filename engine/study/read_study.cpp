#include "engine/study/read_study.hpp"

#include "engine/base/error.hpp"
#include "engine/study/alternative_population.hpp"
#include "engine/study/borders_section.hpp"
#include "engine/study/capacity_section.hpp"
#include "engine/study/document_section.hpp"
#include "engine/study/exposure_section.hpp"
#include "engine/study/hazard_section.hpp"
#include "engine/study/input_files.hpp"
#include "engine/study/overrides.hpp"
#include "engine/study/population_section.hpp"
#include "engine/study/profile_section.hpp"
#include "engine/study/raster_section.hpp"
#include "engine/study/section.hpp"
#include "engine/study/study_document.hpp"
#include "engine/study/tiles_section.hpp"
#include "engine/study/zones_section.hpp"

#include <toml++/toml.h>

#include <set>
#include <utility>
#include <vector>

namespace papar {

namespace {

namespace fs = std::filesystem;
using Keys = std::vector<std::string>;

// The parsed study file, and what its sections need to know of it.
class Reader {
public:
    // `folder`: where relative paths of inputs start.
    Reader(const fs::path& file, const toml::table& root, fs::path folder)
        : file_(file),
          folder_(std::move(folder)),
          top_(file.string(), root, "the study",
               Keys{"study", "zones", "population", "hazard", "grid", "borders", "output", "profile", "capacity",
                    "exposure", "document", "tiles"}) {}

    [[nodiscard]] Study read() const {
        Study study;
        study.file = file_;
        study.folder = folder_;
        read_identity(study);
        study.zones = read_zones_section(required("zones", zones_keys()), folder_);
        read_populations(study);
        study.hazards = read_hazards();
        study.grid = read_grid();
        study.borders = read_borders(optional("borders", borders_keys()));
        study.output = read_output();
        read_risk(study);
        if (top_.find("tiles") != nullptr) study.tiles = read_tiles(optional("tiles", tiles_keys()), folder_);
        return study;
    }

private:
    void read_identity(Study& study) const {
        const Section section = required("study", {"id", "title", "note"});
        study.id = section.identifier("id", "abcdefghijklmnopqrstuvwxyz0123456789_-");
        study.title = section.text("title", study.id);
        study.note = section.text("note", "");
    }

    void read_populations(Study& study) const {
        const Section section = required("population", population_keys());
        study.population = read_population_section(section, folder_);
        study.alternative_populations = read_alternative_populations(section, folder_, study.population);
    }

    // The tables [[name]], each as a section: `hazard "banjir"`. None where there is no such table.
    [[nodiscard]] std::vector<Section> sections(const std::string& name, std::span<const std::string> keys) const {
        const toml::node* node = top_.find(name);
        const toml::array* list = node != nullptr ? node->as_array() : nullptr;
        if (node != nullptr && (list == nullptr || !list->is_homogeneous(toml::node_type::table))) {
            throw error(ErrorKind::usage, "{}: {}s are written as [[{}]], with double brackets, once for each",
                        top_.place(name), name, name);
        }
        std::vector<Section> found;
        for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
            const toml::table& table = *list->get(i)->as_table();
            const std::string id = table["id"].value_or(std::string());
            found.emplace_back(file_.string(), table,
                               id.empty() ? fmt::format("[[{}]]", name) : fmt::format("{} \"{}\"", name, id), keys);
        }
        return found;
    }

    [[nodiscard]] std::vector<HazardSettings> read_hazards() const {
        const std::vector<Section> list = sections("hazard", hazard_keys());
        if (list.empty()) {
            throw error(ErrorKind::usage, "{}: the study has no hazard; add at least one [[hazard]]",
                        top_.place("hazard"));
        }
        std::vector<HazardSettings> hazards;
        std::set<std::string> ids;
        for (const Section& section : list) {
            HazardSettings hazard = read_hazard(section);
            if (hazard.vector) {
                hazard.vector->layer.path = folder_ / hazard.vector->layer.name;
            } else {
                hazard.raster = read_raster(section, folder_);
            }
            if (!ids.insert(hazard.id).second) {
                throw section.wrong("id", "is used by another hazard too; ids must differ");
            }
            hazards.push_back(std::move(hazard));
        }
        return hazards;
    }

    void read_risk(Study& study) const {
        if (top_.find("profile") == nullptr) {
            for (const char* name : {"capacity", "exposure", "document"}) {
                if (top_.find(name) != nullptr) {
                    throw error(
                        ErrorKind::usage,
                        "{}: the section {} is part of a risk assessment, whose method the study does not name; "
                        "add [profile] with use = \"perka-2012\"",
                        top_.place(name), name);
                }
            }
            return;
        }
        study.profile = read_profile_section(optional("profile", profile_keys()), folder_);
        if (top_.find("capacity") != nullptr) {
            study.capacity = read_capacity(optional("capacity", capacity_keys()), folder_);
        }
        study.document = read_document(optional("document", document_keys()), folder_);
        std::set<std::string> ids;
        for (const Section& section : sections("exposure", exposure_keys())) {
            study.exposures.push_back(read_exposure(section, folder_));
            if (!ids.insert(study.exposures.back().id).second) {
                throw section.wrong("id", "is used by another exposure too; ids must differ");
            }
        }
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
            output.folder = file_.parent_path() / section.text("folder");
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

    const fs::path& file_;
    fs::path folder_;
    Section top_;
};

}  // namespace

Study read_study(const fs::path& file, std::span<const Override> overrides, const fs::path& inputs_folder) {
    StudyDocument document = read_study_document(file);
    for (const Override& override : overrides) {
        apply_override(document.root, override);
    }
    Study study = Reader(file, document.root, inputs_folder.empty() ? document.folder : inputs_folder).read();
    study.recorded_inputs = std::move(document.recorded_inputs);
    require_input_files(study);
    return study;
}

}  // namespace papar
