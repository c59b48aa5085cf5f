#include "engine/tiles/vector_progress.hpp"

#include "engine/base/error.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace papar {
namespace {

TEST(VectorProgress, ExpectsFourTimesAsManyTilesInEachZoom) {
    std::vector<std::pair<std::int64_t, std::int64_t>> told;
    const ProgressCallback listen = [&](const Progress& progress) {
        EXPECT_EQ(progress.stage, "zones");
        told.emplace_back(progress.done, progress.total);
        return true;
    };
    VectorProgress progress(listen, 3);
    progress.next_zoom();  // 1 + 4 + 16
    progress.add(2);       // 2 of the first one: 2 + 8 + 32
    progress.next_zoom();  // 2 done, then 8 + 32
    progress.add(3);
    progress.add(3);       // 6 of the 8
    progress.next_zoom();  // 2 + 6 done, then 4 x 6
    progress.add(24);
    const std::vector<std::pair<std::int64_t, std::int64_t>> expected = {{0, 21}, {2, 42}, {2, 42}, {5, 42},
                                                                         {8, 42}, {8, 32}, {32, 32}};
    EXPECT_EQ(told, expected);
}

TEST(VectorProgress, StopsWhenAsked) {
    const ProgressCallback stop = [](const Progress& progress) { return progress.done < 5; };
    VectorProgress progress(stop, 2);
    progress.next_zoom();
    progress.add(4);
    try {
        progress.add(1);
        FAIL() << "no error";
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), ErrorKind::interrupted);
    }
}

}  // namespace
}  // namespace papar
