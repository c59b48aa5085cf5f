// What a good study file says, and the defaults of what it leaves out.

#include "tests/study/study_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using testing::ElementsAre;
using testing::EndsWith;

TEST(ReadStudy, readsEverySection) {
    const StudyFolder folder;
    const Study study = read_study(folder.file());
    EXPECT_EQ(study.file, folder.file());
    EXPECT_EQ(study.id, "contoh");
    EXPECT_EQ(study.title, "Kabupaten Contoh (fiktif)");
    EXPECT_EQ(study.zones.name, "batas.gpkg");
    EXPECT_EQ(study.zones.path, folder.path() / "batas.gpkg");
    EXPECT_EQ(study.zones.layer, "kecamatan");
    EXPECT_EQ(study.zones.code_column, "kode");
    EXPECT_EQ(study.zones.name_column, "nama");
    EXPECT_EQ(study.population.raster.path, folder.path() / "penduduk.tif");
    EXPECT_EQ(study.population.unit, PopulationUnit::count);
    ASSERT_EQ(study.hazards.size(), 2U);
    EXPECT_EQ(study.hazards[0].id, "banjir");
    EXPECT_EQ(study.hazards[0].kind, "depth");
    EXPECT_EQ(study.hazards[0].classes.kind, HazardKind::quantity);
    EXPECT_THAT(study.hazards[0].classes.breaks, ElementsAre(0.75, 1.5));
    EXPECT_EQ(study.hazards[1].title, "Tanah longsor");
    EXPECT_EQ(study.hazards[1].classes.kind, HazardKind::index);
    EXPECT_THAT(study.hazards[1].classes.breaks, ElementsAre(1.0 / 3.0, 2.0 / 3.0));
}

TEST(ReadStudy, fillsInDefaults) {
    const StudyFolder folder;
    const Study study = read_study(folder.file());
    EXPECT_EQ(study.note, "");
    EXPECT_EQ(study.population.raster.band, 1);
    EXPECT_EQ(study.hazards[0].title, "banjir");
    EXPECT_EQ(study.hazards[0].raster.band, 1);
    EXPECT_EQ(study.hazards[0].classes.no_hazard, 0);
    EXPECT_EQ(study.hazards[0].classes.on_break, OnBreak::lower);
    EXPECT_THAT(study.hazards[0].classes.labels, ElementsAre("rendah", "sedang", "tinggi"));
    EXPECT_EQ(study.grid, GridSettings{});
    EXPECT_EQ(study.output.folder, "");
    EXPECT_EQ(study.output.language, Language::id);
    EXPECT_FALSE(study.output.overwrite);
}

TEST(ReadStudy, readsWhatDiffersFromTheDefaults) {
    std::string text =
        replaced(sample_text, "breaks = [0.75, 1.5]", "band = 2\nbreaks = [1]\nno_hazard = 0.1\non_break = \"upper\"");
    text = replaced(text, "\"sepertiga\"", "\"modul\"") +
           "[grid]\narea = \"planar\"\nextent = \"zones\"\n[output]\nfolder = \"hasil\"\nlanguage = \"en\"\n";
    const StudyFolder folder(text);
    const Study study = read_study(folder.file());
    EXPECT_EQ(study.hazards[0].raster.band, 2);
    EXPECT_EQ(study.hazards[0].classes.no_hazard, 0.1);
    EXPECT_EQ(study.hazards[0].classes.on_break, OnBreak::upper);
    EXPECT_THAT(study.hazards[0].classes.breaks, ElementsAre(1.0));
    EXPECT_THAT(study.hazards[0].classes.labels, ElementsAre("kelas 1", "kelas 2"));
    EXPECT_THAT(study.hazards[1].classes.breaks, ElementsAre(0.333, 0.666));
    EXPECT_EQ(study.grid.area, AreaModel::planar);
    EXPECT_EQ(study.grid.extent, Extent::zones);
    EXPECT_EQ(study.output.folder, folder.path() / "hasil");
    EXPECT_EQ(study.output.language, Language::en);
}

TEST(ReadStudy, readsClassCodes) {
    const StudyFolder folder(replaced(sample_text, "kind = \"depth\"\nbreaks = [0.75, 1.5]",
                                      "kind = \"class\"\ncodes = [1, 2, 3, 9]\nlabels = [\"a\", \"b\", \"c\", \"d\"]"));
    const HazardClasses classes = read_study(folder.file()).hazards[0].classes;
    EXPECT_EQ(classes.kind, HazardKind::classes);
    EXPECT_THAT(classes.codes, ElementsAre(1, 2, 3, 9));
    EXPECT_EQ(classes.count(), 4U);
    EXPECT_THAT(classes.labels, ElementsAre("a", "b", "c", "d"));
}

TEST(ReadStudy, readsWhatConcernsBorders) {
    const StudyFolder folder(
        replaced(sample_text, "name = \"nama\"", "name = \"nama\"\npoint = [\"lng\", \"lat\"]\noverlap = \"split\"") +
        "[borders]\nreport = false\nsliver_width = 2.5\n");
    const Study study = read_study(folder.file());
    EXPECT_THAT(study.zones.point_columns, ElementsAre("lng", "lat"));
    EXPECT_EQ(study.zones.overlap, OverlapPolicy::split);
    EXPECT_FALSE(study.borders.report);
    EXPECT_EQ(study.borders.sliver_width_m, 2.5);
}

TEST(ReadStudy, remembersPlaces) {
    const StudyFolder folder;
    const Study study = read_study(folder.file());
    const std::string file = folder.file().string();
    // Lines and columns counted in sample_text.
    EXPECT_EQ(study.zones.where, file + ":6:8");
    EXPECT_EQ(study.zones.where_layer, file + ":7:9");
    EXPECT_EQ(study.zones.where_code, file + ":8:8");
    EXPECT_EQ(study.zones.where_name, file + ":9:8");
    EXPECT_EQ(study.population.raster.where, file + ":12:8");
    EXPECT_EQ(study.hazards[0].raster.where, file + ":17:8");
    EXPECT_EQ(study.hazards[1].raster.where, file + ":24:8");
}

TEST(ReadStudy, takesPathsFromItsFolderAndAbsoluteOnesAsTheyAre) {
    const StudyFolder elsewhere;
    const std::string absolute = (elsewhere.path() / "penduduk.tif").string();
    const StudyFolder folder(replaced(sample_text, "\"penduduk.tif\"", "\"" + absolute + "\""));
    EXPECT_EQ(read_study(folder.file()).population.raster.path, absolute);
}

TEST(ReadStudy, ignoresAByteOrderMark) {
    const StudyFolder folder("\xEF\xBB\xBF" + sample_text);
    EXPECT_EQ(read_study(folder.file()).id, "contoh");
}

TEST(SettingsAsJson, isCompleteAndKeepsTheStudysWords) {
    const StudyFolder folder(sample_text + "[output]\nfolder = \"hasil\"\n");
    EXPECT_EQ(settings_as_json(read_study(folder.file())), R"json({
  "study": {
    "id": "contoh",
    "title": "Kabupaten Contoh (fiktif)",
    "note": ""
  },
  "zones": {
    "file": "batas.gpkg",
    "layer": "kecamatan",
    "code": "kode",
    "name": "nama",
    "overlap": "report",
    "assume_crs": ""
  },
  "population": {
    "model": "raster",
    "file": "penduduk.tif",
    "band": 1,
    "assume_crs": "",
    "nodata": [],
    "unit": "count",
    "negative": "refuse"
  },
  "hazard": [
    {
      "id": "banjir",
      "title": "banjir",
      "type": "banjir",
      "file": "banjir.tif",
      "band": 1,
      "assume_crs": "",
      "nodata": [],
      "kind": "depth",
      "no_hazard": 0.0,
      "breaks": [
        0.75,
        1.5
      ],
      "on_break": "lower",
      "labels": [
        "rendah",
        "sedang",
        "tinggi"
      ]
    },
    {
      "id": "longsor",
      "title": "Tanah longsor",
      "type": "tanah_longsor",
      "file": "longsor.tif",
      "band": 1,
      "assume_crs": "",
      "nodata": [],
      "kind": "index",
      "no_hazard": 0.0,
      "breaks": [
        0.3333333333333333,
        0.6666666666666666
      ],
      "on_break": "lower",
      "labels": [
        "rendah",
        "sedang",
        "tinggi"
      ]
    }
  ],
  "grid": {
    "area": "ellipsoidal",
    "extent": "rasters",
    "max_residual": 0.001
  },
  "borders": {
    "report": true,
    "sliver_width": 10.0
  },
  "output": {
    "language": "id"
  }
})json");
}

}  // namespace
}  // namespace papar
