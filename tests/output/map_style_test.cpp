#include "engine/output/map_style.hpp"

#include "engine/output/tables.hpp"

#include "tests/output/example_result.hpp"
#include <cpl_minixml.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> labels(const MapStyle& style) {
    std::vector<std::string> result;
    for (const LegendEntry& entry : style.legend) result.push_back(entry.label);
    return result;
}

std::vector<std::string> colours(const ResultView& view) {
    const MapStyle first = map_styles(view).front();
    std::vector<std::string> result;
    for (const LegendEntry& entry : first.legend) result.push_back(entry.colour);
    return result;
}

TEST(MapStyle, OneAHazardWithALegendInTheOutputLanguage) {
    const ExampleResult example = example_result();
    const std::vector<MapStyle> styles = map_styles(example.view());
    ASSERT_EQ(styles.size(), 2U);
    EXPECT_EQ(styles[0].name, "banjir");
    EXPECT_THAT(labels(styles[0]), ElementsAre("rendah", "sedang", "tinggi", "tidak ada bahaya", "tanpa data"));
    EXPECT_THAT(labels(map_styles(example.view(Language::en))[0]),
                ElementsAre("rendah", "sedang", "tinggi", "no hazard", "no data"));
}

TEST(MapStyle, ClassesRunFromGreenOverYellowToRed) {
    ExampleResult example = example_result();
    EXPECT_THAT(colours(example.view()), ElementsAre("#5aae61", "#fee08b", "#d73027", "#e0e0e0", "#ffffff"));
    example.facts.hazards[0].classes.labels = {"satu"};
    EXPECT_EQ(colours(example.view())[0], "#d73027");
    // Five classes: the second lies half way from green to yellow: (5a + fe) / 2 = ac, (ae + e0) / 2 = c7, (61 + 8b) /
    // 2 = 76
    example.facts.hazards[0].classes.labels = {"1", "2", "3", "4", "5"};
    EXPECT_EQ(colours(example.view())[1], "#acc776");
    EXPECT_EQ(colours(example.view())[2], "#fee08b");
}

TEST(MapStyle, QmlAndSldAreWellFormedWhateverTheLabels) {
    ExampleResult example = example_result();
    example.facts.hazards[0].classes.labels[0] = "<a & \"b\" 'c'>";
    const Table zones = zone_table(example.view());
    for (const MapStyle& style : map_styles(example.view())) {
        for (const std::string& text : {qml_text(style, zones), sld_text(style, zones)}) {
            CPLXMLNode* tree = CPLParseXMLString(text.c_str());
            EXPECT_NE(tree, nullptr) << text;
            CPLDestroyXMLNode(tree);
        }
    }
    EXPECT_THAT(qml_text(map_styles(example.view())[0], zones), HasSubstr("label=\"&lt;a &amp; &quot;b&quot;"));
}

}  // namespace
}  // namespace papar
