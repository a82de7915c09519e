// Letters of a scan that the document spells with other marks, or with letters of like shape, elsewhere.
#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "lib/thai/chars.h"
#include "lib/thai/like_letters.h"
#include "lib/thai/utf8.h"
#include "models/flags.h"
#include "pipeline/verify/checks.h"

namespace tarang::verify {
namespace {

/// How many letters on either side of one must be the same, and how many of both sides there must be: of the
/// letters of 43 papers none stood so among others of another word.
constexpr std::size_t kBeside = 3;
constexpr std::size_t kFewest = 4;

/// A letter with its marks among the letters beside it: by its shape alone, and as it is spelled here.
struct Spelling {
    std::uint64_t shape = 0;
    std::uint64_t spelled = 0;
    auto operator<=>(const Spelling&) const = default;
};

std::uint64_t hash_of(const std::u32string& text) { return std::hash<std::u32string>()(text); }

/// `letters` have their marks behind them; both ends of theirs end words too.
void add_spellings(const std::vector<std::u32string>& letters, std::vector<Spelling>& out) {
    if (letters.size() < kFewest + 1) return;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const std::size_t first = i - std::min(i, kBeside);
        const std::size_t end = std::min(letters.size(), i + kBeside + 1);
        if (end - first < kFewest + 1) continue;
        std::u32string left(kBeside - (i - first), U' ');
        std::u32string right;
        for (std::size_t k = first; k < i; ++k) left += letters[k];
        for (std::size_t k = i + 1; k < end; ++k) right += letters[k];
        right.append(i + kBeside + 1 - end, U' ');
        const char32_t shape = thai::first_like(letters[i].front());
        out.push_back({hash_of(left + shape + U'_' + right), hash_of(left + letters[i] + right)});
    }
}

std::vector<Spelling> spellings_of(const Field& field) {
    std::vector<Spelling> spellings;
    std::vector<std::u32string> letters;
    for (const char32_t c : thai::decode(field.text)) {
        if (thai::is_space(c)) continue;
        if (thai::is_mark(c) && !letters.empty()) {
            letters.back() += c;
        } else if (thai::is_consonant(c) || thai::is_leading_vowel(c) || thai::is_following_vowel(c)) {
            letters.emplace_back(1, c);
        } else {
            add_spellings(letters, spellings);
            letters.clear();
        }
    }
    add_spellings(letters, spellings);
    return spellings;
}

/// Where a field is printed: several records may share a cell.
using Print = std::tuple<std::int32_t, Points, Points, std::size_t>;

Print print_of(const Field& field) {
    const std::size_t text = std::hash<std::string>()(field.text);
    if (field.fragments.empty()) return {0, 0, 0, text};
    const Region& region = field.fragments.front().region;
    return {region.page.value, region.box.left, region.box.top, text};
}

/// Calls `visit` with each text of words that nothing has flagged, and what would flag it.
template <typename Visit>
void for_each_sure_text(const DocumentRecords& records, const Visit& visit) {
    const auto is_sure = [](const Field& field) {
        return field.source == Source::kOcr && !field.needs_review;
    };
    for (const ActivityRecord& activity : records.activities) {
        for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
            const auto key = static_cast<FieldKey>(i);
            const auto& field = activity.fields[i];
            if (!field || is_value(key) || !is_sure(*field)) continue;
            visit(*field, [&] { return finding_on(activity, key, FindingCode::kLowConfidence); });
        }
        for (const ExtraField& extra : activity.extra) {
            if (is_amount(activity, extra) || !is_sure(extra.field)) continue;
            visit(extra.field, [&] { return finding_on(activity, extra, FindingCode::kLowConfidence); });
        }
    }
}

struct Count {
    std::uint64_t spelled = 0;
    std::size_t places = 0;
};

/// Of the spellings of the same shape, those that fewest places have; all, where as many have each.
void add_doubted(const std::vector<Count>& counts, std::vector<std::uint64_t>& doubted) {
    if (counts.size() < 2) return;
    const auto fewer = [](const Count& a, const Count& b) { return a.places < b.places; };
    const std::size_t most = std::max_element(counts.begin(), counts.end(), fewer)->places;
    const bool shared =
        std::count_if(counts.begin(), counts.end(), [most](const Count& c) { return c.places == most; }) > 1;
    for (const Count& count : counts)
        if (count.places < most || shared) doubted.push_back(count.spelled);
}

/// The hashes of spellings that are doubted, ascending.
std::vector<std::uint64_t> doubted_in(const DocumentRecords& records) {
    std::vector<Spelling> all;
    std::set<Print> counted;
    for_each_sure_text(records, [&](const Field& field, const auto&) {
        if (!counted.insert(print_of(field)).second) return;
        std::vector<Spelling> own = spellings_of(field);
        std::sort(own.begin(), own.end());
        own.erase(std::unique(own.begin(), own.end()), own.end());
        all.insert(all.end(), own.begin(), own.end());
    });
    std::sort(all.begin(), all.end());
    std::vector<std::uint64_t> doubted;
    for (auto first = all.begin(); first != all.end();) {
        std::vector<Count> counts;
        auto next = first;
        for (; next != all.end() && next->shape == first->shape; ++next) {
            if (counts.empty() || counts.back().spelled != next->spelled)
                counts.push_back({next->spelled, 0});
            ++counts.back().places;
        }
        add_doubted(counts, doubted);
        first = next;
    }
    std::sort(doubted.begin(), doubted.end());
    return doubted;
}

}  // namespace

std::vector<Finding> check_spellings(const DocumentRecords& records) {
    const std::vector<std::uint64_t> doubted = doubted_in(records);
    std::vector<Finding> findings;
    if (doubted.empty()) return findings;
    for_each_sure_text(records, [&](const Field& field, const auto& finding) {
        const std::vector<Spelling> own = spellings_of(field);
        const bool is_doubted = std::any_of(own.begin(), own.end(), [&doubted](const Spelling& spelling) {
            return std::binary_search(doubted.begin(), doubted.end(), spelling.spelled);
        });
        if (is_doubted) findings.push_back(finding());
    });
    return findings;
}

}  // namespace tarang::verify
