// From a request to its answer: every rule of the server, and no network.
#pragma once

#include "engine/serve/document.hpp"
#include "engine/serve/http_message.hpp"
#include "engine/serve/serve_settings.hpp"
#include "engine/serve/served_zones.hpp"
#include "engine/serve/site_contents.hpp"
#include "engine/serve/tileset.hpp"
#include "engine/serve/viewer_pages.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace papar {

class Handler {
public:
    using Report = std::function<void(const std::string& sentence)>;

    // Opens every archive once. Throws Error(input) for one that is none. `report` hears of archives that can no longer
    // be read, once for each new sentence.
    Handler(const ServeSettings& settings, Report report);

    // Never throws for what a client sends. One thread at a time. The answer may hold views into this.
    [[nodiscard]] Response answer(const Request& request);

    [[nodiscard]] std::size_t tilesets() const { return tilesets_.size(); }

private:
    using Parts = std::vector<std::string>;

    [[nodiscard]] Response routed(const Request& request, const Parts& parts);
    [[nodiscard]] Response tile(const Request& request, const Parts& parts);
    [[nodiscard]] Response zones(const Request& request, const Parts& parts);
    [[nodiscard]] std::optional<Response> top_level(const Request& request, const std::string& name);
    [[nodiscard]] std::optional<Response> archive_file(const Request& request, const std::string& name);
    [[nodiscard]] std::optional<Response> made_tile_json(const Request& request, const std::string& name);
    [[nodiscard]] Response index(const Request& request);

    [[nodiscard]] std::string base(const Request& request) const;
    [[nodiscard]] std::string tiles_url(const std::string& name, const std::string& base);
    [[nodiscard]] std::vector<std::string> written_bases() const;
    void add_document(const std::string& name, const ServedPath& path);
    void say_once(const std::string& sentence);

    Report report_;
    std::string last_report_;
    std::string public_url_;
    std::string cache_control_;
    SiteContents contents_;
    std::map<std::string, Tileset> tilesets_;
    std::map<std::string, Document> documents_;
    ViewerPages viewer_;
    std::shared_ptr<const std::string> zones_text_;  // what zones_ was made of
    std::optional<ServedZones> zones_;
};

}  // namespace papar
