#include "engine/serve/answers.hpp"

#include "engine/serve/header_values.hpp"
#include "engine/serve/served_file.hpp"

#include <fmt/format.h>

namespace papar {

namespace {

constexpr const char* methods = "GET, HEAD, OPTIONS";

Response open_to_all(int status) {
    Response response;
    response.status = status;
    response.headers = {{"Access-Control-Allow-Origin", "*"},
                        {"Access-Control-Expose-Headers", "ETag, Content-Range, Content-Encoding, Accept-Ranges"},
                        {"X-Content-Type-Options", "nosniff"}};
    return response;
}

// 304 or 412 where the request's conditions say so (RFC 9110, 13.2.2); 0 where it is to be answered.
int status_of_conditions(const Request& request, std::string_view tag) {
    if (request.if_match && !names_tag(*request.if_match, tag, TagComparison::strong)) return 412;
    if (request.if_none_match && names_tag(*request.if_none_match, tag, TagComparison::weak)) return 304;
    return 0;
}

Response tagged(int status, const std::string& tag, const std::string& cache_control) {
    Response response = open_to_all(status);
    response.headers.emplace_back("ETag", tag);
    response.headers.emplace_back("Cache-Control", cache_control);
    return response;
}

}  // namespace

Response sentence_answer(int status, std::string sentence) {
    Response response = open_to_all(status);
    response.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
    response.headers.emplace_back("Cache-Control", "no-store");
    response.body = body_of(std::move(sentence) + "\n");
    return response;
}

Response empty_answer(const std::string& cache_control) {
    Response response = open_to_all(204);
    response.headers.emplace_back("Cache-Control", cache_control);
    return response;
}

Response methods_answer(int status) {
    Response response =
        status == 405 ? sentence_answer(status, "Only GET, HEAD and OPTIONS are answered here.") : open_to_all(status);
    response.headers.emplace_back("Allow", methods);
    response.headers.emplace_back("Access-Control-Allow-Methods", methods);
    response.headers.emplace_back("Access-Control-Allow-Headers", "Range, If-Match, If-None-Match, If-Range");
    response.headers.emplace_back("Access-Control-Max-Age", "86400");
    return response;
}

Response content_answer(const Request& request, Content content) {
    const int conditions = status_of_conditions(request, content.tag);
    Response response = tagged(conditions == 0 ? 200 : conditions, content.tag, content.cache_control);
    if (content.negotiated) response.headers.emplace_back("Vary", "Accept-Encoding");
    if (conditions != 0) return response;
    response.headers.emplace_back("Content-Type", std::move(content.content_type));
    if (content.gzipped) response.headers.emplace_back("Content-Encoding", "gzip");
    response.body = std::move(content.body);
    return response;
}

Response file_answer(const Request& request, std::shared_ptr<const ServedFile> file, const std::string& content_type,
                     const std::string& cache_control) {
    const std::string tag = file->identity().tag();
    const std::uint64_t size = file->size();
    int status = status_of_conditions(request, tag);
    // A range is for GET only (RFC 9110, 14.2), and for the version that the client has the rest of.
    const bool in_part =
        status == 0 && request.range && request.method == "GET" && (!request.if_range || *request.if_range == tag);
    const auto range = in_part ? byte_range(*request.range, size) : std::nullopt;
    if (range) status = range->bytes > 0 ? 206 : 416;
    Response response = tagged(status == 0 ? 200 : status, tag, cache_control);
    response.headers.emplace_back("Accept-Ranges", "bytes");
    if (status == 304 || status == 412) return response;
    if (status == 416) {
        response.headers.emplace_back("Content-Range", fmt::format("bytes */{}", size));
        return response;
    }
    response.headers.emplace_back("Content-Type", content_type);
    const ByteRange part = range.value_or(ByteRange{0, size});
    if (range) {
        response.headers.emplace_back("Content-Range",
                                      fmt::format("bytes {}-{}/{}", part.first, part.first + part.bytes - 1, size));
    }
    response.file = FilePart{std::move(file), part.first, part.bytes};
    return response;
}

}  // namespace papar
