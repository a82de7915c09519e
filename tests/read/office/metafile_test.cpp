// Metafiles that wrap a bitmap give it back; those that draw do not.
#include "pipeline/read/office/metafile.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace tarang::read::office {
namespace {

std::string little(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFFU);
    return text;
}

/// BITMAPINFOHEADER of 4 by 2 pixels with 24 bits, and its bits.
std::string header(std::uint32_t packing = 0) {
    return little(40, 4) + little(4, 4) + little(2, 4) + little(1, 2) + little(24, 2) + little(packing, 4) +
           std::string(20, '\0');
}
const std::string kBits(24, 'p');

std::string record(std::uint32_t type, const std::string& rest) {
    return little(type, 4) + little(8 + rest.size(), 4) + rest;
}

/// EMR_STRETCHDIBITS
std::string stretched(const std::string& bitmap, const std::string& bits) {
    return record(81, std::string(40, '\0') + little(80, 4) + little(bitmap.size(), 4) +
                          little(80 + bitmap.size(), 4) + little(bits.size(), 4) + std::string(16, '\0') +
                          bitmap + bits);
}

std::string emf(const std::string& records) {
    return record(1, std::string(32, '\0') + " EMF" + std::string(44, '\0')) + records +
           record(14, std::string(12, '\0'));
}

std::string bmp(const std::string& bitmap) {
    return "BM" + little(14 + bitmap.size() + kBits.size(), 4) + little(0, 4) +
           little(14 + bitmap.size(), 4) + bitmap + kBits;
}

TEST(Metafile, AWrappedBitmapIsItself) {
    const std::string whole = emf(record(17, little(8, 4)) + stretched(header(), kBits) + record(70, "note"));
    EXPECT_TRUE(is_metafile(whole));
    EXPECT_EQ(bitmap_in_metafile(whole), bmp(header()));
    EXPECT_EQ(bitmap_in_metafile(emf(stretched(header(4), "\xFF\xD8jpeg"))), "\xFF\xD8jpeg");
    // The paper behind is filled by a record without a bitmap.
    EXPECT_EQ(bitmap_in_metafile(emf(record(76, std::string(92, '\0')) + stretched(header(), kBits))),
              bmp(header()));
}

TEST(Metafile, WhatDrawsMoreIsNone) {
    const std::string bitmap = stretched(header(), kBits);
    EXPECT_EQ(bitmap_in_metafile(emf("")), std::nullopt);
    EXPECT_EQ(bitmap_in_metafile(emf(bitmap + bitmap)), std::nullopt) << "strips of one, or two";
    EXPECT_EQ(bitmap_in_metafile(emf(bitmap + record(84, std::string(68, '\0')))), std::nullopt)
        << "text over it";
    EXPECT_EQ(bitmap_in_metafile(emf(stretched(header(1), kBits))), std::nullopt) << "run lengths";
    EXPECT_FALSE(is_metafile("\x89PNG"));
    EXPECT_EQ(bitmap_in_metafile("\x89PNG"), std::nullopt);
}

TEST(Metafile, TheOlderKindToo) {
    const auto old = [](std::uint32_t function, const std::string& rest) {
        return little((6 + rest.size()) / 2, 4) + little(function, 2) + rest;
    };
    const std::string head = little(1, 2) + little(9, 2) + little(0x0300, 2) + std::string(12, '\0');
    const std::string wrapped = head + old(0x020C, std::string(4, '\0')) +
                                old(0x0F43, std::string(22, '\0') + header() + kBits) + old(0, "");
    EXPECT_TRUE(is_metafile(wrapped));
    EXPECT_EQ(bitmap_in_metafile(wrapped), bmp(header()));
    EXPECT_EQ(bitmap_in_metafile(little(0x9AC6CDD7, 4) + std::string(18, '\0') + wrapped), bmp(header()));
    EXPECT_EQ(bitmap_in_metafile(head + old(0x0213, std::string(4, '\0')) + old(0, "")), std::nullopt)
        << "a line";
}

TEST(Metafile, DamagedOnesGiveNothingOrWhatLiesInThem) {
    const std::string whole = emf(record(17, little(8, 4)) + stretched(header(), kBits));
    std::mt19937 random(7);
    for (int i = 0; i < 5000; ++i) {
        std::string damaged = whole.substr(0, random() % 4 == 0 ? random() % whole.size() : whole.size());
        for (int fault = 0; fault < 3 && !damaged.empty(); ++fault)
            damaged[random() % damaged.size()] = static_cast<char>(random() % 2 == 0 ? 0xFF : random() % 256);
        const auto bitmap = bitmap_in_metafile(damaged);
        if (bitmap) {
            EXPECT_LE(bitmap->size(), whole.size() + 14);
        }
    }
}

}  // namespace
}  // namespace tarang::read::office
