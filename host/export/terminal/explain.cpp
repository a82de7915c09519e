#include "host/export/terminal/explain.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "host/export/days.h"
#include "host/export/plain_text.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"
#include "models/flags.h"

namespace tarang::exporting {
namespace {

constexpr std::size_t kWidth = 80;  // where no terminal says how wide it is
constexpr std::size_t kMostText = 120;

/// "1-3, 7"
std::string ranges_of(const std::vector<std::int32_t>& pages) {
    std::string text;
    for (std::size_t i = 0; i < pages.size();) {
        std::size_t last = i;
        while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
        text += (text.empty() ? "" : ", ") + std::to_string(pages[i]);
        if (last > i) text += "-" + std::to_string(pages[last]);
        i = last + 1;
    }
    return text;
}

std::vector<std::int32_t> pages_of(const TableRecord& table) {
    std::vector<std::int32_t> pages;
    for (const Region& region : table.regions) pages.push_back(region.page.value);
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    return pages;
}

class Explanation {
public:
    Explanation(std::ostream& out, const ExplainedDocument& explained, const ShowOptions& options)
        : out_(out), explained_(explained), entry_(explained.entry), options_(options) {}

    void write() {
        file();
        versions();
        if (explained_.document) {
            pages();
            about_the_whole();
            tables();
            joins();
            doubts();
        }
        decisions();
        what_to_do();
    }

private:
    std::string word(const Words& words) const { return words.in(options_.language); }

    void section(const Words& words) {
        out_ << '\n'
             << (options_.color ? "\x1B[1m" : "") << word(words) << (options_.color ? "\x1B[0m" : "") << '\n';
    }

    /// Over as many lines as it takes; those after the first stand deeper.
    void line(const std::string& text, std::size_t indent = 2) {
        const std::size_t width = options_.width > 0 ? options_.width : kWidth;
        const std::size_t room = width > indent + 24 ? width - indent - 2 : 24;
        bool first = true;
        for (const std::string& piece : pieces_of_lines(terminal_text(text), static_cast<int>(room), 1)) {
            out_ << std::string(std::exchange(first, false) ? indent : indent + 2, ' ') << piece << '\n';
        }
    }

    void fact(const Words& name, const std::string& value) {
        if (!value.empty()) line(word(name) + ": " + value);
    }

    void file() {
        out_ << terminal_text(entry_.file_name) << '\n';
        fact({"ที่อยู่", "path"}, entry_.first_path);
        fact({"รับเมื่อ", "first seen"}, text_of_time(entry_.seen_at, options_.language));
        fact({"รหัสไฟล์ (SHA-256)", "SHA-256"}, entry_.sha256);
        fact({"ขนาด", "size"}, std::to_string(entry_.size) + word({" ไบต์", " bytes"}));
        if (explained_.submission) {
            const Expected& due = *explained_.submission;
            fact({"ผู้ส่ง", "submitted by"}, due.key.code + " " + due.name);
            fact({"ที่ต้องส่ง", "due"},
                 words_of_form(due.key.form, options_.language) + " " + std::to_string(due.key.year));
        }
        if (!entry_.finished) return line(word({"ยังอ่านไม่จบ", "its reading has not ended"}));
        fact({"สถานะ", "state"},
             words_of(entry_.shown_state()).in(options_.language) +
                 (entry_.code == EventCode::kOk ? "" : " – " + message_of(entry_.code, options_.language)));
        if (entry_.pages)
            fact({"หน้าที่อ่าน", "pages read"},
                 std::to_string(entry_.pages_read.value_or(0)) + "/" + std::to_string(*entry_.pages));
        fact({"แบบรายงาน", "form"}, words_of_form(entry_.facts.form, options_.language));
        fact({"อ่านด้วย", "read by"}, entry_.facts.program + " (" + entry_.facts.engines + ")");
    }

    void versions() {
        constexpr std::array<Words, 4> kKinds{{{"มีฉบับใหม่แทน", "superseded by"},
                                               {"เนื้อหาเดียวกันมาจาก", "the same content came from"},
                                               {"ลบออก", "forgotten"},
                                               {"ย้อนกลับเหตุการณ์", "undone: event"}}};
        if (explained_.decisions.empty()) return;
        section({"ฉบับและไฟล์ซ้ำ", "Versions and duplicates"});
        for (const Decision& decision : explained_.decisions) {
            const bool newer = decision.other == entry_.sha256;
            std::string what = newer ? word({"ใช้แทนฉบับ", "supersedes"})
                                     : word(kKinds.at(static_cast<std::size_t>(decision.kind)));
            if (newer) what += " " + decision.sha256.substr(0, 12);
            if (decision.path) what += " " + *decision.path;
            if (!newer && decision.other) what += " " + decision.other->substr(0, 12);
            if (decision.undoes) what += " " + std::to_string(*decision.undoes);
            if (decision.undone_by) what += word({" (ย้อนกลับแล้ว)", " (undone)"});
            line(std::to_string(decision.number) + "  " + text_of_time(decision.at, options_.language) +
                 "  " + what);
        }
    }

    const DocumentRecords& records() const { return explained_.document->records; }

    void pages() {
        std::map<std::string, std::vector<std::int32_t>> by_source;
        for (const PageInfo& page : records().pages) {
            std::string how =
                page.source ? words_of(*page.source).in(options_.language) : word({"ไม่ได้อ่าน", "not read"});
            if (page.layer == LayerVerdict::kRepaired) how += word({" (ซ่อมตัวอักษร)", " (letters repaired)"});
            if (page.layer == LayerVerdict::kUnusable)
                how += word({" (ชั้นข้อความใช้ไม่ได้)", " (its text layer cannot be used)"});
            by_source[how].push_back(page.number.value);
        }
        if (by_source.empty()) return;
        section({"หน้า", "Pages"});
        for (const auto& [how, numbers] : by_source) line(ranges_of(numbers) + ": " + how);
    }

    bool stands_with_a_table(const Finding& finding) const {
        const auto& all = records().tables;
        return std::any_of(all.begin(), all.end(), [&](const TableRecord& table) {
            return table.reason && table.reason->code == finding.code &&
                   table.reason->arguments == finding.arguments;
        });
    }

    /// What was found about pages and the document; about tables stands with these.
    void about_the_whole() {
        bool any = false;
        for (const Finding& finding : records().findings) {
            if (!finding.activity_id.empty() || stands_with_a_table(finding)) continue;
            if (!std::exchange(any, true)) section({"ข้อสังเกตของเอกสาร", "About the document"});
            line((finding.page ? word({"หน้า ", "page "}) + std::to_string(finding.page->value) + ": "
                               : std::string()) +
                 told(finding, options_.language));
        }
    }

    void tables() {
        const auto& all = records().tables;
        if (!all.empty()) section({"ตาราง", "Tables"});
        for (std::size_t i = 0; i < all.size(); ++i) {
            const TableRecord& table = all[i];
            const auto count = std::count_if(records().activities.begin(), records().activities.end(),
                                             [&](const ActivityRecord& activity) {
                                                 return activity.table == static_cast<std::int32_t>(i);
                                             });
            std::string text = table_id(static_cast<std::int32_t>(i));
            if (!table.regions.empty()) text += word({" หน้า ", " page "}) + ranges_of(pages_of(table));
            text += ": " + words_of(table.kind).in(options_.language);
            if (!table.form.empty()) text += " (" + words_of_form(table.form, options_.language) + ")";
            text += ", " + counted(count, {"กิจกรรม", "activity", "activities"}, options_.language);
            line(text);
            if (table.reason) line(told(*table.reason, options_.language), 4);
        }
    }

    std::string number_of(const std::string& id) const {
        for (const ActivityRecord& activity : records().activities) {
            if (activity.id == id) return activity.number.empty() ? id : activity.number;
        }
        return id.empty() ? word({"แถวอื่น", "another row"}) : id;
    }

    void joins() {
        if (records().joins.empty()) return;
        section({"แถวที่ต่อข้ามหน้า", "Rows joined over pages"});
        for (const JoinRecord& join : records().joins)
            line(number_of(join.activity_id) + word({": หน้า ", ": pages "}) +
                 std::to_string(join.upper.value) + "-" + std::to_string(join.lower.value) + " (" +
                 std::to_string(static_cast<int>(join.confidence * 100)) + " %)");
    }

    /// Each flagged field that nobody decided: what it says, and why it is doubted.
    void doubts() {
        bool any = false;
        for (const ActivityRecord& activity : records().activities) {
            bool named = false;
            for (const Finding& finding : records().findings) {
                if (finding.activity_id != activity.id || finding.field.empty() ||
                    severity_of(finding.code) == Severity::kInfo)
                    continue;
                if (!std::exchange(any, true)) section({"สิ่งที่ต้องตรวจ", "What to check"});
                if (!std::exchange(named, true)) name(activity);
                line(words_of_field(finding.field, options_.language) +
                         (finding.page ? word({" หน้า ", " page "}) + std::to_string(finding.page->value)
                                       : std::string()) +
                         ": " + told(finding, options_.language),
                     4);
                const Field* field = field_named(activity, finding.field);
                if (field != nullptr && !field->text.empty())
                    line("“" + thai::cut_to_width(terminal_text(field->text), kMostText) + "”", 6);
            }
        }
    }

    void name(const ActivityRecord& activity) {
        const auto& field = activity.field(FieldKey::kActivity);
        const std::string text =
            field ? thai::cut_to_width(terminal_text(field->text), kMostText) : std::string();
        line(word({"ลำดับที่ ", "No. "}) + (activity.number.empty() ? "–" : activity.number) + "  " + text);
    }

    void decisions() {
        if (explained_.corrections.empty()) return;
        constexpr std::array<Words, kCorrectionKinds> kKinds{{{"ถูกต้อง", "right"},
                                                              {"แก้ไข", "corrected"},
                                                              {"อ่านไม่ออก", "cannot be read"},
                                                              {"ไม่มีในหน้านี้", "not on the page"},
                                                              {"แยกรายการ", "split"},
                                                              {"รวมรายการ", "joined"},
                                                              {"เพิ่มรายการ", "added"},
                                                              {"ตัดรายการออก", "removed"},
                                                              {"เลิกทำ", "undone"},
                                                              {"ตรวจยืนยัน", "read by a second person"}}};
        section({"การตัดสินของผู้ตรวจ", "What people decided"});
        for (std::size_t i = 0; i < explained_.corrections.size(); ++i) {
            const Correction& correction = explained_.corrections[i];
            std::string text = std::to_string(correction.number) + "  " +
                               text_of_time(correction.at, options_.language) + "  " + correction.reviewer +
                               "  " + word(kKinds.at(static_cast<std::size_t>(correction.kind)));
            if (!correction.field.empty()) text += "  " + words_of_field(correction.field, options_.language);
            const bool lost = i < explained_.states.size() &&
                              explained_.states[i].fate == CorrectionState::Fate::kDisplaced;
            if (lost) text += word({"  (หาตำแหน่งเดิมไม่พบ)", "  (its place was not found again)"});
            line(text);
        }
    }

    void what_to_do() {
        section({"สิ่งที่ทำต่อได้", "What to do"});
        const std::string& db = explained_.database;
        const std::string key = entry_.sha256.substr(0, 12);
        bool any = false;
        const auto advise = [&](const std::string& what, const std::string& command) {
            any = true;
            line(what);
            if (!command.empty()) out_ << "    " << terminal_text(command) << '\n';
        };
        if (!entry_.current())
            advise(word({"มีฉบับใหม่แล้ว ฉบับนี้ไม่รวมในรายการและผลรวม",
                         "A newer version stands; this one is in no list and no sum."}),
                   "");
        // What is wrong with a file itself stays wrong (docs/bulk.md).
        const bool passes = entry_.code == EventCode::kTimedOut || entry_.code == EventCode::kOutOfMemory ||
                            entry_.code == EventCode::kCrashed;
        if (!entry_.finished || passes)
            advise(word({"อ่านอีกครั้ง", "Read it again."}), "tarang retry " + db + " " + key);
        if (entry_.finished && entry_.code != EventCode::kOk)
            advise(message_of(entry_.code, options_.language), "");
        if (explained_.document && records().activities.empty() && !records().tables.empty())
            advise(word({"สอนแบบของตารางในหน้าตรวจ หรือดูแบบที่แนะนำ",
                         "Teach the form of its tables on the page, or see the form that is suggested."}),
                   "tarang form suggest " + db + " " + key);
        if (entry_.flagged > 0)
            advise(word({"ตรวจช่องที่ทำเครื่องหมายไว้กับต้นฉบับ", "Check the marked fields against the original."}),
                   "tarang review " + db);
        if (!any) line(word({"ไม่มีสิ่งที่ต้องทำ", "Nothing has to be done."}));
    }

    std::ostream& out_;
    const ExplainedDocument& explained_;
    const LedgerEntry& entry_;
    const ShowOptions& options_;
};

}  // namespace

void explain(std::ostream& out, const ExplainedDocument& explained, const ShowOptions& options) {
    Explanation(out, explained, options).write();
}

}  // namespace tarang::exporting
