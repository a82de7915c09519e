#include "apps/cli/cmd_find.h"

#include <iostream>

#include "apps/cli/output.h"
#include "pipeline/export/text_table.h"
#include "pipeline/store/database.h"
#include "pipeline/store/search.h"

namespace tarang::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

/// "report.pdf 6 #5 steps: ...words around the hit..."
void print(const store::Hit& hit, bool color) {
    using exporting::terminal_text;
    std::cout << terminal_text(hit.file_name);
    if (hit.page) std::cout << ':' << hit.page->value;
    if (!hit.number.empty()) std::cout << "  #" << terminal_text(hit.number);
    std::cout << "  " << terminal_text(hit.field) << ":  ";
    const std::string before = hit.snippet.substr(0, hit.match_begin);
    const std::string match = hit.snippet.substr(hit.match_begin, hit.match_length);
    const std::string after = hit.snippet.substr(hit.match_begin + hit.match_length);
    if (color) {
        std::cout << terminal_text(before) << "\x1B[1m" << terminal_text(match) << "\x1B[0m"
                  << terminal_text(after) << '\n';
    } else {
        std::cout << terminal_text(hit.snippet) << '\n';
    }
}

}  // namespace

ExitCode run_find(const FindArguments& arguments, Language language) {
    auto database = store::Database::open(arguments.db, store::Access::kRead, language);
    const store::SearchResult result = store::find(database, joined(arguments.words));
    const bool color = terminal_has_color();
    for (const store::Hit& hit : result.hits) print(hit, color);
    const bool thai = language == Language::kThai;
    if (result.hits.empty()) std::cerr << (thai ? "ไม่พบคำที่ค้นหา\n" : "Nothing was found.\n");
    if (result.more) std::cerr << (thai ? "ยังมีอีก ระบุคำให้แคบลง\n" : "There is more; use narrower words.\n");
    return ExitCode::kDone;
}

}  // namespace tarang::cli
