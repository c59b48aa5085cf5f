#include "engine/tiles/nginx_snippet.hpp"

#include "engine/tiles/tile_format.hpp"

#include <fmt/format.h>

#include <string_view>

namespace papar {

namespace {

// "https://peta.contoh.id/krb" gives "/krb"; empty for the root of a host.
std::string path_of(const std::string& url) {
    const std::size_t host = url.find("://");
    const std::size_t path = url.find('/', host == std::string::npos ? 0 : host + 3);
    return path == std::string::npos ? "" : url.substr(path);
}

// As text of a regular expression.
std::string literal(std::string_view text) {
    std::string expression;
    for (const char c : text) {
        if (std::string_view(".+*?()[]{}|^$\\").find(c) != std::string_view::npos) expression += '\\';
        expression += c;
    }
    return expression;
}

constexpr const char* readable_elsewhere = R"(    add_header Access-Control-Allow-Origin "*" always;
    add_header Access-Control-Allow-Headers "Range, If-Match, If-None-Match" always;
    add_header Access-Control-Expose-Headers "ETag, Content-Range, Content-Length" always;
)";

std::string location(const std::string& pattern, std::string_view media_type, const char* cache,
                     const std::string& more) {
    return fmt::format(R"(
location ~ "{}" {{
    types {{ }}
    default_type {};
    gzip off;
    add_header Cache-Control "{}";
{}{}}}
)",
                       pattern, media_type, cache, readable_elsewhere, more);
}

std::string tiles_location(const std::string& path, TileFormat format) {
    const TileFormatWords words = words_of(format);
    const char* packed = format == TileFormat::mvt ? "    add_header Content-Encoding gzip;\n" : "";
    return location(fmt::format("^{}/[^/]+/[0-9]+/[0-9]+/[0-9]+{}$", path, literal(words.extension)), words.media_type,
                    "public, max-age=3600", std::string(packed) + R"(    if (!-f $request_filename) {
        add_header Access-Control-Allow-Origin "*";
        return 204;
    }
)");
}

}  // namespace

std::string nginx_snippet(const std::string& url) {
    const std::string path = literal(path_of(url));
    std::string text = fmt::format(
        "# papar: map tiles at {}\n# Within a server block whose root leads there:\n"
        "#     server {{ listen 80; root /srv/www; include /srv/www{}/nginx.conf; }}\n"
        "\nlocation = {}/nginx.conf {{\n    return 404;\n}}\n",
        url, path_of(url), path_of(url));
    for (const TileFormat format : {TileFormat::png, TileFormat::webp, TileFormat::mvt}) {
        text += tiles_location(path, format);
    }
    constexpr const char* preflight = R"(    if ($request_method = OPTIONS) {
        add_header Access-Control-Allow-Origin "*";
        add_header Access-Control-Allow-Methods "GET, HEAD, OPTIONS";
        add_header Access-Control-Allow-Headers "Range, If-Match, If-None-Match";
        return 204;
    }
)";
    text += location(fmt::format("^{}/[^/]+\\.pmtiles$", path), "application/vnd.pmtiles", "public, max-age=3600",
                     preflight);
    text += location(fmt::format("^{}/[^/]+\\.json$", path), "application/json", "no-cache", "");
    text += location(fmt::format("^{}/wmts\\.xml$", path), "application/xml", "no-cache", "");
    text += location(fmt::format("^{}/[^/]+\\.legend\\.svg$", path), "image/svg+xml", "no-cache", "");
    return text;
}

}  // namespace papar
