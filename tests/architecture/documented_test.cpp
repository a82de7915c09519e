// Every finding code, event code and exit code has its row in docs/, and docs/ names no code that is gone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "models/document.h"
#include "models/finding.h"
#include "models/run_error.h"

namespace tarang {
namespace {

using Row = std::vector<std::string>;
using Rows = std::map<std::string, Row>;

std::string trimmed(const std::string& cell) {
    const auto begin = cell.find_first_not_of(" `");
    return begin == std::string::npos ? "" : cell.substr(begin, cell.find_last_not_of(" `") - begin + 1);
}

/// The rows of all tables in a Markdown page whose first cell is a code in backticks, by that code.
Rows rows_of(const std::string& page) {
    std::ifstream file(std::string(TARANG_SOURCE_DIR) + "/docs/" + page);
    EXPECT_TRUE(file) << page << " is missing";
    Rows rows;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("| `")) continue;
        Row cells;
        for (std::size_t at = 1, end; (end = line.find('|', at)) != std::string::npos; at = end + 1)
            cells.push_back(trimmed(line.substr(at, end - at)));
        EXPECT_TRUE(rows.emplace(cells.at(0), cells).second) << page << " has two rows for " << cells.at(0);
    }
    return rows;
}

std::set<std::string> codes_of(const Rows& rows) {
    std::set<std::string> codes;
    for (const auto& [code, cells] : rows) codes.insert(code);
    return codes;
}

/// The code's row, its first cells as expected and the last one with words; empty cells fail.
void expect_row(const Rows& rows, const Row& expected) {
    const auto found = rows.find(expected.at(0));
    ASSERT_NE(found, rows.end()) << expected.at(0) << " is not documented";
    ASSERT_EQ(found->second.size(), expected.size() + 1) << expected.at(0);
    EXPECT_THAT(Row(found->second.begin(), found->second.end() - 1), testing::ElementsAreArray(expected));
    EXPECT_GT(found->second.back().size(), 20U) << expected.at(0) << ": say what it means and what to do";
}

TEST(Documented, FindingCodes) {
    const Rows rows = rows_of("findings.md");
    std::set<std::string> names;
    for (const FindingKind& kind : finding_catalogue()) {
        names.emplace(kind.name);
        expect_row(rows, {std::string(kind.name), std::string(name_of(kind.severity)),
                          std::string(name_of(kind.stage))});
    }
    EXPECT_EQ(codes_of(rows), names);
}

TEST(Documented, EventCodes) {
    const Rows rows = rows_of("events.md");
    std::set<std::string> names;
    for (int i = 0; i < kEventCodeCount; ++i) {
        const auto code = static_cast<EventCode>(i);
        names.emplace(name_of(code));
        expect_row(rows, {std::string(name_of(code)), std::string(name_of(state_of(code))),
                          std::to_string(exit_code_of(code))});
    }
    EXPECT_EQ(codes_of(rows), names);
}

TEST(Documented, ExitCodes) {
    std::set<std::string> expected;
    for (const ExitCode code : {ExitCode::kDone, ExitCode::kUsage, ExitCode::kPartial, ExitCode::kFailed,
                                ExitCode::kDatabase, ExitCode::kMayPass, ExitCode::kInterrupted})
        expected.insert(std::to_string(static_cast<int>(code)));
    EXPECT_EQ(codes_of(rows_of("exit-codes.md")), expected);
}

TEST(Documented, EveryDocumentStateIsExplained) {
    std::ifstream file(std::string(TARANG_SOURCE_DIR) + "/docs/events.md");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (int i = 0; i <= static_cast<int>(DocumentState::kQuarantined); ++i)
        EXPECT_THAT(text,
                    testing::HasSubstr("**" + std::string(name_of(static_cast<DocumentState>(i))) + "**"));
}

}  // namespace
}  // namespace tarang
