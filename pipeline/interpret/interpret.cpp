#include "pipeline/interpret/interpret.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "lib/thai/compare.h"
#include "models/flags.h"
#include "pipeline/interpret/columns/blocks.h"
#include "pipeline/interpret/columns/cards.h"
#include "pipeline/interpret/columns/header_cache.h"
#include "pipeline/interpret/forms/choice.h"
#include "pipeline/interpret/head/context.h"
#include "pipeline/interpret/head/plain_text.h"
#include "pipeline/interpret/head/same_lines.h"
#include "pipeline/interpret/head/same_words.h"
#include "pipeline/interpret/head/title_block.h"
#include "pipeline/interpret/head/units.h"
#include "pipeline/interpret/head/words_outside.h"
#include "pipeline/interpret/rows/inferred_numbers.h"
#include "pipeline/interpret/rows/repeats.h"
#include "pipeline/interpret/rows/table_list.h"
#include "pipeline/interpret/rows/table_records.h"
#include "pipeline/interpret/values/stored.h"

namespace tarang::interpret {
namespace {

Finding finding_at(FindingCode code, const std::vector<PageNumber>& pages,
                   std::vector<std::string> arguments) {
    Finding finding;
    finding.code = code;
    if (!pages.empty()) finding.page = pages.front();
    finding.arguments = std::move(arguments);
    return finding;
}

/// Which form each table is read as and why, or why it is none of activities. A choice of one is none.
void note_choices(const CleanDocument& document, const std::vector<TableRecord>& tables, bool choice,
                  std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (!tables[i].reason || (tables[i].reason->code == FindingCode::kFormChosen && !choice)) continue;
        findings.push_back(
            finding_at(tables[i].reason->code, document.tables[i].pages, tables[i].reason->arguments));
    }
}

/// Notices about columns, each once in a document: unknown ones, and usual ones that no table of the form
/// has.
void note_columns(const std::vector<TableForm>& forms, const CleanDocument& document,
                  std::vector<Finding>& findings) {
    std::set<std::string> unknown;
    std::map<const Profile*, std::set<ColumnKey>> present;
    std::map<const Profile*, std::vector<PageNumber>> pages;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (!forms[i].chosen()) continue;
        const ColumnMap& map = forms[i].map;
        pages.try_emplace(forms[i].profile, document.tables[i].pages);
        for (std::size_t key = 0; key < kColumnKeyCount; ++key) {
            if (map.has(static_cast<ColumnKey>(key)))
                present[forms[i].profile].insert(static_cast<ColumnKey>(key));
        }
        for (std::size_t column = 0; column < map.keys.size(); ++column) {
            if (map.keys[column] || map.ticks[column] || map.calendar[column] || map.parts[column]) continue;
            const std::string path = joined(map.headers[column]);
            if (!path.empty() && unknown.insert(path).second)
                findings.push_back(finding_at(FindingCode::kColumnUnknown, document.tables[i].pages, {path}));
        }
    }
    for (const auto& [profile, keys] : present) {
        for (const ColumnKey key : profile->usual) {
            if (profile->judged || keys.contains(key) || profile->spellings(key).empty()) continue;
            const std::string& name = profile->spellings(key).front().back().text;
            findings.push_back(finding_at(FindingCode::kColumnMissing, pages[profile], {name}));
        }
    }
}

/// Headings of a page on which the title is printed again are the others.
std::vector<Field> without_title(const std::vector<Field>& headings, const std::vector<Field>& title_block) {
    std::vector<Field> kept;
    std::copy_if(
        headings.begin(), headings.end(), std::back_inserter(kept), [&title_block](const Field& heading) {
            return std::none_of(title_block.begin(), title_block.end(), [&heading](const Field& line) {
                return thai::same(line.text, heading.text);
            });
        });
    return kept;
}

/// Of lines at the end of the page before, only those that are headings by their words: the table before has
/// its notes and signatures there.
std::vector<Field> heading_lines(const std::vector<Field>& lines, const std::vector<PageNumber>& pages,
                                 const Profile& profile) {
    const auto on_own_page = [&pages](const Field& line) {
        if (pages.empty() || line.fragments.empty() || line.fragments.front().place) return true;
        return line.fragments.front().region.page == pages.front();
    };
    if (std::none_of(lines.begin(), lines.end(), on_own_page)) return lines;
    std::vector<Field> kept;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(kept), [&](const Field& line) {
        return on_own_page(line) || heading_level(line.text, profile).has_value();
    });
    return kept;
}

/// Captions of units, notes of dates, running text and specks stand over a table and are no headings.
std::vector<Field> only_headings(const std::vector<Field>& lines, const std::vector<PageInfo>& pages,
                                 const Profile& profile) {
    std::vector<Field> headings = without_paragraphs(lines, pages, profile);
    std::erase_if(headings, [&profile](const Field& line) {
        return is_noise(line) || is_unit_caption(line.text) ||
               prefix_of(keyed(line.text).key, profile.note).has_value();
    });
    return headings;
}

/// A table of another kind may stand under the strategy or project that the next table belongs to.
std::vector<Field> lasting(const std::vector<Field>& headings, const Profile& profile) {
    std::vector<Field> kept;
    std::copy_if(headings.begin(), headings.end(), std::back_inserter(kept),
                 [&profile](const Field& heading) {
                     return strategy_in(heading.text, profile) || project_in(heading.text, profile);
                 });
    return kept;
}

/// The first table that is read; tables of other kinds may stand before it, and the report's head over it.
std::size_t first_read(const std::vector<TableForm>& forms) {
    const auto found =
        std::find_if(forms.begin(), forms.end(), [](const TableForm& form) { return form.chosen(); });
    return found == forms.end() ? 0 : static_cast<std::size_t>(found - forms.begin());
}

void add_title(const CleanDocument& document, const HeadLines& head, const Profile& profile,
               DocumentRecords& records) {
    std::vector<Field> lines = head.title_block;
    lines.insert(lines.end(), head.headings.begin(), head.headings.end());
    if (!document.tables.empty()) {
        const auto& first = document.tables.front().headings;
        lines.insert(lines.end(), first.begin(), first.end());
    }
    TitleBlock block = read_title_block(head.title_block, document.title_block, profile);
    if (!block.fiscal_year || !block.agency) {
        TitleBlock whole = read_title_block(lines, document.other_text, profile);
        if (!block.fiscal_year) {
            block.fiscal_year = whole.fiscal_year;
            block.fiscal_year_field = whole.fiscal_year_field;
        }
        if (!block.agency) block.agency = std::move(whole.agency);
    }
    records.title = std::move(block.title);
    records.agency = std::move(block.agency);
    records.fiscal_year = block.fiscal_year;
    records.fiscal_year_field = std::move(block.fiscal_year_field);
    if (!records.title) records.findings.push_back(finding_at(FindingCode::kTitleMissing, {}, {}));
    if (!records.fiscal_year) records.findings.push_back(finding_at(FindingCode::kFiscalYearMissing, {}, {}));
}

/// Title, agency and year that hold for a table, until a later one brings others.
void set_head(const TitleBlock& block, TableRecord& table) {
    if (block.title) table.title = block.title->text;
    if (block.agency) table.agency = block.agency->text;
    if (block.fiscal_year) table.fiscal_year = block.fiscal_year;
}

void add_tables(const CleanDocument& document, std::span<const TableView> views,
                const std::vector<TableForm>& forms, const Profile& words, const HeadLines& head,
                std::size_t first, DocumentRecords& records) {
    RecordBuilder builder(words, records);
    TableRecord holds;
    set_head({records.title, records.agency, records.fiscal_year_field, records.fiscal_year}, holds);
    for (std::size_t i = 0; i < views.size(); ++i) {
        const CleanTable& table = document.tables[i];
        const TableForm& form = forms[i];
        std::vector<Field> headings =
            i == first ? head.headings
                       : without_title(heading_lines(table.headings, table.pages, words), head.title_block);
        if (i != first) {
            if (auto own = new_head(headings, words)) {
                set_head(own->block, holds);
                headings = std::move(own->headings);
            }
        }
        records.tables[i].title = holds.title;
        records.tables[i].agency = holds.agency;
        records.tables[i].fiscal_year = holds.fiscal_year;
        if (!form.chosen()) {
            builder.headings().add(lasting(headings, words));
            continue;
        }
        const std::size_t activities = records.activities.size();
        const std::size_t rows = records.rows.size();
        headings = only_headings(headings, document.pages, words);
        builder.headings().add(join_wrapped(headings, document.pages, words));
        builder.add_table(views[i], form.map, *form.profile, holds.fiscal_year, static_cast<std::int32_t>(i));
        // Totals and headings alone are a table's end; rows that are nothing known should have been
        // activities.
        const bool unknown =
            std::any_of(records.rows.begin() + static_cast<std::ptrdiff_t>(rows), records.rows.end(),
                        [](const OtherRow& row) { return row.kind == OtherRow::Kind::kOther; });
        if (records.activities.size() == activities && unknown)
            records.findings.push_back(
                finding_at(FindingCode::kUnknownForm, table.pages, {form.judgement.text()}));
    }
}

/// The form of most records; of two that have as many, the one that comes first.
std::string form_of_most(const DocumentRecords& records) {
    std::map<std::string, std::size_t> counts;
    std::string most;
    for (const ActivityRecord& activity : records.activities)
        ++counts[records.tables[static_cast<std::size_t>(activity.table)].form];
    for (const TableRecord& table : records.tables) {
        if (!table.form.empty() && (most.empty() || counts[table.form] > counts[most])) most = table.form;
    }
    return most;
}

/// Whether a finding of an earlier stage is about one of these places.
bool stands_in(const Finding& finding, const std::vector<Fragment>& fragments) {
    return std::any_of(fragments.begin(), fragments.end(), [&finding](const Fragment& fragment) {
        if (finding.place || fragment.place) return finding.place == fragment.place;
        return fragment.region.page == finding.region->page &&
               fragment.region.box.intersects(finding.region->box);
    });
}

/// What earlier stages doubt about a place is a doubt about each field that stands there; a merged cell of an
/// office file is a field of each of its records, a heading is named in the first.
void place_findings(DocumentRecords& records) {
    std::vector<Finding> more;
    for (Finding& finding : records.findings) {
        const bool doubts_print = finding.code == FindingCode::kTextDoubtful && finding.region;
        if ((!doubts_print && !finding.place) || !finding.field.empty()) continue;
        const auto name = [&](const std::string& activity, std::string field) {
            Finding& named = finding.field.empty() ? finding : more.emplace_back(finding);
            named.activity_id = activity;
            named.field = std::move(field);
        };
        for (const std::string_view of_document : kDocumentFields) {
            const auto& field = *document_field(records, of_document);
            const bool is_title = of_document == "fiscal_year" && !finding.field.empty();
            if (field && !is_title && stands_in(finding, field->fragments))
                name({}, std::string(of_document));
        }
        const Field* told = nullptr;
        for (const ActivityRecord& activity : records.activities) {
            for (std::size_t i = 0; i < activity.headings.size(); ++i) {
                const Field& heading = activity.headings[i];
                if (!stands_in(finding, heading.fragments) || (told != nullptr && one_print(*told, heading)))
                    continue;
                told = &heading;
                name(activity.id, heading_name(i));
            }
            for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
                if (activity.fields[i] && stands_in(finding, activity.fields[i]->fragments))
                    name(activity.id, std::string(name_of(static_cast<FieldKey>(i))));
            }
            for (const ExtraField& extra : activity.extra) {
                if (stands_in(finding, extra.field.fragments)) name(activity.id, name_of(extra));
            }
        }
    }
    std::move(more.begin(), more.end(), std::back_inserter(records.findings));
}

}  // namespace

DocumentRecords interpret(const CleanDocument& printed, std::span<const Profile> candidates) {
    DocumentRecords records;
    records.pages = printed.pages;
    records.findings = printed.findings;
    if (candidates.empty()) return records;
    // The last form is the general one: it has the words of all.
    HeaderCache cache;
    const std::optional<CleanDocument> turned = with_blocks_turned(printed, candidates.back(), cache);
    const CleanDocument& upright = turned ? *turned : printed;
    const std::optional<CleanDocument> named = with_cards_named(upright, candidates.back(), cache);
    const CleanDocument& document = named ? *named : upright;
    const std::vector<TableView> views(document.tables.begin(), document.tables.end());
    const std::vector<TableForm> forms = choose_forms(views, candidates, cache);
    const Profile& words = candidates.front();  // of heads and headings
    for (std::size_t i = 0; i < views.size(); ++i)
        records.tables.push_back(describe(views[i], forms[i], words));

    const std::size_t first = first_read(forms);
    const HeadLines head = views.empty() ? HeadLines{} : split_head(document.tables[first].headings, words);
    add_title(document, head, words, records);
    note_choices(document, records.tables, candidates.size() > 1, records.findings);
    note_columns(forms, document, records.findings);
    std::vector<Finding> outside = words_outside_cells(document);
    std::move(outside.begin(), outside.end(), std::back_inserter(records.findings));
    add_tables(document, views, forms, words, head, first, records);
    records.profile = form_of_most(records);
    std::vector<Finding> respelled = settle_words(records, words);
    std::move(respelled.begin(), respelled.end(), std::back_inserter(records.findings));
    std::vector<Finding> settled = settle_headings(records.activities, words);
    std::move(settled.begin(), settled.end(), std::back_inserter(records.findings));
    for (const auto number : {settle_numbers, infer_numbers, take_numbers_from_names}) {
        std::vector<Finding> changed = number(records.activities);
        std::move(changed.begin(), changed.end(), std::back_inserter(records.findings));
    }
    drop_specks_behind_numbers(records.activities);
    settle_stored(records);
    find_repeats(records);
    if (records.activities.empty() && !views.empty())
        records.findings.push_back(finding_at(FindingCode::kNoRecords, {}, {}));
    place_findings(records);
    raise_flags(records);
    return records;
}

}  // namespace tarang::interpret
