#include "engine/study_rasters.hpp"

#include "engine/base/error.hpp"
#include "engine/grid/ranked_codes.hpp"
#include "engine/io/assumed_crs.hpp"
#include "engine/io/cell_area_of_crs.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/equivalent_grid.hpp"
#include "engine/io/nearest_raster.hpp"
#include "engine/io/reprojected_population.hpp"
#include "engine/people_source.hpp"
#include "engine/study/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace papar {

namespace {

std::string in_lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

// The coordinate system that most hazards share; the first of those that as many do. The population's without hazards.
std::string analysis_crs(const StudyRasters& rasters) {
    std::string best = rasters.population.file ? rasters.population.file->crs_wkt() : "";
    std::int64_t most = 0;
    for (const StudyRaster& hazard : rasters.hazards) {
        const auto sharing = std::count_if(
            rasters.hazards.begin(), rasters.hazards.end(),
            [&](const StudyRaster& other) { return same_crs(other.file->crs_wkt(), hazard.file->crs_wkt()); });
        if (sharing > most) {
            best = hazard.file->crs_wkt();
            most = sharing;
        }
    }
    return best;
}

// The finest grid of a hazard in the study's coordinate system; the population's without hazards.
const Grid& finest_grid(const StudyRasters& rasters) {
    const Grid* finest = nullptr;
    for (const StudyRaster& hazard : rasters.hazards) {
        const Grid& grid = hazard.file->grid();
        if (same_crs(hazard.file->crs_wkt(), rasters.crs_wkt) &&
            (finest == nullptr || grid.dx * grid.dy < finest->dx * finest->dy)) {
            finest = &grid;
        }
    }
    return finest != nullptr ? *finest : rasters.population.file->grid();
}

CrsOperation operation_to(const std::string& crs_wkt, const RasterFile& file, Findings& findings) {
    const Grid& grid = file.grid();
    const Box box{{grid.x0, grid.y_of(static_cast<double>(grid.rows))},
                  {grid.x_of(static_cast<double>(grid.cols)), grid.y0}};
    CrsOperation operation(file.crs_wkt(), crs_wkt, box);
    if (operation.approximate()) {
        findings.push_back({"raster.approximate_reprojection",
                            file.name(),
                            fmt::format("{}: PROJ knows the way from {} to {} only roughly (unknown datum shift, up to "
                                        "hundreds of metres); bring it into the study's CRS with the right one",
                                        file.name(), crs_label(file.crs_wkt()), crs_label(crs_wkt)),
                            {}});
    }
    return operation;
}

// Side of a cell in the middle of the raster.
double cell_side_m(const RasterFile& file) {
    const Grid& grid = file.grid();
    const CellArea area = cell_area_of_crs(file.crs_wkt(), grid, AreaModel::ellipsoidal);
    return std::sqrt(area.mean_m2(grid.rows / 2, grid.cols / 2, 1));
}

void bring_by_nearest(const std::string& kind, StudyRaster& raster, const Grid& finest, StudyRasters& rasters) {
    const RasterFile& file = *raster.file;
    if (same_crs(file.crs_wkt(), rasters.crs_wkt)) {
        return;
    }
    const CrsOperation operation = operation_to(rasters.crs_wkt, file, rasters.findings);
    const Grid grid = equivalent_grid(operation, file.name(), file.grid(), finest);
    const auto nearest = std::make_shared<NearestRaster>(raster.source, operation, grid);
    const NearestRaster::Shift shift = nearest->shift();
    const double side = cell_side_m(file);
    rasters.findings.push_back(
        {kind + ".nearest_cell",
         file.name(),
         fmt::format(
             "{}: brought from {} to {} by nearest cell: cells were moved by up to {:.1f} m (on average {:.1f} m; "
             "a cell is {:.1f} m)",
             file.name(), crs_label(file.crs_wkt()), crs_label(rasters.crs_wkt), shift.most * side, shift.mean * side,
             side),
         {{"most_m", shift.most * side}, {"mean_m", shift.mean * side}, {"cell_m", side}}});
    raster.source = nearest;
}

void bring_population(const Grid& finest, double max_residual, StudyRasters& rasters) {
    if (!rasters.population.file || same_crs(rasters.population.file->crs_wkt(), rasters.crs_wkt)) {
        return;
    }
    const RasterFile& file = *rasters.population.file;
    const CrsOperation operation = operation_to(rasters.crs_wkt, file, rasters.findings);
    const Grid grid = equivalent_people_grid(operation, file.name(), file.grid(), finest);
    const auto people = std::make_shared<ReprojectedPopulation>(
        rasters.population.source, rasters.unit, cell_area_of_crs(file.crs_wkt(), file.grid(), AreaModel::ellipsoidal),
        operation, grid);
    const ReprojectedPopulation::Measured measured = people->measure();
    if (measured.residual() > max_residual) {
        throw error(ErrorKind::input,
                    "{}: {:.2f} of its {:.2f} people ({:.4f} %) live where {} has no coordinates, more than "
                    "grid.max_residual = {:.4g} allows; cut the raster to the area of the study",
                    file.name(), measured.without_image.value(), measured.all.value(), 100 * measured.residual(),
                    crs_label(rasters.crs_wkt), max_residual);
    }
    if (People{} < measured.without_image) {
        people->distribute(measured);
    }
    rasters.findings.push_back(
        {"population.reprojected",
         file.name(),
         fmt::format("{}: its {:.2f} people were brought from {} to {} by area; {}", file.name(), measured.all.value(),
                     crs_label(file.crs_wkt()), crs_label(rasters.crs_wkt),
                     measured.without_image == People{}
                         ? "nobody was left without a place"
                         : fmt::format("{:.2f} of them ({:.6f} %) had no place there and were given to all other cells",
                                       measured.without_image.value(), 100 * measured.residual())),
         {{"people", measured.all.value()}, {"residual", measured.residual()}}});
    rasters.people_brought = measured.all;
    rasters.population.source = people;
    rasters.unit = PopulationUnit::count;
}

void note_assumed_crs(const RasterInput& input, const RasterFile& file, Findings& findings) {
    if (!input.assume_crs.empty()) {
        findings.push_back(assumed_crs_finding(file.crs_wkt(), file.declared_crs(), file.name(), file.name()));
    }
}

void open_population(const PopulationInput& input, Decoder decoder, StudyRasters& rasters) {
    if (input.model == PopulationModel::table) {
        open_spread_raster(input.spread, decoder, rasters);
        if (rasters.population.file) {
            note_assumed_crs(input.spread.raster, *rasters.population.file, rasters.findings);
        }
        return;
    }
    rasters.population.file = RasterFile::open(input.raster, decoder);
    rasters.population.source = rasters.population.file;
    rasters.unit = input.unit;
    note_assumed_crs(input.raster, *rasters.population.file, rasters.findings);
    if (input.negative == NegativePeople::zero) {
        rasters.zeroed = std::make_shared<NegativesToZero>(rasters.population.file);
        rasters.population.source = rasters.zeroed;
    }
}

// Class names the file gives to codes, against those of the study: the same names in another order are reversed
// classes.
void note_other_names(const HazardSettings& settings, const RasterFile& file, Findings& findings) {
    if (settings.classes.kind != HazardKind::classes) {
        return;
    }
    const std::vector<double>& codes = settings.falling_codes.empty() ? settings.classes.codes : settings.falling_codes;
    const std::vector<std::string>& labels = settings.classes.labels;
    const std::vector<std::string>& categories = file.facts().categories;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto code = static_cast<std::size_t>(std::max(codes[i], 0.0));
        if (code >= categories.size()) {
            continue;
        }
        const std::string named = in_lower_case(categories[code]);
        const auto other = std::find_if(labels.begin(), labels.end(),
                                        [&](const std::string& label) { return in_lower_case(label) == named; });
        if (other != labels.end() && *other != labels[i]) {
            findings.push_back(
                {"hazard.reversed_classes",
                 settings.id,
                 fmt::format("hazard {} ({}): the file calls code {} \"{}\", the study \"{}\"; if the "
                             "highest class has the lowest code, write the codes falling and class_order = "
                             "\"descending\"",
                             settings.id, file.name(), codes[i], categories[code], labels[i]),
                 {{"code", codes[i]}}});
            return;
        }
    }
}

void open_hazard(const HazardSettings& settings, Decoder decoder, StudyRasters& rasters) {
    const std::shared_ptr<const RasterFile> file = RasterFile::open(settings.raster, decoder);
    note_assumed_crs(settings.raster, *file, rasters.findings);
    note_other_names(settings, *file, rasters.findings);
    rasters.hazards.push_back({file, file});
    if (!settings.falling_codes.empty()) {
        rasters.hazards.back().source =
            std::make_shared<RankedCodes>(file, settings.falling_codes, settings.classes.no_hazard);
    }
}

void open_exposures(const Study& study, Decoder decoder, StudyRasters& rasters) {
    for (const ExposureInput& exposure : study.exposures) {
        if (exposure.kind != ExposureKind::value && exposure.kind != ExposureKind::land_cover) {
            continue;
        }
        const std::shared_ptr<const RasterFile> file = RasterFile::open(exposure.raster, decoder);
        note_assumed_crs(exposure.raster, *file, rasters.findings);
        rasters.exposures.push_back({file, file});
        if (exposure.kind == ExposureKind::value && !same_crs(file->crs_wkt(), rasters.crs_wkt)) {
            throw error(ErrorKind::input,
                        "{}: it is in {}, the hazards in {}; rupiah cannot be moved by nearest cell: bring the raster "
                        "into the hazards' coordinate system, keeping its sums",
                        file->name(), crs_label(file->crs_wkt()), crs_label(rasters.crs_wkt));
        }
    }
}

AnalysisGrid merge(const StudyRasters& rasters) {
    std::vector<NamedGrid> grids{{rasters.population.source->name(), rasters.population.source->grid()}};
    for (const StudyRaster& hazard : rasters.hazards) {
        grids.push_back({hazard.file->name(), hazard.source->grid()});
    }
    for (const StudyRaster& exposure : rasters.exposures) {
        grids.push_back({exposure.file->name(), exposure.source->grid()});
    }
    return merge_grids(grids);
}

}  // namespace

Findings StudyRasters::findings_of_reading() const {
    if (!zeroed || zeroed->zeroed().cells == 0) {
        return {};
    }
    const NegativesToZero::Zeroed changed = zeroed->zeroed();
    return {{"population.negative_as_zero",
             zeroed->name(),
             fmt::format("{}: {} below zero, {:.2f} people together and {:.2f} the lowest, taken as nobody because the "
                         "study says so",
                         zeroed->name(), changed.cells == 1 ? "1 cell" : fmt::format("{} cells", changed.cells),
                         changed.sum, changed.lowest),
             {{"cells", static_cast<double>(changed.cells)}, {"people", changed.sum}, {"lowest", changed.lowest}}}};
}

void refuse_lost_people(const StudyRasters& rasters, People in_raster) {
    constexpr double tolerance = 1e-9;  // relative
    constexpr double rounding = 1e-6;   // people: of the blocks' parts
    if (!rasters.people_brought) {
        return;
    }
    const double all = rasters.people_brought->value();
    if (std::abs(in_raster.value() - all) > tolerance * all + rounding) {
        throw error(
            ErrorKind::input,
            "{}: {:.2f} of its {:.2f} people arrived in {}; where a raster runs over a pole or round the globe its "
            "cells have no one place there: cut it to the area of the study",
            rasters.population.file->name(), in_raster.value(), all, crs_label(rasters.crs_wkt));
    }
}

StudyRasters open_rasters(const Study& study, Decoder decoder) {
    StudyRasters rasters;
    open_population(study.population, decoder, rasters);
    for (const HazardSettings& hazard : study.hazards) {
        if (!hazard.vector) {
            open_hazard(hazard, decoder, rasters);
        }
    }
    if (!rasters.population.file && rasters.hazards.empty()) {
        throw error(ErrorKind::usage,
                    "{}: no raster of the study gives the cells on which people are spread: no hazard is a raster, and "
                    "spread = \"{}\" has none; spread them by settlement or land_cover",
                    study.file.string(), word_of(spread_words, study.population.spread.kind));
    }
    rasters.crs_wkt = analysis_crs(rasters);
    const Grid finest = finest_grid(rasters);
    bring_population(finest, study.grid.max_residual, rasters);
    open_exposures(study, decoder, rasters);
    for (StudyRaster& hazard : rasters.hazards) {
        bring_by_nearest("hazard", hazard, finest, rasters);
    }
    for (StudyRaster& exposure : rasters.exposures) {
        bring_by_nearest("exposure", exposure, finest, rasters);
    }
    if (!rasters.population.source) {
        spread_without_raster(study, finest, rasters);
    }
    rasters.analysis = merge(rasters);
    return rasters;
}

}  // namespace papar
