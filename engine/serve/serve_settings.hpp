// What `papar serve` is told.
#pragma once

#include "engine/web/viewer_files.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace papar {

struct ServeLimits {
    std::size_t connections = 512;                   // at once; one more takes the place of the one that waits longest
    std::size_t header_bytes = 8192;                 // of a request, with its first line
    std::chrono::milliseconds request_time{10'000};  // from a request's first byte to the end of its header
    std::chrono::milliseconds idle_time{60'000};     // of a connection between two requests
    std::chrono::milliseconds send_time{30'000};     // for the client to take a piece of 64 KiB
    std::chrono::milliseconds stop_time{10'000};     // for answers in flight, once the server is asked to end
};

struct ServeSettings {
    // A result's folder, folders of archives and tiles, archives.
    std::vector<std::filesystem::path> sources;
    std::string bind = "127.0.0.1";  // address to listen on
    std::uint16_t port = 8080;       // 0: any that is free
    // What clients reach the server by, without a slash at the end; empty: http:// and the request's Host.
    std::string public_url;
    int cache_seconds = 3600;             // for which clients may keep tiles
    std::span<const ViewerFile> viewer;   // shown for a result
    std::filesystem::path viewer_folder;  // files in place of those; empty: none
    ServeLimits limits;
};

}  // namespace papar
