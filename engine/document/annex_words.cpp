#include "engine/document/annex_words.hpp"

#include "engine/document/words_by_id.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace papar {
namespace {

// The first word of a path.
constexpr std::array groups = {
    Words{"index", "Indeks"},
    Words{"hazard", "Bahaya"},
    Words{"applies", "Komponen yang dihitung"},
    Words{"weight", "Bobot komponen kerentanan"},
    Words{"social", "Kerentanan sosial"},
    Words{"physical", "Kerentanan fisik"},
    Words{"houses", "Rumah"},
    Words{"economic", "Kerentanan ekonomi"},
    Words{"environmental", "Kerentanan lingkungan"},
    Words{"environmental_weight", "Bobot tutupan lahan"},
    Words{"capacity", "Kapasitas"},
    Words{"risk", "Risiko"},
    Words{"rollup", "Kelas tunggal"},
    Words{"multi_weight", "Bobot antarbahaya"},
};

// The other words of a path. Kinds of hazard and cover are Indonesian already.
constexpr std::array details = {
    Words{"breaks", "batas kelas"},
    Words{"limits", "batas kelas"},
    Words{"depth_breaks", "batas kelas intensitas"},
    Words{"scores", "skor kelas"},
    Words{"collapse_five", "lima kelas menjadi tiga"},
    Words{"fuzzy_midpoint", "titik tengah fungsi fuzzy"},
    Words{"fuzzy_spread", "sebaran fungsi fuzzy"},
    Words{"weight", "bobot"},
    Words{"loss", "bagian yang hilang menurut kelas bahaya"},
    Words{"basis", "luas yang menjadi dasar batas kelas"},
    Words{"social", "sosial"},
    Words{"physical", "fisik"},
    Words{"economic", "ekonomi"},
    Words{"environmental", "lingkungan"},
    Words{"density", "kepadatan penduduk"},
    Words{"sex_ratio", "rasio jenis kelamin"},
    Words{"poverty", "kemiskinan"},
    Words{"disability", "disabilitas"},
    Words{"age", "umur rentan"},
    Words{"houses", "rumah"},
    Words{"public", "fasilitas umum"},
    Words{"critical", "fasilitas kritis"},
    Words{"land", "lahan produktif"},
    Words{"gdp", "PDRB"},
    Words{"people_per_house", "jiwa per rumah"},
    Words{"damage", "bagian yang rusak ringan, sedang, berat"},
    Words{"price", "harga menurut kerusakan ringan, sedang, berat"},
    Words{"low", "bahaya rendah"},
    Words{"medium", "bahaya sedang"},
    Words{"high", "bahaya tinggi"},
    Words{"ikd_weight", "bobot IKD"},
    Words{"ikm_weight", "bobot IKM"},
    Words{"form", "rumus"},
    Words{"matrix", "matriks"},
    Words{"threat", "ancaman"},
    Words{"capacity", "kapasitas"},
    Words{"risk", "risiko"},
    Words{"zone", "wilayah"},
    Words{"level", "tingkat di atas wilayah"},
};

constexpr std::array choices = {
    Words{"hectare", "per hektare"},
    Words{"zone", "seluruh wilayah"},
    Words{"dominant", "kelas terluas"},
    Words{"max", "kelas tertinggi"},
    Words{"mean_index", "kelas indeks rata-rata"},
    Words{"cube_root", "akar pangkat tiga"},
    Words{"matrix", "matriks"},
};

constexpr std::array roles = {
    Words{"population", "penduduk"},          Words{"population_table", "tabel penduduk"},
    Words{"crosswalk", "tabel padanan kode"}, Words{"buildings", "bangunan"},
    Words{"zones", "batas wilayah"},          Words{"capacity", "kapasitas"},
    Words{"template", "templat dokumen"},
};

[[nodiscard]] std::string title_of(std::string_view id, std::span<const Words> all) {
    const std::string_view words = words_of(id, all);
    return std::string(words.empty() ? id : words);
}

}  // namespace

std::string entry_title(std::string_view path) {
    std::size_t end = std::min(path.find('.'), path.size());
    std::string title = title_of(path.substr(0, end), groups);
    for (const char* before = ": "; end < path.size(); before = ", ") {
        path.remove_prefix(end + 1);
        end = std::min(path.find('.'), path.size());
        title += before + title_of(path.substr(0, end), details);
    }
    std::ranges::replace(title, '_', ' ');
    return title;
}

std::string choice_title(std::string_view choice) {
    return title_of(choice, choices);
}

std::string role_title(std::string_view role) {
    return title_of(role, roles);
}

}  // namespace papar
