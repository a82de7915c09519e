// The network's parts: sums that no processor may round, the likeliest way to letters, and their places among
// ink.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/recognize/line_symbols.h"
#include "pipeline/recognize/network/beam.h"
#include "pipeline/recognize/network/cells.h"
#include "pipeline/recognize/network/matrix.h"
#include "pipeline/recognize/network/model.h"

namespace tarang::embedded {
std::string_view tarang_tha();
}

namespace tarang::recognize {
namespace {

Weights some_weights(std::int32_t outputs, std::int32_t inputs, std::minstd_rand& random) {
    Weights weights{outputs, inputs, {}, std::vector<float>(static_cast<std::size_t>(outputs), 1)};
    for (std::int32_t i = 0; i < outputs * (inputs + 1); ++i)
        weights.values.push_back(static_cast<std::int8_t>(static_cast<int>(random() % 256) - 128));
    return weights;
}

// Two matrices side by side, by as many vectors as no processor takes at once, and the extremes of eight
// bits.
TEST(Matrix, SumsAreExact) {
    std::minstd_rand random(7);
    constexpr std::int32_t kInputs = 22;
    const std::vector<Weights> matrices = {some_weights(37, kInputs, random),
                                           some_weights(160, kInputs, random)};
    const PackedMatrix packed(matrices, 0, kInputs);
    for (const std::int32_t count : {1, 3, 13}) {
        const std::int32_t stride = packed.inputs();
        std::vector<std::int8_t> vectors;
        for (std::int32_t i = 0; i < count * stride; ++i)
            vectors.push_back(static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127));
        std::vector<std::int32_t> sums(static_cast<std::size_t>(count * packed.outputs()));
        packed.multiply(vectors.data(), stride, count, packed.bias().data(), 0, sums.data());
        for (std::int32_t n = 0; n < count; ++n) {
            std::int32_t place = n * packed.outputs();
            for (const Weights& matrix : matrices) {
                for (std::int32_t o = 0; o < matrix.outputs; ++o) {
                    std::int32_t sum = matrix.at(o, kInputs) * 127;
                    for (std::int32_t i = 0; i < kInputs; ++i)
                        sum += matrix.at(o, i) * vectors[static_cast<std::size_t>(n * stride + i)];
                    ASSERT_EQ(sums[static_cast<std::size_t>(place + o)], sum)
                        << count << ' ' << n << ' ' << o;
                }
                place +=
                    (matrix.outputs + PackedMatrix::kBlock - 1) / PackedMatrix::kBlock * PackedMatrix::kBlock;
            }
        }
    }
}

TEST(Cells, TangentsFollowTheCurveAndEndAtOne) {
    std::vector<std::int32_t> sums;
    for (std::int32_t i = -2000; i < 2000; i += 125) sums.push_back(i);
    sums.resize(32, 1 << 30);
    const std::vector<float> scales(sums.size(), 0.001F);
    std::vector<std::int8_t> values(sums.size());
    tangents_of(sums.data(), scales.data(), sums.size(), values.data());
    for (std::size_t i = 0; i < sums.size(); ++i)
        EXPECT_EQ(values[i], std::lround(127 * std::tanh(0.001 * sums[i]))) << sums[i];
}

TEST(Cells, AStepForgetsTakesInAndGivesOut) {
    constexpr std::size_t kCells = 16;
    std::vector<std::int32_t> sums(4 * kCells, 1);
    const std::vector<float> scales(4 * kCells, 1);
    std::vector<float> state(kCells, 0.5F);
    std::vector<std::int8_t> outputs(kCells);
    step_cells(sums.data(), scales.data(), kCells, state.data(), outputs.data());
    const double gate = 1 / (1 + std::exp(-1.0));
    const double held = 0.5 * gate + std::tanh(1.0) * gate;
    EXPECT_NEAR(state.front(), held, 1e-5);
    EXPECT_EQ(outputs.back(), std::lround(127 * std::tanh(held) * gate));
}

/// Space, two letters of a script with spaces, one of one without, and the code of no letter.
Model small_model() {
    Model model;
    model.letters = {" ", "a", "b", "ก", ""};
    model.spaced = {true, true, true, false, true};
    model.no_letter = 4;
    return model;
}

/// A column a code; the rest of one goes to `second` and the others.
Columns columns_of(const std::vector<int>& codes, float share = 0.97F, int second = -1) {
    Columns columns{static_cast<std::int32_t>(codes.size()), 5, {}, 1};
    for (const int code : codes) {
        for (int i = 0; i < 5; ++i) {
            const float rest = second < 0 ? (1 - share) / 4 : (i == second ? 1 - share : 0);
            columns.shares.push_back(i == code ? share : rest);
        }
    }
    return columns;
}

std::string text_of(const std::vector<Letter>& letters, const Model& model) {
    std::string text;
    for (const Letter& letter : letters) text += model.letters[static_cast<std::size_t>(letter.code)];
    return text;
}

TEST(Beam, ColumnsOfOneLetterAreOneUnlessParted) {
    const Model model = small_model();
    EXPECT_EQ(text_of(letters_in(columns_of({4, 1, 1, 4, 1, 0, 3, 3, 4}), model, {}), model), "aa ก");
    EXPECT_TRUE(letters_in(Columns{}, model, {}).empty());
    EXPECT_TRUE(letters_in(columns_of({4, 4}), model, {}).empty());
}

TEST(Beam, LettersReachTheMiddleOfWhatIsBetween) {
    const auto letters = letters_in(columns_of({4, 1, 4, 4, 4, 4, 2, 4}), small_model(), {});
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_EQ(letters[0].first, 0);
    EXPECT_EQ(letters[0].end, 4);
    EXPECT_EQ(letters[1].first, 4);
    EXPECT_EQ(letters[1].end, 8);
}

TEST(Beam, WhatIsNotAllowedIsNotRead) {
    const Model model = small_model();
    const Columns columns = columns_of({1, 4, 2}, 0.8F, 3);
    EXPECT_EQ(text_of(letters_in(columns, model, {}), model), "ab");
    EXPECT_EQ(text_of(letters_in(columns, model, {false, true, false, true, false}), model), "aก");
}

TEST(Beam, AnUnsureColumnMakesItsLetterUnsure) {
    const auto sure = letters_in(columns_of({1}, 0.999F), small_model(), {});
    const auto unsure = letters_in(columns_of({1}, 0.7F), small_model(), {});
    ASSERT_EQ(unsure.size(), 1U);
    EXPECT_LT(unsure.front().certainty, sure.front().certainty);
    EXPECT_LE(sure.front().certainty, 0);
}

TEST(LineSymbols, SidesAreThoseOfInk) {
    LinePlace place;
    place.pieces = {{102, 108}, {121, 127}, {122, 126}};
    const std::vector<Letter> letters = {{3, 0, 4, 0}, {3, 4, 9, -1}, {0, 9, 10, 0}, {1, 10, 14, 0}};
    const auto symbols = symbols_of(letters, small_model(), place, 100, 4);
    ASSERT_EQ(symbols.size(), 3U);
    EXPECT_DOUBLE_EQ(symbols[0].left, 102);
    EXPECT_DOUBLE_EQ(symbols[0].right, 108);
    EXPECT_DOUBLE_EQ(symbols[1].left, 121);
    EXPECT_DOUBLE_EQ(symbols[1].right, 127);
    EXPECT_LT(symbols[1].confidence, symbols[0].confidence);
    EXPECT_DOUBLE_EQ(symbols[2].left, 140) << "no ink: the columns themselves";
    EXPECT_EQ(symbols[0].blanks_before, 0);
    EXPECT_EQ(symbols[2].blanks_before, 1);
}

TEST(Model, IsReadFromTheDataInTheProgram) {
    const Model model = read_model(embedded::tarang_tha());
    EXPECT_EQ(model.height, 48);
    EXPECT_EQ(model.letters.front(), " ");
    for (const std::string letter : {"๔", "๙", "ก", "ั", "A", "7"})
        EXPECT_NE(std::find(model.letters.begin(), model.letters.end(), letter), model.letters.end())
            << letter;
}

TEST(Model, OfAnotherFormIsRefused) {
    const std::string_view data = embedded::tarang_tha();
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{3}, std::size_t{190}, std::size_t{5000}, data.size() - 1000})
        EXPECT_THROW(read_model(data.substr(0, size)), std::runtime_error) << size;
}

}  // namespace
}  // namespace tarang::recognize
