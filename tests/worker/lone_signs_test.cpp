// Signs alone in their cells: what was not read is told by what looks the same.
#include "host/worker/lone_signs.h"

#include <gtest/gtest.h>

namespace tarang::worker {
namespace {

/// Three squares of the same size, the last with a hole.
layout::Ink squares() {
    image::Image page = image::blank({200}, {60}, image::Channels::kGray);
    for (std::size_t y = 20; y < 32; ++y) {
        for (const std::size_t left : {10U, 60U, 110U}) {
            for (std::size_t x = left; x < left + 12; ++x) {
                const bool hole = left == 110 && y >= 22 && y < 30 && x >= left + 2 && x < left + 10;
                page.bytes[y * 200 + x] = hole ? 255 : 0;
            }
        }
    }
    return layout::ink_of(image::to_bilevel_pix(page, 128).get());
}

std::vector<Cluster> read_as(const std::string& text, float confidence) {
    Cluster cluster;
    cluster.text = text;
    cluster.confidence = confidence;
    return {cluster};
}

std::vector<std::string> told(const std::vector<std::vector<Cluster>>& read) {
    std::vector<LoneSign> signs;
    for (std::size_t i = 0; i < read.size(); ++i) signs.push_back({i, read[i]});
    tell_by_likeness(signs, squares(), 2);
    std::vector<std::string> texts;
    for (const LoneSign& sign : signs) texts.push_back(sign.read.empty() ? "" : sign.read.front().text);
    return texts;
}

using Texts = std::vector<std::string>;

TEST(LoneSigns, AnUnsureSignIsWhatItLooksLike) {
    EXPECT_EQ(told({read_as("✓", 0.9F), read_as("3", 0.3F), read_as("ง", 0.3F)}), (Texts{"✓", "✓", "ง"}));
    EXPECT_EQ(told({read_as("✓", 0.9F), {}, {}}), (Texts{"✓", "✓", ""}));
}

TEST(LoneSigns, WhatIsSureStaysAndLettersVouchForNothing) {
    EXPECT_EQ(told({read_as("✓", 0.9F), read_as("3", 0.9F), {}}), (Texts{"✓", "3", ""}));
    EXPECT_EQ(told({read_as("3", 0.9F), read_as("ง", 0.3F), {}}), (Texts{"3", "ง", ""}));
    EXPECT_EQ(told({read_as("✓", 0.4F), read_as("ง", 0.3F), {}}), (Texts{"✓", "ง", ""}));
}

TEST(LoneSigns, ASignStandsWhereItWasFound) {
    std::vector<LoneSign> signs{{0, read_as("✓", 0.9F)}, {1, {}}};
    tell_by_likeness(signs, squares(), 2);
    ASSERT_EQ(signs[1].read.size(), 1U);
    EXPECT_EQ(signs[1].read.front().box, (Rect{30, 10, 36, 16}));
}

}  // namespace
}  // namespace tarang::worker
