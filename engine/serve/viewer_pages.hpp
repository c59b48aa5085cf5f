// The viewer's files as they are served; a plain list of the tile sets where there is no viewer.
#pragma once

#include "engine/serve/answers.hpp"
#include "engine/serve/document.hpp"
#include "engine/serve/http_message.hpp"
#include "engine/web/viewer_files.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>

namespace papar {

inline constexpr const char* index_page = "index.html";

// By the file's extension: text/html and so on.
[[nodiscard]] std::string content_type_of(const std::filesystem::path& file);

class ViewerPages {
public:
    // The files of `folder`, where it is not empty, instead of the program's own. Throws Error(input) when the folder
    // has no index.html.
    ViewerPages(std::span<const ViewerFile> files, const std::filesystem::path& folder);

    [[nodiscard]] bool empty() const { return files_.empty() && documents_.empty(); }
    // "viewer.js"; nothing for what the viewer does not have.
    [[nodiscard]] std::optional<Response> answer(const Request& request, const std::string& path);

private:
    struct Packed {
        const ViewerFile* file = nullptr;
        std::string tag;
    };
    std::map<std::string, Packed> files_;
    std::map<std::string, Document> documents_;
};

// A text as an answer: packed where the client takes it, to be asked for again each time. HTML gets the policy that
// lets it load from this server only.
[[nodiscard]] Response text_answer(const Request& request, const DocumentText& text, const std::string& content_type);

}  // namespace papar
