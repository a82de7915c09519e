// Report forms as they are written.
#include <algorithm>
#include <sstream>

#include "lib/toml/toml.h"
#include "models/run_error.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {
namespace {

using toml_file::Message;
using toml_file::Value;

/// Nobody writes more by hand; a file beyond these is no form.
constexpr std::size_t kLongestPhrase = 500;  // bytes
constexpr std::size_t kMostPhrases = 5000;   // in one list

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

/// The entries of one table of the file: each is asked for by name, and what nobody asked for is an error,
/// since a misspelt name would otherwise be a form that silently knows less.
class Section {
public:
    Section(const toml_file::Table* table, std::string name, std::string_view origin)
        : table_(table), name_(std::move(name)), origin_(origin) {}

    const Value* get(std::string_view key) {
        known_.emplace_back(key);
        return table_ == nullptr ? nullptr : table_->get(key);
    }

    std::optional<std::string> text(std::string_view key) {
        const Value* value = get(key);
        if (value == nullptr) return std::nullopt;
        return phrase_text(*value, full_name(key));
    }

    std::vector<std::string> texts(std::string_view key) {
        const Value* value = get(key);
        return value == nullptr ? std::vector<std::string>{} : list_of_texts(*value, full_name(key));
    }

    /// A list of lists of texts.
    std::vector<std::vector<std::string>> lists(std::string_view key) {
        const Value* value = get(key);
        if (value == nullptr) return {};
        const std::string name = full_name(key);
        std::vector<std::vector<std::string>> result;
        for (const Value& item : list_in(*value, name)) result.push_back(list_of_texts(item, name));
        return result;
    }

    std::optional<bool> flag(std::string_view key) {
        const Value* value = get(key);
        if (value == nullptr) return std::nullopt;
        const std::string name = in_quotes(full_name(key));
        if (value->truth() == nullptr)
            refuse(*value, {name + " ต้องเป็น true หรือ false", name + " must be true or false"});
        return *value->truth();
    }

    Section section(std::string_view key) {
        const Value* value = get(key);
        const std::string name = "[" + full_name(key) + "]";
        if (value != nullptr && value->table() == nullptr)
            refuse(*value, {name + " ต้องเป็นหมวด", name + " must be a table"});
        return {value == nullptr ? nullptr : value->table(), full_name(key), origin_};
    }

    /// Call last: everything that was not asked for is unknown.
    void end() const {
        if (table_ == nullptr) return;
        for (const auto& [key, value] : table_->entries) {
            if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
            std::string expected;
            for (const std::string& known : known_) expected += (expected.empty() ? "" : ", ") + known;
            const std::string name = in_quotes(full_name(key));
            refuse(value, {"ไม่รู้จัก " + name + " ใช้ได้: " + expected,
                           name + " is not known here; expected one of: " + expected});
        }
    }

    [[noreturn]] void fail(std::string_view key, const Message& message) const {
        const Value* value = table_ == nullptr ? nullptr : table_->get(key);
        toml_file::refuse(origin_, value == nullptr ? 0 : value->line, message);
    }

private:
    [[noreturn]] void refuse(const Value& value, const Message& message) const {
        toml_file::refuse(origin_, value.line, message);
    }

    std::string full_name(std::string_view key) const {
        return name_.empty() ? std::string(key) : name_ + "." + std::string(key);
    }

    const toml_file::List& list_in(const Value& value, const std::string& name) const {
        if (value.list() == nullptr)
            refuse(value, {in_quotes(name) + " ต้องเป็นรายการ เช่น [\"...\", \"...\"]",
                           in_quotes(name) + " must be a list, as in [\"...\", \"...\"]"});
        if (value.list()->size() > kMostPhrases)
            refuse(value, {in_quotes(name) + " มีรายการมากเกินไป", in_quotes(name) + " has too many entries"});
        return *value.list();
    }

    std::vector<std::string> list_of_texts(const Value& value, const std::string& name) const {
        std::vector<std::string> result;
        for (const Value& item : list_in(value, name)) result.push_back(phrase_text(item, name));
        return result;
    }

    std::string phrase_text(const Value& value, const std::string& name) const {
        const std::string* text = value.text();
        if (text == nullptr)
            refuse(value, {in_quotes(name) + " ต้องเป็นข้อความในเครื่องหมายคำพูด",
                           in_quotes(name) + " must hold text in quotation marks"});
        if (trimmed(*text).empty())
            refuse(value, {in_quotes(name) + " มีข้อความว่าง", in_quotes(name) + " holds an empty text"});
        if (text->size() > kLongestPhrase)
            refuse(value, {in_quotes(name) + " มีข้อความยาวเกินไป",
                           in_quotes(name) + " holds a text that is too long"});
        return *text;
    }

    const toml_file::Table* table_;
    std::string name_;
    std::string_view origin_;
    std::vector<std::string> known_;
};

void add_phrases(Section& section, std::string_view key, std::vector<Phrase>& phrases) {
    for (const std::string& text : section.texts(key)) {
        Phrase phrase = phrase_of(text);
        if (phrase.key.empty())
            section.fail(key, {in_quotes(text) + " ไม่มีตัวอักษรหรือตัวเลขให้เทียบ",
                               in_quotes(text) + " has no letters or digits to be matched by"});
        phrases.push_back(std::move(phrase));
    }
}

HeaderSpelling spelling_of(Section& section, std::string_view key, const std::string& text) {
    HeaderSpelling spelling;
    std::istringstream levels(text);
    for (std::string level; std::getline(levels, level, '>');) {
        Phrase phrase = phrase_of(trimmed(level));
        if (phrase.key.empty()) {
            section.fail(key,
                         {in_quotes(text) + " ไม่ใช่หัวคอลัมน์ เขียนเป็นข้อความ หรือเป็นชั้นเช่น \"หัวบน > หัวล่าง\"",
                          in_quotes(text) + " is no header; expected text, or levels as \"outer > inner\""});
        }
        spelling.push_back(std::move(phrase));
    }
    return spelling;
}

ColumnKey column_of(Section& section, std::string_view key, const std::string& name) {
    if (const auto column = column_key_named(name)) return *column;
    std::string expected;
    for (std::size_t i = 0; i < kColumnKeyCount; ++i) {
        expected += (i == 0 ? "" : ", ") + std::string(name_of(static_cast<ColumnKey>(i)));
    }
    section.fail(key, {in_quotes(name) + " ไม่ใช่ชื่อคอลัมน์ ใช้ได้: " + expected,
                       in_quotes(name) + " is no column; expected one of: " + expected});
}

void read_columns(Section section, Profile& profile) {
    for (std::size_t i = 0; i < kColumnKeyCount; ++i) {
        const std::string_view name = name_of(static_cast<ColumnKey>(i));
        for (const std::string& text : section.texts(name)) {
            profile.columns[i].push_back(spelling_of(section, name, text));
        }
    }
    section.end();
}

/// A list in the file takes the place of an extended form's list: what is needed cannot be added up.
void read_needs(Section& root, Profile& profile) {
    if (const auto lists = root.lists("fits"); !lists.empty()) {
        profile.fits.clear();
        for (const auto& names : lists) {
            std::vector<ColumnKey> columns;
            for (const std::string& name : names) columns.push_back(column_of(root, "fits", name));
            if (columns.empty())
                root.fail("fits", {"\"fits\" มีรายการว่าง ระบุคอลัมน์ที่ตารางต้องมี",
                                   "\"fits\" has an empty list; name the columns that a table needs"});
            profile.fits.push_back(std::move(columns));
        }
    }
    for (const auto& [key, columns] :
         {std::pair{"usual", &profile.usual}, std::pair{"unless", &profile.unless}}) {
        const auto names = root.texts(key);
        if (!names.empty()) columns->clear();
        for (const std::string& name : names) columns->push_back(column_of(root, key, name));
    }
    add_phrases(root, "header_tails", profile.header_tails);
    for (std::string& word : root.texts("header_shares")) profile.header_shares.push_back(std::move(word));
    add_phrases(root, "header_others", profile.header_others);
}

void read_kind(Section& root, Profile& profile) {
    profile.judged = root.flag("judged").value_or(profile.judged);
    profile.exact = root.flag("exact").value_or(false);
    if (profile.exact) profile.columns = {};  // words are taken over, headers are not
    const auto name = root.text("kind");
    if (!name) return;
    std::string expected;
    for (const auto kind : {TableRecord::Kind::kPlan, TableRecord::Kind::kReport,
                            TableRecord::Kind::kSpending, TableRecord::Kind::kIndicators}) {
        if (*name == tarang::name_of(kind)) {
            profile.kind = kind;
            return;
        }
        expected += (expected.empty() ? "" : ", ") + std::string(tarang::name_of(kind));
    }
    root.fail("kind", {in_quotes(*name) + " ไม่ใช่ชนิดของตาราง ใช้ได้: " + expected,
                       in_quotes(*name) + " is no kind of table; expected one of: " + expected});
}

void read_evidence(Section section, Profile& profile) {
    Evidence& evidence = profile.evidence;
    for (const auto& [key, phrases] : {std::pair{"persons", &evidence.persons},
                                       std::pair{"offices", &evidence.offices},
                                       std::pair{"members", &evidence.members},
                                       std::pair{"goods", &evidence.goods},
                                       std::pair{"counts", &evidence.counts},
                                       std::pair{"groups", &evidence.groups},
                                       std::pair{"terms", &evidence.terms},
                                       std::pair{"accounts", &evidence.accounts},
                                       std::pair{"titles", &evidence.titles},
                                       std::pair{"other_titles", &evidence.other_titles},
                                       std::pair{"sources", &evidence.sources},
                                       std::pair{"years", &evidence.years},
                                       std::pair{"planned", &evidence.planned},
                                       std::pair{"done", &evidence.done},
                                       std::pair{"changed", &evidence.changed},
                                       std::pair{"counting", &evidence.counting},
                                       std::pair{"granted", &evidence.granted},
                                       std::pair{"other_dates", &evidence.other_dates},
                                       std::pair{"money", &evidence.money},
                                       std::pair{"paid", &evidence.paid},
                                       std::pair{"surely_paid", &evidence.surely_paid},
                                       std::pair{"planned_money", &evidence.planned_money},
                                       std::pair{"other_money", &evidence.other_money},
                                       std::pair{"replaced", &evidence.replaced}}) {
        add_phrases(section, key, *phrases);
    }
    section.end();
}

void read_headings(Section section, Profile& profile) {
    const auto levels = section.lists("levels");
    if (!levels.empty()) profile.heading_levels.clear();
    for (const auto& level : levels) {
        std::vector<Phrase>& words = profile.heading_levels.emplace_back();
        for (const std::string& word : level) words.push_back(phrase_of(word));
    }
    add_phrases(section, "strategy", profile.strategy);
    add_phrases(section, "project", profile.project);
    section.end();
}

void read_document(Section section, Profile& profile) {
    add_phrases(section, "title", profile.report_title);
    add_phrases(section, "agency", profile.agency);
    add_phrases(section, "agency_labels", profile.agency_labels);
    add_phrases(section, "fiscal_year", profile.fiscal_year);
    section.end();
}

void read_rows(Section section, Profile& profile) {
    add_phrases(section, "total", profile.total);
    add_phrases(section, "signature", profile.signature);
    add_phrases(section, "note", profile.note);
    section.end();
}

void read_status(Section section, Profile& profile) {
    for (std::size_t i = 0; i < profile.status.size(); ++i) {
        add_phrases(section, tarang::name_of(static_cast<Status>(i)), profile.status[i]);
    }
    add_phrases(section, "negations", profile.negations);
    section.end();
}

void read_steps(Section section, Profile& profile) {
    for (const std::string& text : section.texts("markers")) {
        const std::size_t number = text.find('N');
        if (number == std::string::npos || text.find('N', number + 1) != std::string::npos || text == "N") {
            section.fail("markers",
                         {in_quotes(text) + " ไม่ใช่เครื่องหมายข้อ ใช้ N แทนตัวเลข เช่น \"N)\"",
                          in_quotes(text) + " is no marker; expected N for the number, as in \"N)\""});
        }
        profile.step_markers.push_back({text.substr(0, number), text.substr(number + 1)});
    }
    for (std::string& text : section.texts("bullets")) profile.bullets.push_back(std::move(text));
    add_phrases(section, "references", profile.references);
    section.end();
}

void read_targets(Section section, Profile& profile) {
    add_phrases(section, "quantitative", profile.quantitative);
    add_phrases(section, "qualitative", profile.qualitative);
    section.end();
}

Profile start_of(Section& root, std::span<const Profile> bases) {
    const auto base = root.text("extends");
    if (!base) return {};
    std::string names;
    for (const Profile& shipped : bases) {
        if (shipped.name == *base) return shipped;
        names += (names.empty() ? "" : ", ") + shipped.name;
    }
    root.fail("extends", {"ไม่มีแบบรายงาน " + in_quotes(*base) + " ใช้ได้: " + names,
                          "there is no form " + in_quotes(*base) + "; expected one of: " + names});
}

void read_root(Section root, Profile& profile) {
    const auto name = root.text("name");
    if (!name)
        root.fail("name", {"ไม่มี \"name\" เขียนเช่น name = \"my_office\"",
                           "\"name\" is missing; expected a line such as name = \"my_office\""});
    profile.name = *name;
    if (auto title = root.text("title")) profile.title = *std::move(title);
    read_kind(root, profile);
    read_needs(root, profile);
    read_evidence(root.section("evidence"), profile);
    read_columns(root.section("columns"), profile);
    read_headings(root.section("headings"), profile);
    read_document(root.section("document"), profile);
    read_rows(root.section("rows"), profile);
    read_status(root.section("status"), profile);
    read_steps(root.section("steps"), profile);
    read_targets(root.section("targets"), profile);
    root.end();
    if (profile.fits.empty()) {
        root.fail("fits", {"ไม่มี \"fits\" ระบุคอลัมน์ที่ตารางต้องมี เช่น fits = [[\"activity\", \"result\"]]",
                           "\"fits\" is missing; expected the columns that a table needs, as in "
                           "fits = [[\"activity\", \"result\"]]"});
    }
    for (const auto& needed : profile.fits) {
        for (const ColumnKey column : needed) {
            if (!profile.spellings(column).empty()) continue;
            const std::string needs = in_quotes(name_of(column));
            root.fail("fits", {"\"fits\" ต้องการ " + needs + " แต่ไม่มีหัวคอลัมน์ของช่องนี้ใน [columns]",
                               "\"fits\" needs " + needs + ", which has no header under [columns]"});
        }
    }
}

}  // namespace

Profile parse_profile(std::string_view toml, std::string_view origin, std::span<const Profile> bases) {
    const toml_file::Table file = toml_file::parse(toml, origin);
    Section root(&file, "", origin);
    Profile profile = start_of(root, bases);
    profile.origin = origin;
    read_root(root, profile);
    return profile;
}

}  // namespace tarang::interpret
