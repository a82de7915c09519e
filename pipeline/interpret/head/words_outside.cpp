#include "pipeline/interpret/head/words_outside.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "pipeline/interpret/columns/contents.h"
#include "pipeline/interpret/forms/keyed.h"
#include "pipeline/interpret/values/typed_values.h"

namespace tarang::interpret {
namespace {

/// Whether a line holds amounts as a row of a table does.
bool is_like_row(const std::string& line, const Profile& profile) {
    const std::vector<std::string_view> words = words_in(line);
    std::size_t amounts = 0;
    bool at_end = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (held_in(std::string(words[i]), profile) != Held::kAmount) continue;
        ++amounts;
        at_end = at_end || i == 0 || i + 1 == words.size();
    }
    return amounts > 1 || at_end;
}

}  // namespace

std::vector<Finding> words_outside_cells(const CleanDocument& document, const Profile& profile) {
    std::map<std::int32_t, std::string> rows;  // the first of each page
    const auto look_at = [&](const std::vector<Field>& lines) {
        for (const Field& line : lines) {
            if (line.source != Source::kOcr || line.fragments.empty() || line.fragments.front().place)
                continue;
            if (is_like_row(line.text, profile))
                rows.try_emplace(line.fragments.front().region.page.value, line.text);
        }
    };
    look_at(document.title_block);
    look_at(document.other_text);
    for (const CleanTable& table : document.tables) look_at(table.headings);
    std::vector<Finding> findings;
    for (const auto& [page, line] : rows) {
        Finding& finding = findings.emplace_back();
        finding.code = FindingCode::kWordsOutsideCells;
        finding.page = PageNumber{page};
        finding.arguments = {excerpt(line)};
    }
    return findings;
}

}  // namespace tarang::interpret
