// Figures as they are published: units, rounding, and when a figure is not known.
#pragma once

#include "engine/output/table.hpp"
#include "engine/overlay/statistics.hpp"
#include "engine/risk/risk_result.hpp"

#include <optional>

namespace papar {

// To the nearest 1/parts_per_one; never -0.
[[nodiscard]] double rounded(double value, double parts_per_one);

[[nodiscard]] double published_people(People people);  // to 1e-6 person
[[nodiscard]] double balanced_people(People people);   // to 1e-9 person, as the balance is
[[nodiscard]] double published_hectares(AreaM2 area);  // 1 ha = 10,000 m2; to 1e-6 ha

// To 9 significant digits, which tell any two 32-bit floats apart; unknown stays unknown.
[[nodiscard]] Value published_hazard_value(std::optional<double> value);

// Amounts in the unit shown, of which one is `per_unit`; to 1e-6.
[[nodiscard]] double published_amount(Amount amount, double per_unit);

[[nodiscard]] double published_rupiah(Amount rupiah);  // to 0.01: beyond that, billions have no digits in a double

// To 1e-6; unknown stays unknown.
[[nodiscard]] Value published_index(std::optional<double> index);

// Whether anything is known of the people in a zone: not where the population raster has no data in all of it, nor
// where the population table has no row for it. A zone wholly outside the rasters has zeros, which its area outside and
// a finding explain.
[[nodiscard]] bool has_population(const ZoneFigures& zone);

// Whether anything is known of a hazard in a zone: not where its raster has no data in all of it. Outside as above.
[[nodiscard]] bool has_hazard_data(const ZoneFigures& zone, const HazardFigures& hazard);

// The class with the largest area, from 0; the higher one of equals; none where no class has any area.
[[nodiscard]] std::optional<std::size_t> dominant_class(const HazardFigures& hazard);

}  // namespace papar
