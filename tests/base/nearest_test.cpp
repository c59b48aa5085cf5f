#include "engine/base/nearest.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace papar {
namespace {

TEST(EditDistance, countsEditsAndSwapsButNotCase) {
    EXPECT_EQ(edit_distance("zona", "zona"), 0U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);            // three insertions
    EXPECT_EQ(edit_distance("fiel", "file"), 1U);       // one swap
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);  // k-s, e-i, +g: the textbook's example
    EXPECT_EQ(edit_distance("FILE", "file"), 0U);
}

TEST(Nearest, isSilentWhenNothingIsNear) {
    const std::vector<std::string> keys = {"file", "layer", "code", "name"};
    EXPECT_EQ(nearest("fle", keys), "file");
    EXPECT_EQ(nearest("layr", keys), "layer");
    EXPECT_EQ(nearest("population", keys), std::nullopt);
    EXPECT_EQ(nearest("cede", keys), "code");
    EXPECT_EQ(nearest("x", {}), std::nullopt);
}

TEST(Nearest, takesTheFirstOfEquals) {
    const std::vector<std::string> files = {"banjir_a.tif", "banjir_b.tif"};
    EXPECT_EQ(nearest("banjir_c.tif", files), "banjir_a.tif");
    EXPECT_EQ(did_you_mean("banjir_c.tif", files), "; did you mean \"banjir_a.tif\"?");
    EXPECT_EQ(did_you_mean("curah", files), "");
}

}  // namespace
}  // namespace papar
