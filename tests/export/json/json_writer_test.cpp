#include "host/export/json/json_writer.h"

#include <gtest/gtest.h>

#include <limits>
#include <sstream>

namespace tarang::exporting {
namespace {

using Style = JsonWriter::Style;

template <typename T>
std::string json_of(const T& value) {
    std::ostringstream out;
    JsonWriter(out, Style::kLine).value(value);
    return out.str();
}

TEST(JsonWriter, EscapesWhatJsonAsksFor) {
    EXPECT_EQ(json_of("น้ำ \"ก\" \\ /"), "\"น้ำ \\\"ก\\\" \\\\ /\"");
    EXPECT_EQ(json_of(std::string("\n\t\r\0\x1b\x7f", 6)), "\"\\n\\t\\r\\u0000\\u001b\\u007f\"");
}

TEST(JsonWriter, NeverWritesBadUtf8) {
    EXPECT_EQ(json_of("ก\xFFข"), "\"ก\uFFFDข\"");
    EXPECT_EQ(json_of("\xE0\xB8"), "\"\uFFFD\"");                         // cut off
    EXPECT_EQ(json_of("\xED\xA0\x80x").find('\xED'), std::string::npos);  // a surrogate
}

TEST(JsonWriter, NumbersHaveOneOrTwoDecimals) {
    EXPECT_EQ(json_of(842.0), "842.0");
    EXPECT_EQ(json_of(595.32F), "595.32");
    EXPECT_EQ(json_of(0.976), "0.98");
    EXPECT_EQ(json_of(0.1), "0.1");
    EXPECT_EQ(json_of(-0.001), "0.0");
    EXPECT_EQ(json_of(-12.345), "-12.35");
    EXPECT_EQ(json_of(999999999999999.0), "999999999999999.0");
}

TEST(JsonWriter, WhatIsNoNumberIsNull) {
    EXPECT_EQ(json_of(std::numeric_limits<double>::quiet_NaN()), "null");
    EXPECT_EQ(json_of(std::numeric_limits<float>::infinity()), "null");
    EXPECT_EQ(json_of(1e300), "null");
}

TEST(JsonWriter, OtherValues) {
    EXPECT_EQ(json_of(true), "true");
    EXPECT_EQ(json_of(std::int64_t{-9007199254740993}), "-9007199254740993");
    EXPECT_EQ(json_of(std::optional<int>()), "null");
    EXPECT_EQ(json_of(std::optional<std::string>("x")), "\"x\"");
}

/// {"a": [1, {}], "b": {"c": [2, 3]}, "d": []}
std::string sample(Style style) {
    std::ostringstream out;
    JsonWriter json(out, style);
    json.begin_object();
    json.key("a").begin_array();
    json.value(1);
    json.begin_object();
    json.end_object();
    json.end_array();
    json.key("b").begin_object(JsonWriter::Shape::kInline);
    json.key("c").begin_array();
    json.value(2);
    json.value(3);
    json.end_array();
    json.end_object();
    json.key("d").begin_array();
    json.end_array();
    json.end_object();
    return out.str();
}

TEST(JsonWriter, OneLine) { EXPECT_EQ(sample(Style::kLine), R"({"a":[1,{}],"b":{"c":[2,3]},"d":[]})"); }

TEST(JsonWriter, Indented) {
    EXPECT_EQ(sample(Style::kIndented),
              "{\n"
              "  \"a\": [\n"
              "    1,\n"
              "    {}\n"
              "  ],\n"
              "  \"b\": {\"c\": [2, 3]},\n"
              "  \"d\": []\n"
              "}");
}

}  // namespace
}  // namespace tarang::exporting
