#include "engine/overlay/lanes.hpp"
#include "engine/overlay/tally.hpp"

#include <algorithm>
#include <cmath>

namespace papar {

namespace {

using namespace lanes;  // NOLINT(google-build-using-namespace): the kernel reads as arithmetic

template <typename P>
PAPAR_INLINE ZoneTally zone_part(std::span<const Span> spans, const P* people, std::int64_t stride,
                                 const BlockAreas& areas) {
    ZoneTally part;
    D8 run_people{};
    for (const Span& span : spans) {
        const P* row = people + span.row * stride;
        const std::int64_t end = span.end_col();
        if (!is_run(span, areas)) {
            const double fraction = static_cast<double>(span.fraction) / full_cell;
            for (std::int64_t col = span.col; col < end; ++col) {
                const double area = fraction * areas.at(span.row, col);
                part.cell_area += area;
                if (row[col] == row[col]) {
                    part.cell_people += fraction * static_cast<double>(row[col]);
                } else {
                    part.area_no_population += area;
                }
            }
            part.cells += std::abs(span.fraction) > rounding_units ? span.cols : 0;
            continue;
        }
        part.cells += span.cols;
        for (std::int64_t col = span.col; col < end;) {
            const std::int64_t piece_end = std::min(end, (col / areas.piece_cols + 1) * areas.piece_cols);
            const double m2 = areas.at(span.row, col);
            I8 empty{};
            for (std::int64_t group = col / width * width; group < piece_end; group += width) {
                const auto cell_people = load(row + group);
                const I8 inside = mask_of(bits_within(group, col, piece_end));
                const I8 valid = is_number(cell_people);
                run_people += keep(to_double(cell_people), valid & inside);
                empty -= inside & ~valid;
            }
            part.run_area += m2 * static_cast<double>(piece_end - col);
            part.area_no_population += m2 * static_cast<double>(sum(empty));
            col = piece_end;
        }
    }
    part.run_people = sum(run_people);
    return part;
}

template <typename P>
PAPAR_INLINE double exposed_people(std::span<const Span> spans, const P* people, std::int64_t stride,
                                   const BlockAreas& areas, const CellBits& exposed) {
    D8 in_runs{};
    double in_cells = 0;
    for (const Span& span : spans) {
        const P* row = people + span.row * stride;
        const std::uint8_t* bytes = exposed.row(span.row);
        const std::int64_t end = span.end_col();
        const double fraction = static_cast<double>(span.fraction) / full_cell;
        for (std::int64_t group = span.col / width * width; group < end; group += width) {
            const unsigned inside = bytes[group / width] & bits_within(group, span.col, end);
            if (inside == 0) {
                continue;
            }
            const D8 part = keep(to_double(load(row + group)), mask_of(inside));
            if (is_run(span, areas)) {
                in_runs += part;
            } else {
                in_cells += fraction * sum(part);
            }
        }
    }
    return sum(in_runs) + in_cells;
}

PAPAR_INLINE bool no_step(const std::int64_t* steps) {
    const L4 any = load_as<L4>(steps) | load_as<L4>(steps + 4);
    return (any[0] | any[1] | any[2] | any[3]) == 0;
}

// One row of people against the covered fraction, given as its steps from cell to cell.
template <typename P>
PAPAR_INLINE void add_population_row(const P* people, std::int64_t cols, const std::int64_t* steps, D8& all,
                                     D8& outside, PopulationTally& part) {
    std::int64_t covered = 0;
    for (std::int64_t group = 0; group < cols; group += width) {
        D8 group_people = to_double(load(people + group));
        if (group + width > cols) {
            group_people = keep(group_people, mask_of(bits_within(group, 0, cols)));
        }
        all += group_people;
        if (no_step(steps + group) && (covered == 0 || covered == full_cell)) {
            outside += covered == 0 ? group_people : D8{};
            continue;
        }
        for (int lane = 0; lane < width; ++lane) {
            covered += steps[group + lane];
            part.overlapped = part.overlapped || covered > full_cell + overlap_units;
            const double share = static_cast<double>(full_cell - covered) / full_cell * group_people[lane];
            (covered < full_cell ? part.outside_zones : part.counted_twice) += std::abs(share);
        }
    }
}

template <typename P>
PAPAR_INLINE PopulationTally population_part(const BlockCoverage& coverage, const P* people, const CellBlock& shape) {
    PopulationTally part;
    D8 all{};
    D8 outside{};
    std::vector<std::int64_t> steps(static_cast<std::size_t>(shape.stride + width), 0);
    std::vector<std::uint32_t> next(coverage.zones.size(), 0);  // each zone's first span not yet used
    for (std::int64_t row = 0; row < shape.rows; ++row) {
        for (std::size_t i = 0; i < coverage.zones.size(); ++i) {
            const std::span<const Span> spans = coverage.of(coverage.zones[i]);
            for (; next[i] < spans.size() && spans[next[i]].row == row; ++next[i]) {
                const Span& span = spans[next[i]];
                steps[static_cast<std::size_t>(span.col)] += span.fraction;
                steps[static_cast<std::size_t>(span.end_col())] -= span.fraction;
            }
        }
        add_population_row(people + row * shape.stride, shape.cols, steps.data(), all, outside, part);
        std::fill(steps.begin(), steps.end(), 0);
    }
    part.in_raster = sum(all);
    part.outside_zones += sum(outside);
    return part;
}

template <typename Result, typename Kernel>
Result for_type(const CellBlock& people, const Kernel& kernel) {
    Result result{};
    on_widest_vectors([&]() __attribute__((always_inline)) {
        result = people.type == CellType::float32 ? kernel(people.f32.data()) : kernel(people.f64.data());
    });
    return result;
}

}  // namespace

ZoneTally tally_zone(std::span<const Span> spans, const CellBlock& people, const BlockAreas& areas) {
    return for_type<ZoneTally>(
        people, [&](const auto* cells)
                    __attribute__((always_inline)) { return zone_part(spans, cells, people.stride, areas); });
}

double tally_exposed(std::span<const Span> spans, const CellBlock& people, const BlockAreas& areas,
                     const CellBits& exposed) {
    return for_type<double>(
        people, [&](const auto* cells) __attribute__((always_inline)) {
            return exposed_people(spans, cells, people.stride, areas, exposed);
        });
}

PopulationTally tally_population(const BlockCoverage& coverage, const CellBlock& people) {
    return for_type<PopulationTally>(
        people, [&](const auto* cells)
                    __attribute__((always_inline)) { return population_part(coverage, cells, people); });
}

}  // namespace papar
