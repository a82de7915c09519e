#include "host/audit/suggested_form.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <map>
#include <set>

#include "pipeline/interpret/columns/contents.h"
#include "pipeline/interpret/forms/keyed.h"

namespace tarang::audit {
namespace {

using interpret::ColumnKey;
using interpret::Phrase;

// A spelling inside a header is a weaker sign than one that is the header, and a longer one says more.
constexpr float kInside = 0.5F;
constexpr std::size_t kShortestInside = 3;  // characters
constexpr std::size_t kShort = 5;  // what is shorter stands inside of other words, too: ถึง, ที่
constexpr std::size_t kSignature = 3;  // columns that make a table of the form, the activity among them

std::string innermost(const std::vector<std::string>& header) {
    const auto level = std::find_if(header.rbegin(), header.rend(),
                                    [](const std::string& text) { return !interpret::is_blank(text); });
    return level == header.rend() ? std::string() : *level;
}

float likeness_of(const Phrase& header, const Phrase& spelling) {
    if (const float same = interpret::likeness(header, spelling); same > 0) return 1 + same;
    if (spelling.key.size() < kShortestInside || header.key.find(spelling.key) == std::u32string::npos)
        return 0;
    if (spelling.key.size() < kShort && 2 * spelling.key.size() < header.key.size()) return 0;
    return kInside * static_cast<float>(spelling.key.size()) / static_cast<float>(header.key.size());
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return result + "\"";
}

/// "งบประมาณ > เบิกจ่าย"
std::string spelling_of(const std::vector<std::string>& header) {
    std::string path;
    for (const std::string& level : header) {
        if (!interpret::is_blank(level)) path += (path.empty() ? "" : " > ") + level;
    }
    return path;
}

struct Columns {
    std::array<std::vector<std::string>, interpret::kColumnKeyCount> spellings;
    std::vector<std::string> unknown;

    void add(const std::vector<std::string>& header) {
        const std::string spelling = spelling_of(header);
        if (spelling.empty()) return;
        const auto key = guess_of(header);
        auto& list = key ? spellings[static_cast<std::size_t>(*key)] : unknown;
        if (std::find(list.begin(), list.end(), spelling) == list.end()) list.push_back(spelling);
    }
};

/// The activity, and the first other columns: a table that has them is of the form.
std::string signature_of(const Columns& columns) {
    std::string names = quoted("activity");
    std::size_t count = 1;
    for (std::size_t i = 0; i < columns.spellings.size() && count < kSignature; ++i) {
        const auto key = static_cast<ColumnKey>(i);
        if (key == ColumnKey::kActivity || key == ColumnKey::kNumber || columns.spellings[i].empty())
            continue;
        names += ", " + quoted(std::string(name_of(key)));
        ++count;
    }
    return names;
}

/// A field that a header may be, and how like it is to that field's spellings: 1 and more where it is one as
/// a whole.
struct Guess {
    std::size_t column = 0;
    ColumnKey key{};
    float likeness = 0;
};

/// The best of each field, the best of all first.
std::vector<Guess> guesses_about(const std::vector<std::string>& header, std::size_t column) {
    const std::string text = innermost(header);
    if (text.empty()) return {};
    const Phrase phrase = interpret::phrase_of(text);
    std::vector<Guess> guesses;
    for (std::size_t i = 0; i < interpret::kColumnKeyCount; ++i) {
        Guess guess{column, static_cast<ColumnKey>(i), 0};
        for (const interpret::Profile& form : interpret::shipped_profiles()) {
            for (const auto& spelling : form.spellings(guess.key))
                guess.likeness = std::max(guess.likeness, likeness_of(phrase, spelling.back()));
        }
        if (guess.likeness > 0) guesses.push_back(guess);
    }
    std::stable_sort(guesses.begin(), guesses.end(),
                     [](const Guess& a, const Guess& b) { return a.likeness > b.likeness; });
    return guesses;
}

// A spelling of a third of its header, and what a column holds where its header is no spelling: guesses both.
constexpr float kLeast = 0.17F;
constexpr float kByContents = 0.4F;

/// What a column of a table that is kept row by row may be by what most of its cells hold.
std::optional<ColumnKey> guess_by_contents(const TableRecord& table, std::size_t column) {
    using interpret::Held;
    std::map<Held, std::size_t> held;
    std::size_t cells = 0;
    for (const std::vector<Field>& row : table.rows) {
        if (row.size() != table.header.size()) continue;  // merged cells: which column is which is not known
        const Held kind = interpret::held_in(row[column].text, interpret::shipped_profiles().front());
        if (kind == Held::kNothing) continue;
        ++held[kind];
        ++cells;
    }
    const auto most = [&](Held kind) { return cells > 1 && held[kind] * 3 >= cells * 2; };
    if (most(Held::kPeriod)) return ColumnKey::kPeriod;
    if (most(Held::kStatus)) return ColumnKey::kResult;
    if (most(Held::kAmount)) return ColumnKey::kBudget;
    if (most(Held::kPercent)) return ColumnKey::kProgress;
    return std::nullopt;
}

/// A level of a printed header as a form's file has it: without what means something there.
std::string plain(const std::string& level) {
    std::string text;
    std::copy_if(level.begin(), level.end(), std::back_inserter(text),
                 [](char c) { return c != '*' && c != '>'; });
    return text;
}

/// The score at the end of a judgement's text: "money +1.5, time +1.0 = +2.5".
float score_in(const TableRecord::Reason& reason) {
    for (const std::string& text : reason.arguments) {
        const std::size_t sum = text.rfind("= ");
        if (sum != std::string::npos) return std::strtof(text.c_str() + sum + 2, nullptr);
    }
    return 0;
}

/// Tables with all columns of the form but one at most: a page leaves out an empty column, a scan misreads
/// one.
std::string fits_of(const std::vector<ColumnKey>& keys) {
    constexpr std::size_t kFewest = 4;  // of which one may be missing
    std::string lists;
    const auto add = [&](std::optional<ColumnKey> without) {
        std::string names;
        for (const ColumnKey key : keys) {
            if (key != without) names += (names.empty() ? "" : ", ") + quoted(std::string(name_of(key)));
        }
        lists += (lists.empty() ? "[" : ", [") + names + "]";
    };
    add(std::nullopt);
    for (const ColumnKey key : keys) {
        if (keys.size() >= kFewest && key != ColumnKey::kActivity) add(key);
    }
    return lists;
}

}  // namespace

std::optional<ColumnKey> guess_of(const std::vector<std::string>& header) {
    const std::vector<Guess> guesses = guesses_about(header, 0);
    return guesses.empty() ? std::nullopt : std::optional(guesses.front().key);
}

std::vector<std::optional<ColumnKey>> guesses_of(const TableRecord& table) {
    std::vector<Guess> guesses;
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        if (innermost(table.header[column]).empty()) continue;
        std::vector<Guess> own = guesses_about(table.header[column], column);
        // A short word inside a long header says little; what is less than a whole header only as a column's
        // best.
        std::erase_if(own, [&own](const Guess& guess) {
            return guess.likeness < kLeast || (guess.likeness < 1 && guess.key != own.front().key);
        });
        guesses.insert(guesses.end(), own.begin(), own.end());
        if (const auto key = guess_by_contents(table, column)) guesses.push_back({column, *key, kByContents});
    }
    std::stable_sort(guesses.begin(), guesses.end(),
                     [](const Guess& a, const Guess& b) { return a.likeness > b.likeness; });
    std::vector<std::optional<ColumnKey>> chosen(table.header.size());
    std::set<ColumnKey> taken;
    for (const Guess& guess : guesses) {
        if (!chosen[guess.column] && taken.insert(guess.key).second) chosen[guess.column] = guess.key;
    }
    return chosen;
}

std::string form_of_choices(std::string_view name, std::string_view title,
                            const std::vector<std::vector<std::string>>& header,
                            const std::vector<std::optional<ColumnKey>>& fields) {
    std::vector<ColumnKey> keys;
    std::string columns;
    for (std::size_t i = 0; i < header.size() && i < fields.size(); ++i) {
        std::vector<std::string> path;
        for (const std::string& level : header[i]) path.push_back(plain(level));
        const std::string spelling = spelling_of(path);
        if (!fields[i] || spelling.empty()) continue;
        keys.push_back(*fields[i]);
        columns += std::string(name_of(*fields[i])) + " = [" + quoted(spelling) + "]\n";
    }
    return "name = " + quoted(std::string(name)) + "\ntitle = " + quoted(std::string(title)) +
           "\nextends = \"monitoring\"\nexact = true\nfits = [" + fits_of(keys) + "]\n\n[columns]\n" +
           columns;
}

bool is_worth_teaching(const TableRecord& table, bool gave_nothing) {
    // The general form asks for 3. Tables that just reach it are read by little; of documents that gave
    // nothing those are shown that half of it speaks for. Both are guesses.
    constexpr float kSurely = 4;
    constexpr float kSomething = 1.5F;
    constexpr std::ptrdiff_t kFewestColumns = 2;
    const auto headed = std::count_if(table.header.begin(), table.header.end(),
                                      [](const auto& path) { return !spelling_of(path).empty(); });
    if (headed < kFewestColumns || !table.reason) return false;
    const float score = score_in(*table.reason);
    if (table.form == "general") return score < kSurely;
    if (!table.form.empty()) return false;
    return table.reason->code == FindingCode::kUnknownForm || (gave_nothing && score >= kSomething);
}

bool is_unexplained(const TableRecord& table) { return table.form.empty() || table.form == "general"; }

std::string suggested_form(const DocumentRecords& records, std::string_view name) {
    Columns columns;
    bool any = false;
    for (const TableRecord& table : records.tables) {
        if (!is_unexplained(table)) continue;
        any = true;
        for (const auto& header : table.header) columns.add(header);
    }
    if (!any) return {};
    std::string toml = "name = " + quoted(std::string(name)) +
                       "\ntitle = " + quoted(records.title ? records.title->text : std::string(name)) +
                       "\nextends = \"monitoring\"\nfits = [[" + signature_of(columns) + "]]\n\n[columns]\n";
    for (std::size_t i = 0; i < columns.spellings.size(); ++i) {
        if (columns.spellings[i].empty()) continue;
        std::string list;
        for (const std::string& spelling : columns.spellings[i])
            list += (list.empty() ? "" : ", ") + quoted(spelling);
        toml += std::string(name_of(static_cast<ColumnKey>(i))) + " = [" + list + "]\n";
    }
    for (const std::string& spelling : columns.unknown) toml += "# ? = [" + quoted(spelling) + "]\n";
    return toml;
}

}  // namespace tarang::audit
