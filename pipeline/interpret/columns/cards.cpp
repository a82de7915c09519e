#include "pipeline/interpret/columns/cards.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/interpret/columns/header_cache.h"
#include "pipeline/interpret/forms/keyed.h"
#include "pipeline/interpret/head/context.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {
namespace {

constexpr std::size_t kFewestCards = 2;
constexpr std::size_t kFewestFields = 2;

/// Whether a line names what is done: "๒. ปลูกป่าชายเลน", "โครงการปลูกป่าชายเลน".
bool names_work(const std::string& text, const Profile& words) {
    const std::u32string key = keyed(text).key;
    constexpr std::size_t kMostDigits = 2;
    std::size_t digits = 0;
    while (digits < key.size() && key[digits] >= U'0' && key[digits] <= U'9') ++digits;
    if (digits >= key.size()) return false;
    if (project_in(text, words)) return true;
    // A numbered strategy or plan names what works belong to.
    return digits > 0 && digits <= kMostDigits && !heading_level(text, words);
}

/// The header's texts, where the table may be a card; else nothing.
std::vector<std::u32string> card_header(const CleanTable& table, const Profile& words, HeaderCache& cache) {
    if (table.header_rows < 1 || table.rows != table.header_rows + 1 || table.headings.empty()) return {};
    if (!names_work(table.headings.back().text, words)) return {};
    const TableView view(table);
    std::vector<std::u32string> header;
    std::set<std::size_t> fields;
    for (std::int32_t column = 0; column < view.columns(); ++column) {
        const auto path = cache.path_over(view, column, table.header_rows, words);
        std::u32string& text = header.emplace_back();
        for (const HeaderLevel& level : path) text += keyed(level.text->printed).key;
        const Fits& fits = cache.fits_of(path, words);
        const auto best = std::max_element(fits.begin(), fits.end());
        if (!is_guess(*best)) fields.insert(static_cast<std::size_t>(best - fits.begin()));
    }
    const bool named = fields.contains(static_cast<std::size_t>(ColumnKey::kActivity)) ||
                       fields.contains(static_cast<std::size_t>(ColumnKey::kProject));
    return named || fields.size() < kFewestFields ? std::vector<std::u32string>{} : header;
}

/// The table with its last heading as its first column.
CleanTable named(CleanTable table, const Profile& words) {
    Field name = std::move(table.headings.back());
    table.headings.pop_back();
    for (CleanCell& cell : table.cells) ++cell.column;
    ++table.columns;
    CleanCell header{0, 0, table.header_rows, 1, true, {}};
    header.value.text = words.spellings(ColumnKey::kActivity).front().back().text;
    table.cells.insert(table.cells.begin(), std::move(header));
    CleanCell cell{table.header_rows, 0, 1, 1, false, std::move(name)};
    const auto body = std::find_if(table.cells.begin(), table.cells.end(), [&table](const CleanCell& other) {
        return other.row >= table.header_rows;
    });
    table.cells.insert(body, std::move(cell));
    return table;
}

}  // namespace

std::optional<CleanDocument> with_cards_named(const CleanDocument& document, const Profile& words,
                                              HeaderCache& cache) {
    std::map<std::vector<std::u32string>, std::vector<std::size_t>> alike;
    for (std::size_t i = 0; i < document.tables.size(); ++i) {
        auto header = card_header(document.tables[i], words, cache);
        if (!header.empty()) alike[std::move(header)].push_back(i);
    }
    std::vector<std::size_t> cards;
    for (const auto& [header, tables] : alike) {
        std::set<std::string> names;
        for (const std::size_t table : tables) names.insert(document.tables[table].headings.back().text);
        if (tables.size() >= kFewestCards && names.size() == tables.size())
            cards.insert(cards.end(), tables.begin(), tables.end());
    }
    if (cards.empty()) return std::nullopt;
    CleanDocument changed = document;
    for (const std::size_t card : cards) changed.tables[card] = named(std::move(changed.tables[card]), words);
    return changed;
}

}  // namespace tarang::interpret
