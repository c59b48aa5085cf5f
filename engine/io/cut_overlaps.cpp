#include "engine/io/cut_overlaps.hpp"

#include "engine/io/geos_session.hpp"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace papar {

namespace {

struct Face {
    Shape shape;
    std::vector<std::uint32_t> owners;
};

class Cutter {
public:
    Cutter(const ZoneLayer& layer, const std::vector<ZoneOverlap>& overlaps)
        : layer_(layer), before_(layer.zones.size()), after_(layer.zones.size()) {
        for (const ZoneOverlap& overlap : overlaps) {  // in order of a, then b: both lists rise
            after_[overlap.a].push_back(overlap.b);
            before_[overlap.b].push_back(overlap.a);
        }
    }

    // What the zone keeps when the earlier (later) ones take theirs.
    [[nodiscard]] Shape kept(std::uint32_t zone, OverlapPolicy policy) const {
        const std::vector<std::uint32_t>& winners = (policy == OverlapPolicy::last ? after_ : before_)[zone];
        if (winners.empty()) {
            return shape_of(zone);
        }
        const GeosSession geos;
        return geos.shape_of(without(geos, zone, winners).get());
    }

    // The faces whose first owner is the zone; its own, which may be empty, stands first.
    [[nodiscard]] std::vector<Face> faces(std::uint32_t zone) const {
        if (before_[zone].empty() && after_[zone].empty()) {
            return {{shape_of(zone), {zone}}};
        }
        const GeosSession geos;
        struct Piece {
            GeosSession::Geometry geometry;
            std::vector<std::uint32_t> owners;
        };
        std::vector<Piece> pieces;
        pieces.push_back({without(geos, zone, before_[zone]), {zone}});
        for (const std::uint32_t other : after_[zone]) {
            const GeosSession::Geometry cut = geos.multipolygon(shape_of(other));
            const std::size_t count = pieces.size();
            for (std::size_t i = 0; i < count; ++i) {
                GeosSession::Geometry shared =
                    geos.polygons_of(geos.intersection(pieces[i].geometry.get(), cut.get()).get());
                if (GEOSisEmpty_r(geos.context(), shared.get()) != 0) {
                    continue;
                }
                pieces[i].geometry = geos.polygons_of(geos.difference(pieces[i].geometry.get(), cut.get()).get());
                std::vector<std::uint32_t> owners = pieces[i].owners;
                owners.push_back(other);
                pieces.push_back({std::move(shared), std::move(owners)});
            }
        }
        std::vector<Face> faces;
        for (const Piece& piece : pieces) {
            faces.push_back({geos.shape_of(piece.geometry.get()), piece.owners});
        }
        return faces;
    }

private:
    [[nodiscard]] GeosSession::Geometry without(const GeosSession& geos, std::uint32_t zone,
                                                const std::vector<std::uint32_t>& others) const {
        GeosSession::Geometry rest = geos.multipolygon(shape_of(zone));
        for (const std::uint32_t other : others) {
            rest = geos.polygons_of(geos.difference(rest.get(), geos.multipolygon(shape_of(other)).get()).get());
        }
        return rest;
    }

    [[nodiscard]] const Shape& shape_of(std::uint32_t zone) const { return layer_.zones[zone].shape; }

    const ZoneLayer& layer_;
    std::vector<std::vector<std::uint32_t>> before_;  // of each zone: those it overlaps with, rising
    std::vector<std::vector<std::uint32_t>> after_;
};

// "A + B", for sentences.
Zone part_of(const ZoneLayer& layer, const std::vector<std::uint32_t>& owners, Shape shape) {
    const auto joined = [&](std::string Zone::*text) {
        std::string all;
        for (const std::uint32_t owner : owners) {
            all += (all.empty() ? "" : " + ") + layer.zones[owner].*text;
        }
        return all;
    };
    return {joined(&Zone::code), joined(&Zone::name), std::move(shape)};
}

}  // namespace

ZoneParts cut_overlaps(const ZoneLayer& layer, const std::vector<ZoneOverlap>& overlaps, OverlapPolicy policy) {
    const Cutter cutter(layer, overlaps);
    const std::size_t count = layer.zones.size();
    std::vector<std::vector<Face>> found(count);
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
        const auto zone = static_cast<std::uint32_t>(i);
        if (policy == OverlapPolicy::split) {
            found[i] = cutter.faces(zone);
        } else {
            found[i].push_back({cutter.kept(zone, policy), {zone}});
        }
    });
    ZoneParts parts;
    parts.layer.name = layer.name;
    parts.layer.crs_wkt = layer.crs_wkt;
    parts.layer.has_codes = layer.has_codes;
    const auto add = [&](Face& face) {
        parts.layer.zones.push_back(part_of(layer, face.owners, std::move(face.shape)));
        parts.owners.push_back(face.owners);
    };
    for (std::vector<Face>& faces : found) {
        add(faces.front());
    }
    std::vector<Face*> shared;
    for (std::vector<Face>& faces : found) {
        for (std::size_t i = 1; i < faces.size(); ++i) {
            if (!faces[i].shape.empty()) {
                shared.push_back(&faces[i]);
            }
        }
    }
    std::sort(shared.begin(), shared.end(), [](const Face* a, const Face* b) { return a->owners < b->owners; });
    for (Face* face : shared) {
        add(*face);
    }
    return parts;
}

}  // namespace papar
