#include "host/export/terminal/show_checks.h"

#include <gtest/gtest.h>

#include <sstream>

namespace tarang::exporting {
namespace {

ActivityRecord activity(const std::string& number, std::int32_t page) {
    ActivityRecord record;
    record.id = "r" + number;
    record.number = number;
    record.field(FieldKey::kNumber) = Field{};
    record.field(FieldKey::kNumber)
        ->fragments.push_back({{{page}, {0, 0, 1, 1}, std::nullopt}, number, 0, 0});
    return record;
}

Finding doubt(const std::string& number, std::int32_t page, const std::string& field) {
    Finding finding{FindingCode::kLowConfidence, PageNumber{page}, {}, "r" + number, field, {}};
    return finding;
}

/// What is to be checked stood in the order in which checks had found it: 10, 2, 9.
TEST(ShowChecks, GoThroughThePaperAsOneReadsIt) {
    StoredDocument document;
    document.entry.file_name = "report.pdf";
    document.records.activities = {activity("2", 1), activity("9", 2), activity("10", 3)};
    document.records.findings = {doubt("10", 3, "budget"), doubt("2", 2, "steps"), doubt("9", 2, "period"),
                                 doubt("2", 1, "period")};
    std::ostringstream out;
    show_checks(out, document, {}, {0, false, Language::kEnglish});
    std::vector<std::string> order;
    std::istringstream lines(out.str());
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string number;
        std::string field;
        words >> number >> field;
        if (!number.empty() && std::isdigit(static_cast<unsigned char>(number.front())) != 0)
            order.push_back(number + " " + field);
    }
    EXPECT_EQ(order, (std::vector<std::string>{"2 period", "2 steps", "9 period", "10 budget"}));
}

}  // namespace
}  // namespace tarang::exporting
