// Months as columns: ticks, arrows, bars and shading under them are the period.
#include "pipeline/interpret/columns/calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::Cell;
using test::document_of;
using test::Row;
using test::table_of;
using testing::ElementsAre;
using testing::IsEmpty;

const Row kUpper{Cell("ที่", 1, 2), Cell("กิจกรรม", 1, 2), Cell("ระยะเวลาดำเนินการ", 6),
                 Cell("ผลการดำเนินงาน", 1, 2)};
const Row kLower{"ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค."};
constexpr std::int32_t kFirstMonth = 2;  // column
constexpr Points kWidth = 50;            // of a column

/// The table under test: rows of texts, then marks in chosen cells.
class CalendarTest : public testing::Test {
protected:
    void rows(const std::vector<Row>& body) {
        std::vector<Row> all{kUpper, kLower};
        all.insert(all.end(), body.begin(), body.end());
        table_ = table_of(2, all);
    }

    CleanCell& cell(std::int32_t row, std::int32_t column) {
        for (CleanCell& candidate : table_.cells) {
            if (candidate.row == row + 2 && candidate.column == column) return candidate;
        }
        throw std::out_of_range("no such cell");
    }

    /// A line from one place of the months to another; 1.5 is the middle of the second.
    void line(std::int32_t row, float from, float to, CellMark::Kind kind = CellMark::Kind::kLine,
              Points y = 10) {
        for (std::int32_t month = 0; month < 6; ++month) {
            const float left = std::max(from, static_cast<float>(month));
            const float right = std::min(to, static_cast<float>(month + 1));
            if (right <= left) continue;
            const Points x = (kFirstMonth + left) * kWidth;
            const Rect box{x, y, x + (right - left) * kWidth, y + 1};
            cell(row, kFirstMonth + month)
                .marks.push_back({{1}, {kind, box, right - left, 0.05F, 0}, {{1}, box, std::nullopt}});
        }
    }

    void shade(std::int32_t row, std::int32_t column, Colour colour) {
        cell(row, column).marks.push_back({{1}, {CellMark::Kind::kArea, {0, 0, 50, 20}, 1, 1, colour}});
    }

    DocumentRecords records() {
        DocumentRecords records =
            interpret(document_of({table_}, {"รายงานผลการดำเนินงาน ปีงบประมาณ พ.ศ. ๒๕๖๗"}), shipped_profiles());
        EXPECT_THAT(flag_violations(records), IsEmpty());
        return records;
    }

    /// "text=start..end" of each activity, "!" where the period is flagged.
    std::vector<std::string> periods() {
        std::vector<std::string> found;
        for (const ActivityRecord& activity : records().activities) {
            const auto& field = activity.field(FieldKey::kPeriod);
            std::string dates = "null";
            if (activity.period && activity.period->start && activity.period->end)
                dates = month_of(*activity.period->start) + ".." + month_of(*activity.period->end);
            found.push_back(test::text_of(field) + "=" + dates + (field && field->needs_review ? "!" : ""));
        }
        return found;
    }

    static std::string month_of(Date date) {
        return std::to_string(static_cast<int>(date.year())) + "/" +
               std::to_string(static_cast<unsigned>(date.month()));
    }

    CleanTable table_;
};

TEST_F(CalendarTest, TicksAndArrowsInTheText) {
    rows({{"1", "อบรม", "", "✓", "✓", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "<---", "----", "--->", "", "", "", "แล้วเสร็จ"},
          {"3", "นิเทศ", "", "-", "", "", "", "x", "แล้วเสร็จ"},
          {"4", "ติดตาม", "", Cell("◄────►", 3), "", "", "แล้วเสร็จ"}});
    EXPECT_THAT(periods(), ElementsAre("พ.ย. ธ.ค.=2023/11..2023/12", "ต.ค. พ.ย. ธ.ค.=2023/10..2023/12",
                                       "มี.ค.=2024/3..2024/3", "พ.ย. ธ.ค. ม.ค.=2023/11..2024/1"));
}

TEST_F(CalendarTest, LinesOverTheCells) {
    rows({{"1", "อบรม", "", "", "", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "", "", "", "", "", "", "แล้วเสร็จ"},
          {"3", "นิเทศ", "", "", "", "", "", "", "แล้วเสร็จ"}});
    line(0, 0.25F, 2.75F);
    line(1, 1.9F, 4.1F);                              // touches its neighbours
    line(2, 4.2F, 4.5F, CellMark::Kind::kFigure, 7);  // an arrow's head
    line(2, 4.4F, 4.9F);
    EXPECT_THAT(periods(), ElementsAre("ต.ค. พ.ย. ธ.ค.=2023/10..2023/12", "ธ.ค. ม.ค.=2023/12..2024/1",
                                       "ก.พ.=2024/2..2024/2"));
    const DocumentRecords whole = records();
    const Field& field = *whole.activities[0].field(FieldKey::kPeriod);
    ASSERT_EQ(field.fragments.size(), 3U);
    EXPECT_EQ(field.fragments[0].region.box, (Rect{112.5F, 10, 150, 11}));
    EXPECT_EQ(field.fragments[0].row, 2);
    EXPECT_TRUE(whole.activities[0].extra.empty());
}

TEST_F(CalendarTest, ALineThatEndsInTheMiddleOfAMonthIsDoubtful) {
    rows({{"1", "อบรม", "", "", "", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "", "", "", "", "", "", "แล้วเสร็จ"}});
    line(0, 0, 2.4F);
    line(1, 0, 1, CellMark::Kind::kLine, 6);  // planned, and done
    line(1, 1, 3, CellMark::Kind::kLine, 14);
    EXPECT_THAT(periods(),
                ElementsAre("ต.ค. พ.ย. ธ.ค.=2023/10..2023/12!", "ต.ค. พ.ย. ธ.ค.=2023/10..2023/12!"));
}

TEST_F(CalendarTest, AScrawlIsNoMarkAndMakesTheOthersDoubtful) {
    rows({{"1", "อบรม", "", "", "", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "", "", "", "", "", "", "แล้วเสร็จ"}});
    line(0, 0, 1);
    line(0, 1, 3, CellMark::Kind::kScrawl, 14);
    line(1, 1, 2);
    EXPECT_THAT(periods(), ElementsAre("ต.ค.=2023/10..2023/10!", "พ.ย.=2023/11..2023/11"));
}

/// What a scan made of "ธ.ค." and "ก.พ." stands where only these months can.
TEST_F(CalendarTest, AMisreadMonthIsToldByItsPlace) {
    rows({{"1", "อบรม", "", "/", "/", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "", "", "", "/", "/", "/", "แล้วเสร็จ"}});
    for (CleanCell& header : table_.cells) {
        if (header.row == 1 && header.value.text == "ธ.ค.") header.value.text = "ฐ.ค.";
        if (header.row == 1 && header.value.text == "ก.พ.") header.value.text = "พ.ย.";
    }
    EXPECT_THAT(periods(), ElementsAre("พ.ย. ฐ.ค.=2023/11..2023/12", "ม.ค. พ.ย. มี.ค.=2024/1..2024/3"));
}

/// The header of the next month was misread, so that its column is none of the calendar's.
TEST_F(CalendarTest, ALineThatRunsOutOfTheCalendarIsDoubtful) {
    rows({{"1", "อบรม", "", "", "", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "", "", "", "", "", "", "แล้วเสร็จ"}});
    line(0, 4, 6);
    line(1, 4, 6);
    const Rect beyond{400, 10, 430, 11};
    cell(0, 8).marks.push_back(
        {{1}, {CellMark::Kind::kLine, beyond, 0.6F, 0.05F, 0}, {{1}, beyond, std::nullopt}});
    EXPECT_THAT(periods(), ElementsAre("ก.พ. มี.ค.=2024/2..2024/3!", "ก.พ. มี.ค.=2024/2..2024/3"));
}

TEST_F(CalendarTest, ShadingThatTheRowHasNot) {
    rows({{"1", "อบรม", "", "", "", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "", "", "", "", "", "", "แล้วเสร็จ"}});
    shade(0, 3, 0x808080);
    shade(0, 4, 0x808080);
    for (std::int32_t column = 0; column < 9; ++column) shade(1, column, 0xEEEEEE);  // a striped row
    shade(1, 2, 0x808080);
    shade(1, 5, kWhite);  // taken back: neither
    EXPECT_THAT(periods(), ElementsAre("พ.ย. ธ.ค.=2023/11..2023/12", "ต.ค.=2023/10..2023/10"));
}

TEST_F(CalendarTest, TheSameShadingInEveryRowIsOrnamentBesideMarks) {
    rows({{"1", "อบรม", "✓", "", "", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "", "✓", "", "", "", "", "แล้วเสร็จ"}});
    for (std::int32_t row = 0; row < 2; ++row) shade(row, 3, 0x808080);
    EXPECT_THAT(periods(), ElementsAre("ต.ค.=2023/10..2023/10", "พ.ย.=2023/11..2023/11"));
    rows({{"1", "อบรม", "", "", "", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "", "", "", "", "", "", "แล้วเสร็จ"}});
    for (std::int32_t row = 0; row < 2; ++row) shade(row, 3, 0x808080);
    EXPECT_THAT(periods(), ElementsAre("พ.ย.=2023/11..2023/11!", "พ.ย.=2023/11..2023/11!"));
}

TEST_F(CalendarTest, KindsOfMarksThatDifferAreFlagged) {
    rows({{"1", "อบรม", "✓", "", "", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "", "✓", "", "", "", "", "แล้วเสร็จ"}});
    shade(0, 3, 0x808080);
    EXPECT_THAT(periods(), ElementsAre("ต.ค.=2023/10..2023/10!", "พ.ย.=2023/11..2023/11"));
}

TEST_F(CalendarTest, BlanksAndWordsAmongMarks) {
    rows({{"1", "อบรม", "", "", "", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "", Cell("ตลอดปีงบประมาณ", 5), "แล้วเสร็จ"},
          {"3", "นิเทศ", "✓", "15", "", "", "", "", "แล้วเสร็จ"},
          {"4", "ติดตาม", "", "", "", "", "✓", "", "แล้วเสร็จ"}});
    EXPECT_THAT(periods(), ElementsAre("=null", "ตลอดปีงบประมาณ=2023/10..2024/9", "ต.ค. 15=2023/10..2023/10!",
                                       "ก.พ.=2024/2..2024/2"));
}

TEST_F(CalendarTest, OnAScanAMarkIsCertainAndNoneMayBeOneThatIsFaint) {
    rows({{"1", "อบรม", "✓", "", "", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "", "", "", "", "", "", "แล้วเสร็จ"}});
    for (CleanCell& cell : table_.cells) cell.value.source = Source::kOcr;
    EXPECT_THAT(periods(), ElementsAre("ต.ค.=2023/10..2023/10", "=null!"));
}

/// A row that lines cut in two under the months from `first` to `last` alone, as arrows do that are taken for
/// rules.
std::vector<Row> cut_row(const std::string& number, std::int32_t first, std::int32_t last) {
    Row upper{Cell(number, 1, 2), Cell("อบรม", 1, 2)};
    for (std::int32_t month = 0; month < 6; ++month)
        upper.emplace_back("", 1, month >= first && month <= last ? 1 : 2);
    upper.emplace_back("แล้วเสร็จ", 1, 2);
    return {upper, Row(static_cast<std::size_t>(last - first + 1), Cell(""))};
}

TEST_F(CalendarTest, OnAScanALineThatPartsMonthsAloneIsAnArrow) {
    std::vector<Row> body;
    for (const auto& row : {cut_row("1", 1, 3), cut_row("2", 1, 3), cut_row("3", 0, 2), cut_row("4", 0, 5)})
        body.insert(body.end(), row.begin(), row.end());
    rows(body);
    line(0, 4, 4.15F, CellMark::Kind::kFigure, 59);     // the head, a little beyond
    line(2, 4, 4.3F, CellMark::Kind::kFigure, 99);      // or in the next month?
    line(4, 0.2F, 0.6F, CellMark::Kind::kFigure, 130);  // a tick, off the line
    for (CleanCell& each : table_.cells) each.value.source = Source::kOcr;
    EXPECT_THAT(periods(), ElementsAre("พ.ย. ธ.ค. ม.ค.=2023/11..2024/1", "พ.ย. ธ.ค. ม.ค.=2023/11..2024/1!",
                                       "ต.ค. พ.ย. ธ.ค.=2023/10..2023/12!", "=null!"))
        << "without a head in doubt; what parts all months may be a rule";
    for (CleanCell& each : table_.cells) each.value.source = Source::kTextLayer;
    EXPECT_EQ(periods().at(0), "ก.พ.=2024/2..2024/2");
}

TEST_F(CalendarTest, AmountsAMonthAreNoCalendar) {
    rows({{"1", "อบรม", "100", "200", "300", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "100", "", "300", "400", "", "", "แล้วเสร็จ"}});
    EXPECT_EQ(records().activities.at(0).extra.size(), 6U);
}

TEST_F(CalendarTest, AmountsOnAScanAreNoMarksButWhatHatchingGivesIsNoWord) {
    rows({{"1", "อบรม", "๓๔,๐๐๐", "๔,๐๐๐", "๒๙,๐๐๐", "", "", "", "แล้วเสร็จ"},
          {"2", "ประชุม", "๔,๐๐๐", "", "๓,๐๐๐", "๙,๐๐๐", "", "", "แล้วเสร็จ"}});
    for (CleanCell& each : table_.cells) each.value.source = Source::kOcr;
    EXPECT_EQ(records().activities.at(0).extra.size(), 6U);
    for (CleanCell& each : table_.cells) {
        if (each.row >= 2 && each.column >= kFirstMonth && each.column < kFirstMonth + 6)
            each.value.confidence = 0.2F;
    }
    EXPECT_TRUE(records().activities.at(0).extra.empty());
}

TEST_F(CalendarTest, QuartersThatAreNumbersUnderTheirHeader) {
    table_ =
        table_of(2, {{Cell("ที่", 1, 2), Cell("กิจกรรม", 1, 2), Cell("ไตรมาส", 4), Cell("ผลการดำเนินงาน", 1, 2)},
                     {"๑", "๒", "๓", "๔"},
                     {"1", "อบรม", "", "✓", "✓", "", "แล้วเสร็จ"}});
    EXPECT_THAT(periods(), ElementsAre("๒ ๓=2024/1..2024/6"));
    EXPECT_EQ(records().activities[0].period->quarters, (std::vector<std::uint8_t>{2, 3}));
}

TEST_F(CalendarTest, APeriodInWordsStaysAndMustAgree) {
    table_ = table_of(1, {{"ที่", "กิจกรรม", "ระยะเวลา", "ต.ค.", "พ.ย.", "ธ.ค.", "ผลการดำเนินงาน"},
                          {"1", "อบรม", "ต.ค. - พ.ย. ๒๕๖๖", "✓", "✓", "", "แล้วเสร็จ"},
                          {"2", "ประชุม", "ธ.ค. ๒๕๖๖", "✓", "✓", "", "แล้วเสร็จ"},
                          {"3", "นิเทศ", "", "", "✓", "", "แล้วเสร็จ"}});
    EXPECT_THAT(periods(), ElementsAre("ต.ค. - พ.ย. ๒๕๖๖=2023/10..2023/11", "ธ.ค. ๒๕๖๖=2023/12..2023/12!",
                                       "พ.ย.=2023/11..2023/11"));
}

}  // namespace
}  // namespace tarang::interpret
