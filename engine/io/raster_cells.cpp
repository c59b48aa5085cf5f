#include "engine/io/raster_cells.hpp"

#include "engine/base/widest_vectors.hpp"

#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

namespace papar {

namespace {

// Calls f with a std::type_identity of the C++ type.
template <typename F>
auto with_type(StoredType type, F&& f) {
    switch (type) {
        case StoredType::int8:
            return f(std::type_identity<std::int8_t>{});
        case StoredType::uint8:
            return f(std::type_identity<std::uint8_t>{});
        case StoredType::int16:
            return f(std::type_identity<std::int16_t>{});
        case StoredType::uint16:
            return f(std::type_identity<std::uint16_t>{});
        case StoredType::int32:
            return f(std::type_identity<std::int32_t>{});
        case StoredType::uint32:
            return f(std::type_identity<std::uint32_t>{});
        case StoredType::int64:
            return f(std::type_identity<std::int64_t>{});
        case StoredType::uint64:
            return f(std::type_identity<std::uint64_t>{});
        case StoredType::float32:
            return f(std::type_identity<float>{});
        default:
            return f(std::type_identity<double>{});
    }
}

template <typename T>
StoredCell bytes_of_value(T value) {
    StoredCell cell{};
    std::memcpy(cell.data(), &value, sizeof(T));
    return cell;
}

// float holds every value of these without loss.
template <typename In>
constexpr bool fits_float = sizeof(In) <= 2 || std::is_same_v<In, float>;

// double holds every value of these without loss.
template <typename In>
constexpr bool fits_double = fits_float<In> || sizeof(In) == 4 || std::is_same_v<In, double>;

// Unsigned integers as wide as the delivered cells. The loop below keeps every condition in one, without branches and
// without comparisons (SSE2 has none for 64 bits): so the compiler turns it into vector code.
template <typename Out>
using Bits = std::conditional_t<sizeof(Out) == 4, std::uint32_t, std::uint64_t>;

template <typename T>
constexpr int top_bit = 8 * sizeof(T) - 1;

// All bits set where x is zero, none elsewhere. SSE2 compares 32-bit integers but not 64-bit ones.
template <typename T>
PAPAR_INLINE T where_zero(T x) {
    if constexpr (sizeof(T) == 4) {
        return T{0} - static_cast<T>(x == 0);
    } else {
        return ((x | (T{0} - x)) >> top_bit<T>)-1;
    }
}

// Tells nodata in the stored type. Where the delivered type holds every stored value, comparing there is the same.
template <typename In, typename Out>
class NodataTest {
public:
    explicit NodataTest(const CellRule& rule) : declared_(rule.nodata ? ~Bits<Out>{0} : Bits<Out>{0}) {
        if (rule.nodata) {
            In nodata{};
            std::memcpy(&nodata, rule.nodata->data(), sizeof(In));
            nodata_ = comparable(nodata);
        }
    }
    [[nodiscard]] PAPAR_INLINE Bits<Out> operator()(In stored) const {
        return where_zero(comparable(stored) ^ nodata_) & declared_;
    }

private:
    PAPAR_INLINE static Bits<Out> comparable(In stored) {
        if constexpr (fits_double<In>) {
            return std::bit_cast<Bits<Out>>(static_cast<Out>(stored) + Out{0});  // -0 becomes 0
        } else {
            return static_cast<Bits<Out>>(stored);
        }
    }

    Bits<Out> nodata_ = 0;
    Bits<Out> declared_;
};

template <typename In, typename Out, bool Scaled, bool Masked>
PAPAR_INLINE Resolved resolve_row(const CellRule& rule, const In* in, const std::uint8_t* mask, std::int64_t cols,
                                  Out* out) {
    constexpr auto infinity = std::bit_cast<Bits<Out>>(std::numeric_limits<Out>::infinity());
    constexpr auto limit = std::bit_cast<Bits<Out>>(static_cast<Out>(largest_value));
    const NodataTest<In, Out> nodata(rule);
    const auto scale = static_cast<Out>(rule.scale);
    const auto offset = static_cast<Out>(rule.offset);
    Bits<Out> plausible = 0;
    Bits<Out> absurd = 0;
    Bits<Out> negative = 0;
    for (std::int64_t i = 0; i < cols; ++i) {
        Bits<Out> hidden = nodata(in[i]);
        if constexpr (Masked) {
            hidden |= where_zero(static_cast<Bits<Out>>(mask[i]));
        }
        auto value = static_cast<Out>(in[i]);
        if constexpr (Scaled) {
            value = value * scale + offset;
        }
        // A floating-point number with all bits set is a NaN.
        const Bits<Out> bits = std::bit_cast<Bits<Out>>(value) | hidden;
        out[i] = std::bit_cast<Out>(bits);
        // Numbers without their sign are in the order of their bits: below the limit, up to infinity, NaN above that.
        const Bits<Out> size = bits & ~(Bits<Out>{1} << top_bit<Bits<Out>>);
        plausible |= size - limit;
        const Bits<Out> number = size - infinity - 1;
        absurd |= (limit - 1 - size) & number;
        negative |= bits & number;
    }
    const bool any_absurd = (absurd >> top_bit<Bits<Out>>) != 0;
    return {(plausible >> top_bit<Bits<Out>>) != 0 || any_absurd, any_absurd, (negative >> top_bit<Bits<Out>>) != 0};
}

template <typename In, typename Out, bool Scaled, bool Masked>
Resolved resolve_rows(const CellRule& rule, const StoredCells& from, CellRows<Out> to) {
    Resolved all;
    const auto* in = reinterpret_cast<const In*>(from.cells);
    on_widest_vectors([&]() __attribute__((always_inline)) {
        for (std::int64_t row = 0; row < from.rows; ++row) {
            const std::uint8_t* mask = Masked ? from.mask + row * from.stride : nullptr;
            all.add(resolve_row<In, Out, Scaled, Masked>(rule, in + row * from.stride, mask, from.cols,
                                                         to.first + row * to.stride));
        }
    });
    return all;
}

}  // namespace

std::size_t bytes_of(StoredType type) {
    return with_type(type, []<typename T>(std::type_identity<T>) { return sizeof(T); });
}

std::optional<StoredCell> stored_cell(StoredType type, double value) {
    return with_type(type, [value]<typename T>(std::type_identity<T>) -> std::optional<StoredCell> {
        if constexpr (std::is_integral_v<T>) {
            // The upper limit of 64-bit types rounds up to 2^63 or 2^64, which they do not hold.
            const auto limit = static_cast<double>(std::numeric_limits<T>::max());
            const bool below = sizeof(T) == 8 ? value < limit : value <= limit;
            if (!below || value < static_cast<double>(std::numeric_limits<T>::min()) || value != std::trunc(value)) {
                return std::nullopt;
            }
        }
        return bytes_of_value(static_cast<T>(value));
    });
}

StoredCell stored_cell(std::int64_t value) {
    return bytes_of_value(value);
}

StoredCell stored_cell(std::uint64_t value) {
    return bytes_of_value(value);
}

CellType CellRule::delivered() const {
    const bool narrow = with_type(stored, []<typename T>(std::type_identity<T>) { return fits_float<T>; });
    return narrow && !scaled ? CellType::float32 : CellType::float64;
}

StoredCells StoredCells::part(std::size_t cell_bytes, std::int64_t col, std::int64_t row, std::int64_t part_cols,
                              std::int64_t part_rows) const {
    const std::int64_t skip = row * stride + col;
    return {cells + skip * static_cast<std::int64_t>(cell_bytes), mask != nullptr ? mask + skip : nullptr, stride,
            part_cols, part_rows};
}

template <typename T>
Resolved resolve_cells(const CellRule& rule, const StoredCells& from, CellRows<T> to) {
    return with_type(rule.stored, [&]<typename In>(std::type_identity<In>) -> Resolved {
        if constexpr (std::is_same_v<T, double>) {
            if (rule.scaled) {
                return from.mask != nullptr ? resolve_rows<In, T, true, true>(rule, from, to)
                                            : resolve_rows<In, T, true, false>(rule, from, to);
            }
        }
        if constexpr (std::is_same_v<T, double> || fits_float<In>) {
            return from.mask != nullptr ? resolve_rows<In, T, false, true>(rule, from, to)
                                        : resolve_rows<In, T, false, false>(rule, from, to);
        }
        assert(false);
        return {};
    });
}

template Resolved resolve_cells(const CellRule&, const StoredCells&, CellRows<float>);
template Resolved resolve_cells(const CellRule&, const StoredCells&, CellRows<double>);

}  // namespace papar
