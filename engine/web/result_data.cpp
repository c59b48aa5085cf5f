#include "engine/web/result_data.hpp"

#include "engine/base/error.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/unfinished.hpp"
#include "engine/web/histograms.hpp"
#include "engine/web/raster_data.hpp"
#include "engine/web/result_file.hpp"
#include "engine/web/study_data.hpp"
#include "engine/web/zone_data.hpp"

#include <algorithm>
#include <utility>

namespace papar {

namespace {

namespace fs = std::filesystem;

// The box round all zones; null where no zone has a place.
Json bounds_of(const Json& zones) {
    Json bounds;
    for (const Json& zone : zones) {
        if (!zone.contains("bbox")) continue;
        const Json& box = zone["bbox"];
        if (bounds.is_null()) bounds = box;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto known = bounds[i].get<double>();
            const auto side = box[i].get<double>();
            bounds[i] = i < 2 ? std::min(known, side) : std::max(known, side);
        }
    }
    return bounds;
}

Json data_of(ResultFile& result) {
    const Histograms histograms(result.tables());
    Json data = study_data(result, histograms);
    add_rasters(result.folder() / tiles_folder, data);
    const std::vector<LevelWords> levels = result_words(result.record()).levels;
    Json zones = Json::object();
    for (std::size_t i = 0; i < levels.size(); ++i) {
        zones[levels[i].layer] = zone_data(result, levels, i, data, histograms);
    }
    data["total"] = total_data(zones["zona"]);  // of figures not yet rounded
    round_figures(data["total"]);
    round_figures(zones);
    data["bbox"] = bounds_of(zones["zona"]);
    data["zones"] = std::move(zones);
    return data;
}

}  // namespace

Json result_data(const fs::path& folder) {
    ResultFile result(folder);
    try {
        return data_of(result);
    } catch (const Error& problem) {
        if (problem.kind() == ErrorKind::input) throw;
        throw error(ErrorKind::input, "{}: this is no whole result of papar run: {}", folder.string(), problem.what());
    } catch (const Json::exception& problem) {
        throw error(ErrorKind::input, "{}: this is no whole result of papar run ({}); run the study again",
                    folder.string(), problem.what());
    }
}

void write_result_data(const fs::path& result) {
    const Json data = result_data(result);
    Unfinished part(result / tiles_folder / result_data_file);
    write_file(part.path(), json_line(data) + "\n");
    part.put_in_place();
}

}  // namespace papar
