#include "engine/output/published_figures.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace papar {
namespace {

TEST(PublishedFigures, AreRoundedToAMillionth) {
    EXPECT_EQ(published_people(People(0.123456789)), 0.123457);
    EXPECT_EQ(published_hectares(AreaM2(12345.678901)), 1.234568);  // 1.2345678901 ha
}

TEST(PublishedFigures, NeverMinusZero) {
    EXPECT_FALSE(std::signbit(published_people(People(-1e-9))));
    EXPECT_FALSE(std::signbit(std::get<double>(published_hazard_value(-0.0))));
}

TEST(PublishedFigures, HazardValuesKeepNineDigits) {
    EXPECT_EQ(std::get<double>(published_hazard_value(1.0 / 3)), 0.333333333);
    EXPECT_EQ(std::get<double>(published_hazard_value(12345678.04)), 12345678.0);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(published_hazard_value({})));
}

TEST(PublishedFigures, PopulationIsKnownWhereSomeOfTheZoneHasData) {
    ZoneFigures zone;
    zone.cells = 10;
    zone.area = AreaM2(1000);
    zone.area_no_population = AreaM2(400);
    zone.area_outside = AreaM2(599);
    EXPECT_TRUE(has_population(zone));  // 1 m2 with data, nobody there: 0 people is a fact
    zone.area_outside = AreaM2(600);
    EXPECT_FALSE(has_population(zone));
}

}  // namespace
}  // namespace papar
