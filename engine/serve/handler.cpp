#include "engine/serve/handler.hpp"

#include "engine/base/error.hpp"
#include "engine/serve/answers.hpp"
#include "engine/serve/base_url.hpp"
#include "engine/serve/header_values.hpp"
#include "engine/serve/index_text.hpp"
#include "engine/serve/request_path.hpp"
#include "engine/serve/tile_address.hpp"
#include "engine/tiles/gzip.hpp"
#include "engine/web/result_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace papar {

namespace {

constexpr const char* zones_route = "zona";
constexpr std::string_view json_extension = ".json";
constexpr std::size_t most_tile_bytes = std::size_t{1} << 26;  // unpacked

Response not_found() {
    return sentence_answer(404, "There is nothing at this address.");
}

// "zona.json" without ".json"; nothing for other names.
std::optional<std::string> json_stem(const std::string& name) {
    if (!name.ends_with(json_extension) || name.size() == json_extension.size()) return std::nullopt;
    return name.substr(0, name.size() - json_extension.size());
}

bool is_extension(const TileFormatWords& words, std::string_view extension) {
    const auto named = format_named(extension);
    return named && named->pmtiles_type == words.pmtiles_type;
}

}  // namespace

Handler::Handler(const ServeSettings& settings, Report report)
    : report_(std::move(report)),
      public_url_(settings.public_url),
      cache_control_(fmt::format("public, max-age={}", settings.cache_seconds)),
      contents_(find_contents(settings.sources)),
      viewer_(settings.viewer, settings.viewer_folder) {
    for (const auto& [name, path] : contents_.tilesets) {
        static_cast<void>(tilesets_.try_emplace(name, path).first->second.current());
    }
    for (const auto& [name, path] : contents_.documents) add_document(name, path);
}

void Handler::add_document(const std::string& name, const ServedPath& path) {
    const auto stem = json_stem(name);
    Rewrite rewrite;
    if (stem && tilesets_.contains(*stem)) {
        rewrite = [this, tileset = *stem](std::string text, const std::string& base) {
            return with_tiles_url(std::move(text), tiles_url(tileset, base));
        };
    } else {
        rewrite = [this](std::string text, const std::string& base) {
            return with_base(std::move(text), written_bases(), base);
        };
    }
    documents_.try_emplace(name, path, content_type_of(name), std::move(rewrite));
}

Response Handler::answer(const Request& request) try {
    if (request.method == "OPTIONS") return methods_answer(204);
    if (request.method != "GET" && request.method != "HEAD") return methods_answer(405);
    if (request.host && !is_host(*request.host)) {
        return sentence_answer(400, "The Host header is no name of a host.");
    }
    const auto parts = path_parts(request.target);
    if (!parts) return sentence_answer(400, "This address is no path, or wrongly encoded.");
    return routed(request, *parts);
} catch (const Error& problem) {
    say_once(problem.what());
    Response response = sentence_answer(503, "This cannot be read just now.");
    response.headers.emplace_back("Retry-After", "1");
    return response;
}

Response Handler::routed(const Request& request, const Parts& parts) {
    if (parts.empty()) return index(request);
    if (parts.size() == 1) {
        if (auto found = top_level(request, parts.front())) return std::move(*found);
    }
    if (parts.size() == 4 && tilesets_.contains(parts.front())) return tile(request, parts);
    if (parts.front() == zones_route && (parts.size() == 2 || parts.size() == 3)) return zones(request, parts);
    std::string path = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) path += "/" + parts[i];
    return viewer_.answer(request, path).value_or(not_found());
}

Response Handler::tile(const Request& request, const Parts& parts) {
    const auto address = tile_address(parts[1], parts[2], parts[3]);
    if (const auto* none = std::get_if<NoTile>(&address)) {
        return *none == NoTile::outside ? sentence_answer(404, "There is no such tile in the web's tile matrix.")
                                        : sentence_answer(400, "A tile's address is zoom/column/row.format.");
    }
    const auto& wanted = std::get<TileAddress>(address);
    TileArchive& archive = tilesets_.at(parts.front()).current();
    const ArchiveFacts& facts = archive.facts();
    if (!is_extension(facts.words, wanted.extension) || wanted.tile.zoom < facts.min_zoom ||
        wanted.tile.zoom > facts.max_zoom || (wanted.scale == 2 && !facts.has_2x)) {
        return sentence_answer(404, fmt::format("These tiles are {}, zoom {} to {}.", facts.words.extension,
                                                facts.min_zoom, facts.max_zoom));
    }
    auto found = archive.tile(wanted.tile, wanted.scale);
    if (!found) return empty_answer(cache_control_);
    Content content;
    content.content_type = facts.words.media_type;
    content.cache_control = cache_control_;
    content.negotiated = found->gzipped;
    content.gzipped = found->gzipped && accepts_gzip(request.accept_encoding);
    content.tag = entity_tag(found->bytes, found->gzipped && !content.gzipped ? "-plain" : "");
    if (found->gzipped && !content.gzipped) {
        auto plain = gunzip(found->bytes, most_tile_bytes);
        if (!plain) throw error(ErrorKind::input, "{}: a tile in it cannot be unpacked", parts.front());
        found->bytes = std::move(*plain);
    }
    content.body = body_of(std::move(found->bytes));
    return content_answer(request, std::move(content));
}

Response Handler::zones(const Request& request, const Parts& parts) {
    const auto document = documents_.find(result_data_file);
    const auto text = document != documents_.end() ? document->second.current(base(request)) : std::nullopt;
    const auto last = json_stem(parts.back());
    if (!text || !last) return not_found();
    if (text->text != zones_text_) {
        zones_.emplace(text->text);
        zones_text_ = text->text;
    }
    std::optional<std::string> found;
    if (parts.size() == 2) {
        found = zones_->list(*last);
    } else if (const auto zone = zones_->zone(parts[1], *last)) {
        found = std::string(*zone);
    }
    return found ? text_answer(request, document_text(std::move(*found)), "application/json") : not_found();
}

std::optional<Response> Handler::top_level(const Request& request, const std::string& name) {
    if (name == index_page) return index(request);
    if (auto whole = archive_file(request, name)) return whole;
    if (const auto document = documents_.find(name); document != documents_.end()) {
        const auto text = document->second.current(base(request));
        if (text) return text_answer(request, *text, document->second.content_type());
    }
    return made_tile_json(request, name);
}

std::optional<Response> Handler::archive_file(const Request& request, const std::string& name) {
    const auto found = contents_.archives.find(name);
    if (found == contents_.archives.end()) return std::nullopt;
    auto file = found->second.open();
    if (!file) throw error(ErrorKind::input, "{}: cannot be read any more", found->second.path.string());
    return file_answer(request, std::move(file), content_type_of(name), cache_control_);
}

std::optional<Response> Handler::made_tile_json(const Request& request, const std::string& name) {
    const auto stem = json_stem(name);
    const auto tileset = stem ? tilesets_.find(*stem) : tilesets_.end();
    if (tileset == tilesets_.end()) return std::nullopt;
    const auto json = tile_json(tileset->second.current().facts(), *stem, tiles_url(*stem, base(request)));
    return text_answer(request,
                       document_text(json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n"),
                       "application/json");
}

Response Handler::index(const Request& request) {
    if (documents_.contains(result_data_file)) {
        if (auto page = viewer_.answer(request, index_page)) return std::move(*page);
    }
    std::vector<std::string> names;
    for (const auto& [name, tileset] : tilesets_) names.push_back(name);
    return text_answer(request, document_text(index_text(names, contents_)), "text/html; charset=utf-8");
}

std::string Handler::base(const Request& request) const {
    if (!public_url_.empty()) return public_url_;
    return fmt::format("http://{}", request.host.value_or("127.0.0.1"));
}

std::string Handler::tiles_url(const std::string& name, const std::string& base) {
    const ArchiveFacts& facts = tilesets_.at(name).current().facts();
    return fmt::format("{}/{}/{{z}}/{{x}}/{{y}}{}", base, url_part(name), facts.words.extension);
}

// What the TileJSON files say; most often one and the same.
std::vector<std::string> Handler::written_bases() const {
    std::vector<std::string> bases;
    for (const auto& [name, tileset] : tilesets_) {
        const auto file = contents_.documents.find(name + std::string(json_extension));
        const auto text = file != contents_.documents.end() ? text_of(file->second) : std::nullopt;
        const auto found = text ? base_of_tile_json(*text, name) : std::nullopt;
        if (found && std::ranges::find(bases, *found) == bases.end()) bases.push_back(*found);
    }
    return bases;
}

void Handler::say_once(const std::string& sentence) {
    if (sentence != last_report_) report_(sentence);
    last_report_ = sentence;
}

}  // namespace papar
