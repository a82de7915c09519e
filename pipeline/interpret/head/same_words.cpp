#include "pipeline/interpret/head/same_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"
#include "models/flags.h"
#include "pipeline/interpret/head/same_lines.h"

namespace tarang::interpret {
namespace {

constexpr std::size_t kFewestLetters = 5;  // without marks; fewer are the letters of other words as well
constexpr std::size_t kFewestPlaces = 2;

/// A text by its letters without marks, and where each of them stands in it.
struct Bare {
    std::u32string text;
    std::u32string letters;
    std::vector<std::size_t> places;
};

Bare bare_of(std::u32string text) {
    Bare bare;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (thai::is_mark(text[i])) continue;
        bare.letters.push_back(text[i]);
        bare.places.push_back(i);
    }
    bare.text = std::move(text);
    return bare;
}

/// Ends of the words and of what is no word: 0, ..., the text's length.
std::vector<std::size_t> ends_of_words(const std::u32string& text) {
    std::vector<std::size_t> ends = thai::word_breaks(text);
    ends.insert(ends.begin(), 0);
    ends.push_back(text.size());
    return ends;
}

bool all_thai(std::u32string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char32_t c) { return thai::is_thai(c) && !thai::is_digit(c); });
}

bool is_word(std::u32string_view text) { return all_thai(text) && thai::known_word(thai::encode(text)); }

bool is_words(const std::u32string& text) {
    const std::vector<std::size_t> ends = ends_of_words(text);
    for (std::size_t i = 1; i < ends.size(); ++i) {
        if (!is_word(std::u32string_view(text).substr(ends[i - 1], ends[i] - ends[i - 1]))) return false;
    }
    return true;
}

/// Every text of the scan, looked through only where a heading asks.
class Spellings {
public:
    explicit Spellings(const DocumentRecords& records) : records_(&records) {}

    /// How the letters are spelled elsewhere, where all places with words agree.
    std::optional<std::u32string> of(const std::u32string& read) {
        if (texts_.empty()) collect();
        const std::u32string letters = bare_of(read).letters;
        std::map<std::u32string, std::size_t> counts;
        for (const Bare& text : texts_) {
            for (std::size_t at = text.letters.find(letters); at != std::u32string::npos;
                 at = text.letters.find(letters, at + 1)) {
                const std::size_t next = at + letters.size();
                const std::size_t end = next < text.places.size() ? text.places[next] : text.text.size();
                std::u32string spelled = text.text.substr(text.places[at], end - text.places[at]);
                if (is_words(spelled)) ++counts[std::move(spelled)];
            }
        }
        const bool agree = counts.size() == 1 && counts.begin()->second >= kFewestPlaces;
        return agree && counts.begin()->first != read ? std::optional(counts.begin()->first) : std::nullopt;
    }

private:
    void add(const Field& field) {
        if (field.source == Source::kOcr) texts_.push_back(bare_of(thai::decode(field.text)));
    }

    void collect() {
        for (const auto* field : {&records_->title, &records_->agency})
            if (*field) add(**field);
        const ActivityRecord* before = nullptr;
        for (const ActivityRecord& activity : records_->activities) {
            for (std::size_t i = 0; i < activity.headings.size(); ++i) {
                const bool over_both = before != nullptr && i < before->headings.size() &&
                                       one_print(before->headings[i], activity.headings[i]);
                if (!over_both) add(activity.headings[i]);
            }
            for (const auto& field : activity.fields)
                if (field) add(*field);
            for (const ExtraField& extra : activity.extra) add(extra.field);
            before = &activity;
        }
    }

    const DocumentRecords* records_;
    std::vector<Bare> texts_;
};

/// Puts `now` in the place of [from, to) of the text. Its letters are unsure from now on.
void put(Field& field, std::u32string& text, std::size_t from, std::size_t to, const std::u32string& now) {
    const auto begin = static_cast<std::int32_t>(from);
    const auto end = static_cast<std::int32_t>(to);
    const auto size = static_cast<std::int32_t>(text.size());
    std::vector<TextRange> unsure = ranges_within(field.unsure, {0, begin});
    append_ranges(unsure, {{begin, begin + static_cast<std::int32_t>(now.size())}}, 0);
    append_ranges(unsure, ranges_within(field.unsure, {end, size}),
                  begin + static_cast<std::int32_t>(now.size()));
    text.replace(from, to - from, now);
    field.unsure = std::move(unsure);
    field.text = thai::encode(text);
}

/// What is no word, alone or with the words beside it: the parts of words that a lost mark leaves are often
/// words.
bool settle_at(Field& field, std::u32string& text, const std::vector<std::size_t>& ends, std::size_t word,
               Spellings& spellings) {
    const std::size_t last = ends.size() - 2;
    for (const auto& [before, behind] : {std::pair{1, 1}, {1, 0}, {0, 1}, {0, 0}}) {
        if (word < static_cast<std::size_t>(before) || word + static_cast<std::size_t>(behind) > last)
            continue;
        const std::size_t from = ends[word - static_cast<std::size_t>(before)];
        const std::size_t to = ends[word + 1 + static_cast<std::size_t>(behind)];
        const std::u32string read = text.substr(from, to - from);
        if (!all_thai(read) || bare_of(read).letters.size() < kFewestLetters) continue;
        if (const auto now = spellings.of(read)) {
            put(field, text, from, to, *now);
            return true;
        }
    }
    return false;
}

/// The line as it is to be read; nothing where it stays.
std::optional<Field> settled(const Field& line, Spellings& spellings) {
    if (line.source != Source::kOcr) return std::nullopt;
    Field field = line;
    std::u32string text = thai::decode(field.text);
    std::vector<std::size_t> ends = ends_of_words(text);
    bool changed = false;
    for (std::size_t word = 0; word + 1 < ends.size(); ++word) {
        const std::u32string_view part =
            std::u32string_view(text).substr(ends[word], ends[word + 1] - ends[word]);
        if (part.empty() || !all_thai(part) || is_word(part)) continue;
        if (!settle_at(field, text, ends, word, spellings)) continue;
        changed = true;
        ends = ends_of_words(text);
    }
    return changed ? std::optional(field) : std::nullopt;
}

}  // namespace

std::vector<Finding> settle_words(DocumentRecords& records, const Profile& profile) {
    Spellings spellings(records);
    std::vector<Finding> findings;
    for (const char* name : {"title", "agency"}) {
        auto& field = *document_field(records, name);
        auto now = field ? settled(*field, spellings) : std::nullopt;
        if (!now) continue;
        Finding finding;
        finding.code = FindingCode::kReadAgain;
        finding.field = name;
        finding.arguments = {field->text, now->text};
        point_at(finding, field->fragments);
        findings.push_back(std::move(finding));
        for (TableRecord& table : records.tables) {
            for (auto* said : {&table.title, &table.agency})
                if (*said == field->text) *said = now->text;
        }
        *field = std::move(*now);
    }
    std::map<std::string, std::optional<Field>> known;  // one line stands over many records
    for (ActivityRecord& activity : records.activities) {
        for (std::size_t i = 0; i < activity.headings.size(); ++i) {
            const Field& heading = activity.headings[i];
            const auto found = known.find(heading.text);
            const auto now = found != known.end()
                                 ? found->second
                                 : known.emplace(heading.text, settled(heading, spellings)).first->second;
            if (!now || heading.source != Source::kOcr) continue;
            Field read = heading;
            read.text = now->text;
            read.unsure = now->unsure;
            replace_heading(activity, i, std::move(read), profile, findings);
        }
    }
    return findings;
}

}  // namespace tarang::interpret
