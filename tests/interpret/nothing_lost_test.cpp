// The property that the stage owes: no word of a form's table is lost, whatever the table looks like.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "models/flags.h"
#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::Cell;
using test::Row;

/// Pieces that steer rows into every kind. Each cell's text ends in a mark of its own, so that it can be
/// found.
std::string generated_text() {
    return *rc::gen::element<std::string>("", "", "-", "๑", "๒.", "(๓)", "รวม", "รวมทั้งสิ้น", "อบรม", "โครงการ",
                                          "ยุทธศาสตร์ที่ ๑", "แล้วเสร็จ", "ลงชื่อ", "หมายเหตุ", "๑๐๐.-", "มีนาคม ๒๕๖๒",
                                          "๑) ก ๒) ข", "กิจกรรม");
}

/// Rows of cells with random spans that stay inside the table.
std::vector<Row> generated_rows(std::int32_t columns, std::vector<std::string>& printed) {
    std::vector<Row> rows;
    const int count = *rc::gen::inRange(1, 7);
    std::vector<int> covered(static_cast<std::size_t>(columns), 0);  // rows still covered from above
    for (int r = 0; r < count; ++r) {
        Row row;
        for (std::int32_t column = 0; column < columns;) {
            if (covered[static_cast<std::size_t>(column)] > 0) {
                ++column;
                continue;
            }
            std::int32_t room = 0;
            while (column + room < columns && covered[static_cast<std::size_t>(column + room)] == 0) ++room;
            const std::int32_t width = *rc::gen::inRange(0, 4) == 0 ? *rc::gen::inRange(1, room + 1) : 1;
            const std::int32_t height =
                *rc::gen::inRange(0, 5) == 0 ? *rc::gen::inRange(1, count - r + 1) : 1;
            std::string text = generated_text();
            if (!text.empty()) {
                text += " " + std::string(1, static_cast<char>('A' + r)) +
                        std::string(1, static_cast<char>('a' + column));
                printed.push_back(text);
            }
            row.emplace_back(text, width, height);
            for (std::int32_t x = column; x < column + width; ++x)
                covered[static_cast<std::size_t>(x)] = height;
            column += width;
        }
        for (int& rest : covered) rest = std::max(0, rest - 1);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string everything(const DocumentRecords& records) {
    std::string all;
    const auto add = [&all](const Field& field) { all += field.text + "\n"; };
    for (const ActivityRecord& activity : records.activities) {
        for (const auto& field : activity.fields) {
            if (field) add(*field);
        }
        for (const ExtraField& extra : activity.extra) add(extra.field);
    }
    for (const OtherRow& row : records.rows) {
        for (const Field& cell : row.cells) add(cell);
    }
    for (const TableRecord& table : records.tables) {
        for (const auto& row : table.rows) {
            for (const Field& cell : row) add(cell);
        }
    }
    return all;
}

TEST(Interpret, NothingOfAFormsTableIsLost) {
    rc::check("every printed cell ends in a field, an extra column or another row", [] {
        Row header{"ที่", "กิจกรรม", "ขั้นตอน", "งบประมาณ", "ผลการดำเนินงาน", "ผู้รับผิดชอบ", ""};
        for (std::size_t i = header.size(); i-- > 1;)
            std::swap(header[i], header[*rc::gen::inRange<std::size_t>(0, i + 1)]);
        std::vector<std::string> printed;
        std::vector<Row> rows = generated_rows(static_cast<std::int32_t>(header.size()), printed);
        rows.insert(rows.begin(), header);
        const DocumentRecords records =
            interpret(test::document_of({test::table_of(1, rows)}), shipped_profiles());
        const std::string all = everything(records);
        for (const std::string& text : printed) {
            if (all.find(text) == std::string::npos) RC_FAIL("lost: " + text);
        }
        RC_ASSERT(flag_violations(records).empty());
        RC_ASSERT(interpret(test::document_of({test::table_of(1, rows)}), shipped_profiles()) == records);
    });
}

}  // namespace
}  // namespace tarang::interpret
