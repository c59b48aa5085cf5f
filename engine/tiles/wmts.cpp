#include "engine/tiles/wmts.hpp"

#include "engine/tiles/legend_picture.hpp"
#include "engine/tiles/tile_matrix.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <algorithm>
#include <sstream>

namespace papar {

namespace {

using Node = pugi::xml_node;

// WMTS 1.0.0 counts 0.28 mm a pixel; zoom 0 of 256-pixel tiles is 1 to 559082264.0287178 (annex E.4).
constexpr double zoom_0_scale = 559082264.0287178;
constexpr int usual_pixels = 256;

void add_text(Node parent, const char* name, const std::string& text) {
    parent.append_child(name).text().set(text.c_str());
}

std::string matrix_set(int tile_pixels) {
    return tile_pixels == usual_pixels ? "GoogleMapsCompatible" : fmt::format("GoogleMapsCompatible{}", tile_pixels);
}

int pixels_of(const PublishedTiles& tiles) {
    return tiles.tile_json.value("tileSize", usual_pixels);
}

void add_identification(const ResultWords& words, Node root) {
    Node service = root.append_child("ows:ServiceIdentification");
    add_text(service, "ows:Title", words.title);
    if (!words.note.empty()) add_text(service, "ows:Abstract", words.note);
    add_text(service, "ows:ServiceType", "OGC WMTS");
    add_text(service, "ows:ServiceTypeVersion", "1.0.0");
}

// The tiles of each zoom that the bounds touch.
void add_limits(const Json& tile_json, Node link) {
    const Json& bounds = tile_json["bounds"];
    const LonLat north_west{bounds[0], bounds[3]}, south_east{bounds[2], bounds[1]};
    Node limits = link.append_child("TileMatrixSetLimits");
    for (int zoom = tile_json["minzoom"]; zoom <= tile_json["maxzoom"].get<int>(); ++zoom) {
        const Tile first = tile_at(north_west, zoom), last = tile_at(south_east, zoom);
        Node one = limits.append_child("TileMatrixLimits");
        add_text(one, "TileMatrix", std::to_string(zoom));
        add_text(one, "MinTileRow", std::to_string(first.y));
        add_text(one, "MaxTileRow", std::to_string(last.y));
        add_text(one, "MinTileCol", std::to_string(first.x));
        add_text(one, "MaxTileCol", std::to_string(last.x));
    }
}

void add_layer(const PublishedTiles& tiles, const std::string& url, Node contents) {
    const Json& json = tiles.tile_json;
    const Json& bounds = json["bounds"];
    const std::string format = json.value("format", "png");
    Node layer = contents.append_child("Layer");
    add_text(layer, "ows:Title", json["name"]);
    add_text(layer, "ows:Abstract", json.value("description", ""));
    Node box = layer.append_child("ows:WGS84BoundingBox");
    add_text(box, "ows:LowerCorner", fmt::format("{:.7f} {:.7f}", bounds[0].get<double>(), bounds[1].get<double>()));
    add_text(box, "ows:UpperCorner", fmt::format("{:.7f} {:.7f}", bounds[2].get<double>(), bounds[3].get<double>()));
    add_text(layer, "ows:Identifier", tiles.name);
    Node style = layer.append_child("Style");
    style.append_attribute("isDefault") = true;
    add_text(style, "ows:Identifier", "default");
    if (has_legend(tiles)) {
        const PictureSize size = legend_size(tiles);
        Node legend = style.append_child("LegendURL");
        legend.append_attribute("format") = "image/svg+xml";
        legend.append_attribute("xlink:href") = (url + "/" + tiles.name + legend_suffix).c_str();
        legend.append_attribute("width") = size.width;
        legend.append_attribute("height") = size.height;
    }
    add_text(layer, "Format", "image/" + format);
    Node link = layer.append_child("TileMatrixSetLink");
    add_text(link, "TileMatrixSet", matrix_set(pixels_of(tiles)));
    add_limits(json, link);
    Node resource = layer.append_child("ResourceURL");
    resource.append_attribute("format") = ("image/" + format).c_str();
    resource.append_attribute("resourceType") = "tile";
    resource.append_attribute("template") =
        fmt::format("{}/{}/{{TileMatrix}}/{{TileCol}}/{{TileRow}}.{}", url, tiles.name, format).c_str();
}

void add_matrix_set(int tile_pixels, int max_zoom, Node contents) {
    Node set = contents.append_child("TileMatrixSet");
    add_text(set, "ows:Identifier", matrix_set(tile_pixels));
    add_text(set, "ows:SupportedCRS", "urn:ogc:def:crs:EPSG::3857");
    if (tile_pixels == usual_pixels) {
        add_text(set, "WellKnownScaleSet", "urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible");
    }
    for (int zoom = 0; zoom <= max_zoom; ++zoom) {
        const double tiles_a_side = static_cast<double>(std::int64_t{1} << zoom);
        Node matrix = set.append_child("TileMatrix");
        add_text(matrix, "ows:Identifier", std::to_string(zoom));
        add_text(matrix, "ScaleDenominator",
                 fmt::format("{:.17g}", zoom_0_scale * usual_pixels / tile_pixels / tiles_a_side));
        add_text(matrix, "TopLeftCorner", fmt::format("{0:.17g} {1:.17g}", -mercator_half_m, mercator_half_m));
        add_text(matrix, "TileWidth", std::to_string(tile_pixels));
        add_text(matrix, "TileHeight", std::to_string(tile_pixels));
        add_text(matrix, "MatrixWidth", fmt::format("{:.0f}", tiles_a_side));
        add_text(matrix, "MatrixHeight", fmt::format("{:.0f}", tiles_a_side));
    }
}

}  // namespace

std::string wmts_capabilities(const ResultWords& words, std::span<const PublishedTiles> tiles, const std::string& url) {
    pugi::xml_document document;
    Node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    Node root = document.append_child("Capabilities");
    for (const auto& [name, value] : {std::pair{"xmlns", "http://www.opengis.net/wmts/1.0"},
                                      std::pair{"xmlns:ows", "http://www.opengis.net/ows/1.1"},
                                      std::pair{"xmlns:xlink", "http://www.w3.org/1999/xlink"},
                                      std::pair{"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                                      std::pair{"xsi:schemaLocation",
                                                "http://www.opengis.net/wmts/1.0 "
                                                "http://schemas.opengis.net/wmts/1.0/wmtsGetCapabilities_response.xsd"},
                                      std::pair{"version", "1.0.0"}}) {
        root.append_attribute(name) = value;
    }
    add_identification(words, root);
    Node contents = root.append_child("Contents");
    for (const PublishedTiles& each : tiles) {
        if (!each.vectors()) add_layer(each, url, contents);
    }
    for (const int tile_pixels : {usual_pixels, 2 * usual_pixels}) {
        int max_zoom = -1;
        for (const PublishedTiles& each : tiles) {
            if (!each.vectors() && pixels_of(each) == tile_pixels) {
                max_zoom = std::max(max_zoom, each.tile_json["maxzoom"].get<int>());
            }
        }
        if (max_zoom >= 0) add_matrix_set(tile_pixels, max_zoom, contents);
    }
    root.append_child("ServiceMetadataURL").append_attribute("xlink:href") = (url + "/wmts.xml").c_str();
    std::ostringstream text;
    document.save(text, "  ");
    return text.str();
}

}  // namespace papar
