#include "pipeline/interpret/head/words_outside.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "lib/thai/digits.h"
#include "pipeline/interpret/forms/keyed.h"
#include "pipeline/interpret/values/typed_values.h"

namespace tarang::interpret {
namespace {

/// "31,500", "๓๑๕๐๐.๐๐": what stamps and strokes are read as has neither.
bool is_amount(std::string_view word) {
    constexpr std::size_t kFewestDigits = 4;
    const std::string text = thai::fold_digits(std::string(word));
    const auto digits = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
    const std::size_t signs = text.find_first_not_of("0123456789,.-");
    if (digits < kFewestDigits || signs != std::string::npos) return false;
    const std::size_t mark = text.find_last_of(",.");
    return mark != std::string::npos && mark > 0 &&
           (text[mark] == ',' ? text.size() - mark == 4 : text.size() - mark == 3 || text.ends_with(".-"));
}

/// Whether a line holds amounts as a row of a table does.
bool is_like_row(const std::string& line) {
    const std::vector<std::string_view> words = words_in(line);
    const auto amounts = std::count_if(words.begin(), words.end(), is_amount);
    return amounts > 1 || (amounts == 1 && (is_amount(words.front()) || is_amount(words.back())));
}

}  // namespace

std::vector<Finding> words_outside_cells(const CleanDocument& document) {
    std::map<std::int32_t, std::string> rows;  // the first of each page
    const auto look_at = [&](const std::vector<Field>& lines) {
        for (const Field& line : lines) {
            if (line.source != Source::kOcr || line.fragments.empty() || line.fragments.front().place)
                continue;
            if (is_like_row(line.text)) rows.try_emplace(line.fragments.front().region.page.value, line.text);
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
