#include "engine/document/text_width.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using testing::ElementsAre;

TEST(TextWidth, CapitalsAreWiderAndCharactersAreNotBytes) {
    EXPECT_DOUBLE_EQ(text_width("abe"), 3);
    EXPECT_DOUBLE_EQ(text_width("ABe"), 3.4);  // 2 × 1.2 + 1
    EXPECT_DOUBLE_EQ(text_width("mis"), 2.9);  // 1.6 + 0.5 + 0.8
    EXPECT_DOUBLE_EQ(text_width("é…"), 2);
    EXPECT_DOUBLE_EQ(longest_word("dua halaman\nseperti"), 7.1);  // halaman: 5 + 0.5 + 1.6
}

TEST(TextWidth, LinesBreakBetweenWords) {
    EXPECT_EQ(wrapped_lines("", 10), 1U);
    EXPECT_EQ(wrapped_lines("ada dua", 6.6), 1U);  // 3 + 0.5 + 3
    EXPECT_EQ(wrapped_lines("ada dua", 6.4), 2U);
    EXPECT_EQ(wrapped_lines("ada\ndua", 8), 2U);    // an end of line in the text
    EXPECT_EQ(wrapped_lines("abdeghknop", 4), 3U);  // 4 + 4 + 2
}

TEST(TextWidth, PiecesTogetherAreTheText) {
    EXPECT_THAT(text_pieces("satu dua tiga", 4, 2), ElementsAre("satu dua", "tiga"));
    EXPECT_THAT(text_pieces("satu\ndua", 8, 2), ElementsAre("satu\ndua"));
    EXPECT_THAT(text_pieces("", 8, 2), ElementsAre(""));
}

TEST(TextWidth, CharactersAreCountedAsExcelDoes) {
    EXPECT_EQ(utf16_length("aé…"), 3U);
    EXPECT_EQ(utf16_length("\xF0\x9F\x8C\x8A"), 2U);  // U+1F30A, a surrogate pair
    EXPECT_EQ(shortened("kabupaten", 9), "kabupaten");
    EXPECT_EQ(shortened("éa", 1), "é…");
}

}  // namespace
}  // namespace papar
