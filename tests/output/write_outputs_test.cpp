#include "engine/output/write_outputs.hpp"

#include "engine/base/error.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/output_folder.hpp"

#include "tests/output/example_result.hpp"
#include "tests/support/scratch_folder.hpp"
#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <ogrsf_frmts.h>
#include <sys/mount.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <fstream>
#include <iterator>
#include <thread>

namespace papar {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& folder, const ExampleResult& example, Language language = Language::id) {
    write_outputs(folder, example.facts, example.layer, example.result, {folder, language, false}, {});
}

struct Field {
    std::string text;
    bool quoted = false;
};

// RFC 4180 with LF.
std::vector<std::vector<Field>> parse_csv(const std::string& text) {
    std::vector<std::vector<Field>> records(1, std::vector<Field>(1));
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        Field& field = records.back().back();
        if (inside && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            field.text += text[++i];
        } else if (text[i] == '"') {
            inside = !inside;
            field.quoted = true;
        } else if (!inside && text[i] == ',') {
            records.back().emplace_back();
        } else if (!inside && text[i] == '\n') {
            records.emplace_back(1);
        } else {
            field.text += text[i];
        }
    }
    records.pop_back();  // after the last line end
    return records;
}

double number(const std::string& text) {
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    EXPECT_EQ(result.ptr, text.data() + text.size()) << text;
    return value;
}

void expect_equal(const fs::path& folder, const char* csv, const char* layer_name) {
    const auto records = parse_csv(content(folder / csv));
    const GDALDatasetUniquePtr file(GDALDataset::Open((folder / geopackage_file).c_str(), GDAL_OF_VECTOR));
    OGRLayer* layer = file->GetLayerByName(layer_name);
    ASSERT_EQ(static_cast<GIntBig>(records.size()), layer->GetFeatureCount() + 1);
    for (std::size_t row = 1; row < records.size(); ++row) {
        const OGRFeatureUniquePtr feature(layer->GetNextFeature());
        ASSERT_EQ(static_cast<int>(records[row].size()), feature->GetFieldCount());
        for (int i = 0; i < feature->GetFieldCount(); ++i) {
            const Field& field = records[row][static_cast<std::size_t>(i)];
            SCOPED_TRACE(records[0][static_cast<std::size_t>(i)].text + " of record " + std::to_string(row));
            EXPECT_EQ(records[0][static_cast<std::size_t>(i)].text, feature->GetFieldDefnRef(i)->GetNameRef());
            const bool is_text = feature->GetFieldDefnRef(i)->GetType() == OFTString;
            if (!feature->IsFieldSetAndNotNull(i)) {
                EXPECT_EQ(field.text, "");
                EXPECT_FALSE(field.quoted);
            } else if (is_text && std::string("=+-@").find(feature->GetFieldAsString(i)[0]) != std::string::npos) {
                EXPECT_EQ(field.text, "'" + std::string(feature->GetFieldAsString(i)));
            } else if (is_text) {
                EXPECT_EQ(field.text, feature->GetFieldAsString(i));
                EXPECT_TRUE(field.quoted);
            } else {
                EXPECT_EQ(number(field.text), feature->GetFieldAsDouble(i));
                EXPECT_FALSE(field.quoted);
            }
        }
    }
}

TEST(WriteOutputs, CsvAndGeoPackageHoldTheSameNumbers) {
    const test::ScratchFolder scratch;
    write(scratch.path(), example_result());
    GDALAllRegister();
    expect_equal(scratch.path(), zones_file, "zona");
    expect_equal(scratch.path(), exposure_file, "paparan");
}

TEST(WriteOutputs, EqualResultsGiveEqualFilesAtAnotherTime) {
    const test::ScratchFolder first;
    const test::ScratchFolder second;
    ExampleResult example = example_result();
    write(first.path(), example);
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // SQLite's clock may tell whole seconds only
    example.facts.threads = 7;
    example.facts.timings = {{"overlay", 99.5}};
    write(second.path(), example);
    for (const char* name : {geopackage_file, exposure_file, zones_file, data_package_file}) {
        EXPECT_TRUE(content(first.path() / name) == content(second.path() / name)) << name;
    }
    Json a = Json::parse(content(first.path() / run_record_file));
    Json b = Json::parse(content(second.path() / run_record_file));
    EXPECT_NE(a, b);
    a.erase("run");
    b.erase("run");
    EXPECT_EQ(a, b);
}

TEST(WriteOutputs, RunRecordTellsTheWholeStory) {
    const test::ScratchFolder scratch;
    write(scratch.path(), example_result());
    const Json record = Json::parse(content(scratch.path() / run_record_file));
    EXPECT_TRUE(record["versions"].contains("papar"));
    EXPECT_TRUE(record["versions"].contains("gdal"));
    EXPECT_EQ(record["study"]["settings"]["population"]["unit"], "count");
    EXPECT_EQ(record["inputs"][0]["sha256"], std::string(64, 'a'));
    EXPECT_EQ(record["grid"]["cols"], 30);
    EXPECT_EQ(record["findings"][0]["numbers"]["area_m2"], 1.5);
    EXPECT_EQ(record["balance"]["in_raster"], 130);
    EXPECT_EQ(record["balance"]["hazards"]["banjir"]["classes"][1]["people"], 20.5);
    EXPECT_EQ(record["run"]["threads"], 2);
    EXPECT_EQ(record["run"]["timings"][0]["stage"], "overlay");
    ASSERT_EQ(record["outputs"].size(), 3U);
    EXPECT_EQ(record["outputs"][1]["name"], exposure_file);
    EXPECT_EQ(record["outputs"][1]["bytes"], fs::file_size(scratch.path() / exposure_file));
}

TEST(WriteOutputs, DataPackageDescribesBothTables) {
    const test::ScratchFolder scratch;
    write(scratch.path(), example_result());
    const Json package = Json::parse(content(scratch.path() / data_package_file));
    EXPECT_EQ(package["name"], "contoh");
    EXPECT_FALSE(package.contains("licenses"));
    EXPECT_EQ(package["sources"][0], (Json{{"title", "population"}, {"path", "penduduk.tif"}}));
    const Json& zones = package["resources"][0];
    EXPECT_EQ(zones["path"], zones_file);
    EXPECT_EQ(zones["bytes"], fs::file_size(scratch.path() / zones_file));
    EXPECT_EQ(zones["schema"]["primaryKey"], Json::array({"kode"}));
    EXPECT_EQ(zones["schema"]["missingValues"], Json::array({""}));
    EXPECT_EQ(zones["schema"]["fields"][0]["type"], "string");
    EXPECT_EQ(zones["schema"]["fields"][2]["unit"], "ha");
    const Json& exposure = package["resources"][1];
    EXPECT_EQ(exposure["schema"]["primaryKey"], Json::array({"tingkat", "kode", "bahaya", "kelas"}));
    EXPECT_EQ(exposure["schema"]["foreignKeys"][0]["reference"]["resource"], "zona");
    // The hash is also in the run record, computed once; an independent check is `sha256sum`.
    EXPECT_EQ(exposure["hash"].get<std::string>().substr(0, 7), "sha256:");
    EXPECT_EQ(exposure["hash"].get<std::string>().size(), 7U + 64U);
}

TEST(WriteOutputs, WorksWithoutZones) {
    const test::ScratchFolder scratch;
    ExampleResult example = example_result();
    example.layer.zones.clear();
    example.result.zones.clear();
    write(scratch.path(), example, Language::en);
    EXPECT_EQ(parse_csv(content(scratch.path() / zones_file)).size(), 1U);
}

TEST(WriteOutputs, StopsWhenAsked) {
    const test::ScratchFolder scratch;
    const ExampleResult example = example_result();
    std::int64_t last = -1;
    const auto stop_at_two = [&](const Progress& p) {
        last = p.done;
        return p.done < 2;
    };
    try {
        write_outputs(scratch.path(), example.facts, example.layer, example.result, {}, stop_at_two);
        FAIL() << "was not stopped";
    } catch (const Error& e) {
        EXPECT_EQ(e.kind(), ErrorKind::interrupted);
    }
    EXPECT_EQ(last, 2);
}

TEST(WriteOutputs, NamesTheFileThatCannotBeWritten) {
    const ExampleResult example = example_result();
    try {
        write("/nonexistent-folder", example);
        FAIL() << "wrote into a folder that does not exist";
    } catch (const Error& e) {
        EXPECT_EQ(e.kind(), ErrorKind::output);
        EXPECT_NE(std::string(e.what()).find("krb.gpkg"), std::string::npos);
    }
}

// A file system of so many KiB, mounted for the life of the object.
class TinyDisk {
public:
    TinyDisk(const fs::path& at, int kibibytes) : at_(at) {
        fs::create_directory(at_);
        mounted_ = ::mount("tmpfs", at_.c_str(), "tmpfs", 0, ("size=" + std::to_string(kibibytes) + "k").c_str()) == 0;
    }
    TinyDisk(const TinyDisk&) = delete;
    TinyDisk& operator=(const TinyDisk&) = delete;
    ~TinyDisk() {
        if (mounted_) ::umount(at_.c_str());
    }
    [[nodiscard]] bool mounted() const { return mounted_; }

private:
    fs::path at_;
    bool mounted_ = false;
};

TEST(WriteOutputs, FullDiskIsAnErrorAndLeavesNothing) {
    const test::ScratchFolder scratch;
    const ExampleResult example = example_result();
    int failures = 0;
    // From too small for anything to large enough for everything, in steps of a page.
    for (int kibibytes = 8;; kibibytes += 16) {
        const TinyDisk disk(scratch.path() / std::to_string(kibibytes), kibibytes);
        if (!disk.mounted()) GTEST_SKIP() << "only root may mount a small disk";
        const fs::path root = scratch.path() / std::to_string(kibibytes);
        try {
            OutputFolder folder({root / "hasil", Language::id, false});
            write(folder.staging(), example);
            folder.commit();
            break;
        } catch (const Error& e) {
            EXPECT_EQ(e.kind(), ErrorKind::output) << e.what();
            ++failures;
        }
        EXPECT_TRUE(fs::is_empty(root)) << kibibytes;
        ASSERT_LT(kibibytes, 4096) << "never fits";
    }
    EXPECT_GT(failures, 3);
}

}  // namespace
}  // namespace papar
