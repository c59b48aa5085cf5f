// LZW and predictors by hand.
#include "engine/io/lzw.hpp"
#include "engine/io/predictor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <cstring>
#include <random>

namespace papar::test {

namespace {

std::vector<std::byte> bytes(const std::vector<int>& values) {
    std::vector<std::byte> result;
    for (const int value : values) {
        result.push_back(static_cast<std::byte>(value));
    }
    return result;
}

// Codes of 9 bits each, the highest bit first.
std::vector<std::byte> nine_bit_codes(const std::vector<unsigned>& codes) {
    std::vector<std::byte> result((codes.size() * 9 + 7) / 8);
    for (std::size_t bit = 0; bit < codes.size() * 9; ++bit) {
        if ((codes[bit / 9] >> (8 - bit % 9) & 1U) != 0) {
            result[bit / 8] |= static_cast<std::byte>(0x80U >> bit % 8);
        }
    }
    return result;
}

std::vector<std::byte> decoded(const std::vector<std::byte>& stream, std::size_t wanted) {
    std::vector<std::byte> out(wanted + lzw_slack);
    out.resize(decode_lzw(stream, out, wanted));
    return out;
}

}  // namespace

// The example of TIFF 6.0, page 60: 7 7 7 8 8 7 7 6 6 is coded as clear 7 258 8 8 258 6 6 end.
TEST(TiffLzw, ExampleOfTheSpecification) {
    const auto stream = nine_bit_codes({256, 7, 258, 8, 8, 258, 6, 6, 257});
    EXPECT_EQ(decoded(stream, 9), bytes({7, 7, 7, 8, 8, 7, 7, 6, 6}));
    EXPECT_EQ(decoded(stream, 4), bytes({7, 7, 7, 8}));                  // not more than wanted
    EXPECT_EQ(decoded(stream, 20), bytes({7, 7, 7, 8, 8, 7, 7, 6, 6}));  // not more than there is
}

// Codes used while they are made: 258 = "1 1", 259 = "1 1 1", 260 = four of them: 1 + 2 + 3 + 4 = 10 bytes.
TEST(TiffLzw, StringsThatRepeatThemselves) {
    EXPECT_EQ(decoded(nine_bit_codes({256, 1, 258, 259, 260, 257}), 10), std::vector<std::byte>(10, std::byte{1}));
}

TEST(TiffLzw, MalformedStreamsEndEarly) {
    EXPECT_TRUE(decoded({}, 5).empty());
    EXPECT_TRUE(decoded(nine_bit_codes({256, 258}), 5).empty());        // a string that nobody made
    EXPECT_EQ(decoded(nine_bit_codes({256, 3, 300}), 5), bytes({3}));   // beyond the table
    EXPECT_EQ(decoded(nine_bit_codes({256, 3, 4}), 5), bytes({3, 4}));  // no end
    std::mt19937 random(1);
    for (int i = 0; i < 2000; ++i) {
        std::vector<std::byte> noise(random() % 3000);
        for (std::byte& byte : noise) {
            byte = static_cast<std::byte>(random());
        }
        EXPECT_LE(decoded(noise, 5000).size(), 5000U);
    }
}

// 10, 10 + 5, 15 + 250 mod 256 = 9.
TEST(TiffPredictor, HorizontalByHand) {
    std::vector<std::byte> scratch;
    auto row = bytes({10, 5, 250});
    undo_predictor(Predictor::horizontal, row, 1, scratch);
    EXPECT_EQ(row, bytes({10, 15, 9}));
    // Little-endian 16-bit cells: 0x00FF, + 0x0001 = 0x0100.
    row = bytes({0xFF, 0, 1, 0});
    undo_predictor(Predictor::horizontal, row, 2, scratch);
    EXPECT_EQ(row, bytes({0xFF, 0, 0, 1}));
}

// Two floats 1.0 = 3F800000 and 2.5 = 40200000. Planes from the highest byte: 3F 40 | 80 20 | 00 00 | 00 00; less the
// left neighbour: 3F 01 40 A0 E0 00 00 00 (0x80 - 0x40 = 0x40, 0x20 - 0x80 = 0xA0, 0 - 0x20 = 0xE0).
TEST(TiffPredictor, FloatingPointByHand) {
    std::vector<std::byte> scratch;
    auto row = bytes({0x3F, 0x01, 0x40, 0xA0, 0xE0, 0, 0, 0});
    undo_predictor(Predictor::floating_point, row, 4, scratch);
    std::array<float, 2> cells{};
    std::memcpy(cells.data(), row.data(), row.size());
    EXPECT_THAT(cells, testing::ElementsAre(1.0F, 2.5F));
}

// Any row length, so that groups and remainders both work: undoing what a plain loop did gives the row back.
TEST(TiffPredictor, UndoesPlainLoopsAtAnyLength) {
    std::mt19937 random(2);
    std::vector<std::byte> scratch;
    for (const std::size_t cell_bytes : {1U, 2U, 4U, 8U}) {
        for (std::size_t cells = 1; cells < 70; ++cells) {
            std::vector<std::byte> row(cells * cell_bytes);
            for (std::byte& byte : row) {
                byte = static_cast<std::byte>(random());
            }
            const auto cell = [&](std::size_t i) {
                std::uint64_t value = 0;
                std::memcpy(&value, row.data() + i * cell_bytes, cell_bytes);
                return value;
            };
            auto coded = row;
            for (std::size_t i = 1; i < cells; ++i) {
                const std::uint64_t difference = cell(i) - cell(i - 1);
                std::memcpy(coded.data() + i * cell_bytes, &difference, cell_bytes);
            }
            undo_predictor(Predictor::horizontal, coded, cell_bytes, scratch);
            EXPECT_EQ(coded, row) << cell_bytes << " bytes, " << cells << " cells";
            if (cell_bytes < 4) {
                continue;
            }
            for (std::size_t plane = 0; plane < cell_bytes; ++plane) {
                for (std::size_t i = 0; i < cells; ++i) {
                    coded[plane * cells + i] = row[i * cell_bytes + cell_bytes - 1 - plane];
                }
            }
            for (std::size_t i = coded.size() - 1; i > 0; --i) {
                coded[i] = static_cast<std::byte>(std::to_integer<int>(coded[i]) - std::to_integer<int>(coded[i - 1]));
            }
            undo_predictor(Predictor::floating_point, coded, cell_bytes, scratch);
            EXPECT_EQ(coded, row) << cell_bytes << " bytes, " << cells << " cells";
        }
    }
}

}  // namespace papar::test
