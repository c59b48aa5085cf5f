#include "engine/tiles/write_tiles.hpp"

#include "engine/base/error.hpp"
#include "engine/output/json_text.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/archives.hpp"
#include "engine/tiles/companions.hpp"
#include "engine/tiles/finished_tiles.hpp"
#include "engine/tiles/hillshade.hpp"
#include "engine/tiles/raster_tiles.hpp"
#include "engine/tiles/recorded_study.hpp"
#include "engine/tiles/unfinished.hpp"
#include "engine/tiles/zone_tiles.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <system_error>

namespace papar {

namespace {

namespace fs = std::filesystem;

// One set of tiles on its way.
struct Job {
    std::optional<TileSubject> subject;  // a raster; none: the zones
    TilesetFacts facts;                  // of the zones only the name, until they are cut
    std::string fingerprint;
    fs::path journal;         // the unfinished tiles
    fs::path retina_journal;  // those of {y}@2x
    fs::path hillshade;       // of the relief, while it is cut
};

// The tiles of a job, and those of twice as many pixels where the settings ask for them.
struct CutSets {
    TileSet tiles;
    std::optional<TileSet> retina;
};

// One product of a set of tiles: its file and how it is written.
struct Product {
    fs::path path;
    std::function<void(const CutSets&, const TilesetFacts&, const fs::path&)> write;
};

std::vector<Product> products(const fs::path& folder, const std::string& name, const TilesSettings& settings) {
    const auto archive = [](auto writer) {
        return [writer](const CutSets& sets, const TilesetFacts& facts, const fs::path& path) {
            writer(sets.tiles, facts, path);
        };
    };
    std::vector<Product> all;
    if (settings.formats.pmtiles) all.push_back({folder / (name + ".pmtiles"), archive(write_pmtiles)});
    if (settings.formats.mbtiles) all.push_back({folder / (name + ".mbtiles"), archive(write_mbtiles)});
    if (settings.formats.folder) {
        all.push_back({folder / name, [](const CutSets& sets, const TilesetFacts& facts, const fs::path& path) {
                           write_tile_folder(sets.tiles, facts, path, sets.retina ? &*sets.retina : nullptr);
                       }});
    }
    all.push_back(
        {folder / (name + ".json"), [&settings](const CutSets&, const TilesetFacts& facts, const fs::path& path) {
             Unfinished part(path);
             write_file(part.path(), json_page(tile_json(facts, settings.url)));
             part.put_in_place();
         }});
    return all;
}

bool wants_zones(const TilesSettings& settings) {
    return settings.rasters.empty() || std::ranges::count(settings.rasters, zone_tiles_name) > 0;
}

// The rasters asked for; none for a study without rasters, nor where only the zones are wanted.
std::vector<TileSubject> rasters_of(const fs::path& result, const RecordedStudy& study, TilesSettings settings) {
    const bool all = settings.rasters.empty();
    std::erase(settings.rasters, zone_tiles_name);
    if (settings.rasters.empty() && !settings.people && settings.terrain.name.empty()) {
        std::error_code none;
        if (!all || !fs::exists(result / rasters_folder, none)) return {};
    }
    return tile_subjects(result, study, settings);
}

std::string fingerprint_of_zones(const fs::path& result, const TilesSettings& settings) {
    const fs::path file = result / geopackage_file;
    std::error_code none;
    const ZoomRange zooms = settings.zooms.value_or(ZoomRange{-1, -1});
    return json_line(
        {{"papar", PAPAR_VERSION},
         {"file",
          {file.string(), fs::file_size(file, none), fs::last_write_time(file, none).time_since_epoch().count()}},
         {"formats", {settings.formats.pmtiles, settings.formats.mbtiles, settings.formats.folder}},
         {"zooms", {zooms.min_zoom, zooms.max_zoom}},
         {"attribution", settings.attribution},
         {"url", settings.url}});
}

std::vector<Job> jobs_of(const fs::path& result, const fs::path& folder, const RecordedStudy& study,
                         const TilesSettings& settings) {
    std::vector<Job> jobs;
    const auto add = [&](std::optional<TileSubject> subject, TilesetFacts facts, std::string fingerprint) {
        const auto journal = [&](const char* suffix) {
            return folder / ("." + facts.name + suffix + ".tiles.papar-part");
        };
        const fs::path once = journal("");
        const fs::path twice = journal("@2x");
        const fs::path shades = folder / ("." + facts.name + ".hillshade.papar-part");
        jobs.push_back({std::move(subject), std::move(facts), std::move(fingerprint), once, twice, shades});
    };
    for (TileSubject& subject : rasters_of(result, study, settings)) {
        TilesetFacts facts = facts_of(subject, settings, study.title, study.language);
        std::string fingerprint = fingerprint_of(subject, facts, settings);
        add(std::move(subject), std::move(facts), std::move(fingerprint));
    }
    if (wants_zones(settings)) {
        TilesetFacts facts;
        facts.name = zone_tiles_name;
        add(std::nullopt, std::move(facts), fingerprint_of_zones(result, settings));
    }
    return jobs;
}

// What an interrupted command wrote it may write again.
void refuse_existing(const fs::path& folder, const std::vector<Job>& jobs, const FinishedTiles& finished,
                     const TilesSettings& settings) {
    if (settings.overwrite) return;
    std::error_code none;
    for (const Job& job : jobs) {
        if (finished.find(job.facts.name, job.fingerprint) || journal_goes_on(job.journal, job.fingerprint)) continue;
        for (const Product& product : products(folder, job.facts.name, settings)) {
            if (fs::exists(product.path, none)) {
                throw error(ErrorKind::usage, "{}: is there already; add --overwrite to replace it",
                            product.path.string());
            }
        }
    }
}

bool all_there(const std::vector<Product>& products) {
    return std::ranges::all_of(products, [](const Product& product) {
        std::error_code none;
        return fs::exists(product.path, none);
    });
}

WrittenTiles write_raster(const Job& job, const std::vector<Product>& products, const TilesSettings& settings,
                          const ProgressCallback& progress) {
    CutSets sets{TileSet(open_journal(job.journal, job.fingerprint)), std::nullopt};
    TileSubject subject = *job.subject;
    std::optional<Hillshade> hillshade;
    if (subject.kind == TileSubject::Kind::relief) {
        subject.file = hillshade.emplace(*subject.file, job.hillshade, progress).raster();
    }
    GroupCounts groups = cut_raster(subject, job.facts, settings.tile_pixels, settings.threads, progress, sets.tiles);
    if (settings.retina) {
        sets.retina.emplace(open_journal(job.retina_journal, job.fingerprint));
        const GroupCounts more =
            cut_raster(subject, job.facts, 2 * settings.tile_pixels, settings.threads, progress, *sets.retina);
        groups = {groups.all + more.all, groups.found + more.found};
    }
    for (const Product& product : products) product.write(sets, job.facts, product.path);
    return {job.facts.name,
            {job.facts.min_zoom, job.facts.max_zoom},
            sets.tiles.tiles().size(),
            sets.tiles.contents(),
            groups.all,
            groups.found};
}

void remove_journals(const Job& job) {
    std::error_code none;
    fs::remove(job.journal, none);
    fs::remove(job.retina_journal, none);
}

// Cut anew after an interruption, which leaves nothing of them: that takes no longer than to read what there was.
WrittenTiles write_zones(const Job& job, const fs::path& result, const ResultWords& words,
                         const std::vector<Product>& products, const TilesSettings& settings,
                         const ProgressCallback& progress) {
    CutSets sets{TileSet(open_journal(job.journal, job.fingerprint)), std::nullopt};
    TilesetFacts facts;
    try {
        facts = cut_zones(result, words, settings.zooms, progress, sets.tiles);
    } catch (...) {
        remove_journals(job);
        throw;
    }
    facts.attribution = settings.attribution.empty() ? words.title : settings.attribution;
    for (const Product& product : products) product.write(sets, facts, product.path);
    return {facts.name,    {facts.min_zoom, facts.max_zoom}, sets.tiles.tiles().size(), sets.tiles.contents(), 1, 0,
            facts.findings};
}

// A set whose archives are in place since before an interruption.
WrittenTiles written_before(const std::string& name, const Json& said) {
    const auto number = [&](const char* key) { return said.value(key, std::size_t{0}); };
    return {name,
            {said.value("min_zoom", 0), said.value("max_zoom", 0)},
            number("tiles"),
            number("contents"),
            number("groups"),
            number("groups")};
}

}  // namespace

std::vector<WrittenTiles> write_tiles(const fs::path& result, const TilesSettings& settings,
                                      const ProgressCallback& progress) {
    const RecordedStudy study = read_recorded_study(result);
    const ResultWords words = read_result_words(result);
    const fs::path folder = result / tiles_folder;
    const std::vector<Job> jobs = jobs_of(result, folder, study, settings);
    FinishedTiles finished(folder);
    refuse_existing(folder, jobs, finished, settings);
    std::error_code problem;
    fs::create_directory(folder, problem);
    if (problem) {
        throw error(ErrorKind::output, "{}: the folder could not be made ({})", folder.string(), problem.message());
    }
    std::vector<WrittenTiles> written;
    for (const Job& job : jobs) {
        const std::vector<Product> files = products(folder, job.facts.name, settings);
        if (const std::optional<Json> said = finished.find(job.facts.name, job.fingerprint); said && all_there(files)) {
            written.push_back(written_before(job.facts.name, *said));
        } else {
            const WrittenTiles& done =
                written.emplace_back(job.subject ? write_raster(job, files, settings, progress)
                                                 : write_zones(job, result, words, files, settings, progress));
            finished.add(done.name, job.fingerprint,
                         {{"min_zoom", done.zooms.min_zoom},
                          {"max_zoom", done.zooms.max_zoom},
                          {"tiles", done.tiles},
                          {"contents", done.contents},
                          {"groups", done.groups}});
        }
        remove_journals(job);
    }
    write_companions(result, words, settings.url);
    return written;
}

void end_of_tiles(const fs::path& result) {
    FinishedTiles(result / tiles_folder).forget();
}

}  // namespace papar
