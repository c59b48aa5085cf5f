#include "engine/tiles/write_tiles.hpp"

#include "engine/base/error.hpp"
#include "engine/output/json_text.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/archives.hpp"
#include "engine/tiles/finished_tiles.hpp"
#include "engine/tiles/raster_tiles.hpp"
#include "engine/tiles/recorded_study.hpp"
#include "engine/tiles/unfinished.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <system_error>

namespace papar {

namespace {

namespace fs = std::filesystem;

// One raster on its way.
struct Job {
    TileSubject subject;
    TilesetFacts facts;
    std::string fingerprint;
    fs::path journal;         // the unfinished tiles
    fs::path retina_journal;  // those of {y}@2x
};

// A raster's tiles, and those of twice as many pixels where the settings ask for them.
struct CutSets {
    TileSet tiles;
    std::optional<TileSet> retina;
};

// One product of a raster: its file and how it is written.
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

std::vector<Job> jobs_of(const fs::path& result, const fs::path& folder, const RecordedStudy& study,
                         const TilesSettings& settings) {
    std::vector<Job> jobs;
    for (TileSubject& subject : tile_subjects(result, study, settings)) {
        TilesetFacts facts = facts_of(subject, settings, study.title, study.language);
        std::string fingerprint = fingerprint_of(subject, facts, settings);
        const std::string hidden = "." + facts.name;
        jobs.push_back({std::move(subject), std::move(facts), std::move(fingerprint),
                        folder / (hidden + ".tiles.papar-part"), folder / (hidden + "@2x.tiles.papar-part")});
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
    GroupCounts groups =
        cut_raster(job.subject, job.facts, settings.tile_pixels, settings.threads, progress, sets.tiles);
    if (settings.retina) {
        sets.retina.emplace(open_journal(job.retina_journal, job.fingerprint));
        const GroupCounts more =
            cut_raster(job.subject, job.facts, 2 * settings.tile_pixels, settings.threads, progress, *sets.retina);
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

}  // namespace

std::vector<WrittenTiles> write_tiles(const fs::path& result, const TilesSettings& settings,
                                      const ProgressCallback& progress) {
    const RecordedStudy study = read_recorded_study(result);
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
            const auto groups = said->value("groups", std::size_t{0});
            written.push_back({job.facts.name,
                               {job.facts.min_zoom, job.facts.max_zoom},
                               said->value("tiles", std::size_t{0}),
                               said->value("contents", std::size_t{0}),
                               groups,
                               groups});
        } else {
            const WrittenTiles& done = written.emplace_back(write_raster(job, files, settings, progress));
            finished.add(done.name, job.fingerprint,
                         {{"tiles", done.tiles}, {"contents", done.contents}, {"groups", done.groups}});
        }
        remove_journals(job);
    }
    finished.forget();
    return written;
}

}  // namespace papar
