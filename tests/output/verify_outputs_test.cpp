#include "engine/output/verify_outputs.hpp"

#include "engine/base/error.hpp"
#include "engine/output/sqlite_file.hpp"

#include "tests/support/scratch_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace papar {
namespace {

using testing::HasSubstr;

Table table_of(const std::string& name, std::size_t rows) {
    const auto number = [](std::size_t row) -> Value { return static_cast<std::int64_t>(row); };
    return {name, name, "", {{"nomor", ColumnType::integer, "", "Nomor", "", number}}, {"nomor"}, rows};
}

// A GeoPackage of three zones, the last without geometry, and a table of five rows.
class VerifyGeopackage : public testing::Test {
protected:
    void SetUp() override {
        write_geopackage_layers(path_, "", layers_, tables_);
        verify_geopackage(path_, layers_, tables_);
    }

    void change(const std::string& statement) { SqliteFile(path_, SqliteFile::Access::write).execute(statement); }

    [[nodiscard]] std::string refusal() const {
        try {
            verify_geopackage(path_, layers_, tables_);
        } catch (const Error& problem) {
            return problem.what();
        }
        return "none";
    }

    test::ScratchFolder scratch_;
    std::filesystem::path path_ = scratch_.path() / "krb.gpkg";
    Shape square_{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {{0, 4, false}}, {{0, 1}}};
    Shape empty_;
    std::vector<MapLayer> layers_{
        {table_of("zona", 3), [this](std::size_t row) -> const Shape& { return row == 2 ? empty_ : square_; }}};
    std::vector<Table> tables_{table_of("paparan", 5)};
};

TEST_F(VerifyGeopackage, ARowThatIsMissingInATable) {
    change("DELETE FROM paparan WHERE nomor = 2");
    EXPECT_THAT(refusal(), HasSubstr("table paparan has 4 rows after writing instead of 5"));
}

TEST_F(VerifyGeopackage, ARowThatIsMissingInALayer) {
    change(
        "DROP TRIGGER rtree_zona_geom_delete; DROP TRIGGER trigger_delete_feature_count_zona;"
        "DELETE FROM zona WHERE nomor = 2");
    EXPECT_THAT(refusal(), HasSubstr("table zona has 2 rows after writing instead of 3"));
}

TEST_F(VerifyGeopackage, AnEntryThatIsMissingInTheIndex) {
    change("DELETE FROM rtree_zona_geom WHERE id = 1");
    EXPECT_THAT(refusal(), HasSubstr("table rtree_zona_geom has 1 rows after writing instead of 2"));
}

TEST_F(VerifyGeopackage, APageOfZeros) {
    constexpr std::streamoff page = 65536;
    std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(path_)) - page);
    file << std::string(page, '\0');
    file.close();
    EXPECT_THAT(refusal(), HasSubstr("damaged"));
}

}  // namespace
}  // namespace papar
