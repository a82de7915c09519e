// Tables of one row each whose activity's name stands over them.
#include "pipeline/interpret/columns/cards.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/interpret/columns/header_cache.h"
#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::Row;
using testing::ElementsAre;
using testing::IsEmpty;

const Row kHeader{"เป้าหมาย", "งบประมาณ", "ระยะเวลา", "ผู้รับผิดชอบ"};

CleanTable card(const std::string& over, const Row& row, std::int32_t page = 1) {
    CleanTable table = test::table_of(1, {kHeader, row}, page);
    table.headings = {test::line_of(over, page)};
    return table;
}

std::vector<std::string> names(std::vector<CleanTable> tables) {
    const DocumentRecords records = interpret(test::document_of(std::move(tables)), shipped_profiles());
    EXPECT_THAT(flag_violations(records), IsEmpty());
    std::vector<std::string> result;
    for (const ActivityRecord& activity : records.activities)
        result.push_back(test::text_of(activity.field(FieldKey::kActivity)) + " / " +
                         test::text_of(activity.field(FieldKey::kBudget)));
    return result;
}

const Row kReeds{"20 คน", "5,000", "ม.ค. 67", "กลุ่มแม่บ้าน"};
const Row kPots{"30 คน", "7,000", "ก.พ. 67", "กลุ่มช่างปั้น"};

TEST(Cards, TheLineOverEachIsItsName) {
    EXPECT_THAT(names({card("๑. สานเสื่อกก", kReeds), card("๒. ปั้นโอ่ง", kPots, 2)}),
                ElementsAre("๑. สานเสื่อกก / 5,000", "๒. ปั้นโอ่ง / 7,000"));
    EXPECT_THAT(names({card("โครงการสานเสื่อกก", kReeds), card("โครงการปั้นโอ่ง", kPots)}),
                ElementsAre("โครงการสานเสื่อกก / 5,000", "โครงการปั้นโอ่ง / 7,000"));
}

TEST(Cards, OtherTablesKeepTheirHeadings) {
    const auto named = [](std::vector<CleanTable> tables) {
        HeaderCache cache;
        return with_cards_named(test::document_of(std::move(tables)), shipped_profiles().back(), cache)
            .has_value();
    };
    ASSERT_TRUE(named({card("๑. สานเสื่อกก", kReeds), card("๒. ปั้นโอ่ง", kPots)}));
    EXPECT_FALSE(named({card("๑. สานเสื่อกก", kReeds)})) << "one alone is no habit";
    EXPECT_FALSE(named({card("๑. สานเสื่อกก", kReeds), card("๑. สานเสื่อกก", kPots)})) << "one name over both";
    EXPECT_FALSE(named({card("๑. ยุทธศาสตร์น้ำ", kReeds), card("๒. ยุทธศาสตร์ดิน", kPots)}))
        << "what works belong to";
    EXPECT_FALSE(named({card("สรุปผล", kReeds), card("ภาคผนวก", kPots)})) << "no name of a work";
    std::vector<CleanTable> tables{card("๑. สานเสื่อกก", kReeds), card("๒. ปั้นโอ่ง", kPots)};
    for (CleanTable& table : tables) table.cells[0].value.text = "โครงการ";
    EXPECT_FALSE(named(std::move(tables))) << "a column names what is done";
}

}  // namespace
}  // namespace tarang::interpret
