// Reads a vector tile against the text of Mapbox Vector Tile 2.1 (github.com/mapbox/vector-tile-spec).
#include "engine/tiles/gzip.hpp"
#include "engine/tiles/mvt_fields.hpp"
#include "engine/tiles/verify_tiles.hpp"

#include <fmt/format.h>
#include <protozero/exception.hpp>
#include <protozero/pbf_message.hpp>

#include <array>
#include <cstdint>
#include <set>
#include <string_view>

namespace papar {

namespace {

enum GeometryType : std::int32_t { points = 1, lines = 2, polygons = 3 };
constexpr std::uint32_t move_command = 1, line_command = 2, close_command = 7;

using Numbers = protozero::iterator_range<protozero::pbf_reader::const_uint32_iterator>;

struct Feature {
    Numbers tags, geometry;
    std::int32_t type = 0;
};

// Follows the commands of one geometry.
class GeometryReader {
public:
    GeometryReader(const Numbers& numbers, std::int32_t type)
        : at_(numbers.begin()), end_(numbers.end()), type_(type) {}

    [[nodiscard]] std::string defect() {
        if (at_ == end_) return "has a feature without geometry";
        while (at_ != end_) {
            std::string wrong = type_ == points ? points_defect() : path_defect();
            if (!wrong.empty()) return wrong;
        }
        return {};
    }

private:
    // The count of the next command, 0 where it is another one.
    std::uint32_t count_of(std::uint32_t command) {
        if (at_ == end_ || (*at_ & 7) != command) return 0;
        return *at_++ >> 3;
    }
    // False at the end of the numbers.
    bool step() {
        std::array<std::int64_t, 2> moves{};
        for (std::int64_t& move : moves) {
            if (at_ == end_) return false;
            move = protozero::decode_zigzag32(*at_++);
        }
        moved_ = moves[0] != 0 || moves[1] != 0;
        x_ += moves[0];
        y_ += moves[1];
        return true;
    }

    std::string points_defect() {
        const std::uint32_t count = count_of(move_command);
        for (std::uint32_t i = 0; i < count; ++i) {
            if (!step()) return "has points that end too early";
        }
        return count > 0 && at_ == end_ ? "" : "has points with other commands than one MoveTo";
    }

    std::string path_defect() {
        if (count_of(move_command) != 1 || !step()) return "has a line or ring that does not begin with one MoveTo";
        const std::int64_t first_x = x_, first_y = y_;
        std::int64_t last_x = x_, last_y = y_, twice_area = 0;
        const std::uint32_t count = count_of(line_command);
        if (count < (type_ == polygons ? 2 : 1)) return "has a line or ring with too few points";
        for (std::uint32_t i = 0; i < count; ++i) {
            if (!step()) return "has a line or ring that ends too early";
            if (!moved_) return "has a LineTo that goes nowhere";
            twice_area += last_x * y_ - x_ * last_y;
            last_x = x_;
            last_y = y_;
        }
        if (type_ != polygons) return {};
        if (count_of(close_command) != 1) return "has a ring that is not closed";
        twice_area += last_x * first_y - first_x * last_y;
        if (twice_area == 0) return "has a ring without area";
        if (twice_area < 0 && !inside_) return "has a polygon that begins with a hole";
        inside_ = true;
        return {};
    }

    Numbers::iterator at_, end_;
    std::int32_t type_;
    std::int64_t x_ = 0, y_ = 0;
    bool moved_ = false;
    bool inside_ = false;  // an exterior ring has been
};

std::string tags_defect(const Numbers& tags, std::size_t keys, std::size_t values) {
    bool key = true;
    for (const std::uint32_t number : tags) {
        if (number >= (key ? keys : values)) return "has a feature with tags that point nowhere";
        key = !key;
    }
    return key ? "" : "has a feature with a key without value";
}

std::string value_defect(protozero::pbf_reader value) {
    std::size_t fields = 0;
    while (value.next()) {
        if (value.tag() < 1 || value.tag() > 7) return "has a value of no known type";
        value.skip();
        ++fields;
    }
    return fields == 1 ? "" : "has a value that is not one";
}

Feature read_feature(protozero::pbf_message<FeatureField> message) {
    Feature feature;
    while (message.next()) {
        switch (message.tag()) {
            case FeatureField::tags:
                feature.tags = message.get_packed_uint32();
                break;
            case FeatureField::type:
                feature.type = message.get_enum();
                break;
            case FeatureField::geometry:
                feature.geometry = message.get_packed_uint32();
                break;
            default:
                message.skip();
        }
    }
    return feature;
}

std::string layer_defect(protozero::pbf_message<LayerField> message, std::set<std::string>& names) {
    std::string name;
    std::vector<Feature> features;
    std::size_t keys = 0, values = 0;
    std::uint32_t version = 1, extent = 4096;
    while (message.next()) {
        switch (message.tag()) {
            case LayerField::name:
                name = message.get_string();
                break;
            case LayerField::feature:
                features.push_back(read_feature(message.get_message()));
                break;
            case LayerField::key:
                message.skip();
                ++keys;
                break;
            case LayerField::value:
                if (const std::string wrong = value_defect(message.get_message()); !wrong.empty()) return wrong;
                ++values;
                break;
            case LayerField::extent:
                extent = message.get_uint32();
                break;
            case LayerField::version:
                version = message.get_uint32();
                break;
            default:
                message.skip();
        }
    }
    if (version != 2) return fmt::format("has a layer of version {}, not 2", version);
    if (name.empty()) return "has a layer without name";
    if (!names.insert(name).second) return fmt::format("has the layer {} twice", name);
    if (extent == 0) return "has a layer of extent 0";
    if (features.empty()) return "has a layer without features";
    for (const Feature& feature : features) {
        std::string wrong = tags_defect(feature.tags, keys, values);
        if (wrong.empty() && (feature.type < points || feature.type > polygons)) wrong = "has a feature of no type";
        if (wrong.empty()) wrong = GeometryReader(feature.geometry, feature.type).defect();
        if (!wrong.empty()) return wrong;
    }
    return {};
}

}  // namespace

std::string mvt_defect(std::span<const std::byte> gzipped) {
    const auto bytes = gunzip(gzipped, most_unpacked_tile);
    if (!bytes) return "is not packed with gzip";
    try {
        protozero::pbf_message<TileField> tile(reinterpret_cast<const char*>(bytes->data()), bytes->size());
        std::set<std::string> names;
        while (tile.next()) {
            if (tile.tag() != TileField::layer) {
                tile.skip();
                continue;
            }
            if (std::string wrong = layer_defect(tile.get_message(), names); !wrong.empty()) return wrong;
        }
        return names.empty() ? "has no layer" : "";
    } catch (const protozero::exception&) {
        return "is no vector tile that can be read";
    }
}

}  // namespace papar
