#include "engine/io/capacity_table.hpp"

#include "engine/base/error.hpp"

#include "tests/support/scratch_folder.hpp"
#include "tests/support/shapes.hpp"
#include <gmock/gmock.h>

#include <fstream>

namespace papar {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Desa 01.1 and 01.2 in kecamatan 01, 02.1 in 02; all in kabupaten 9.
ZoneLayer desa() {
    ZoneLayer layer = test::layer_of(std::vector<Shape>(3, test::shape_of({{test::rectangle(0, 0, 1, 1)}})));
    const std::vector<std::string> codes{"01.1", "01.2", "02.1"};
    for (std::size_t i = 0; i < codes.size(); ++i) {
        layer.zones[i].code = codes[i];
        layer.zones[i].name = "";
    }
    layer.levels = {{"kecamatan", "Kecamatan", {{"01", "Utara"}, {"02", "Selatan"}}, {0, 0, 1}},
                    {"kabupaten", "Kabupaten", {{"9", "Contoh"}}, {0, 0, 0}}};
    return layer;
}

class CapacityTable : public ::testing::Test {
protected:
    CapacityTable() {
        input.table.emplace();
        input.table->name = "kapasitas.csv";
        input.table->path = folder / "kapasitas.csv";
        input.code.name = "kode";
        input.ikd_column.name = "ikd";
        input.ikm_column.name = "ikm";
    }

    [[nodiscard]] CapacityRead read(const std::string& rows) const {
        std::ofstream(input.table->path, std::ios::binary) << rows;
        return read_capacity(input, desa());
    }
    [[nodiscard]] std::string problem(const std::string& rows) const {
        try {
            (void)read(rows);
            return "";
        } catch (const Error& error) {
            return error.what();
        }
    }
    static std::vector<std::string> sentences(const CapacityRead& read) {
        std::vector<std::string> all;
        for (const Finding& finding : read.findings) {
            all.push_back(finding.id + ": " + finding.sentence);
        }
        return all;
    }

    test::ScratchFolder folder;
    CapacityInput input;
};

MATCHER_P2(Has, ikd, ikm, "") {
    return arg.ikd == std::optional<double>(ikd) && arg.ikm == std::optional<double>(ikm);
}

TEST_F(CapacityTable, ByDesa) {
    const CapacityRead read = this->read("kode,ikd,ikm\n02.1,0.3,0.6\n01.1,0.1,0.4\n01.2,0.2,0.5\n");
    EXPECT_THAT(read.zones, ElementsAre(Has(0.1, 0.4), Has(0.2, 0.5), Has(0.3, 0.6)));
    EXPECT_THAT(read.findings, IsEmpty());
    EXPECT_EQ(read.files.size(), 1U);
}

// A row of a kecamatan holds for its desa, one of a kabupaten for all; the zone's own comes first, then the finest.
TEST_F(CapacityTable, ByLevelTheFinestRowHolds) {
    const CapacityRead read = this->read("kode,ikd,ikm\n9,0.9,0.9\n01,0.1,0.4\n01.2,0.2,0.5\n");
    EXPECT_THAT(read.zones, ElementsAre(Has(0.1, 0.4), Has(0.2, 0.5), Has(0.9, 0.9)));
    EXPECT_THAT(read.findings, IsEmpty());
}

TEST_F(CapacityTable, OneIkdForAllBesideAColumn) {
    input.ikd = 0.433;
    input.ikd_column.name.clear();
    EXPECT_THAT(read("kode,ikm\n01,0.4\n02,0.5\n").zones,
                ElementsAre(Has(0.433, 0.4), Has(0.433, 0.4), Has(0.433, 0.5)));
}

TEST_F(CapacityTable, DecimalCommaWhereTheStudySaysSo) {
    input.table->numbers = NumberStyle::id;
    EXPECT_THAT(read("kode;ikd;ikm\n9;0,433;0,519\n").zones.front(), Has(0.433, 0.519));
}

TEST_F(CapacityTable, DecimalCommaWithoutAWordIsRefused) {
    EXPECT_THAT(problem("kode;ikd;ikm\n9;0,433;0,519\n"),
                AllOf(HasSubstr("kapasitas.csv"), HasSubstr("0.433 with numbers = \"id\"")));
}

TEST_F(CapacityTable, CodeInTwoRowsIsRefused) {
    EXPECT_THAT(problem("kode,ikd,ikm\n01,0.1,0.4\n02,0.1,0.4\n01,0.2,0.4\n"),
                AllOf(HasSubstr("kapasitas.csv"), HasSubstr("2 and 4 have the same code 01")));
}

TEST_F(CapacityTable, IndexOutsideZeroToOneIsRefused) {
    EXPECT_THAT(problem("kode,ikd,ikm\n9,43.3,0.5\n"),
                AllOf(HasSubstr("column \"ikd\""), HasSubstr("43.3 is no index; it lies between 0 and 1")));
    EXPECT_THAT(problem("kode,ikd,ikm\n9,0.4,-0.1\n"), HasSubstr("column \"ikm\""));
    EXPECT_EQ(problem("kode,ikd,ikm\n9,0,1\n"), "");
}

TEST_F(CapacityTable, WhatIsNotKnownStaysEmptyAndIsSaid) {
    const CapacityRead read = this->read("kode,ikd,ikm\n01.1,0.1,\n01.2,0.2,0.5\n77,0.3,0.5\n");
    EXPECT_EQ(read.zones[0].ikd, 0.1);
    EXPECT_FALSE(read.zones[0].ikm);
    EXPECT_FALSE(read.zones[2].ikd);
    EXPECT_THAT(sentences(read),
                ElementsAre(AllOf(HasSubstr("capacity.zones_without_row"), HasSubstr("1 zones"), HasSubstr("02.1")),
                            AllOf(HasSubstr("capacity.rows_without_zone"), HasSubstr("77")),
                            AllOf(HasSubstr("capacity.incomplete"), HasSubstr("01.1"))));
}

TEST_F(CapacityTable, OneFigureForAllNeedsNoTable) {
    input = {};
    input.ikd = 0.4;
    const CapacityRead half = read_capacity(input, desa());
    EXPECT_EQ(half.zones[2].ikd, 0.4);
    EXPECT_THAT(sentences(half), ElementsAre(HasSubstr("gives no ikm")));
    input.ikm = 0.5;
    EXPECT_THAT(read_capacity(input, desa()).zones, ElementsAre(Has(0.4, 0.5), Has(0.4, 0.5), Has(0.4, 0.5)));
    EXPECT_THAT(read_capacity(input, desa()).findings, IsEmpty());
}

}  // namespace
}  // namespace papar
