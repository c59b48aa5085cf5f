#include "engine/serve/index_text.hpp"

#include "engine/serve/request_path.hpp"
#include "engine/tiles/tileset_facts.hpp"

#include <fmt/format.h>

namespace papar {

namespace {

std::string link_to(const std::string& file) {
    return fmt::format("<a href=\"{}\">{}</a>", url_part(file), html_text(file));
}

}  // namespace

std::string index_text(const std::vector<std::string>& tilesets, const SiteContents& contents) {
    std::string rows;
    for (const std::string& name : tilesets) {
        std::string files = link_to(name + ".json");
        for (const char* extension : {".pmtiles", ".mbtiles"}) {
            if (contents.archives.contains(name + extension)) files += " " + link_to(name + extension);
        }
        rows += fmt::format("<li>{}: {}</li>\n", html_text(name), files);
    }
    return fmt::format(R"(<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>papar: ubin peta</title>
</head>
<body>
<h1>Ubin peta</h1>
<p>Alamat ubin tercantum di dalam TileJSON (berkas .json), yang dapat dibuka di QGIS dan MapLibre.</p>
<ul>
{}</ul>
</body>
</html>
)",
                       rows);
}

}  // namespace papar
