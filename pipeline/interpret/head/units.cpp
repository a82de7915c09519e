#include "pipeline/interpret/head/units.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace tarang::interpret {
namespace {

struct Spelling {
    std::u32string_view key;  ///< as keyed() makes it: no blanks, no dots, digits folded
    std::string_view unit;
};
/// Longer spellings first, so that "ล้านบาท" is not found as "บาท".
constexpr std::array<Spelling, 14> kSpellings{{{U"1000000บาท", "ล้าน"},
                                               {U"100000บาท", "แสน"},
                                               {U"10000บาท", "หมื่น"},
                                               {U"1000บาท", "พัน"},
                                               {U"ล้านบาท", "ล้าน"},
                                               {U"แสนบาท", "แสน"},
                                               {U"หมื่นบาท", "หมื่น"},
                                               {U"พันบาท", "พัน"},
                                               {U"ลานบาท", "ล้าน"},
                                               {U"หมนบาท", "หมื่น"},
                                               {U"ลบ", "ล้าน"},
                                               {U"ล้าน", "ล้าน"},
                                               {U"บาท", ""},
                                               {U"บ", ""}}};
constexpr std::u32string_view kUnitWord = U"หน่วย";

/// Units of the key, each once; what a longer spelling covers is not looked at again.
std::set<std::string> units_in_key(std::u32string key) {
    std::set<std::string> units;
    for (const auto& [spelling, unit] : kSpellings) {
        const bool short_form = spelling.size() <= 2;
        for (std::size_t at = key.find(spelling); at != std::u32string::npos; at = key.find(spelling, at)) {
            // "ลบ." and "บ." only as a whole: their letters are in too many words.
            if (short_form && key.size() != spelling.size()) break;
            units.insert(std::string(unit));
            key.replace(at, spelling.size(), U"|");
        }
    }
    return units;
}

/// "ล้นบาท", "ล้านบาก": a word of a unit but for a letter. To be read as baht it is a million times too little.
std::optional<std::string> nearly_a_unit(std::string_view word) {
    static constexpr std::array<std::pair<std::u32string_view, std::string_view>, 4> kWords{
        {{U"ล้านบาท", "ล้าน"}, {U"แสนบาท", "แสน"}, {U"หมื่นบาท", "หมื่น"}, {U"พันบาท", "พัน"}}};
    const std::u32string key = keyed(word).key;
    for (const auto& [letters, unit] : kWords) {
        if (likeness(key, letters) > 0) return std::string(unit);
    }
    return std::nullopt;
}

/// A caption's units: "หน่วย : ล้านบาท", "(พันบาท)"; none of a line that says more.
std::set<std::string> caption_units(const std::string& text) {
    const std::u32string key = keyed(text).key;
    const std::size_t word = key.find(kUnitWord);
    // "หน่วยงาน" begins with the word and is none.
    if (word != std::u32string::npos && !key.substr(word).starts_with(U"หน่วยงาน"))
        return units_in_key(key.substr(word + kUnitWord.size()));
    const bool alone = std::any_of(kSpellings.begin(), kSpellings.end(),
                                   [&key](const Spelling& spelling) { return spelling.key == key; });
    return alone ? units_in_key(key) : std::set<std::string>{};
}

/// The lines that may say it, nearest last.
std::vector<const Field*> captions_of(const TableView& view, const ColumnMap& map) {
    constexpr std::size_t kLines = 3;  // over the table; what stands higher is the report's
    std::vector<const Field*> captions;
    const auto& headings = view.table().headings;
    for (std::size_t i = headings.size() > kLines ? headings.size() - kLines : 0; i < headings.size(); ++i)
        captions.push_back(&headings[i]);
    for (const CleanCell* title : map.titles) captions.push_back(&title->value);
    const CleanCell* first = view.at(map.header_rows, 0);
    if (first != nullptr && spans_all(view, *first)) captions.push_back(&first->value);
    return captions;
}

std::optional<std::string> own_unit(const std::vector<std::string>& path) {
    for (auto level = path.rbegin(); level != path.rend(); ++level) {
        if (auto unit = unit_in(*level)) return unit;
    }
    return std::nullopt;
}

bool counts_money(const ColumnMap& map, std::size_t column) {
    const auto& part = map.parts[column];
    return (map.keys[column] && is_money(*map.keys[column])) ||
           (part && part->kind == PartColumn::Kind::kMoney);
}

}  // namespace

bool is_unit_caption(const std::string& text) {
    constexpr std::size_t kLongest = 30;  // letters
    return keyed(text).key.size() <= kLongest && !caption_units(text).empty();
}

std::optional<std::string> unit_in(const std::string& text) {
    std::set<std::string> units = units_in_key(keyed(text).key);
    for (const std::string_view word : words_in(text, " \n():")) {
        if (const auto unit = nearly_a_unit(word)) units.erase(""), units.insert(*unit);
    }
    if (units.size() != 1) return std::nullopt;
    return *units.begin();
}

TableUnits units_of(const TableView& view, const ColumnMap& map) {
    std::set<std::string> said;
    std::string caption;
    for (const Field* line : captions_of(view, map)) {
        const std::set<std::string> units = caption_units(line->text);
        if (units.empty()) continue;
        said.insert(units.begin(), units.end());
        caption = line->text;
    }
    const std::optional<std::string> shared = said.size() == 1 ? std::optional(*said.begin()) : std::nullopt;
    TableUnits units;
    bool money = false;
    bool taken = false;
    for (std::size_t column = 0; column < map.keys.size(); ++column) {
        std::string& unit = units.columns.emplace_back();
        if (!counts_money(map, column)) continue;
        money = true;
        const auto own = own_unit(map.headers[column]);
        unit = own.value_or(shared.value_or(""));
        taken = taken || (shared && unit == *shared);
    }
    if (money && !said.empty() && !taken) units.doubtful = caption;
    return units;
}

MoneyUnits TableUnits::of_fields(const ColumnMap& map) const {
    MoneyUnits units;
    for (const FieldKey key : kMoneyKeys) {
        if (const auto column = map.column_of(static_cast<ColumnKey>(key)))
            units.of(key) = columns[static_cast<std::size_t>(*column)];
    }
    return units;
}

}  // namespace tarang::interpret
