#include "engine/base/error.hpp"
#include "engine/io/table_number.hpp"
#include "engine/io/text_table.hpp"
#include "engine/io/utf8_text.hpp"

#include "tests/support/scratch_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

namespace papar {
namespace {

using ::testing::HasSubstr;

// A CSV file, gone with the object.
class CsvFile {
public:
    explicit CsvFile(const std::string& bytes) { std::ofstream(folder_ / "t.csv", std::ios::binary) << bytes; }

    [[nodiscard]] TableInput input() const {
        TableInput table;
        table.name = "t.csv";
        table.path = folder_ / "t.csv";
        return table;
    }
    [[nodiscard]] std::string problem() const {
        try {
            static_cast<void>(read_table(input()));
            return "";
        } catch (const Error& error) {
            return error.what();
        }
    }

private:
    test::ScratchFolder folder_;
};

std::vector<std::string> texts(const TableRow& row) {
    std::vector<std::string> all;
    for (const TableCell& cell : row.cells) {
        all.push_back(cell.text);
    }
    return all;
}

using Texts = std::vector<std::string>;

TEST(CsvTable, MarkSemicolonsAndLineEndsOfOffices) {
    const TextTable table = read_table(
        CsvFile("\xEF\xBB\xBFkode;jiwa\r\n01.01;\"1.234,5\"\r\n;\r\n\"01\";\"a \"\"b\"\"\r\nc\"\r\n02 ; 3\r\n")
            .input());
    EXPECT_EQ(table.columns, (Texts{"kode", "jiwa"}));
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(texts(table.rows[0]), (Texts{"01.01", "1.234,5"}));
    EXPECT_EQ(texts(table.rows[1]), (Texts{"01", "a \"b\"\r\nc"}));
    EXPECT_EQ(texts(table.rows[2]), (Texts{"02", "3"}));
    EXPECT_EQ(table.rows[1].number, 4);
    EXPECT_EQ(table.rows[2].number, 6);  // the field before goes over two lines
    EXPECT_FALSE(table.rows[0].cells[0].number);
}

TEST(CsvTable, TabsAndNoLastLineEnd) {
    const TextTable table = read_table(CsvFile("a\tb\n1,5\t2").input());
    EXPECT_EQ(texts(table.rows[0]), (Texts{"1,5", "2"}));
}

TEST(CsvTable, Latin1OnlyWhereDeclared) {
    const CsvFile file("a\nJos\xE9\n");
    EXPECT_THAT(file.problem(), HasSubstr("t.csv, line 2: is not UTF-8"));
    TableInput input = file.input();
    input.encoding = TextEncoding::latin1;
    EXPECT_EQ(read_table(input).rows[0].cells[0].text, "Jos\u00E9");
}

TEST(CsvTable, Refusals) {
    EXPECT_THAT(CsvFile("").problem(), HasSubstr("is empty"));
    EXPECT_THAT(CsvFile("a;b\n").problem(), HasSubstr("has a header but no rows"));
    EXPECT_THAT(CsvFile("a;b\n1\n").problem(), HasSubstr("line 2 has 1 fields, but the header has 2"));
    EXPECT_THAT(CsvFile("a;b\n\"1\"2;3\n").problem(), HasSubstr("line 2: text follows the closing quote"));
    EXPECT_THAT(CsvFile("a;b,c\n1;2\n").problem(), HasSubstr("more than one of ; , and tab"));
    EXPECT_THAT(CsvFile(std::string("a\0b\n", 4)).problem(), HasSubstr("zero byte"));
}

// RFC 3629: C0 80 is an overlong zero, ED A0 80 a surrogate, F4 90 80 80 beyond the last character.
TEST(Utf8, WhatNoTextHolds) {
    EXPECT_FALSE(first_not_utf8("Jos\u00E9 \u20AC \U0001F600"));
    for (const char* bytes : {"a\xC0\x80", "a\xED\xA0\x80", "a\xF4\x90\x80\x80", "a\xE2\x82", "a\x80"}) {
        EXPECT_EQ(first_not_utf8(bytes), 1U) << bytes;
    }
}

TEST(TableNumber, EachStyleToTheLastCharacter) {
    using enum NumberStyle;
    EXPECT_EQ(number_of("1234.5", plain), 1234.5);
    EXPECT_EQ(number_of("-7", plain), -7);
    EXPECT_EQ(number_of("1,234.5", en), 1234.5);
    EXPECT_EQ(number_of("1.234,5", id), 1234.5);
    EXPECT_EQ(number_of("12.345.678", id), 12345678);
    EXPECT_EQ(number_of("1234,5", id), 1234.5);
    EXPECT_EQ(number_of("0,125", id), 0.125);
    for (const char* wrong :
         {"", "-", ".", "1,234", "1.", ".5", "1e3", "1 234", "0x10", "nan", "inf", "12a", "1.2.3"}) {
        EXPECT_FALSE(number_of(wrong, plain)) << wrong;
    }
    for (const char* wrong : {"1234.5", "1.23", "1.2345", "12345.678", "1..234", ".123", "1.234.", "0.125", "1,2,3"}) {
        EXPECT_FALSE(number_of(wrong, id)) << wrong;
    }
}

// One cell of a table with the column "jiwa" on line 2.
std::string number_problem(const TableCell& cell, std::optional<NumberStyle> style, bool may_be_number = false) {
    const TextTable table{"t.csv", "line", may_be_number, {"jiwa"}, {{2, {cell}}}, {}};
    try {
        static_cast<void>(cell_number(table, table.rows[0], 0, style, "the number of people"));
        return "";
    } catch (const Error& error) {
        return error.what();
    }
}

TEST(TableNumber, WhatMayBeMeantOtherwiseIsRefusedUntilDeclared) {
    EXPECT_THAT(number_problem({"1.234", {}}, std::nullopt), HasSubstr("can be read in two ways"));
    EXPECT_EQ(number_problem({"1.234", {}}, NumberStyle::plain), "");
    EXPECT_EQ(number_problem({"1.234", {}}, NumberStyle::id), "");
    EXPECT_EQ(number_problem({"0.234", {}}, std::nullopt), "");  // no thousands begin with 0
    EXPECT_EQ(number_problem({"12.5", {}}, std::nullopt), "");
    EXPECT_THAT(number_problem({"1,5", {}}, std::nullopt), HasSubstr("it would be 1.5 with numbers = \"id\""));
    EXPECT_THAT(number_problem({"1,234", {}}, std::nullopt), HasSubstr("1234 with numbers = \"en\", 1.234 with"));
}

// A spreadsheet writes the number 1.234 of a mixed column as the text 1.234, whatever the table's style.
TEST(TableNumber, MixedColumnsOfSpreadsheets) {
    EXPECT_THAT(number_problem({"1.234", {}}, NumberStyle::id, true), HasSubstr("column of text and numbers"));
    EXPECT_EQ(number_problem({"1.234,5", {}}, NumberStyle::id, true), "");
    EXPECT_EQ(number_problem({"1234", 1234.0}, NumberStyle::id, true), "");
    EXPECT_THAT(number_problem({"nan", std::nan("")}, {}), HasSubstr("is no number of people"));
    EXPECT_THAT(number_problem({"", {}}, {}), HasSubstr("the number of people is empty"));
}

}  // namespace
}  // namespace papar
