#include "apps/review/form_draft.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "apps/review/fields.h"
#include "apps/review/shown.h"
#include "host/audit/suggested_form.h"
#include "host/export/json/record_json.h"
#include "host/export/words.h"
#include "lib/thai/utf8.h"
#include "lib/values/excerpt.h"
#include "models/flags.h"

namespace tarang::review {
namespace {

using exporting::JsonWriter;
using exporting::Words;
using interpret::ColumnKey;

constexpr std::size_t kMostRecords = 40;  // shown of a trial
constexpr std::size_t kLongestName = 60;  // code points

struct KeyWords {
    ColumnKey key;
    Words words;
};
/// Columns that are no field of their own.
constexpr std::array<KeyWords, interpret::kColumnKeyCount - kFieldKeyCount> kContext{
    {{ColumnKey::kStrategy, {"ยุทธศาสตร์ (ของหลายแถว)", "Strategy (of several rows)"}},
     {ColumnKey::kProject, {"โครงการ (ของหลายแถว)", "Project (of several rows)"}},
     {ColumnKey::kTargetQuantitative, {"เป้าหมายเชิงปริมาณ", "Target, in figures"}},
     {ColumnKey::kTargetQualitative, {"เป้าหมายเชิงคุณภาพ", "Target, in quality"}},
     {ColumnKey::kPeriodStart, {"วันเริ่ม", "Begins"}},
     {ColumnKey::kPeriodEnd, {"วันสิ้นสุด", "Ends"}},
     {ColumnKey::kActualPeriod, {"ระยะเวลาที่ทำจริง", "When it was done"}},
     {ColumnKey::kActualStart, {"วันเริ่มทำจริง", "Begun"}},
     {ColumnKey::kActualEnd, {"วันเสร็จจริง", "Finished"}}}};
static_assert(kContext.back().key == ColumnKey::kActualEnd, "each column has its words");

std::string label_of_key(ColumnKey key, Language language) {
    const auto context =
        std::find_if(kContext.begin(), kContext.end(), [key](const KeyWords& one) { return one.key == key; });
    return context != kContext.end() ? std::string(context->words.in(language))
                                     : label_of(std::string(name_of(key)), language);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

void write_field(JsonWriter& json, const ActivityRecord& activity, const std::string& name,
                 Language language) {
    const Field& field = *field_named(activity, name);
    const auto key = field_key_named(name);
    const std::string value = key ? shown_value(activity, *key, language) : std::string();
    if (field.text.empty() && value.empty()) return;
    json.begin_object();
    json.member("label", label_of(name, language));
    json.member("text", values::excerpt(field.text));
    json.member("value", exporting::null_if_empty(value));
    json.member("flagged", field.needs_review);
    json.end_object();
}

void write_record(JsonWriter& json, const ActivityRecord& activity, Language language) {
    const Field* name = field_named(activity, "activity");
    json.begin_object();
    json.member("number", activity.number);
    json.member("activity", name == nullptr ? std::string() : values::excerpt(name->text));
    json.member("flagged", name != nullptr && name->needs_review);
    json.key("fields").begin_array();
    for (const std::string& field : field_names(activity)) {
        if (field != "number" && field != "activity" && !field.starts_with("heading:"))
            write_field(json, activity, field, language);
    }
    json.end_array();
    json.end_object();
}

}  // namespace

std::optional<FieldChoices> choices_in(const Body& body, std::size_t columns) {
    FieldChoices choices(columns);
    for (const auto& [column, field] : body.texts("columns")) {
        std::size_t index = 0;
        const char* end = column.data() + column.size();
        const auto read = std::from_chars(column.data(), end, index);
        const auto key = interpret::column_key_named(field);
        if (read.ec != std::errc{} || read.ptr != end || index >= columns || !key) return std::nullopt;
        choices[index] = key;
    }
    return choices;
}

std::string problem_of(const FieldChoices& choices, Language language) {
    std::map<ColumnKey, int> counts;
    for (const auto& choice : choices) {
        if (choice) ++counts[*choice];
    }
    if (!counts.contains(ColumnKey::kActivity))
        return std::string(
            Words{"เลือกก่อนว่าช่องใดเป็นกิจกรรม", "Choose first which column is the activity."}.in(language));
    if (counts.size() < 2)
        return std::string(
            Words{"เลือกอีกอย่างน้อยหนึ่งช่อง แบบที่มีแต่กิจกรรมจะไปตรงกับตารางอื่น",
                  "Choose one column more: a form of the activity alone would fit other tables, too."}
                .in(language));
    for (const auto& [key, count] : counts) {
        if (count > 1)
            return std::string(Words{"เลือกไว้สองช่อง: ", "Chosen for two columns: "}.in(language)) +
                   label_of_key(key, language);
    }
    return {};
}

std::string problem_of_name(const std::string& name, const std::vector<store::TaughtForm>& standing,
                            Language language) {
    const bool readable = std::none_of(name.begin(), name.end(), is_control) &&
                          name.find('/') == std::string::npos && !name.ends_with(".toml");
    if (name.empty() || !readable || thai::decode(name).size() > kLongestName)
        return std::string(Words{"ตั้งชื่อแบบไม่เกิน 60 ตัวอักษร ไม่มีเครื่องหมาย /",
                                 "Name the form, in at most 60 letters and without /."}
                               .in(language));
    const bool taken = std::any_of(standing.begin(), standing.end(),
                                   [&name](const store::TaughtForm& form) { return form.name == name; });
    if (taken || name == "auto" || interpret::shipped_profile(name) != nullptr)
        return std::string(
            Words{"มีแบบชื่อนี้แล้ว ตั้งชื่ออื่น", "There is a form of this name; choose another."}.in(language));
    return {};
}

std::string free_name(const std::vector<store::TaughtForm>& standing, Language language) {
    for (std::size_t number = 1;; ++number) {
        std::string name = std::string(Words{"แบบ ", "form "}.in(language)) + std::to_string(number);
        if (problem_of_name(name, standing, language).empty()) return name;
    }
}

void write_field_choices(JsonWriter& json, Language language) {
    json.begin_array();
    const auto write = [&](ColumnKey key) {
        json.begin_object();
        json.member("key", name_of(key));
        json.member("label", label_of_key(key, language));
        json.end_object();
    };
    write(ColumnKey::kActivity);
    for (std::size_t i = 0; i < interpret::kColumnKeyCount; ++i) {
        if (static_cast<ColumnKey>(i) != ColumnKey::kActivity) write(static_cast<ColumnKey>(i));
    }
    json.end_array();
}

void write_trial(JsonWriter& json, const DocumentRecords& records, std::string_view form, Language language) {
    const auto is_of_form = [&](const ActivityRecord& activity) {
        return records.tables.at(static_cast<std::size_t>(activity.table)).form == form;
    };
    const auto total = std::count_if(records.activities.begin(), records.activities.end(), is_of_form);
    json.member("total", total);
    json.key("records").begin_array();
    std::size_t written = 0;
    for (const ActivityRecord& activity : records.activities) {
        if (!is_of_form(activity) || written == kMostRecords) continue;
        write_record(json, activity, language);
        ++written;
    }
    json.end_array();
}

std::vector<TeachItem> read_teach_items(store::Database& database) {
    std::vector<TeachItem> items;
    std::map<std::vector<std::vector<std::string>>, std::size_t> by_header;
    store::TaughtForms(database).for_each_unexplained([&](const store::UnexplainedTable& one) {
        if (!audit::is_worth_teaching(one.table, one.gave_nothing)) return;
        const auto [known, is_new] = by_header.emplace(one.table.header, items.size());
        if (is_new) items.push_back({one.sha256, one.file_name, one.index, {}, one.table});
        auto& documents = items[known->second].documents;
        if (documents.empty() || documents.back() != one.sha256) documents.push_back(one.sha256);
    });
    std::stable_sort(items.begin(), items.end(), [](const TeachItem& a, const TeachItem& b) {
        return a.documents.size() > b.documents.size();
    });
    return items;
}

void write_item(JsonWriter& json, const TeachItem& item) {
    std::string headers;
    for (const auto& path : item.record.header) {
        if (!path.empty() && !path.back().empty()) headers += (headers.empty() ? "" : " · ") + path.back();
    }
    json.begin_object();
    json.member("document", item.sha256);
    json.member("activity", "table:" + std::to_string(item.table));
    json.member("table", item.table);
    json.member("file_name", item.file_name);
    json.member("text", values::excerpt(headers));
    json.member("documents", item.documents.size());
    json.end_object();
}

}  // namespace tarang::review
