#include "host/export/form/survey.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "host/export/form/widths.h"
#include "host/export/terminal/show.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"
#include "lib/thai/width.h"
#include "models/flags.h"

namespace tarang::exporting {
namespace {

constexpr int kMostTables = 8;   // of one kind: more sheets nobody looks through; a guess
constexpr int kMostMissing = 2;  // columns that a report may lack of a form; a guess
constexpr int kFewest = 3;       // a column that no form knows stands where one of so many activities has it
constexpr int kUnknownKind = 100;  // after all kinds
constexpr std::size_t kMostRows =
    200;                             // by which widths are chosen: enough to know what a form's columns hold
constexpr int kNarrowest = 7;        // of a column of texts: a long Thai word
constexpr int kNarrowestNumber = 5;  // "๑๐.๑๐"

int least_width(const FormColumn& column, int longest_amount) {
    if (column.key == FieldKey::kNumber) return kNarrowestNumber;
    return std::max(kNarrowest, column.money ? longest_amount : 0);
}

}  // namespace

std::vector<int> paragraphs_of(std::string_view text) {
    std::vector<int> paragraphs;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        paragraphs.push_back(static_cast<int>(thai::display_width(text.substr(begin, end - begin))));
        begin = end + 1;
    }
    return paragraphs;
}

double FormSurvey::Seen::place() const {
    return placed == 0 ? std::numeric_limits<double>::max()
                       : static_cast<double>(places) / static_cast<double>(placed);
}

std::optional<TableRecord::Kind> kind_of(const DocumentRecords& records, const ActivityRecord& activity) {
    const auto index = static_cast<std::size_t>(activity.table);
    return index < records.tables.size() ? std::optional(records.tables[index].kind) : std::nullopt;
}

const Field* field_in(const ActivityRecord& activity, const FormColumn& column) {
    if (column.key) {
        const auto& field = activity.field(*column.key);
        return field ? &*field : nullptr;
    }
    int nth = column.nth;
    for (const ExtraField& extra : activity.extra) {
        if (name_of(extra) == column.extra && nth-- == 0) return &extra.field;
    }
    return nullptr;
}

const std::optional<Budget>* money_in(const ActivityRecord& activity, const FormColumn& column) {
    return column.key ? activity.money(*column.key) : nullptr;
}

void FormSurvey::see(Seen& seen, const Field* field, const std::optional<Budget>* money) {
    const bool amount = money != nullptr && *money && (*money)->amount;
    if (amount) {
        seen.column.money = true;
        const auto length = static_cast<int>(text_of_satang(*(*money)->amount).size());
        seen.longest_amount = std::max(seen.longest_amount, length);
    }
    ++seen.filled;
    if (field == nullptr || field->fragments.empty()) return;
    seen.places += field->fragments.front().column;
    ++seen.placed;
}

void FormSurvey::see(const ActivityRecord& activity, Group& group) {
    auto* row = group.rows.size() < kMostRows ? &group.rows.emplace_back() : nullptr;
    ++group.activities;
    const auto visit = [&](const std::string& name, FormColumn column) {
        const Field* field = field_in(activity, column);
        const auto* money = money_in(activity, column);
        const bool amount = money != nullptr && *money && (*money)->amount;
        if ((field == nullptr || field->text.empty()) && !amount) return;
        Seen& seen = group.columns[name];
        if (seen.filled == 0) seen.column = std::move(column);
        see(seen, field, money);
        if (row != nullptr && !amount) (*row)[name] = paragraphs_of(field->text);
    };
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        const auto key = static_cast<FieldKey>(i);
        visit(std::string(name_of(key)), {key, {}, 0, {}, 0, false});
    }
    std::map<std::string, int> times;
    for (const ExtraField& extra : activity.extra) {
        const std::string name = name_of(extra);
        const int nth = times[name]++;
        visit(name + '\n' + std::to_string(nth), {std::nullopt, name, nth, {}, 0, false});
    }
}

void FormSurvey::see(const StoredDocument& document) {
    const DocumentRecords& records = document.records;
    has_findings = has_findings || !records.findings.empty();
    const auto see_cells = [&](const std::vector<Field>& cells) {
        has_other_rows = true;
        most_cells = std::max(most_cells, cells.size());
    };
    for (const OtherRow& row : records.rows) see_cells(row.cells);
    for (const TableRecord& table : records.tables)
        for (const auto& cells : table.rows) see_cells(cells);
    has_tables = has_tables || !records.tables.empty();
    std::map<int, Fields> fields;  // by kind
    const auto at = [&](const ActivityRecord& activity) {
        const auto kind = kind_of(records, activity);
        return kind ? static_cast<int>(*kind) : kUnknownKind;
    };
    for (const ActivityRecord& activity : records.activities) {
        Fields& own = fields[at(activity)];
        for (std::size_t i = 0; i < kFieldKeyCount; ++i) own |= activity.fields[i] ? Fields{1} << i : 0;
    }
    for (const ActivityRecord& activity : records.activities) {
        Group& group = groups_[{at(activity), fields[at(activity)]}];
        see(activity, group);
        group.documents.insert(document.entry.sha256);
    }
}

void FormSurvey::Group::take(const Group& other) {
    for (const auto& [name, more] : other.columns) {
        Seen& seen = columns[name];
        if (seen.filled == 0) seen.column = more.column;
        seen.filled += more.filled;
        seen.column.money = seen.column.money || more.column.money;
        seen.places += more.places;
        seen.placed += more.placed;
        seen.longest_amount = std::max(seen.longest_amount, more.longest_amount);
    }
    rows.insert(rows.end(), other.rows.begin(), other.rows.end());
    rows.resize(std::min(rows.size(), kMostRows));
    documents.insert(other.documents.begin(), other.documents.end());
    activities += other.activities;
}

std::vector<std::pair<int, FormSurvey::Group>> FormSurvey::joined_groups() const {
    std::vector<std::pair<Key, Group>> wide(groups_.begin(), groups_.end());
    const auto columns = [](const auto& one) { return std::popcount(one.first.second); };
    std::stable_sort(wide.begin(), wide.end(),
                     [&](const auto& a, const auto& b) { return columns(a) > columns(b); });
    std::vector<std::pair<Key, Group>> joined;
    for (const auto& [key, group] : wide) {
        const auto holds = [&, &key = key](const auto& other) {
            const Fields more = other.first.second ^ key.second;
            return other.first.first == key.first && (more & key.second) == 0 &&
                   std::popcount(more) <= kMostMissing;
        };
        const auto host =
            std::find_if(joined.rbegin(), joined.rend(), holds);  // the narrowest that has them all
        if (host == joined.rend())
            joined.emplace_back(key, group);
        else
            host->second.take(group);
    }
    const auto documents = [](const auto& one) { return one.second.documents.size(); };
    std::stable_sort(joined.begin(), joined.end(), [&](const auto& a, const auto& b) {
        return std::pair(a.first.first, documents(b)) < std::pair(b.first.first, documents(a));
    });
    std::vector<std::pair<int, Group>> groups;
    std::map<int, int> tables;
    for (const auto& [key, group] : joined) {
        if (tables[key.first]++ < kMostTables)
            groups.emplace_back(key.first, group);
        else
            groups.back().second.take(group);
    }
    return groups;
}

FormTable FormSurvey::table_of(const Group& group, Language language, FormPage page) {
    std::vector<const Seen*> seen;
    std::map<const Seen*, std::string> names;
    for (const auto& [name, column] : group.columns) {
        seen.push_back(&column);
        names[&column] = name;
    }
    const auto order = [](const Seen* one) {
        const int key =
            one->column.key ? static_cast<int>(*one->column.key) : static_cast<int>(kFieldKeyCount);
        return std::pair(one->column.key == FieldKey::kNumber ? -1.0 : one->place(), key);
    };
    std::stable_sort(seen.begin(), seen.end(),
                     [&](const Seen* a, const Seen* b) { return order(a) < order(b); });
    const auto least = [](const std::vector<const Seen*>& columns) {
        int sum = 0;
        for (const Seen* one : columns) sum += least_width(one->column, one->longest_amount);
        return sum;
    };
    FormTable table;
    table.documents = group.documents;
    const auto title_of = [&](const Seen& one) {
        return one.column.key ? words_of(*one.column.key).in(language)
                              : terminal_text(words_of_field(one.column.extra, language));
    };
    const auto room = [&] {
        return static_cast<int>(page.width - page.gap * static_cast<double>(seen.size()));
    };
    const bool several = group.documents.size() > 1;
    const auto is_rare = [&](const Seen* one) {
        return several && !one->column.key && one->filled * kFewest < group.activities;
    };
    for (const Seen* one : seen) {
        if (is_rare(one)) table.left_out.push_back(title_of(*one));
    }
    std::erase_if(seen, is_rare);
    while (least(seen) > room()) {  // columns of the form stay, whatever they take
        const auto last =
            std::find_if(seen.rbegin(), seen.rend(), [](const Seen* one) { return !one->column.key; });
        if (last == seen.rend()) break;
        table.left_out.insert(table.left_out.begin(), title_of(**last));
        seen.erase(std::next(last).base());
    }
    CellTexts rows;
    for (const auto& cells : group.rows) {
        auto& row = rows.emplace_back(seen.size(), nullptr);
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const auto cell = cells.find(names[seen[i]]);
            if (cell != cells.end()) row[i] = &cell->second;
        }
    }
    std::vector<int> narrowest;
    std::vector<bool> movable;
    for (const Seen* one : seen) {
        const auto key = one->column.key;
        narrowest.push_back(least_width(one->column, one->longest_amount));
        movable.push_back(!one->column.money && key != FieldKey::kNumber && key != FieldKey::kActivity);
    }
    const Beneath layout = with_texts_beneath(rows, narrowest, movable, page.width, page.gap, page.lines);
    auto width = layout.widths.begin();
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const bool beneath = std::binary_search(layout.columns.begin(), layout.columns.end(), i);
        auto& columns = beneath ? table.beneath : table.columns;
        columns.push_back(seen[i]->column);
        columns.back().title = title_of(*seen[i]);
        columns.back().width = beneath ? static_cast<int>(page.width) - kNarrowestNumber : *width++;
    }
    return table;
}

std::vector<FormTable> FormSurvey::tables(Language language, FormPage page) const {
    std::vector<FormTable> tables;
    std::map<int, int> nth;
    for (const auto& [kind, group] : joined_groups()) {
        tables.push_back(table_of(group, language, page));
        tables.back().nth = nth[kind]++;
        if (kind != kUnknownKind) tables.back().kind = static_cast<TableRecord::Kind>(kind);
    }
    return tables;
}

}  // namespace tarang::exporting
