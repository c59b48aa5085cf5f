// A request and its answer, without the network: what the handler sees and gives.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace papar {

// Views into what the client sent; nothing where it sent no such header.
struct Request {
    std::string_view method = "GET";
    std::string_view target = "/";
    std::optional<std::string_view> host;
    std::optional<std::string_view> accept_encoding;
    std::optional<std::string_view> range;
    std::optional<std::string_view> if_match;
    std::optional<std::string_view> if_none_match;
    std::optional<std::string_view> if_range;
};

// Bytes, and what keeps them alive: the program's own need nobody.
struct BodyBytes {
    std::span<const std::byte> bytes;
    std::shared_ptr<const void> owner;
};

[[nodiscard]] BodyBytes body_of(std::vector<std::byte> bytes);
[[nodiscard]] BodyBytes body_of(std::string text);
[[nodiscard]] BodyBytes body_of(std::shared_ptr<const std::string> text);

class ServedFile;

// A part of a file, sent in pieces.
struct FilePart {
    std::shared_ptr<const ServedFile> file;
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
};

// Content-Length, Date and Connection are added where it is sent; a HEAD request gets no body there.
struct Response {
    int status = 200;
    std::vector<std::pair<std::string_view, std::string>> headers;
    BodyBytes body;
    std::optional<FilePart> file;  // instead of `body`

    [[nodiscard]] std::uint64_t body_bytes() const { return file ? file->bytes : body.bytes.size(); }
    // Empty when there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const;
};

// "Not Found"
[[nodiscard]] std::string_view reason_of(int status);

}  // namespace papar
