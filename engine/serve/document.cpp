#include "engine/serve/document.hpp"

#include "engine/serve/header_values.hpp"
#include "engine/tiles/gzip.hpp"

#include <span>
#include <utility>

namespace papar {

DocumentText document_text(std::string text) {
    constexpr std::size_t least_bytes = 1000;  // less fits one packet anyway
    DocumentText result;
    const auto bytes = std::as_bytes(std::span(text));
    result.tag = entity_tag(bytes);
    if (bytes.size() >= least_bytes) {
        result.gzip = std::make_shared<const std::vector<std::byte>>(gzip(bytes, gzip_tiles_level));
    }
    result.text = std::make_shared<const std::string>(std::move(text));
    return result;
}

std::optional<std::string> text_of(const ServedPath& path) {
    const auto file = path.open();
    if (!file) return std::nullopt;
    std::string text(file->size(), '\0');
    if (!file->read(0, std::as_writable_bytes(std::span(text)))) return std::nullopt;
    return text;
}

Document::Document(ServedPath path, std::string content_type, Rewrite rewrite)
    : path_(std::move(path)), content_type_(std::move(content_type)), rewrite_(std::move(rewrite)) {}

std::optional<DocumentText> Document::current(const std::string& base) {
    const auto now = path_.identity();
    if (!now) return std::nullopt;
    if (now == identity_ && base == base_) return text_;
    auto text = text_of(path_);
    if (!text) return std::nullopt;
    text_ = document_text(rewrite_(std::move(*text), base));
    identity_ = now;
    base_ = base;
    return text_;
}

}  // namespace papar
