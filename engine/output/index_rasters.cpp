#include "engine/output/index_rasters.hpp"

#include "engine/base/error.hpp"
#include "engine/output/cog.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/pieces_dataset.hpp"
#include "engine/output/raster_pieces.hpp"
#include "engine/output/raster_statistics.hpp"
#include "engine/output/raster_style.hpp"
#include "engine/output/value_legend.hpp"
#include "engine/output/verify_outputs.hpp"
#include "engine/output/written_file.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

namespace papar {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t piece_side = RasterPieces::tile;

// Calls for each part of a window that lies in one piece.
template <typename Use>
void for_each_part(const Window& window, Use use) {
    for (std::int64_t row = window.row; row < window.end_row(); row = (row / piece_side + 1) * piece_side) {
        for (std::int64_t col = window.col; col < window.end_col(); col = (col / piece_side + 1) * piece_side) {
            use(intersection(window, {col, row, piece_side - col % piece_side, piece_side - row % piece_side}));
        }
    }
}

constexpr std::int64_t cache_bytes_a_thread = std::int64_t{32} << 20;  // a row of 30 tiles of an index

// GDAL keeps decoded blocks up to 5 % of the machine's memory otherwise.
class BlockCacheLimit {
public:
    explicit BlockCacheLimit(std::int64_t bytes) : before_(GDALGetCacheMax64()) { GDALSetCacheMax64(bytes); }
    BlockCacheLimit(const BlockCacheLimit&) = delete;
    BlockCacheLimit& operator=(const BlockCacheLimit&) = delete;
    ~BlockCacheLimit() { GDALSetCacheMax64(before_); }

private:
    GIntBig before_;
};

// The callback, called by one thread at a time.
class Finishing {
public:
    Finishing(const ProgressCallback& progress, std::size_t files)
        : progress_(progress), files_(static_cast<std::int64_t>(files)) {}

    [[nodiscard]] bool go_on() { return report(0); }
    void file_done() {
        if (!report(1)) {
            throw error(ErrorKind::interrupted, "stopped while writing the rasters; nothing is left behind");
        }
    }

private:
    [[nodiscard]] bool report(std::int64_t more) {
        const std::lock_guard lock(mutex_);
        done_ += more;
        stopped_ = stopped_ || (progress_ && !progress_({"rasters", done_, files_, "rasters"}));
        return !stopped_;
    }

    std::mutex mutex_;
    const ProgressCallback& progress_;
    std::int64_t files_;
    std::int64_t done_ = 0;
    bool stopped_ = false;
};

}  // namespace

struct IndexRasters::Raster {
    RasterLayer layer;
    fs::path path;
    std::optional<RasterPieces> pieces;  // until the file is made
    std::mutex mutex;
    RasterStatistics statistics;  // guarded
};

// The cell of an axis of the analysis grid that holds the centre of each raster cell from `first` to `end`.
struct IndexRasters::Axis {
    std::int64_t first = 0;
    std::int64_t end = 0;
    std::vector<std::int64_t> cell;

    Axis(const GridLines* lines, std::int64_t begin, std::int64_t count) : first(begin), end(begin + count) {
        if (lines != nullptr) {
            // A centre on a line belongs to the cell that begins there.
            first = static_cast<std::int64_t>(std::ceil(lines->position(begin) - 0.5));
            end = static_cast<std::int64_t>(std::ceil(lines->position(begin + count) - 0.5));
        }
        for (std::int64_t i = first; i < end; ++i) {
            cell.push_back(lines != nullptr ? lines->cell_at(static_cast<double>(i) + 0.5) : i);
        }
    }
};

// Where a window of the analysis grid lies in the rasters.
struct IndexRasters::Place {
    Axis cols;
    Axis rows;

    [[nodiscard]] Window window() const {
        return {cols.first, rows.first, cols.end - cols.first, rows.end - rows.first};
    }
};

IndexRasters::IndexRasters(fs::path folder, std::vector<RasterLayer> layers, const Grid& grid, std::string crs_wkt,
                           Language language)
    : folder_(std::move(folder)),
      grid_(grid),
      target_(grid.frame()),
      crs_wkt_(std::move(crs_wkt)),
      language_(language) {
    const fs::path rasters = folder_ / rasters_folder;
    std::error_code problem;
    fs::create_directory(rasters, problem);
    if (problem) {
        throw error(ErrorKind::output, "{}: the folder could not be made ({})", rasters.string(), problem.message());
    }
    for (RasterLayer& layer : layers) {
        auto raster = std::make_unique<Raster>();
        raster->path = rasters / (layer.name + ".tif");
        raster->layer = std::move(layer);
        raster->pieces.emplace(rasters, raster->path, target_.cols, target_.rows);
        rasters_.push_back(std::move(raster));
    }
}

IndexRasters::~IndexRasters() = default;

IndexRasters::Place IndexRasters::place_of(const Window& window) const {
    return {Axis(grid_.col_lines.get(), window.col, window.cols), Axis(grid_.row_lines.get(), window.row, window.rows)};
}

template <typename Cell, typename Convert>
void IndexRasters::write(std::size_t layer, const Window& window, std::span<const Cell> cells, Cell nodata,
                         Convert convert) {
    Raster& raster = *rasters_[layer];
    const Place place = place_of(window);
    RasterStatistics statistics;
    std::vector<Cell> part_cells;
    for_each_part(place.window(), [&](const Window& part) {
        part_cells.clear();
        for (std::int64_t row = part.row; row < part.end_row(); ++row) {
            const std::int64_t from =
                (place.rows.cell[static_cast<std::size_t>(row - place.rows.first)] - window.row) * window.cols;
            for (std::int64_t col = part.col; col < part.end_col(); ++col) {
                const std::int64_t at =
                    from + place.cols.cell[static_cast<std::size_t>(col - place.cols.first)] - window.col;
                part_cells.push_back(convert(cells[static_cast<std::size_t>(at)]));
            }
        }
        RasterStatistics of_part;
        of_part.add(std::span<const Cell>(part_cells), nodata);
        if (of_part.empty()) return;  // what is not written is no data
        statistics.add(of_part);
        raster.pieces->add(part, std::as_bytes(std::span(part_cells)));
    });
    const std::lock_guard lock(raster.mutex);
    raster.statistics.add(statistics);
}

void IndexRasters::write_index(std::size_t layer, const Window& window, std::span<const float> cells) {
    write(layer, window, cells, no_index_in_file,
          [](float index) { return std::isnan(index) ? no_index_in_file : index; });
}

void IndexRasters::write_classes(std::size_t layer, const Window& window, std::span<const std::uint8_t> cells) {
    write(layer, window, cells, no_class, [](std::uint8_t value) { return value; });
}

void IndexRasters::make_file(Raster& raster, int threads, const std::function<bool()>& go_on) const {
    const bool classes = raster.layer.classes;
    const auto highest = static_cast<std::size_t>(raster.statistics.empty() ? 0 : raster.statistics.max());
    const ValueLegend legend = classes ? value_legend(raster.layer.theme, highest, language_) : ValueLegend();
    {
        PiecesDataset source(*raster.pieces, target_, crs_wkt_, classes ? no_class : no_index_in_file,
                             classes ? &legend : nullptr);
        source.SetMetadataItem("TIFFTAG_SOFTWARE", "papar " PAPAR_VERSION);
        source.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", raster.layer.title.c_str());
        source.SetMetadataItem(GDALMD_AREA_OR_POINT, GDALMD_AOP_AREA);
        GDALRasterBand& band = *source.GetRasterBand(1);
        band.SetDescription(raster.layer.title.c_str());
        for (const auto& [name, value] : raster.statistics.items(target_.cols * target_.rows)) {
            band.SetMetadataItem(name.c_str(), value.c_str());
        }
        write_cog(source, raster.path, threads, go_on);
    }
    verify_cog(raster.path, target_.cols, target_.rows);
    write_file(fs::path(raster.path).replace_extension(".qml"),
               classes ? class_raster_qml(legend) : index_raster_qml(raster.layer.theme, language_));
    raster.pieces.reset();  // gives the disk its room back
}

std::vector<std::string> IndexRasters::finish(const ProgressCallback& progress) {
    const int threads = tbb::this_task_arena::max_concurrency();
    // Where there are fewer rasters than threads, several compress one.
    const int each = std::max(1, threads / std::max(1, static_cast<int>(rasters_.size())));
    const BlockCacheLimit limit(threads * cache_bytes_a_thread);
    Finishing finishing(progress, rasters_.size());
    tbb::parallel_for(std::size_t{0}, rasters_.size(), [&](std::size_t i) {
        make_file(*rasters_[i], each, [&] { return finishing.go_on(); });
        finishing.file_done();
    });

    std::vector<std::string> files;
    for (const std::unique_ptr<Raster>& raster : rasters_) {
        for (const std::string& name :
             {raster->layer.name + ".tif", raster->layer.name + ".tif.aux.xml", raster->layer.name + ".qml"}) {
            std::error_code none;
            if (fs::exists(folder_ / rasters_folder / name, none)) {
                files.push_back(std::string(rasters_folder) + "/" + name);
            }
        }
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace papar
