#include "pipeline/read/paper_share.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace tarang::read {
namespace {

// Blocks are larger than letters and smaller than shadows: this many along the longer side.
constexpr std::int32_t kBlocks = 40;
// Of the brightest in a block that counts as its paper: single bright specks are noise.
constexpr double kBrightest = 0.9;
// Of the paper in and around a block, its own paper and a pixel of it: a lamp's shadow falls off more slowly.
constexpr double kLikePaper = 0.85;
constexpr std::int32_t kNear = 3;

/// The value below which that share of the counted pixels lies.
int value_at(const std::vector<std::int64_t>& counts, std::int64_t total, double share) {
    std::int64_t below = 0;
    for (std::size_t value = 0; value < counts.size(); ++value) {
        below += counts[value];
        if (static_cast<double>(below) >= share * static_cast<double>(total)) return static_cast<int>(value);
    }
    return 255;
}

struct Block {
    int paper = 0;
    std::int64_t pixels = 0;
    std::int64_t like_paper = 0;
};

Block block_at(const image::Image& gray, std::int32_t left, std::int32_t top, std::int32_t side) {
    std::vector<std::int64_t> counts(256);
    Block block;
    const std::int32_t right = std::min(left + side, gray.width.value);
    const std::int32_t bottom = std::min(top + side, gray.height.value);
    for (std::int32_t y = top; y < bottom; ++y) {
        const std::uint8_t* row = gray.bytes.data() + static_cast<std::size_t>(y) * gray.row_bytes();
        for (std::int32_t x = left; x < right; ++x) ++counts[row[x]];
    }
    block.pixels = std::int64_t{right - left} * (bottom - top);
    block.paper = value_at(counts, block.pixels, kBrightest);
    for (auto value = static_cast<std::size_t>(kLikePaper * block.paper); value < counts.size(); ++value)
        block.like_paper += counts[value];
    return block;
}

int brightest_near(const std::vector<Block>& blocks, std::int32_t columns, std::int32_t rows,
                   std::int32_t column, std::int32_t row) {
    int brightest = 0;
    for (std::int32_t y = std::max(0, row - kNear); y <= std::min(rows - 1, row + kNear); ++y) {
        for (std::int32_t x = std::max(0, column - kNear); x <= std::min(columns - 1, column + kNear); ++x)
            brightest = std::max(brightest, blocks[static_cast<std::size_t>(y * columns + x)].paper);
    }
    return brightest;
}

}  // namespace

double paper_share(const image::Image& gray) {
    const std::int32_t side = std::max(1, std::max(gray.width.value, gray.height.value) / kBlocks);
    const std::int32_t columns = (gray.width.value + side - 1) / side;
    const std::int32_t rows = (gray.height.value + side - 1) / side;
    std::vector<Block> blocks;
    for (std::int32_t row = 0; row < rows; ++row) {
        for (std::int32_t column = 0; column < columns; ++column)
            blocks.push_back(block_at(gray, column * side, row * side, side));
    }
    std::int64_t paper = 0;
    std::int64_t all = 0;
    for (std::int32_t row = 0; row < rows; ++row) {
        for (std::int32_t column = 0; column < columns; ++column) {
            const Block& block = blocks[static_cast<std::size_t>(row * columns + column)];
            all += block.pixels;
            if (block.paper >= kLikePaper * brightest_near(blocks, columns, rows, column, row))
                paper += block.like_paper;
        }
    }
    return all == 0 ? 0 : static_cast<double>(paper) / static_cast<double>(all);
}

}  // namespace tarang::read
