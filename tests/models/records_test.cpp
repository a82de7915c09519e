// What the records say of themselves: places of office files, money by its field, values that may be absent.
#include <gtest/gtest.h>

#include "models/activity.h"

namespace tarang {
namespace {

TEST(Place, CellsHaveASpreadsheetsNames) {
    EXPECT_EQ(cell_name({.row = 12, .column = 3}), "C12");
    EXPECT_EQ(cell_name({.row = 1, .column = 26}), "Z1");
    EXPECT_EQ(cell_name({.row = 1, .column = 27}), "AA1");
    EXPECT_EQ(cell_name({.row = 1048576, .column = 16384}), "XFD1048576");
}

TEST(PointAt, TakesTheFirstPlaceOnAPage) {
    Fragment cell;
    cell.place = Place{.sheet = "ก"};
    const Fragment printed{{PageNumber{3}, {1, 2, 3, 4}, {}}, "ข", 0, 0};
    Finding finding;
    point_at(finding, {cell});
    EXPECT_FALSE(finding.page || finding.region);
    point_at(finding, {cell, printed});
    EXPECT_EQ(finding.page, PageNumber{3});
    EXPECT_EQ(finding.region, printed.region);
}

TEST(Money, StandsBehindItsField) {
    ActivityRecord activity;
    std::int64_t satang = 0;
    for (const FieldKey key : kMoneyKeys)
        *activity.money(key) = Budget{Satang{++satang}, Budget::Stated::kAmount};
    EXPECT_EQ(activity.budget->amount, Satang{1});
    EXPECT_EQ(activity.spent->amount, Satang{2});
    EXPECT_EQ(activity.committed->amount, Satang{3});
    EXPECT_EQ(activity.remaining->amount, Satang{4});
    EXPECT_EQ(activity.money(FieldKey::kPeriod), nullptr);
}

TEST(Fields, HaveNamesOfTheirOwn) {
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        const auto key = static_cast<FieldKey>(i);
        EXPECT_EQ(field_key_named(name_of(key)), key) << i;
    }
    EXPECT_EQ(field_key_named("progress"), FieldKey::kProgress);
}

TEST(Maybe, IsCopiedDeep) {
    Maybe<Field> one = Field{.text = "ก"};
    Maybe<Field> other = one;
    EXPECT_EQ(one, other);
    other->text = "ข";
    EXPECT_EQ(one->text, "ก");
    EXPECT_NE(one, other);
    other = std::nullopt;
    EXPECT_FALSE(other);
    EXPECT_NE(one, other);
    EXPECT_EQ(other, Maybe<Field>());
    EXPECT_EQ(other.value_or(Field{.text = "ค"}).text, "ค");
    other = std::optional<Field>(Field{.text = "ง"});
    EXPECT_EQ(other->text, "ง");
}

}  // namespace
}  // namespace tarang
