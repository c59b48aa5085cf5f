#include "engine/web/histogram_runs.hpp"

#include <gtest/gtest.h>

namespace papar {
namespace {

std::string runs_of(const Histogram& people) {
    return histogram_runs(people).dump();
}

TEST(HistogramRuns, HaveOnlyBinsWithPeople) {
    EXPECT_EQ(runs_of({}), "[]");
    EXPECT_EQ(runs_of({0, 0, 0}), "[]");
    EXPECT_EQ(runs_of({0, 0, 5, 1.5, 0}), "[[2,5,1.5]]");
    EXPECT_EQ(runs_of({7, 0, 0, 3}), "[[0,7,0,0,3]]");     // two empty bins stay in a run,
    EXPECT_EQ(runs_of({7, 0, 0, 0, 3}), "[[0,7],[4,3]]");  // three end it
}

TEST(HistogramRuns, RoundWhatIsFromEachBinOn) {
    // From each bin on: 0.16, 0.12, 0.08, 0.04 people, which are 0.2, 0.1, 0.1, 0; each bin alone would be 0.
    EXPECT_EQ(runs_of({0.04, 0.04, 0.04, 0.04}), "[[0,0.1,0,0.1]]");
    // 100 bins of 0.26: from bin i on (100 - i) x 0.26, to 0.05 of that in the sum of what is written.
    const Json runs = histogram_runs(Histogram(100, 0.26));
    ASSERT_EQ(runs.size(), 1U);
    double from_here = 0;
    for (std::size_t bin = 100; bin-- > 0;) {
        from_here += runs[0][bin + 1].get<double>();
        EXPECT_NEAR(from_here, static_cast<double>(100 - bin) * 0.26, 0.05 + 1e-9) << bin;
    }
}

}  // namespace
}  // namespace papar
