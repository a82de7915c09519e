#include "host/publish/postgresql/copy_text.h"

#include <gtest/gtest.h>

namespace tarang::publish {
namespace {

using namespace std::string_view_literals;

std::string as_text(std::string_view value) {
    CopyText rows;
    rows.text(value);
    return rows.bytes();
}

std::string as_json(std::string_view value) {
    CopyText rows;
    rows.json(value);
    return rows.bytes();
}

TEST(CopyText, Rows) {
    CopyText rows;
    rows.integer(-12);
    rows.null();
    rows.real(0.1);
    rows.end_row();
    rows.text("");
    rows.text("งบ");
    rows.end_row();
    EXPECT_EQ(rows.bytes(), "-12\t\\N\t0.1\n\tงบ\n");
    rows.clear();
    rows.integer(1);
    EXPECT_EQ(rows.bytes(), "1");
}

TEST(CopyText, WhatWouldEndAColumnIsEscaped) {
    EXPECT_EQ(as_text("a\tb\nc\rd\\N"), "a\\tb\\nc\\rd\\\\N");
    EXPECT_EQ(as_text("\\."), "\\\\.");
}

TEST(CopyText, AServerHoldsNoZero) {
    EXPECT_EQ(as_text("ก\0ข"sv), "ก\xEF\xBF\xBDข");
    EXPECT_EQ(as_json(R"(["ก\u0000"])"), "[\"ก\xEF\xBF\xBD\"]");
    // An escaped backslash before "u0000" is a backslash and these letters.
    EXPECT_EQ(as_json(R"(["\\u0000"])"), R"(["\\\\u0000"])");
    EXPECT_EQ(as_json(R"(["\\\u0000"])"), "[\"\\\\\\\\\xEF\xBF\xBD\"]");
}

}  // namespace
}  // namespace tarang::publish
