#include "engine/serve/viewer_pages.hpp"

#include "engine/base/error.hpp"
#include "engine/serve/header_values.hpp"

#include <array>
#include <system_error>
#include <utility>

namespace papar {

namespace {

namespace fs = std::filesystem;

// A version in the browser's cache is shown after the server has said that it is still the right one.
constexpr const char* ask_again = "public, max-age=0, must-revalidate";

// MapLibre makes its worker of a blob, pictures of blobs and data, and styles elements by itself.
constexpr const char* only_from_here =
    "default-src 'self'; script-src 'self'; worker-src blob:; child-src blob:; img-src 'self' data: blob:; "
    "style-src 'self' 'unsafe-inline'; connect-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'none'";

constexpr std::array<std::pair<const char*, const char*>, 14> content_types = {{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".xml", "application/xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".wasm", "application/wasm"},
    {".pmtiles", "application/vnd.pmtiles"},
    {".mbtiles", "application/vnd.sqlite3"},
}};

Response with_policy(Response response, const std::string& content_type) {
    if (content_type.starts_with("text/html")) {
        response.headers.emplace_back("Content-Security-Policy", only_from_here);
        response.headers.emplace_back("Referrer-Policy", "no-referrer");
    }
    return response;
}

}  // namespace

std::string content_type_of(const fs::path& file) {
    const std::string extension = file.extension().string();
    for (const auto& [each, type] : content_types) {
        if (extension == each) return type;
    }
    return "application/octet-stream";
}

Response text_answer(const Request& request, const DocumentText& text, const std::string& content_type) {
    const bool packed = text.gzip && accepts_gzip(request.accept_encoding);
    Content content;
    content.tag = text.tag;
    if (packed) content.tag.insert(content.tag.size() - 1, "-gzip");
    content.body = packed ? BodyBytes{*text.gzip, text.gzip} : body_of(text.text);
    content.content_type = content_type;
    content.cache_control = ask_again;
    content.gzipped = packed;
    content.negotiated = text.gzip != nullptr;
    return with_policy(content_answer(request, std::move(content)), content_type);
}

ViewerPages::ViewerPages(std::span<const ViewerFile> files, const fs::path& folder) {
    if (folder.empty()) {
        for (const ViewerFile& file : files) {
            files_[std::string(file.path)] = {&file, entity_tag(file.gzip)};
        }
        return;
    }
    std::error_code problem;
    const fs::path root = fs::canonical(folder, problem);
    if (problem || !fs::is_regular_file(root / index_page, problem)) {
        throw error(ErrorKind::input, "{}: there is no viewer in it: no {}", folder.string(), index_page);
    }
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
        const ServedPath served{entry.path(), root};
        if (!entry.is_regular_file(problem) || !served.is_inside()) continue;
        const std::string path = entry.path().lexically_relative(root).generic_string();
        documents_.try_emplace(path, served, content_type_of(entry.path()),
                               [](std::string text, const std::string&) { return text; });
    }
}

std::optional<Response> ViewerPages::answer(const Request& request, const std::string& path) {
    if (const auto document = documents_.find(path); document != documents_.end()) {
        const auto text = document->second.current("");
        return text ? std::optional(text_answer(request, *text, document->second.content_type())) : std::nullopt;
    }
    const auto found = files_.find(path);
    if (found == files_.end()) return std::nullopt;
    const ViewerFile& file = *found->second.file;
    Content content;
    content.gzipped = accepts_gzip(request.accept_encoding);
    content.body = content.gzipped ? BodyBytes{file.gzip, nullptr} : body_of(unpacked(file));
    content.tag = found->second.tag;
    if (!content.gzipped) content.tag.insert(content.tag.size() - 1, "-plain");
    content.content_type = file.content_type;
    content.cache_control = ask_again;
    content.negotiated = true;
    return with_policy(content_answer(request, std::move(content)), std::string(file.content_type));
}

}  // namespace papar
