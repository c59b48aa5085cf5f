// The features of an exposure layer as its file has them.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/io/exposure_settings.hpp"
#include "engine/io/zones_layer_file.hpp"
#include "engine/zones/exposure_pieces.hpp"

#include <cstddef>
#include <functional>
#include <string>

namespace papar {

// How many features lie, wholly or in part, where nothing counts.
struct ExposureOutside {
    std::size_t zones = 0;   // wholly outside all zones
    std::size_t grid = 0;    // in a zone, but wholly outside the analysis grid
    std::size_t partly = 0;  // in part outside either
};

struct ExposureCut {
    ExposurePieces pieces;  // in any order
    ExposureOutside outside;
    Findings findings;
};

class ExposureFile {
public:
    // Throws Error(usage) for a layer or column that is not there.
    explicit ExposureFile(const ExposureInput& input);

    struct Feature {
        std::size_t order = 0;            // in the file, from 1
        ExposureFeature about;            // name, category and value
        OGRGeometryH geometry = nullptr;  // never empty, of the layer's kind
        std::string subject;              // begins sentences: the layer, the feature's number and name
    };

    // Calls `use` for every feature with a geometry, in the file's order; others give the finding `zones.empty`. Throws
    // Error(input) for a value that is no finite number, below 0 or missing, for a geometry of another kind, for a
    // feature that cannot be read and for a layer without features.
    void each(const std::function<void(Feature&&)>& use, Findings& findings) const;

    [[nodiscard]] const ZonesLayerFile& layer() const { return layer_; }
    [[nodiscard]] const ZonesInput& input() const { return zones_input_; }

private:
    void read_attributes(OGRFeatureH ogr, Feature& feature) const;

    const ExposureInput& exposure_;
    ZonesInput zones_input_;  // as read_zones takes the layer: no codes
    ZonesLayerFile layer_;
    int category_field_;
    int value_field_;
};

}  // namespace papar
