#include "engine/document/write_chapter.hpp"

#include "engine/base/error.hpp"
#include "engine/output/written_file.hpp"

#include "tests/document/example_report.hpp"
#include "tests/document/python_check.hpp"
#include "tests/support/scratch_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace papar::test {
namespace {

namespace fs = std::filesystem;

void expect_error(ErrorKind kind, const std::string& words, const fs::path& path, const fs::path& reference) {
    try {
        write_chapter(path, example_report(), reference);
        FAIL() << "nothing thrown for " << reference;
    } catch (const Error& why) {
        EXPECT_EQ(why.kind(), kind) << why.what();
        EXPECT_THAT(why.what(), testing::HasSubstr(words));
        EXPECT_THAT(why.what(), testing::HasSubstr(reference.filename().string()));
    }
}

TEST(WriteChapter, IsReadBackByPythonDocx) {
    const ScratchFolder folder;
    write_chapter(folder / "bab.docx", example_report(), std::nullopt);
    EXPECT_TRUE(python_agrees("read_chapter.py", "own", folder / "bab.docx"));
}

TEST(WriteChapter, SpeaksEnglish) {
    const ScratchFolder folder;
    KrbReport report = example_report();
    report.language = Language::en;
    write_chapter(folder / "chapter.docx", report, std::nullopt);
    EXPECT_TRUE(python_agrees("read_chapter.py", "english", folder / "chapter.docx"));
}

TEST(WriteChapter, TakesStylesPageAndHeaderOfATemplate) {
    const ScratchFolder folder;
    ASSERT_TRUE(python_agrees("make_template.py", "docx", folder / "bpbd.docx"));
    write_chapter(folder / "bab.docx", example_report(), folder / "bpbd.docx");
    EXPECT_TRUE(python_agrees("read_chapter.py", "template", folder / "bab.docx"));
}

TEST(WriteChapter, SameReportSameBytes) {
    const ScratchFolder folder;
    write_chapter(folder / "a.docx", example_report(), std::nullopt);
    write_chapter(folder / "b.docx", example_report(), std::nullopt);
    EXPECT_EQ(read_back(folder / "a.docx"), read_back(folder / "b.docx"));
}

// A chapter as its own template: the old text with its charts goes, so that nothing is left over.
TEST(WriteChapter, AChapterAsTemplateGivesTheSameChapter) {
    const ScratchFolder folder;
    write_chapter(folder / "a.docx", example_report(), std::nullopt);
    write_chapter(folder / "b.docx", example_report(), folder / "a.docx");
    EXPECT_EQ(read_back(folder / "a.docx"), read_back(folder / "b.docx"));
}

TEST(WriteChapter, EmptyReport) {
    const ScratchFolder folder;
    KrbReport report;
    report.title = "Kajian";
    write_chapter(folder / "a.docx", report, std::nullopt);
    EXPECT_TRUE(fs::file_size(folder / "a.docx") > 0);
}

TEST(WriteChapter, RefusesWhatIsNoDocx) {
    const ScratchFolder folder;
    std::ofstream(folder / "lama.doc") << "\xD0\xCF\x11\xE0 an old document";
    expect_error(ErrorKind::input, "is not a Word document (.docx)", folder / "a.docx", folder / "lama.doc");
    ASSERT_TRUE(python_agrees("make_template.py", "dotx", folder / "bpbd.dotx"));
    expect_error(ErrorKind::input, "save it as Word Document (.docx)", folder / "a.docx", folder / "bpbd.dotx");
    expect_error(ErrorKind::input, "could not be opened", folder / "a.docx", folder / "tiada.docx");
    EXPECT_FALSE(fs::exists(folder / "a.docx"));
}

TEST(WriteChapter, SaysWhyItCannotWrite) {
    const ScratchFolder folder;
    const fs::path path = folder / "no" / "a.docx";
    try {
        write_chapter(path, example_report(), std::nullopt);
        FAIL() << "nothing thrown";
    } catch (const Error& why) {
        EXPECT_EQ(why.kind(), ErrorKind::output);
        EXPECT_THAT(why.what(), testing::HasSubstr(path.string() + ": could not be written"));
    }
}

}  // namespace
}  // namespace papar::test
