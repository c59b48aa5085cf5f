#include "engine/document/write_chapter.hpp"
#include "tests/document/example_report.hpp"

#include <gtest/gtest.h>

TEST(WriteChapter, TryOut) {
    papar::write_chapter("/tmp/w/docx_out/a.docx", papar::test::example_report(), std::nullopt);
    papar::write_chapter("/tmp/w/docx_out/b.docx", papar::test::example_report(), "/tmp/w/docx_out/t.docx");
    papar::write_chapter("/tmp/w/docx_out/c.docx", papar::test::example_report(), "/tmp/w/docx_out/a.docx");
}
