#include "engine/document/krb_report.hpp"
#include "engine/document/number_text.hpp"
#include "engine/document/report_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using enum CellFormat;

TEST(Printed, NumbersInTheLanguagesOwnMarks) {
    EXPECT_EQ(printed(1234.56, hectares, Language::id), "1.234,56");
    EXPECT_EQ(printed(1234.56, hectares, Language::en), "1,234.56");
    EXPECT_EQ(printed(1234567.0, people, Language::id), "1.234.567");
    EXPECT_EQ(printed(999.0, people, Language::id), "999");
    EXPECT_EQ(printed(0.4498, CellFormat::index, Language::id), "0,450");
    EXPECT_EQ(printed(-1234.5, amount, Language::id), "-1.234,50");
    EXPECT_EQ(printed(12.0, ordinal, Language::id), "12");
}

// Decimal halves go away from zero as in a spreadsheet: 0.125 and 2.5 are exact in binary, 1.005 lies just below.
TEST(Printed, HalvesAreRoundedAsSpreadsheetsShowThem) {
    EXPECT_EQ(printed(0.125, million, Language::id), "0,13");
    EXPECT_EQ(printed(2.5, people, Language::id), "3");
    EXPECT_EQ(printed(1.005, hectares, Language::id), "1,01");
    EXPECT_EQ(printed(-0.125, hectares, Language::id), "-0,13");
    EXPECT_EQ(printed(-0.001, hectares, Language::id), "0,00");
    EXPECT_EQ(printed(999.995, hectares, Language::id), "1.000,00");
}

TEST(Printed, ADashForWhatIsNotKnownWhateverTheFormat) {
    for (const CellFormat format : {text, people, hectares, CellFormat::index, class_of}) {
        EXPECT_EQ(printed({}, format, Language::id), "-");
    }
    EXPECT_EQ(printed(std::string("=1+1"), people, Language::id), "=1+1");
    EXPECT_EQ(printed(std::string(), ordinal, Language::id), "");
}

TEST(Printed, ClassesAreWordsAndHaveTheColoursOfTheMaps) {
    EXPECT_EQ(printed(1.0, class_of, Language::id), "RENDAH");
    EXPECT_EQ(printed(2.0, class_of, Language::en), "MEDIUM");
    EXPECT_EQ(class_word(3, Language::id), "TINGGI");
    // The stops of the maps: green, yellow, red.
    EXPECT_EQ(class_colour(1), "#5aae61");
    EXPECT_EQ(class_colour(2), "#fee08b");
    EXPECT_EQ(class_colour(3), "#d73027");
}

TEST(Printed, NumbersOfAMethodKeepTheirDigits) {
    EXPECT_EQ(plain_number_text(0.333, Language::id), "0,333");
    EXPECT_EQ(plain_number_text(1000, Language::en), "1000");
}

TEST(ReportNames, AnAreaIsNamedWithWhatItIsOnce) {
    EXPECT_EQ(named("Kecamatan", "Juai"), "Kecamatan Juai");
    EXPECT_EQ(named("Kecamatan", "Kecamatan Juai"), "Kecamatan Juai");
    EXPECT_EQ(named("Kecamatan", "KECAMATAN JUAI"), "KECAMATAN JUAI");
    EXPECT_EQ(named("Kecamatan", "Kec. Juai"), "Kec. Juai");
    EXPECT_EQ(named("Desa/Kelurahan", "Kelurahan Paringin"), "Kelurahan Paringin");
    EXPECT_EQ(named("Desa/Kelurahan", "Desa Sirap"), "Desa Sirap");
}

TEST(ReportNames, HazardsInsideASentence) {
    EXPECT_EQ(hazard_phrase("Banjir", Language::id), "bahaya banjir");
    EXPECT_EQ(hazard_phrase("Bahaya banjir", Language::id), "bahaya banjir");
    EXPECT_EQ(hazard_phrase("Tanah longsor", Language::id), "bahaya tanah longsor");
    EXPECT_EQ(hazard_phrase("COVID-19", Language::id), "bahaya COVID-19");
    EXPECT_EQ(hazard_phrase("Flood", Language::en), "flood hazard");
    EXPECT_EQ(hazard_phrase("Flood hazard", Language::en), "flood hazard");
}

TEST(ReportNames, ListsEndWithAnd) {
    EXPECT_EQ(joined({"A"}, Language::id), "A");
    EXPECT_EQ(joined({"A", "B"}, Language::id), "A dan B");
    EXPECT_EQ(joined({"A", "B", "C"}, Language::id), "A, B, dan C");
    EXPECT_EQ(joined({"A", "B", "C"}, Language::en), "A, B and C");
}

TEST(SheetNames, FitAndStayDistinct) {
    SheetNames sheets;
    EXPECT_EQ(sheets.take("Luas bahaya", "Banjir"), "Luas bahaya Banjir");
    EXPECT_EQ(sheets.take("Luas bahaya", "BANJIR"), "Luas bahaya BANJIR 2");  // Excel does not tell case apart
    // "Kerentanan " is 11 units, which leaves 20: "Kebakaran hutan dan " without its blank.
    EXPECT_EQ(sheets.take("Kerentanan", "Kebakaran hutan dan lahan"), "Kerentanan Kebakaran hutan dan");
    // The number takes 2 of the 20: "Kebakaran hutan da".
    EXPECT_EQ(sheets.take("Kerentanan", "Kebakaran hutan dan gambut"), "Kerentanan Kebakaran hutan 2");
    EXPECT_EQ(sheets.take("Risiko", "[a]:b*?/\\'"), "Risiko a  b");
    EXPECT_EQ(sheets.take("Kapasitas"), "Kapasitas");
    EXPECT_EQ(sheets.take("Kapasitas"), "Kapasitas 2");
}

}  // namespace
}  // namespace papar
