#include "engine/overlay/lanes.hpp"
#include "engine/overlay/tally.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace papar {

namespace {

using namespace lanes;  // NOLINT(google-build-using-namespace): the kernel reads as arithmetic

// A value within this of a break is on the break.
constexpr double on_break_tolerance = 1e-6;

// The largest T that is not above `limit`, or below it when `strictly`.
template <typename T>
T largest(double limit, bool strictly) {
    T value = static_cast<T>(limit);
    while (static_cast<double>(value) > limit || (strictly && static_cast<double>(value) == limit)) {
        value = std::nextafter(value, -std::numeric_limits<T>::infinity());
    }
    return value;
}

template <typename T>
HazardScale::Limits<T> limits_of(const HazardClasses& classes) {
    HazardScale::Limits<T> limits;
    limits.above[0] = largest<T>(classes.no_hazard, false);
    for (std::size_t c = 1; c < classes.count(); ++c) {
        if (classes.kind == HazardKind::classes) {
            limits.above[c] = largest<T>(classes.codes[c - 1], false);
        } else if (classes.on_break == OnBreak::lower) {
            limits.above[c] = largest<T>(classes.breaks[c - 1] + on_break_tolerance, false);
        } else {
            limits.above[c] = largest<T>(classes.breaks[c - 1] - on_break_tolerance, true);
        }
    }
    const std::vector<double> edges = histogram_edges(classes);
    for (std::size_t c = 0; c < classes.count(); ++c) {
        const double floor = edges[c * bins_per_class];
        const double height = edges[(c + 1) * bins_per_class] - floor;
        limits.floor[c] = static_cast<T>(floor);
        limits.bins_per_unit[c] = height > 0 ? static_cast<T>(static_cast<double>(bins_per_class) / height) : T{0};
    }
    return limits;
}

template <typename T>
PAPAR_INLINE int bin_of(T value, int c, const HazardScale::Limits<T>& limits) {
    const auto k = static_cast<std::size_t>(c);
    constexpr T last = bins_per_class - 1;
    const T position = (value - limits.floor[k]) * limits.bins_per_unit[k];
    const T inside = position < last ? (position > 0 ? position : T{0}) : last;
    return c * static_cast<int>(bins_per_class) + static_cast<int>(inside);
}

struct Job {
    std::span<const Span> spans;
    const BlockAreas& areas;
    const HazardScale& scale;
    const ZoneTally& zone;
    CellBits& exposed;
    HazardTally& part;
};

// Cumulative sums over runs: level 0 all cells with data, level k + 1 those in class k or higher.
// `fixed_classes` is the number of classes where it is known when compiling, else 0.
template <typename H, typename P, int fixed_classes>
class RunSums {
    static constexpr std::size_t level_count = fixed_classes > 0 ? fixed_classes + 1 : max_classes + 1;
    using V = typename VectorOf<H>::Type;

public:
    PAPAR_INLINE explicit RunSums(const Job& job)
        : limits_(job.scale.limits(H{})), given_classes_(job.scale.classes()) {
        std::array<H, width> lowest{};
        lowest.fill(-std::numeric_limits<H>::infinity());
        max_ = load(lowest.data());
    }

    // Cells [col, end) of one row, all of area `m2`.
    PAPAR_INLINE void add(const H* hazard, const P* people, std::int64_t col, std::int64_t end, double m2,
                          std::uint8_t* exposed, HazardTally& part) {
        std::array<I8, level_count> counts{};
        for (std::int64_t group = col / width * width; group < end; group += width) {
            V value = load(hazard + group);
            if (group < col || group + width > end) {
                value = or_nan(value, mask_of(bits_within(group, col, end)));
            }
            const I8 valid = is_number(value);
            const unsigned valid_bits = bits(valid);
            if (valid_bits == 0) {
                continue;
            }
            counts[0] -= valid;
            values_ += keep(to_double(value), valid);
            max_ = max(value, max_);
            std::array<I8, level_count> level;  // NOLINT(*-member-init): written below as far as it is read
            level[0] = valid;
            for (int c = 0; c < classes(); ++c) {
                const auto k = static_cast<std::size_t>(c);
                level[k + 1] = above(value, limits_.above[k]);
                counts[k + 1] -= level[k + 1];
            }
            const unsigned exposed_bits = bits(level[1]);
            exposed[group / width] = static_cast<std::uint8_t>(exposed[group / width] | exposed_bits);
            const auto cell_people = load(people + group);
            const unsigned populated = bits(above(cell_people, 0)) & valid_bits;
            if (populated == 0) {
                continue;
            }
            const D8 people8 = to_double(cell_people);
            for (int c = 0; c <= classes(); ++c) {
                const auto k = static_cast<std::size_t>(c);
                people_[k] += keep(people8, level[k]);
            }
            for (unsigned left = exposed_bits & populated; left != 0; left &= left - 1) {
                const int lane = std::countr_zero(left);
                int c = 0;
                for (int k = 1; k < classes(); ++k) {
                    c -= level[static_cast<std::size_t>(k) + 1][lane];
                }
                part.bins[static_cast<std::size_t>(bin_of(value[lane], c, limits_))] += people8[lane];
                part.anybody = true;
            }
        }
        for (int c = 0; c <= classes(); ++c) {
            const auto k = static_cast<std::size_t>(c);
            const std::int64_t cells = sum(counts[k]);
            area_[k] += m2 * static_cast<double>(cells);
            cells_ += c == 0 ? cells : 0;
        }
    }

    // The difference of neighbouring levels is a class; what lacks to the zone's own runs has no data.
    PAPAR_INLINE void finish(const ZoneTally& zone, HazardTally& part) {
        const auto none = static_cast<std::size_t>(classes());
        std::array<double, level_count> people{};
        for (std::size_t k = 0; k <= none; ++k) {
            people[k] = sum(people_[k]);
        }
        for (std::size_t k = 0; k < none; ++k) {
            const bool highest = k + 1 == none;
            part.people[k] += people[k + 1] - (highest ? 0.0 : people[k + 2]);
            part.area[k] += area_[k + 1] - (highest ? 0.0 : area_[k + 2]);
        }
        part.people[none] += people[0] - people[1];
        part.area[none] += area_[0] - area_[1];
        part.people[none + 1] += zone.run_people - people[0];
        part.area[none + 1] += zone.run_area - area_[0];
        part.value_sum += sum(values_);
        part.fraction_sum += static_cast<double>(cells_);
        part.cells += cells_;
        for (int lane = 0; lane < width; ++lane) {
            part.max = std::max(part.max, static_cast<double>(max_[lane]));
        }
    }

private:
    [[nodiscard]] PAPAR_INLINE int classes() const {
        if constexpr (fixed_classes > 0) {
            return fixed_classes;
        }
        return given_classes_;
    }

    const HazardScale::Limits<H>& limits_;
    const int given_classes_;
    std::array<D8, level_count> people_{};
    std::array<double, level_count> area_{};
    D8 values_{};
    V max_;
    std::int64_t cells_ = 0;
};

template <typename H, typename P>
PAPAR_INLINE void add_cells(const Span& span, const H* hazard, const P* people, const Job& job) {
    const auto& limits = job.scale.limits(H{});
    const int classes = job.scale.classes();
    const double fraction = static_cast<double>(span.fraction) / full_cell;
    HazardTally& part = job.part;
    std::uint8_t* exposed = job.exposed.row(span.row);
    for (std::int64_t col = span.col; col < span.end_col(); ++col) {
        const H value = hazard[col];
        const double cell_people = fraction * static_cast<double>(people[col]);
        const double cell_area = fraction * job.areas.at(span.row, col);
        const int place = job.scale.part_of(value);
        if (value == value) {
            const double weight = fraction * job.areas.size_at(span.row, col);
            part.value_sum += weight * static_cast<double>(value);
            part.fraction_sum += weight;
            if (std::abs(span.fraction) > rounding_units) {
                ++part.cells;
                part.max = std::max(part.max, static_cast<double>(value));
            }
            if (place < classes) {
                exposed[col / width] = static_cast<std::uint8_t>(exposed[col / width] | 1U << (col % width));
                if (cell_people != 0) {
                    part.bins[static_cast<std::size_t>(bin_of(value, place, limits))] += cell_people;
                    part.anybody = true;
                }
            }
        }
        part.people[static_cast<std::size_t>(place)] += cell_people;
        part.area[static_cast<std::size_t>(place)] += cell_area;
    }
}

template <typename H, typename P, int fixed_classes>
PAPAR_INLINE void tally(const Job& job, const H* hazard, const P* people, std::int64_t stride) {
    RunSums<H, P, fixed_classes> runs(job);
    for (const Span& span : job.spans) {
        const H* hazard_row = hazard + span.row * stride;
        const P* people_row = people + span.row * stride;
        if (!is_run(span, job.areas)) {
            add_cells(span, hazard_row, people_row, job);
            continue;
        }
        const std::int64_t end = span.end_col();
        for (std::int64_t col = span.col; col < end;) {
            const std::int64_t piece_end = std::min(end, (col / job.areas.piece_cols + 1) * job.areas.piece_cols);
            runs.add(hazard_row, people_row, col, piece_end, job.areas.at(span.row, col), job.exposed.row(span.row),
                     job.part);
            col = piece_end;
        }
    }
    runs.finish(job.zone, job.part);
}

template <typename H, typename P>
PAPAR_INLINE void tally(const Job& job, const H* hazard, const P* people, std::int64_t stride) {
    if (job.scale.classes() == 3) {
        tally<H, P, 3>(job, hazard, people, stride);
    } else {
        tally<H, P, 0>(job, hazard, people, stride);
    }
}

PAPAR_INLINE void tally_types(const Job& job, const CellBlock& hazard, const CellBlock& people) {
    const bool small_hazard = hazard.type == CellType::float32;
    const bool small_people = people.type == CellType::float32;
    if (small_hazard && small_people) {
        tally(job, hazard.f32.data(), people.f32.data(), hazard.stride);
    } else if (small_hazard) {
        tally(job, hazard.f32.data(), people.f64.data(), hazard.stride);
    } else if (small_people) {
        tally(job, hazard.f64.data(), people.f32.data(), hazard.stride);
    } else {
        tally(job, hazard.f64.data(), people.f64.data(), hazard.stride);
    }
}

}  // namespace

HazardScale::HazardScale(const HazardClasses& classes)
    : classes_(static_cast<int>(classes.count())), f32_(limits_of<float>(classes)), f64_(limits_of<double>(classes)) {}

void tally_hazard(std::span<const Span> spans, const CellBlock& hazard, const CellBlock& people,
                  const BlockAreas& areas, const HazardScale& scale, const ZoneTally& zone, CellBits& exposed,
                  HazardTally& part) {
    part = HazardTally{};
    if (hazard.all_nodata) {
        const auto no_data = static_cast<std::size_t>(scale.classes()) + 1;
        part.people[no_data] = zone.cell_people + zone.run_people;
        part.area[no_data] = zone.cell_area + zone.run_area;
        return;
    }
    const Job job{spans, areas, scale, zone, exposed, part};
    on_widest_vectors([&]() __attribute__((always_inline)) { tally_types(job, hazard, people); });
}

}  // namespace papar
