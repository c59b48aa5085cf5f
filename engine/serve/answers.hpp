// The answers of HTTP, each with the headers that every client must find.
#pragma once

#include "engine/serve/http_message.hpp"

#include <string>
#include <string_view>

namespace papar {

// A sentence for people.
[[nodiscard]] Response sentence_answer(int status, std::string sentence);

// 204: in range, but nothing is there.
[[nodiscard]] Response empty_answer(const std::string& cache_control);

// What a client may ask for: to OPTIONS, and to a method that papar does not know (405).
[[nodiscard]] Response methods_answer(int status);

struct Content {
    BodyBytes body;
    std::string content_type;
    std::string tag;  // a quoted entity tag
    std::string cache_control;
    bool gzipped = false;
    bool negotiated = false;  // another client may get it packed otherwise
};

// 200, or by the request's conditions 304 or 412.
[[nodiscard]] Response content_answer(const Request& request, Content content);

// A file, whole (200) or in part (206), or by the request's conditions 304, 412, 416. Never compressed.
[[nodiscard]] Response file_answer(const Request& request, std::shared_ptr<const ServedFile> file,
                                   const std::string& content_type, const std::string& cache_control);

}  // namespace papar
