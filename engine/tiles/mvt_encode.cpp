#include "engine/tiles/mvt_encode.hpp"

#include <protozero/pbf_writer.hpp>

#include <map>

namespace papar {
namespace {

// Field numbers of vector_tile.proto, version 2.1.
enum TileField : protozero::pbf_tag_type { tile_layer = 3 };
enum LayerField : protozero::pbf_tag_type {
    layer_name = 1,
    layer_feature = 2,
    layer_key = 3,
    layer_value = 4,
    layer_extent = 5,
    layer_version = 15
};
enum FeatureField : protozero::pbf_tag_type {
    feature_number = 1,
    feature_tags = 2,
    feature_type = 3,
    feature_geometry = 4
};
enum ValueField : protozero::pbf_tag_type {
    value_string = 1,
    value_double = 3,
    value_uint = 5,
    value_sint = 6,
    value_bool = 7
};

enum Command : std::uint32_t { move_to = 1, line_to = 2, close_path = 7 };

std::uint32_t command(Command id, std::size_t count) {
    return id | static_cast<std::uint32_t>(count) << 3;
}

class GeometryWriter {
public:
    explicit GeometryWriter(protozero::pbf_writer& feature) : field_(feature, feature_geometry) {}

    void write(MvtGeometry geometry, std::span<const GridRing> rings) {
        for (const GridRing& ring : rings) {
            const bool points = geometry == MvtGeometry::points;
            field_.add_element(command(move_to, points ? ring.size() : 1));
            for (std::size_t i = 0; i < ring.size(); ++i) {
                if (i == 1 && !points) {
                    field_.add_element(command(line_to, ring.size() - 1));
                }
                step_to(ring[i]);
            }
            if (!points) {
                field_.add_element(command(close_path, 1));
            }
        }
    }

private:
    void step_to(const GridPoint& p) {
        field_.add_element(protozero::encode_zigzag32(p.x - at_.x));
        field_.add_element(protozero::encode_zigzag32(p.y - at_.y));
        at_ = p;
    }

    protozero::packed_field_uint32 field_;
    GridPoint at_;
};

// Keys and values once a layer, numbered in the order of their first use.
class TagPool {
public:
    explicit TagPool(const MvtLayer& layer) : layer_(layer), numbers_(layer.keys.size(), unused) {}

    std::uint32_t key(std::uint32_t index) {
        if (numbers_[index] == unused) {
            numbers_[index] = static_cast<std::uint32_t>(keys_.size());
            keys_.push_back(index);
        }
        return numbers_[index];
    }
    std::uint32_t value(const TagValue& value) {
        const auto [at, fresh] = value_numbers_.emplace(value, static_cast<std::uint32_t>(values_.size()));
        if (fresh) {
            values_.push_back(&at->first);
        }
        return at->second;
    }

    void write(protozero::pbf_writer& layer) const {
        for (const std::uint32_t index : keys_) {
            layer.add_string(layer_key, layer_.keys[index]);
        }
        for (const TagValue* value : values_) {
            protozero::pbf_writer field(layer, layer_value);
            if (const auto* integer = std::get_if<std::int64_t>(value)) {
                if (*integer < 0) {
                    field.add_sint64(value_sint, *integer);
                } else {
                    field.add_uint64(value_uint, static_cast<std::uint64_t>(*integer));
                }
            } else if (const auto* real = std::get_if<double>(value)) {
                field.add_double(value_double, *real);
            } else if (const auto* truth = std::get_if<bool>(value)) {
                field.add_bool(value_bool, *truth);
            } else {
                field.add_string(value_string, std::get<std::string>(*value));
            }
        }
    }

private:
    static constexpr std::uint32_t unused = UINT32_MAX;
    const MvtLayer& layer_;
    std::vector<std::uint32_t> numbers_;  // of the layer's keys
    std::vector<std::uint32_t> keys_;
    std::map<TagValue, std::uint32_t> value_numbers_;
    std::vector<const TagValue*> values_;
};

void write_feature(protozero::pbf_writer& layer, const MvtFeature& feature, TagPool& pool) {
    protozero::pbf_writer field(layer, layer_feature);
    field.add_uint64(feature_number, feature.id);
    if (!feature.tags.empty()) {
        protozero::packed_field_uint32 tags(field, feature_tags);
        for (const auto& [key, value] : feature.tags) {
            tags.add_element(pool.key(key));
            tags.add_element(pool.value(value));
        }
    }
    field.add_enum(feature_type, static_cast<std::int32_t>(feature.geometry));
    GeometryWriter(field).write(feature.geometry, feature.rings);
}

}  // namespace

std::string encode_mvt(std::span<const MvtLayer> layers) {
    std::string bytes;
    protozero::pbf_writer tile(bytes);
    for (const MvtLayer& layer : layers) {
        if (layer.features.empty()) {
            continue;
        }
        protozero::pbf_writer field(tile, tile_layer);
        field.add_uint32(layer_version, 2);
        field.add_string(layer_name, layer.name);
        field.add_uint32(layer_extent, tile_extent);
        TagPool pool(layer);
        for (const MvtFeature& feature : layer.features) {
            write_feature(field, feature, pool);
        }
        pool.write(field);
    }
    return bytes;
}

}  // namespace papar
