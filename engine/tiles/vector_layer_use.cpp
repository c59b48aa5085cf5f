#include "engine/tiles/vector_layer_use.hpp"

#include "engine/tiles/gzip.hpp"
#include "engine/tiles/mvt_fields.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <protozero/exception.hpp>
#include <protozero/pbf_message.hpp>

#include <cstdint>
#include <set>
#include <utility>

namespace papar {

namespace {

constexpr std::string_view text_type = "String";
constexpr std::string_view boolean_type = "Boolean";
constexpr std::string_view number_type = "Number";

std::string_view type_of(protozero::pbf_reader value) {
    constexpr protozero::pbf_tag_type text = 1;
    constexpr protozero::pbf_tag_type boolean = 7;
    if (!value.next()) return "";
    return value.tag() == text ? text_type : value.tag() == boolean ? boolean_type : number_type;
}

std::string place(const Tile& tile) {
    return fmt::format("{}/{}/{}", tile.zoom, tile.x, tile.y);
}

// The layer's entry in the metadata; null where there is none.
nlohmann::json entry_of(const nlohmann::json& metadata, const std::string& layer) {
    if (!metadata.is_object() || !metadata.contains("vector_layers")) return {};
    for (const nlohmann::json& entry : metadata["vector_layers"]) {
        if (entry.is_object() && entry.contains("id") && entry["id"] == layer) return entry;
    }
    return {};
}

}  // namespace

void VectorLayerUse::add(const Tile& tile, std::span<const std::byte> gzipped) {
    const auto bytes = gunzip(gzipped, most_unpacked_tile);
    if (!bytes) return;
    try {
        protozero::pbf_message<TileField> message(reinterpret_cast<const char*>(bytes->data()), bytes->size());
        while (message.next(TileField::layer)) {
            const protozero::data_view layer = message.get_view();
            add_layer(tile, {layer.data(), layer.size()});
        }
    } catch (const protozero::exception&) {
        return;
    }
}

void VectorLayerUse::add_layer(const Tile& tile, std::string_view bytes) {
    std::string name;
    std::vector<std::string> keys;
    std::vector<std::string_view> types;  // of the values
    std::set<std::pair<std::uint32_t, std::uint32_t>> tags;
    protozero::pbf_message<LayerField> message(bytes.data(), bytes.size());
    while (message.next()) {
        switch (message.tag()) {
            case LayerField::name:
                name = message.get_string();
                break;
            case LayerField::key:
                keys.push_back(message.get_string());
                break;
            case LayerField::value:
                types.push_back(type_of(message.get_message()));
                break;
            case LayerField::feature: {
                protozero::pbf_message<FeatureField> feature = message.get_message();
                while (feature.next(FeatureField::tags)) {
                    const auto numbers = feature.get_packed_uint32();
                    for (auto at = numbers.begin(); at != numbers.end();) {
                        const std::uint32_t key = *at++;
                        if (at != numbers.end()) tags.emplace(key, *at++);
                    }
                }
                break;
            }
            default:
                message.skip();
        }
    }
    Layer& layer = layers_.try_emplace(name, Layer{tile, {}}).first->second;
    for (const auto& [key, value] : tags) {
        if (key < keys.size() && value < types.size()) layer.fields[keys[key]].try_emplace(types[value], tile);
    }
}

std::vector<std::string> VectorLayerUse::defects(std::string_view metadata) const {
    const nlohmann::json json = nlohmann::json::parse(metadata, nullptr, false);
    std::vector<std::string> sentences;
    for (const auto& [name, layer] : layers_) {
        const nlohmann::json entry = entry_of(json, name);
        if (entry.is_null()) {
            sentences.push_back(
                fmt::format("the metadata's vector_layers has no layer {}: first in {}", name, place(layer.first)));
            continue;
        }
        const nlohmann::json fields = entry.value("fields", nlohmann::json::object());
        for (const auto& [field, types] : layer.fields) {
            const Tile& tile = types.begin()->second;
            if (!fields.is_object() || !fields.contains(field)) {
                sentences.push_back(
                    fmt::format("the metadata's layer {} has no field {}: first in {}", name, field, place(tile)));
                continue;
            }
            const nlohmann::json& said = fields[field];
            const bool is_type = said == text_type || said == boolean_type || said == number_type;
            if (!is_type || (said == text_type && types.size() > 1)) continue;
            for (const auto& [found, first] : types) {
                if (said == found) continue;
                sentences.push_back(
                    fmt::format("the metadata says that {} of layer {} is a {}, but it is a {}: first in {}", field,
                                name, said.get<std::string>(), found, place(first)));
                break;
            }
        }
    }
    return sentences;
}

}  // namespace papar
