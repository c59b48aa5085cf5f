// A text that is served: read and rewritten once for each version of its file and each base of its addresses.
#pragma once

#include "engine/serve/served_file.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace papar {

struct DocumentText {
    std::shared_ptr<const std::string> text;
    std::shared_ptr<const std::vector<std::byte>> gzip;  // null: too short to be worth it
    std::string tag;                                     // of the text
};

[[nodiscard]] DocumentText document_text(std::string text);

// The text of a file for clients that reach the server by `base`.
using Rewrite = std::function<std::string(std::string text, const std::string& base)>;

class Document {
public:
    Document(ServedPath path, std::string content_type, Rewrite rewrite);

    // Nothing when the file is gone or cannot be read.
    [[nodiscard]] std::optional<DocumentText> current(const std::string& base);
    [[nodiscard]] const std::string& content_type() const { return content_type_; }

private:
    ServedPath path_;
    std::string content_type_;
    Rewrite rewrite_;
    // The last answer, and what it was made for.
    std::optional<FileIdentity> identity_;
    std::string base_;
    DocumentText text_;
};

// The whole of a file. Nothing when it is gone or cannot be read.
[[nodiscard]] std::optional<std::string> text_of(const ServedPath& path);

}  // namespace papar
