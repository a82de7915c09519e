#include "host/border/codec.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/border/sample_records.h"

namespace tarang::border {
namespace {

using namespace tarang::testing;

template <typename T>
void expect_round_trip(const T& value) {
    const auto back = decode<T>(encode(value));
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(*back, value);
}

static_assert(member_count<Rect>() == 4);
static_assert(member_count<Region>() == 3);
static_assert(member_count<ActivityRecord>() == 23);

TEST(Codec, RecordsComeBackWhole) {
    expect_round_trip(sample_layout());
    expect_round_trip(sample_records());
    expect_round_trip(sample_clean());
    expect_round_trip(PageLayout{});
    expect_round_trip(DocumentRecords{});
}

TEST(Codec, FieldsArePaidFromTheBudget) {
    const std::string one = encode(Maybe<Field>(sample_field("")));
    EXPECT_FALSE(decode<Maybe<Field>>(one, {.memory = sizeof(Field) - 1}).has_value());
    EXPECT_TRUE(decode<Maybe<Field>>(one, {.memory = 8 * sizeof(Field)}).has_value());
}

TEST(Codec, IntegersComeBackAtTheirEnds) {
    for (const std::int64_t value :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{64}, std::int64_t{-65},
          std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        expect_round_trip(value);
    }
    expect_round_trip(std::numeric_limits<std::uint64_t>::max());
    expect_round_trip(std::int16_t{-32768});
}

TEST(Codec, VariantsBytesAndEmptyStructsComeBack) {
    struct Nothing {
        bool operator==(const Nothing&) const = default;
    };
    using Either = std::variant<Nothing, Bytes, std::string>;
    expect_round_trip(Either{Nothing{}});
    expect_round_trip(Either{Bytes{std::string("\xFF\x00\xFE", 3)}});
    expect_round_trip(Either{std::string("ก")});
    EXPECT_FALSE(decode<Either>(std::string(1, '\3')).has_value());
}

TEST(Codec, IsCompact) {
    EXPECT_EQ(encode(std::int32_t{-3}).size(), 1U);
    EXPECT_EQ(encode(std::string("กข")).size(), 7U);
    EXPECT_EQ(encode(Rect{1, 2, 3, 4}).size(), 16U);
}

TEST(Codec, RefusesIntegersThatDoNotFit) {
    EXPECT_FALSE(decode<std::int16_t>(encode(std::int32_t{40'000})).has_value());
    EXPECT_FALSE(decode<std::uint8_t>(encode(std::uint32_t{256})).has_value());
    EXPECT_FALSE(decode<std::uint64_t>("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F").has_value());
}

TEST(Codec, RefusesWhatFollowsAndWhatIsCutOff) {
    const std::string whole = encode(sample_layout());
    EXPECT_FALSE(decode<PageLayout>(whole + '\0').has_value());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_FALSE(decode<PageLayout>(std::string_view(whole).substr(0, size)).has_value()) << size;
    }
}

TEST(Codec, RefusesNumbersThatAreNoPlaceOnAPage) {
    for (const float bad :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), -2 * kFarthest}) {
        EXPECT_FALSE(decode<Rect>(encode(Rect{0, 0, bad, 0})).has_value()) << bad;
    }
}

TEST(Codec, RefusesEnumeratorsThatDoNotExist) {
    EXPECT_TRUE(decode<Source>(encode(std::uint8_t{2})).has_value());
    EXPECT_FALSE(decode<Source>(encode(std::uint8_t{3})).has_value());
    const auto past = static_cast<std::uint8_t>(finding_catalogue().size());
    EXPECT_FALSE(decode<FindingCode>(encode(past)).has_value());
    EXPECT_TRUE(decode<FindingCode>(encode(static_cast<std::uint8_t>(past - 1))).has_value());
    EXPECT_FALSE(decode<bool>(std::string(1, '\2')).has_value());
}

TEST(Codec, RefusesPagesThatDoNotExist) {
    const std::string last = encode(PageNumber{7});
    EXPECT_TRUE(decode<PageNumber>(last, {.pages = 7}).has_value());
    EXPECT_FALSE(decode<PageNumber>(last, {.pages = 6}).has_value());
    EXPECT_FALSE(decode<PageNumber>(encode(PageNumber{0})).has_value());
}

TEST(Codec, RefusesDatesThatDoNotExist) {
    using namespace std::chrono;
    EXPECT_TRUE(decode<Date>(encode(Date{year(2020) / 2 / 29})).has_value());
    EXPECT_FALSE(decode<Date>(encode(Date{year(2019) / 2 / 29})).has_value());
}

TEST(Codec, RefusesTextThatIsNotUtf8) {
    const char* const bad[] = {"\x80",     "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                               "\xE0\xB8", "\xFF"};
    for (const std::string text : bad) EXPECT_FALSE(decode<std::string>(encode(text)).has_value());
    for (const std::string text : {"", "a", "\xC2\x80", "ก", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF"})
        expect_round_trip(text);
}

}  // namespace
}  // namespace tarang::border
