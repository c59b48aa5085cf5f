#include "engine/tiles/mvt_encode.hpp"

#include <protozero/pbf_writer.hpp>

#include <bit>
#include <utility>

namespace papar {
namespace {

// Field numbers of vector_tile.proto, version 2.1.
enum : protozero::pbf_tag_type { tile_layer = 3 };
enum : protozero::pbf_tag_type {
    layer_name = 1,
    layer_feature = 2,
    layer_key = 3,
    layer_value = 4,
    layer_extent = 5,
    layer_version = 15
};
enum : protozero::pbf_tag_type { feature_number = 1, feature_tags = 2, feature_type = 3, feature_geometry = 4 };
enum : protozero::pbf_tag_type { value_string = 1, value_double = 3, value_uint = 5, value_sint = 6, value_bool = 7 };

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

// Numbers of a list's entries in the order of their first use: a hash table with open places, as large as a tile needs
// it, for a list of all tiles may be much longer.
class FirstUse {
public:
    explicit FirstUse(std::size_t most) : table_(std::bit_ceil(2 * most + 1), {unused, 0}) {}

    std::uint32_t number(std::uint32_t entry) {
        std::size_t at = entry * 2654435769U;  // Knuth's multiplier
        for (;; ++at) {
            auto& [held, number] = table_[at & (table_.size() - 1)];
            if (held == unused) {
                held = entry;
                number = static_cast<std::uint32_t>(entries_.size());
                entries_.push_back(entry);
            }
            if (held == entry) {
                return number;
            }
        }
    }
    [[nodiscard]] const std::vector<std::uint32_t>& entries() const { return entries_; }

private:
    static constexpr std::uint32_t unused = UINT32_MAX;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> table_;
    std::vector<std::uint32_t> entries_;
};

void write_value(protozero::pbf_writer& layer, const TagValue& value) {
    protozero::pbf_writer field(layer, layer_value);
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        if (*integer < 0) {
            field.add_sint64(value_sint, *integer);
        } else {
            field.add_uint64(value_uint, static_cast<std::uint64_t>(*integer));
        }
    } else if (const auto* real = std::get_if<double>(&value)) {
        field.add_double(value_double, *real);
    } else if (const auto* truth = std::get_if<bool>(&value)) {
        field.add_bool(value_bool, *truth);
    } else {
        field.add_string(value_string, std::get<std::string>(value));
    }
}

void write_feature(protozero::pbf_writer& layer, const MvtFeature& feature, FirstUse& keys, FirstUse& values) {
    protozero::pbf_writer field(layer, layer_feature);
    field.add_uint64(feature_number, feature.id);
    if (!feature.tags.empty()) {
        protozero::packed_field_uint32 tags(field, feature_tags);
        for (const MvtTag& tag : feature.tags) {
            tags.add_element(keys.number(tag.key));
            tags.add_element(values.number(tag.value));
        }
    }
    field.add_enum(feature_type, static_cast<std::int32_t>(feature.geometry));
    GeometryWriter(field).write(feature.geometry, feature.rings);
}

void write_layer(protozero::pbf_writer& tile, const MvtLayer& layer) {
    protozero::pbf_writer field(tile, tile_layer);
    field.add_uint32(layer_version, 2);
    field.add_string(layer_name, layer.name.data(), layer.name.size());
    field.add_uint32(layer_extent, tile_extent);
    std::size_t tags = 0;
    for (const MvtFeature& feature : layer.features) {
        tags += feature.tags.size();
    }
    FirstUse keys(layer.keys.size()), values(tags);
    for (const MvtFeature& feature : layer.features) {
        write_feature(field, feature, keys, values);
    }
    for (const std::uint32_t key : keys.entries()) {
        field.add_string(layer_key, layer.keys[key]);
    }
    for (const std::uint32_t value : values.entries()) {
        write_value(field, layer.values[value]);
    }
}

}  // namespace

std::string encode_mvt(std::span<const MvtLayer> layers) {
    std::string bytes;
    protozero::pbf_writer tile(bytes);
    for (const MvtLayer& layer : layers) {
        if (!layer.features.empty()) {
            write_layer(tile, layer);
        }
    }
    return bytes;
}

}  // namespace papar
