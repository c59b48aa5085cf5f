#include "engine/tiles/legend_picture.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <sstream>

namespace papar {

namespace {

constexpr int edge = 6, line = 20, swatch_width = 24, swatch_height = 14, font = 13;
constexpr int text_left = edge + swatch_width + 8;
constexpr int widest_letter = 8;  // on average, of any font without serifs

int letters(const std::string& text) {
    return static_cast<int>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void add_box(pugi::xml_node parent, int left, int top, int width, int height, const std::string& fill) {
    pugi::xml_node box = parent.append_child("rect");
    box.append_attribute("x") = left;
    box.append_attribute("y") = top;
    box.append_attribute("width") = width;
    box.append_attribute("height") = height;
    box.append_attribute("fill") = fill.c_str();
}

}  // namespace

bool has_legend(const PublishedTiles& tiles) {
    const Json& json = tiles.tile_json;
    return !tiles.vectors() && json.contains("classes") && !json["classes"].empty() && !json.contains("encoding");
}

PictureSize legend_size(const PublishedTiles& tiles) {
    int longest = 0;
    for (const Json& each : tiles.tile_json["classes"]) longest = std::max(longest, letters(each["name"]));
    return {text_left + longest * widest_letter + edge,
            2 * edge + static_cast<int>(tiles.tile_json["classes"].size()) * line};
}

std::string legend_svg(const PublishedTiles& tiles) {
    const auto [width, height] = legend_size(tiles);
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("svg");
    root.append_attribute("xmlns") = "http://www.w3.org/2000/svg";
    root.append_attribute("width") = width;
    root.append_attribute("height") = height;
    root.append_attribute("font-family") = "sans-serif";
    root.append_attribute("font-size") = font;
    root.append_child("title").text().set(tiles.tile_json["name"].get<std::string>().c_str());
    add_box(root, 0, 0, width, height, "#ffffff");
    int top = edge;
    for (const Json& each : tiles.tile_json["classes"]) {
        add_box(root, edge, top + (line - swatch_height) / 2, swatch_width, swatch_height, each["colour"]);
        root.last_child().append_attribute("stroke") = "#606060";
        pugi::xml_node text = root.append_child("text");
        text.append_attribute("x") = text_left;
        text.append_attribute("y") = top + (line + font) / 2 - 2;  // letters stand on it
        text.text().set(each["name"].get<std::string>().c_str());
        top += line;
    }
    std::ostringstream text;
    document.save(text, "  ");
    return text.str();
}

}  // namespace papar
