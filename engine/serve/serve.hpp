// Serves map tiles, the result's figures and the viewer over HTTP, until SIGINT or SIGTERM.
#pragma once

#include "engine/serve/serve_settings.hpp"

#include <cstddef>
#include <functional>
#include <string>

namespace papar {

struct ServeTalk {
    // Once connections are taken, with the address to open.
    std::function<void(const std::string& url, std::size_t tilesets)> started;
    // An archive cannot be read any more, in a sentence.
    std::function<void(const std::string& sentence)> problem;
    // One line of the access log, JSON without a line end; empty for none.
    std::function<void(const std::string& line)> access;
};

// One thread does it all: nothing here takes longer than reading a tile. Returns when a signal has ended it and the
// answers in flight are sent; a second signal ends the program at once. Throws
//   Error(input)  when a source is none, or has nothing to serve;
//   Error(usage)  when the address cannot be listened on, or two sources have one name.
void serve(const ServeSettings& settings, const ServeTalk& talk);

}  // namespace papar
