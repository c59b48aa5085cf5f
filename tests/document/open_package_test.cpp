#include "engine/document/open_package.hpp"

#include "engine/output/written_file.hpp"

#include "tests/support/scratch_folder.hpp"
#include <gtest/gtest.h>

namespace papar::test {
namespace {

[[nodiscard]] OpenPackage example_package() {
    OpenPackage package;
    package.add("word/document.xml", "<d/>", "type/document");
    package.add("word/media/a.png", "bytes", "image/png");
    package.add("docProps/core.xml", "<c/>", "type/core");
    (void)package.add_relationship("", "r/main", "word/document.xml");
    (void)package.add_relationship("word/document.xml", "r/image", "word/media/a.png");
    (void)package.add_relationship("word/document.xml", "r/properties", "docProps/core.xml");
    return package;
}

TEST(OpenPackage, IsReadBackAsWritten) {
    const ScratchFolder folder;
    write_file(folder / "a.docx", example_package().bytes());
    OpenPackage package = OpenPackage::read(folder / "a.docx");
    EXPECT_EQ(package.related("", "r/main"), "word/document.xml");
    EXPECT_EQ(package.related("word/document.xml", "r/image"), "word/media/a.png");
    EXPECT_EQ(package.related("word/document.xml", "r/properties"), "docProps/core.xml");
    EXPECT_EQ(package.related("word/document.xml", "r/chart"), std::nullopt);
    EXPECT_EQ(package.content("word/media/a.png"), "bytes");
    EXPECT_EQ(package.content_type("word/document.xml"), "type/document");
    EXPECT_EQ(package.bytes(), example_package().bytes());
}

TEST(OpenPackage, DropsPartsNothingLeadsTo) {
    OpenPackage package = example_package();
    package.relationships("word/document.xml").erase(package.relationships("word/document.xml").begin());
    package.drop_unreached();
    EXPECT_FALSE(package.has("word/media/a.png"));
    EXPECT_TRUE(package.has("docProps/core.xml"));
}

TEST(OpenPackage, NewRelationshipsTakeFreeIds) {
    OpenPackage package = example_package();
    package.relationships("word/document.xml").front().id = "rId3";
    EXPECT_EQ(package.add_relationship("word/document.xml", "r/chart", "x"), "rId4");
}

}  // namespace
}  // namespace papar::test
