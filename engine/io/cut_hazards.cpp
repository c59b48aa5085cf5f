#include "engine/io/cut_hazards.hpp"

#include "engine/base/error.hpp"
#include "engine/io/geos_session.hpp"
#include "engine/io/shape_tree.hpp"
#include "engine/io/zones_features.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <exception>
#include <optional>
#include <utility>

namespace papar {

namespace {

struct Piece {
    HazardPiece about;
    Shape shape;
};

// What one thread needs to cut zones.
class ZoneCutter {
public:
    explicit ZoneCutter(const std::vector<DrawnHazard>& hazards) : hazards_(hazards) {
        for (const DrawnHazard& hazard : hazards) {
            trees_.emplace_back(geos_, hazard.shapes);
        }
    }

    [[nodiscard]] std::vector<Piece> cut(const Shape& zone) {
        std::vector<Piece> pieces;
        std::vector<Shape> lands;  // of each hazard in the zone
        for (std::size_t i = 0; i < hazards_.size(); ++i) {
            const std::vector<std::size_t> met = trees_[i].near(zone);
            if (met.empty()) {
                continue;
            }
            try {
                cut(hazards_[i], met, zone, pieces, lands);
            } catch (const Error& problem) {
                throw error(ErrorKind::failed, "hazard \"{}\": {}", hazards_[i].id, problem.what());
            }
        }
        if (lands.size() > 1) {
            std::vector<const Shape*> all;
            for (const Shape& land : lands) {
                all.push_back(&land);
            }
            pieces.push_back({{0, std::nullopt, true}, geos_.shape_of(united(all).get())});
        } else {
            for (Piece& piece : pieces) {
                piece.about.counts_for_any = true;
            }
        }
        return pieces;
    }

private:
    using Geometry = GeosSession::Geometry;

    // The pieces of one hazard, appended from the lowest class, and their land together.
    void cut(const DrawnHazard& hazard, const std::vector<std::size_t>& met, const Shape& zone,
             std::vector<Piece>& pieces, std::vector<Shape>& lands) {
        const Geometry whole = geos_.valid_multipolygon(zone);
        std::vector<Piece> found;
        Geometry land(nullptr, {});
        for (std::size_t end = met.size(); end > 0;) {  // `met` is ordered by class; highest class first
            const std::size_t class_index = hazard.shapes[met[end - 1]].class_index;
            std::vector<const Shape*> of_class;
            for (; end > 0 && hazard.shapes[met[end - 1]].class_index == class_index; --end) {
                of_class.push_back(&hazard.shapes[met[end - 1]].shape);
            }
            const Geometry inside = geos_.polygons_of(geos_.intersection(whole.get(), united(of_class).get()).get());
            const Geometry own =
                land ? geos_.polygons_of(geos_.difference(inside.get(), land.get()).get()) : geos_.copy(inside.get());
            Shape shape = geos_.shape_of(own.get());
            if (shape.empty()) {
                continue;
            }
            found.push_back(
                {{0,
                  HazardPiece::Class{static_cast<std::uint32_t>(hazard.index), static_cast<std::uint32_t>(class_index)},
                  false},
                 std::move(shape)});
            std::vector<Geometry> both;
            both.push_back(geos_.copy(inside.get()));
            if (land) {
                both.push_back(std::move(land));
            }
            land = geos_.polygons_of(geos_.united(std::move(both)).get());
        }
        if (!found.empty()) {
            lands.push_back(geos_.shape_of(land.get()));
        }
        for (auto piece = found.rbegin(); piece != found.rend(); ++piece) {
            pieces.push_back(std::move(*piece));
        }
    }

    [[nodiscard]] Geometry united(const std::vector<const Shape*>& shapes) const {
        if (shapes.size() == 1) {
            return geos_.valid_multipolygon(*shapes.front());
        }
        std::vector<Geometry> polygons;
        for (const Shape* shape : shapes) {
            polygons.push_back(geos_.valid_multipolygon(*shape));
        }
        return geos_.polygons_of(geos_.united(std::move(polygons)).get());
    }

    const std::vector<DrawnHazard>& hazards_;
    GeosSession geos_;
    std::vector<ShapeTree> trees_;  // one a hazard
};

}  // namespace

HazardPieces cut_with_zones(const ZoneLayer& zones, const std::vector<DrawnHazard>& hazards) {
    HazardPieces cut;
    if (hazards.empty()) {
        return cut;
    }
    std::vector<std::vector<Piece>> by_zone(zones.zones.size());
    std::vector<std::exception_ptr> problems(zones.zones.size());
    tbb::enumerable_thread_specific<ZoneCutter> cutters([&] { return ZoneCutter(hazards); });
    tbb::parallel_for(std::size_t{0}, zones.zones.size(), [&](std::size_t zone) {
        try {
            by_zone[zone] = cutters.local().cut(zones.shape_on_grid(zone));
        } catch (const Error& problem) {
            problems[zone] = std::make_exception_ptr(error(problem.kind(), "{}, zone {}, cut with {}", zones.name,
                                                           label(zones.zones[zone]), problem.what()));
        }
    });
    for (std::size_t zone = 0; zone < by_zone.size(); ++zone) {
        if (problems[zone]) {
            std::rethrow_exception(problems[zone]);
        }
        for (Piece& piece : by_zone[zone]) {
            piece.about.zone = static_cast<std::uint32_t>(zone);
            cut.pieces.push_back(piece.about);
            cut.shapes.zones.push_back({zones.zones[zone].code, zones.zones[zone].name, std::move(piece.shape)});
        }
    }
    return cut;
}

}  // namespace papar
