#include "engine/output/geometries_ahead.hpp"

#include <gtest/gtest.h>

namespace papar {
namespace {

// A point at (row, 0); none for every tenth row.
GeometriesAhead::Geometry geometry_of(std::size_t row) {
    return row % 10 == 0 ? nullptr : std::make_unique<OGRPoint>(static_cast<double>(row), 0);
}

TEST(GeometriesAhead, EveryRowHasItsOwn) {
    constexpr std::size_t rows = 1000;  // many batches
    GeometriesAhead geometries(rows, geometry_of);
    for (std::size_t row = 0; row < rows; ++row) {
        GeometriesAhead::Geometry geometry = geometries.next();
        ASSERT_EQ(geometry == nullptr, row % 10 == 0) << row;
        if (geometry) {
            EXPECT_EQ(geometry->toPoint()->getX(), static_cast<double>(row));
        }
        geometries.give_back(std::move(geometry));
    }
}

TEST(GeometriesAhead, MayEndBeforeTheLastRow) {
    GeometriesAhead geometries(1000, geometry_of);
    EXPECT_EQ(geometries.next(), nullptr);
    EXPECT_EQ(geometries.next()->toPoint()->getX(), 1);
}

TEST(GeometriesAhead, WithoutRowsNothingIsMade) {
    std::size_t made = 0;
    {
        const GeometriesAhead geometries(0, [&](std::size_t) {
            ++made;
            return nullptr;
        });
    }
    EXPECT_EQ(made, 0U);
}

}  // namespace
}  // namespace papar
