#include "engine/output/raster_titles.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <string>

namespace papar {
namespace {

struct Words {
    const char* id;
    const char* en;
};

// By RasterTheme.
constexpr std::array<Words, 9> themes = {{{"bahaya", "hazard"},
                                          {"kerentanan sosial", "social vulnerability"},
                                          {"kerentanan fisik", "physical vulnerability"},
                                          {"kerentanan ekonomi", "economic vulnerability"},
                                          {"kerentanan lingkungan", "environmental vulnerability"},
                                          {"kerentanan", "vulnerability"},
                                          {"kapasitas", "capacity"},
                                          {"risiko", "risk"},
                                          {"bahaya", "hazards"}}};

}  // namespace

std::vector<RasterLayer> titled(const RasterPlan& plan, const std::vector<HazardFacts>& hazards, Language language) {
    const auto say = [&](const Words& words) { return language == Language::id ? words.id : words.en; };
    std::vector<RasterLayer> layers = plan.layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const char* what = layers[i].theme == RasterTheme::hazard_count ? say({"Jumlah", "Number of"})
                           : layers[i].classes                          ? say({"Kelas", "Class of"})
                                                                        : say({"Indeks", "Index of"});
        const char* of = plan.hazard_of[i] != RasterPlan::no_hazard ? hazards[plan.hazard_of[i]].title.c_str()
                         : layers[i].theme == RasterTheme::capacity ? ""
                                                                    : say({"semua bahaya", "all hazards"});
        layers[i].title = fmt::format("{} {}", what, say(themes[static_cast<std::size_t>(layers[i].theme)]));
        if (*of != '\0') {
            layers[i].title += fmt::format(": {}", of);
        }
    }
    return layers;
}

}  // namespace papar
