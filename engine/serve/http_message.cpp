#include "engine/serve/http_message.hpp"

#include <algorithm>

namespace papar {

BodyBytes body_of(std::vector<std::byte> bytes) {
    auto owner = std::make_shared<const std::vector<std::byte>>(std::move(bytes));
    return {*owner, owner};
}

BodyBytes body_of(std::string text) {
    return body_of(std::make_shared<const std::string>(std::move(text)));
}

BodyBytes body_of(std::shared_ptr<const std::string> text) {
    return {std::as_bytes(std::span(*text)), text};
}

std::string_view Response::header(std::string_view name) const {
    const auto found = std::ranges::find(headers, name, [](const auto& header) { return header.first; });
    return found != headers.end() ? std::string_view(found->second) : std::string_view();
}

std::string_view reason_of(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 304:
            return "Not Modified";
        case 400:
            return "Bad Request";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 416:
            return "Range Not Satisfiable";
        case 431:
            return "Request Header Fields Too Large";
        case 503:
            return "Service Unavailable";
        default:
            return "Internal Server Error";
    }
}

}  // namespace papar
