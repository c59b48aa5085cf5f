#include "engine/risk/formulas.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

namespace papar {
namespace {

// Reference: krb method, section 1.1, variant A: H <= 0.333 rendah, 0.333 < H <= 0.666 sedang, above tinggi.
TEST(ClassOf, LimitBelongsToTheLowerClass) {
    const std::array<double, 2> limits = {0.333, 0.666};
    EXPECT_EQ(class_of(0.0, limits), 1);
    EXPECT_EQ(class_of(0.333, limits), 1);
    EXPECT_EQ(class_of(0.333001, limits), 1);  // within 1e-6 of the limit
    EXPECT_EQ(class_of(0.333002, limits), 2);
    EXPECT_EQ(class_of(0.666, limits), 2);
    EXPECT_EQ(class_of(0.6661, limits), 3);
    EXPECT_EQ(class_of(1.0, limits), 3);
}

// A limit stored in 32 bits is off by up to 3e-8: still on the limit.
TEST(ClassOf, FloatsOnALimit) {
    const std::array<double, 2> thirds = {1.0 / 3.0, 2.0 / 3.0};
    EXPECT_EQ(class_of(static_cast<double>(1.0F / 3.0F), thirds), 1);
    EXPECT_EQ(class_of(static_cast<double>(2.0F / 3.0F), thirds), 2);
}

// The implementation trap of the method's section 1.1: scores of thirds under the limits 0.333 and 0.666.
TEST(ClassOf, ScoresOfThirdsMoveUpUnderTheModulLimits) {
    const std::array<double, 2> limits = {0.333, 0.666};
    EXPECT_EQ(class_of(0.333333, limits), 2);
    EXPECT_EQ(class_of(0.666667, limits), 3);
}

struct Depth {
    double metres;
    double spread_175;
    double spread_25;
};

// The table of the method's section 1.3 (Modul Banjir 2019, section 10): three decimals.
constexpr std::array<Depth, 7> printed = {{{0.50, 0.195, 0.116},
                                           {0.75, 0.330, 0.266},
                                           {1.00, 0.449, 0.427},
                                           {1.125, 0.500, 0.500},
                                           {1.50, 0.623, 0.672},
                                           {2.00, 0.732, 0.808},
                                           {3.00, 0.848, 0.921}}};

TEST(FuzzyLarge, TableOfTheModul) {
    for (const Depth& row : printed) {
        EXPECT_NEAR(fuzzy_large(row.metres, 1.125, 1.75), row.spread_175, 0.0005) << row.metres;
        EXPECT_NEAR(fuzzy_large(row.metres, 1.125, 2.5), row.spread_25, 0.0005) << row.metres;
    }
}

// By hand: x = 2.25 m is twice the midpoint; 2^-1.75 = 0.29730177875; 1 / 1.29730177875 = 0.77082204...
TEST(FuzzyLarge, ByHand) {
    EXPECT_NEAR(fuzzy_large(2.25, 1.125, 1.75), 1 / (1 + std::exp2(-1.75)), 1e-15);
    EXPECT_EQ(fuzzy_large(0, 1.125, 1.75), 0);
    EXPECT_EQ(fuzzy_large(-1, 1.125, 1.75), 0);
}

// Kota Padang (method, section 4.3): IKD 0.433 in all 11 kecamatan, IKM from 0.376 to 0.519, published capacity from
// 0.399 to 0.485. 0.4 x 0.433 = 0.1732; + 0.6 x 0.376 = 0.2256: 0.3988; + 0.6 x 0.519 = 0.3114: 0.4846.
TEST(Capacity, KotaPadang) {
    EXPECT_NEAR(capacity_index(0.433, 0.376, 0.4, 0.6), 0.399, 0.0006);
    EXPECT_NEAR(capacity_index(0.433, 0.519, 0.4, 0.6), 0.485, 0.0006);
    EXPECT_NEAR(capacity_index(0.433, 0.376, 0.4, 0.6), 0.3988, 1e-12);
}

// Method, section 5.1: H = V = C = 0.5 gives 0.5 (0.5 x 0.5 x 0.5 = 0.125); with C = 0 the cube root of H x V.
TEST(CubeRootRisk, ByHand) {
    EXPECT_NEAR(cube_root_risk(0.5, 0.5, 0.5), 0.5, 1e-15);
    EXPECT_NEAR(cube_root_risk(0.8, 0.1, 0.0), std::cbrt(0.08), 1e-15);
    EXPECT_EQ(cube_root_risk(1, 1, 0), 1);
    EXPECT_EQ(cube_root_risk(0.7, 0.9, 1), 0);
}

TEST(Crossing, RowByRow) {
    const std::vector<int> matrix = {1, 1, 2, 1, 2, 3, 2, 3, 3};
    EXPECT_EQ(crossing(matrix, 1, 3), 2);
    EXPECT_EQ(crossing(matrix, 2, 1), 1);
    EXPECT_EQ(crossing(matrix, 3, 2), 3);
}

// Over a lattice of 21 x 21 x 21: risk never falls when hazard or vulnerability rises, never rises when capacity does,
// and stays in [0, 1].
TEST(CubeRootRisk, MonotoneAndBounded) {
    constexpr int steps = 20;
    const auto share = [](int i) { return static_cast<double>(i) / steps; };
    for (int h = 0; h <= steps; ++h) {
        for (int v = 0; v <= steps; ++v) {
            for (int c = 0; c <= steps; ++c) {
                const double risk = cube_root_risk(share(h), share(v), share(c));
                EXPECT_GE(risk, 0);
                EXPECT_LE(risk, 1);
                if (h < steps) {
                    EXPECT_LE(risk, cube_root_risk(share(h + 1), share(v), share(c)));
                }
                if (v < steps) {
                    EXPECT_LE(risk, cube_root_risk(share(h), share(v + 1), share(c)));
                }
                if (c < steps) {
                    EXPECT_GE(risk, cube_root_risk(share(h), share(v), share(c + 1)));
                }
            }
        }
    }
}

}  // namespace
}  // namespace papar
