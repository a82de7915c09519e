#include "apps/cli/import_lines.h"

#include <array>

#include "pipeline/export/text_table.h"

namespace tarang::cli {
namespace {

struct Words {
    std::string_view thai;
    std::string_view english;
    std::string in(Language language) const {
        return std::string(language == Language::kThai ? thai : english);
    }
};

/// By DocumentState.
constexpr std::array<Words, 7> kStates{{{"สำเร็จ", "done"},
                                        {"บางส่วน", "partial"},
                                        {"ไม่สำเร็จ", "failed"},
                                        {"ซ้ำ", "duplicate"},
                                        {"มีฉบับใหม่แล้ว", "superseded"},
                                        {"ข้าม", "skipped"},
                                        {"กักไว้", "quarantined"}}};

/// Thai has no plural.
struct Noun {
    std::string_view thai;
    std::string_view one;
    std::string_view many;
};

std::string counted(std::int32_t count, const Noun& noun, Language language) {
    const std::string_view english = count == 1 ? noun.one : noun.many;
    return std::to_string(count) + " " + Words{noun.thai, english}.in(language);
}

/// "11 pages, 6 activities, 1 field to check"
std::string contents_of(const DocumentEvent& event, Language language) {
    std::string text = counted(event.pages.value_or(0), {"หน้า", "page", "pages"}, language);
    text += ", " + counted(event.activities, {"กิจกรรม", "activity", "activities"}, language);
    if (event.flagged > 0)
        text += ", " + counted(event.flagged, {"ช่องที่ต้องตรวจ", "field to check", "fields to check"}, language);
    return text;
}

}  // namespace

std::string line_of(const DocumentEvent& event, Language language) {
    std::string line = kStates.at(static_cast<std::size_t>(event.state)).in(language);
    line += "  " + exporting::terminal_text(event.path);
    if (event.duplicate_of) {
        line += Words{"  เนื้อหาเดียวกับ ", "  same content as "}.in(language) +
                exporting::terminal_text(*event.duplicate_of);
    }
    if (event.pages && exit_code_of(event.code) < 4) line += "  " + contents_of(event, language);
    if (!event.reason.empty()) line += "  " + exporting::terminal_text(event.reason);
    return line;
}

std::string summary_line(const exporting::StateCounts& counts, Language language) {
    std::string line;
    for (std::size_t i = 0; i < kStates.size(); ++i) {
        const auto count = counts.of(static_cast<DocumentState>(i));
        if (count == 0) continue;
        if (!line.empty()) line += ", ";
        line += kStates.at(i).in(language) + " " + std::to_string(count);
    }
    return line.empty() ? Words{"ไม่มีไฟล์", "no files"}.in(language) : line;
}

}  // namespace tarang::cli
