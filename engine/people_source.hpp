// What the overlay takes for people: the population raster, or what spreads the people of a table.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/input_hashes.hpp"
#include "engine/io/raster_file.hpp"
#include "engine/study/study.hpp"

#include <memory>
#include <vector>

namespace papar {

struct PeopleSource {
    std::shared_ptr<const RasterFile> file;  // the raster as it is; null where the source is none
    std::shared_ptr<const RasterSource> raster;
    PopulationUnit unit = PopulationUnit::count;
    Findings findings;
    std::vector<UsedFile> files;
};

// Sources that are no rasters come on the finest hazard's cells, as far as all hazards reach. Precondition: at least
// one hazard; all in one coordinate system.
[[nodiscard]] PeopleSource open_people_source(const Study& study, Decoder decoder,
                                              const std::vector<std::shared_ptr<const RasterFile>>& hazards);

}  // namespace papar
