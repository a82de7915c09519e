#include "apps/cli/cmd_find.h"

#include <iostream>

#include "apps/cli/document_named.h"
#include "apps/cli/noted_database.h"
#include "apps/cli/output.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"
#include "lib/thai/width.h"
#include "pipeline/store/database.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/search.h"

namespace tarang::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

/// "report.pdf:6  #5  steps:  "
std::string place_of(const store::Hit& hit, Language language) {
    using exporting::terminal_text;
    std::string place = terminal_text(hit.file_name);
    if (hit.page) place += ":" + std::to_string(hit.page->value);
    if (!hit.number.empty()) place += "  #" + terminal_text(hit.number);
    return place + "  " + terminal_text(exporting::words_of_field(hit.field, language)) + ":  ";
}

/// A part of the snippet; a space at its edge stays, which terminal_text takes away.
std::string part_of(const store::Hit& hit, std::size_t begin, std::size_t length) {
    const std::string part = hit.snippet.substr(begin, length);
    const std::string clean = exporting::terminal_text(part);
    if (clean.empty()) return part.empty() ? "" : " ";
    return (part.starts_with(' ') ? " " : "") + clean + (part.ends_with(' ') ? " " : "");
}

/// A line that is too long for the terminal loses its end, but never the words that were looked for.
void print(const store::Hit& hit, std::size_t width, bool color, Language language) {
    const std::string begin = place_of(hit, language) + part_of(hit, 0, hit.match_begin);
    const std::string match = part_of(hit, hit.match_begin, hit.match_length);
    std::string after = part_of(hit, hit.match_begin + hit.match_length, std::string::npos);
    const std::size_t taken = thai::display_width(begin) + thai::display_width(match);
    if (width > 0) after = thai::cut_to_width(after, taken < width ? width - taken : 0);
    std::cout << begin << (color ? "\x1B[1m" : "") << match << (color ? "\x1B[0m" : "") << after << '\n';
}

}  // namespace

ExitCode run_find(const FindArguments& arguments, Language language) {
    auto database = open_database(arguments.db, store::Access::kRead, language);
    store::SearchIn in{.sha256 = {}, .field = arguments.field};
    if (arguments.document) {
        store::Ledger ledger(database);
        in.sha256 = document_named(ledger, *arguments.document, language).sha256;
    }
    const store::SearchResult result = store::find(database, joined(arguments.words), in);
    const bool color = terminal_has_color();
    const std::size_t width = terminal_width();
    for (const store::Hit& hit : result.hits) print(hit, width, color, language);
    const bool thai = language == Language::kThai;
    if (result.hits.empty()) std::cerr << (thai ? "ไม่พบคำที่ค้นหา\n" : "Nothing was found.\n");
    if (result.more) std::cerr << (thai ? "ยังมีอีก ระบุคำให้แคบลง\n" : "There is more; use narrower words.\n");
    return ExitCode::kDone;
}

}  // namespace tarang::cli
