#include "engine/output/csv.hpp"

#include <gtest/gtest.h>

namespace papar {
namespace {

std::string field(const Value& value) {
    const Table table{"t", "", "", {{"a", ColumnType::text, "", "", "", [&](std::size_t) { return value; }}}, {}, 1};
    const std::string text = csv_text(table);
    EXPECT_EQ(text.substr(0, 2), "a\n");
    return text.substr(2, text.size() - 3);
}

TEST(Csv, NumbersAreShortestDecimalsWithoutExponentOrGrouping) {
    EXPECT_EQ(field(0.1), "0.1");
    EXPECT_EQ(field(100000.0), "100000");
    EXPECT_EQ(field(1e-6), "0.000001");
    EXPECT_EQ(field(1234567.25), "1234567.25");
    EXPECT_EQ(field(std::int64_t{-3}), "-3");
}

TEST(Csv, TextIsQuotedAndUnknownIsNot) {
    EXPECT_EQ(field(std::string("01.10")), "\"01.10\"");
    EXPECT_EQ(field(std::string("say \"ya\",\nJum'at")), "\"say \"\"ya\"\",\nJum'at\"");
    EXPECT_EQ(field(std::string()), "\"\"");
    EXPECT_EQ(field(Value()), "");
}

TEST(Csv, FormulasGetAnApostropheThatCanBeTakenOff) {
    EXPECT_EQ(field(std::string("=1+1")), "\"'=1+1\"");
    EXPECT_EQ(field(std::string("+62")), "\"'+62\"");
    EXPECT_EQ(field(std::string("-")), "\"'-\"");
    EXPECT_EQ(field(std::string("@x")), "\"'@x\"");
    EXPECT_EQ(field(std::string("'=1")), "\"''=1\"");  // so that it does not look like a protected "=1"
    EXPECT_EQ(field(std::string("'Aisyah")), "\"'Aisyah\"");
    EXPECT_EQ(field(std::string("a=1")), "\"a=1\"");
}

TEST(Csv, CountsRecordsNotLines) {
    EXPECT_EQ(csv_records("a,b\n\"x\ny\",1\n\"\"\"\n\",2\n"), 3U);
}

}  // namespace
}  // namespace papar
