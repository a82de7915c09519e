#include "host/export/terminal/show_history.h"

#include <array>

#include "host/export/days.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"

namespace tarang::exporting {
namespace {

using thai::Align;

// In the order of the enum.
constexpr std::array<Words, 4> kKinds{
    {{"มีฉบับใหม่แทน", "superseded"}, {"ส่งซ้ำ", "duplicate"}, {"ลบออก", "forgotten"}, {"ย้อนกลับ", "undone"}}};

std::string short_hash(const std::string& sha256) { return sha256.substr(0, 12); }

/// Whom or what it is about beside the document.
std::string by_what(const Decision& decision) {
    std::string text;
    if (decision.undoes) text = "#" + std::to_string(*decision.undoes) + " ";
    if (decision.other) text += short_hash(*decision.other);
    if (decision.path) text += terminal_text(*decision.path);
    return text;
}

std::string stands(const Decision& decision) {
    return decision.undone_by ? "#" + std::to_string(*decision.undone_by) : std::string();
}

}  // namespace

void show_history(std::ostream& out, const std::vector<Decision>& decisions, const ShowOptions& options) {
    const auto title = [&](const Words& words) { return words.in(options.language); };
    TextTable table({{title({"หมายเลข", "Event"}), Align::kRight},
                     {title({"เวลา", "Time"})},
                     {title({"เหตุการณ์", "What"})},
                     {title({"เอกสาร", "Document"})},
                     {title({"โดย", "By"}), Align::kLeft, 20},
                     {title({"ย้อนกลับโดย", "Undone by"})}});
    for (const Decision& decision : decisions) {
        const Tone tone = decision.undone_by ? Tone::kFaint : Tone::kPlain;
        table.add({{std::to_string(decision.number), tone},
                   {text_of_time(decision.at, options.language), tone},
                   {title(kKinds[static_cast<std::size_t>(decision.kind)]), tone},
                   {short_hash(decision.sha256), tone},
                   {by_what(decision), tone},
                   {stands(decision), tone}});
    }
    if (decisions.empty()) {
        out << title({"ไม่มีเหตุการณ์", "no events"}) << '\n';
    } else {
        table.write(out, options.width, options.color);
    }
}

}  // namespace tarang::exporting
