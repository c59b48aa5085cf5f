#include "engine/web/script_copy.hpp"

#include "engine/base/error.hpp"
#include "engine/output/json_text.hpp"
#include "engine/output/written_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fstream>

namespace papar {

std::string json_script(std::string_view name, std::string_view json) {
    return "papar_file(" + json_line(Json(std::string(name))) + "," + std::string(json) + ");\n";
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            bits = bits << 8 | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) text += i <= count ? letters[bits >> (18 - 6 * i) & 63] : '=';
    }
    return text;
}

void write_script_copy(const std::filesystem::path& file, const std::filesystem::path& script) {
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    std::ofstream out(script, std::ios::binary | std::ios::trunc);
    out << "papar_file(" << json_line(Json(file.filename().string())) << ",\"";
    std::string piece(3 << 18, '\0');  // a multiple of three: only the last piece is padded
    while (in && out) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        out << base64({piece.data(), static_cast<std::size_t>(in.gcount())});
    }
    out << "\");\n";
    out.close();
    if (in.bad() || !in.eof() || !out) {
        throw error(ErrorKind::output, "{}: could not be written ({})", script.string(), system_reason());
    }
}

}  // namespace papar
