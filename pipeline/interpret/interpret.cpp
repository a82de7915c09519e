#include "pipeline/interpret/interpret.h"

#include <algorithm>
#include <set>

#include "lib/thai/compare.h"
#include "models/flags.h"
#include "pipeline/interpret/forms/fitting.h"
#include "pipeline/interpret/head/context.h"
#include "pipeline/interpret/head/title_block.h"
#include "pipeline/interpret/rows/inferred_numbers.h"
#include "pipeline/interpret/rows/table_records.h"

namespace tarang::interpret {
namespace {

/// A table that has the activity's column and so many others of the form should have become records.
constexpr std::size_t kNearlyFits = 4;

Finding finding_at(FindingCode code, const std::vector<PageNumber>& pages,
                   std::vector<std::string> arguments) {
    Finding finding;
    finding.code = code;
    if (!pages.empty()) finding.page = pages.front();
    finding.arguments = std::move(arguments);
    return finding;
}

std::string names_of(std::span<const Profile> candidates) {
    std::string names;
    for (const Profile& candidate : candidates) names += (names.empty() ? "" : ", ") + candidate.name;
    return names;
}

bool nearly_fits(const ColumnMap& map) {
    const auto known = std::count_if(map.keys.begin(), map.keys.end(),
                                     [](const auto& key) { return key && field_of(*key); });
    return map.column_of(ColumnKey::kActivity) && static_cast<std::size_t>(known) >= kNearlyFits;
}

/// Why this form: its columns that were found, its tables, and how many tables the other forms fit.
Finding note_choice(const Choice& choice) {
    std::string columns;
    const ColumnMap& map = *std::find_if(choice.best.maps.begin(), choice.best.maps.end(),
                                         [](const ColumnMap& table) { return table.fits; });
    for (std::size_t i = 0; i < kColumnKeyCount; ++i) {
        const auto key = static_cast<ColumnKey>(i);
        if (map.has(key)) columns += (columns.empty() ? "" : ", ") + std::string(name_of(key));
    }
    return finding_at(FindingCode::kFormChosen, {},
                      {choice.best.profile->name, std::to_string(fitting_tables(choice.best)),
                       std::to_string(choice.best.maps.size()), columns, choice.others});
}

/// Notices about columns, each once in a document.
void note_columns(const Fitting& fitting, const CleanDocument& document, std::vector<Finding>& findings) {
    std::set<std::string> unknown;
    std::set<ColumnKey> present;
    std::vector<PageNumber> pages;
    for (std::size_t i = 0; i < fitting.maps.size(); ++i) {
        const ColumnMap& map = fitting.maps[i];
        if (!map.fits) continue;
        if (pages.empty()) pages = document.tables[i].pages;
        for (std::size_t column = 0; column < map.keys.size(); ++column) {
            if (map.keys[column]) {
                present.insert(*map.keys[column]);
            } else if (map.ticks[column]) {
                present.insert(ColumnKey::kResult);
            } else if (map.calendar[column]) {
                present.insert(ColumnKey::kPeriod);
            } else if (const std::string path = joined(map.headers[column]);
                       !path.empty() && unknown.insert(path).second) {
                findings.push_back(finding_at(FindingCode::kColumnUnknown, document.tables[i].pages, {path}));
            }
        }
    }
    for (const ColumnKey key : fitting.profile->usual) {
        if (present.contains(key) || fitting.profile->spellings(key).empty()) continue;
        const std::string& name = fitting.profile->spellings(key).front().back().text;
        findings.push_back(finding_at(FindingCode::kColumnMissing, pages, {name}));
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
        return pages.empty() || line.fragments.empty() || line.fragments.front().region.page == pages.front();
    };
    if (std::none_of(lines.begin(), lines.end(), on_own_page)) return lines;
    std::vector<Field> kept;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(kept), [&](const Field& line) {
        return on_own_page(line) || heading_level(line.text, profile).has_value();
    });
    return kept;
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

/// The first table that fits; tables of other kinds may stand before it, and the report's head over it.
std::size_t first_fitting(const Fitting& fitting) {
    const auto fits = [](const ColumnMap& map) { return map.fits; };
    const auto found = std::find_if(fitting.maps.begin(), fitting.maps.end(), fits);
    return found == fitting.maps.end() ? 0 : static_cast<std::size_t>(found - fitting.maps.begin());
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
    if (!block.fiscal_year) {
        const TitleBlock whole = read_title_block(lines, document.other_text, profile);
        block.fiscal_year = whole.fiscal_year;
        block.fiscal_year_field = whole.fiscal_year_field;
    }
    records.title = std::move(block.title);
    records.agency = std::move(block.agency);
    records.fiscal_year = block.fiscal_year;
    records.fiscal_year_field = std::move(block.fiscal_year_field);
    if (!records.title) records.findings.push_back(finding_at(FindingCode::kTitleMissing, {}, {}));
    if (!records.fiscal_year) records.findings.push_back(finding_at(FindingCode::kFiscalYearMissing, {}, {}));
}

void add_tables(const CleanDocument& document, std::span<const TableView> views, const Fitting& fitting,
                const HeadLines& head, std::size_t first, DocumentRecords& records) {
    const Profile& profile = *fitting.profile;
    RecordBuilder builder(profile, records.fiscal_year, records);
    for (std::size_t i = 0; i < views.size(); ++i) {
        const CleanTable& table = document.tables[i];
        const ColumnMap& map = fitting.maps[i];
        std::vector<Field> headings =
            i == first ? head.headings
                       : without_title(heading_lines(table.headings, table.pages, profile), head.title_block);
        if (!map.fits) {
            builder.headings().add(lasting(headings, profile));
            if (nearly_fits(map)) {
                records.findings.push_back(
                    finding_at(FindingCode::kUnknownForm, table.pages, {profile.name}));
            }
            continue;
        }
        builder.headings().add(join_wrapped(headings, document.pages, profile));
        builder.add_table(views[i], map, static_cast<std::int32_t>(i));
    }
}

/// What earlier stages doubt about a place is a doubt about the field that stands there.
void place_findings(DocumentRecords& records) {
    for (Finding& finding : records.findings) {
        if (finding.code != FindingCode::kTextDoubtful || !finding.activity_id.empty() || !finding.region)
            continue;
        for (const ActivityRecord& activity : records.activities) {
            for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
                if (!activity.fields[i]) continue;
                const auto& fragments = activity.fields[i]->fragments;
                const bool here =
                    std::any_of(fragments.begin(), fragments.end(), [&finding](const Fragment& fragment) {
                        return fragment.region.page == finding.region->page &&
                               fragment.region.box.intersects(finding.region->box);
                    });
                if (!here) continue;
                finding.activity_id = activity.id;
                finding.field = name_of(static_cast<FieldKey>(i));
            }
        }
    }
}

}  // namespace

DocumentRecords interpret(const CleanDocument& document, std::span<const Profile> candidates) {
    DocumentRecords records;
    records.pages = document.pages;
    records.findings = document.findings;
    std::vector<TableView> views(document.tables.begin(), document.tables.end());
    const Choice choice = best_fitting(views, candidates);
    const Fitting& fitting = choice.best;
    if (fitting.profile == nullptr) return records;

    const std::size_t first = first_fitting(fitting);
    const HeadLines head =
        document.tables.empty() ? HeadLines{} : split_head(document.tables[first].headings, *fitting.profile);
    add_title(document, head, *fitting.profile, records);
    if (fitting.weight > 0) {
        records.profile = fitting.profile->name;
        if (candidates.size() > 1) records.findings.push_back(note_choice(choice));
        note_columns(fitting, document, records.findings);
        add_tables(document, views, fitting, head, first, records);
        for (const auto number : {settle_numbers, infer_numbers}) {
            std::vector<Finding> changed = number(records.activities);
            std::move(changed.begin(), changed.end(), std::back_inserter(records.findings));
        }
    } else if (!document.tables.empty()) {
        records.findings.push_back(finding_at(FindingCode::kUnknownForm, {}, {names_of(candidates)}));
    }
    place_findings(records);
    raise_flags(records);
    return records;
}

}  // namespace tarang::interpret
