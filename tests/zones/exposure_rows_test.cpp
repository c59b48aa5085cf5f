#include "engine/zones/exposure_rows.hpp"

#include <gmock/gmock.h>

namespace papar {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::uint32_t> features_in(const ExposurePieces& pieces, const Window& window) {
    std::vector<std::uint32_t> features;
    ExposureRows(pieces).each_in(window, [&](const ExposurePiece& piece) { features.push_back(piece.feature); });
    return features;
}

// Rows 2 and 5 hold pieces; two of them in one cell.
const ExposurePieces some{{{2, 1, 0, 10, 1, 0}, {2, 4, 0, 11, 1, 0}, {2, 4, 1, 12, 1, 0}, {5, 0, 0, 13, 1, 0}}, {}};

TEST(ExposureRows, FindThePiecesOfAWindow) {
    EXPECT_THAT(features_in(some, {0, 0, 10, 10}), ElementsAre(10, 11, 12, 13));
    EXPECT_THAT(features_in(some, {4, 2, 1, 1}), ElementsAre(11, 12));
    EXPECT_THAT(features_in(some, {0, 2, 4, 4}), ElementsAre(10, 13));
    EXPECT_THAT(features_in(some, {2, 2, 2, 4}), IsEmpty());
    EXPECT_THAT(features_in(some, {0, 3, 10, 2}), IsEmpty());
    EXPECT_THAT(features_in(some, {0, 5, 1, 1}), ElementsAre(13));
    EXPECT_THAT(features_in(some, {0, 6, 10, 10}), IsEmpty());
    EXPECT_THAT(features_in(some, {0, 0, 10, 2}), IsEmpty());
}

TEST(ExposureRows, NoPieces) {
    EXPECT_THAT(features_in({}, {0, 0, 10, 10}), IsEmpty());
}

}  // namespace
}  // namespace papar
