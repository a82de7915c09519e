#include "pipeline/stitch/furniture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "lib/thai/compare.h"
#include "lib/thai/digits.h"
#include "lib/thai/text_cursor.h"
#include "lib/thai/utf8.h"

namespace tarang::stitch {
namespace {

constexpr Points kSameSpot = 4;          // points: layouts shift by a fraction of a line between pages
constexpr Points kSameSpotOnScans = 14;  // sheets are laid down half a centimetre apart
constexpr float kSameButMisread = 0.8F;
constexpr std::size_t kPagesBack = 8;
constexpr float kEdgeZone = 0.15F;  // share of the page's height at its head and foot
constexpr float kMostPages = 0.6F;
constexpr std::size_t kFewestPages = 3;  // two pages with the same words may be two headings

bool at_head(const TextLine& line, const PageInfo& page) {
    return line.box.bottom <= kEdgeZone * page.layout_height();
}
bool at_foot(const TextLine& line, const PageInfo& page) {
    return line.box.top >= (1 - kEdgeZone) * page.layout_height();
}

/// Where a line stands, and what it says.
struct Spot {
    std::string name;
    Points left = 0;
    Points top = 0;
    std::size_t page = 0;

    bool near(const Spot& other, Points slack) const {
        return std::abs(left - other.left) <= slack && std::abs(top - other.top) <= slack;
    }
};

std::string digits_of(const std::string& text) {
    std::string digits = thai::fold_digits(text);
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    return digits;
}

/// The lines of all pages, in order, under names that are the same for lines that say the same.
class Spots {
public:
    explicit Spots(const std::vector<PageLayout>& pages) {
        for (std::size_t p = 0; p < pages.size(); ++p) {
            for (const TextBlock& block : pages[p].blocks) {
                for (const TextLine& line : block.lines) add(line, pages[p].info, p);
            }
        }
    }

    /// The pages, ascending, on which a line with the words of the given one, the n-th of all, stands on its
    /// spot.
    std::vector<std::size_t> pages_with(std::size_t n) const {
        const auto& [spot, slack] = spots_[n];
        std::vector<std::size_t> pages;
        for (const std::size_t i : by_name_.at(spot.name)) {
            const Spot& other = spots_[i].first;
            if (spot.near(other, slack) && (pages.empty() || pages.back() != other.page))
                pages.push_back(other.page);
        }
        return pages;
    }

private:
    void add(const TextLine& line, const PageInfo& info, std::size_t page) {
        Spot spot{thai::comparable(line.text), line.box.left, line.box.top, page};
        const bool scanned = line.source == Source::kOcr;
        if (scanned && (at_head(line, info) || at_foot(line, info))) {
            if (const Spot* same = same_line_on_scans(spot)) spot.name = same->name;
            edges_.push_back(spot);
        }
        by_name_[spot.name].push_back(spots_.size());
        spots_.emplace_back(std::move(spot), scanned ? kSameSpotOnScans : kSameSpot);
    }

    /// A line of the last pages at the same edge that differs by misread letters only. Numbers tell lines
    /// apart that are alike.
    const Spot* same_line_on_scans(const Spot& spot) const {
        const std::string digits = digits_of(spot.name);
        for (auto known = edges_.rbegin(); known != edges_.rend(); ++known) {
            if (known->page + kPagesBack < spot.page) break;
            if (known->page != spot.page && spot.near(*known, kSameSpotOnScans) &&
                digits_of(known->name) == digits &&
                thai::similarity(known->name, spot.name) >= kSameButMisread)
                return &*known;
        }
        return nullptr;
    }

    std::vector<std::pair<Spot, Points>> spots_;
    std::vector<Spot> edges_;  ///< of scans
    std::map<std::string, std::vector<std::size_t>> by_name_;
};

/// A line with its numbers taken out: "แบบ ๑ ... หน้า #", and what they are.
struct Numbered {
    std::vector<int> numbers;
    Rect box;
    std::size_t page = 0;
};

using NumberedLines = std::map<std::string, std::vector<Numbered>>;

std::pair<std::string, Numbered> numbered(const TextLine& line, std::size_t page) {
    constexpr std::size_t kMostDigits = 4;
    const std::string text = thai::fold_digits(thai::comparable(line.text));
    std::string words;
    Numbered result{{}, line.box, page};
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        if (end == i || end - i > kMostDigits) {
            words += text[i];
            i = std::max(end, i + 1);
            continue;
        }
        result.numbers.push_back(std::stoi(text.substr(i, end - i)));
        words += '#';
        i = end;
    }
    return {std::move(words), std::move(result)};
}

NumberedLines numbered_lines_of(const std::vector<PageLayout>& pages) {
    NumberedLines lines;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        for (const TextBlock& block : pages[p].blocks) {
            for (const TextLine& line : block.lines) {
                if (!at_head(line, pages[p].info) && !at_foot(line, pages[p].info)) continue;
                auto [words, entry] = numbered(line, p);
                if (!entry.numbers.empty()) lines[words].push_back(std::move(entry));
            }
        }
    }
    return lines;
}

std::u32string lower_case(std::u32string text) {
    for (char32_t& c : text) {
        if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    }
    return text;
}

/// Takes the first of the words that stands there.
template <std::size_t N>
bool take_any(thai::TextCursor& cursor, const std::array<std::u32string_view, N>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::u32string_view word) { return cursor.take(word); });
}

constexpr std::u32string_view kDashes = U"-\u2013\u2014";

bool is_dash(char32_t c) { return kDashes.find(c) != kDashes.npos; }

/// Words or signs that make a number a page's; without them it may count headings. `words` as `numbered`
/// gives them: '#' for each number.
bool says_page(const std::string& words) {
    const std::u32string text = lower_case(thai::decode(words));
    for (const std::u32string_view sign :
         {U"หน้า#", U"หน้าที่#", U"page#", U"p.#", U"#/#", U"#หน้า", U"#|หน้า", U"#|page"}) {
        if (text.find(sign) != text.npos) return true;
    }
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == U'#' && is_dash(text[i - 1]) && is_dash(text[i + 1])) return true;
    }
    return false;
}

/// Whether one of the numbers counts the pages, the others staying as they are.
bool counts_on(const Numbered& a, const Numbered& b) {
    if (a.numbers.size() != b.numbers.size() || a.page == b.page) return false;
    const int pages = static_cast<int>(b.page) - static_cast<int>(a.page);
    int counters = 0;
    for (std::size_t i = 0; i < a.numbers.size(); ++i) {
        const int step = b.numbers[i] - a.numbers[i];
        if (step == pages) ++counters;
        if (step != 0 && step != pages) return false;
    }
    return counters == 1 && std::abs(a.box.top - b.box.top) <= kSameSpot;
}

/// A running header or footer that carries the page's number: the same line on another page counts on. At the
/// head it must say that it is a page's, since headings count there.
bool carries_page_number(const NumberedLines& lines, const TextLine& line, std::size_t page, bool foot) {
    const auto [words, own] = numbered(line, page);
    const auto found = lines.find(words);
    return found != lines.end() && (foot || says_page(words)) &&
           std::any_of(found->second.begin(), found->second.end(),
                       [&own = own](const Numbered& other) { return counts_on(own, other); });
}

/// Whether a line comes again: over the tables, what the page before has there; below them, also what the
/// next page has. What comes first on a page, even where later pages repeat it, begins something.
bool is_repeated(const TextLine& line, const PageLayout& page, std::size_t p,
                 const std::vector<std::size_t>& same) {
    const auto on = [&](std::size_t other) {
        return std::find(same.begin(), same.end(), other) != same.end();
    };
    if (page.grids.empty()) return same.size() >= 2;
    const bool above = line.box.center_y() < page.grids.front().outline.center_y();
    return (p > 0 && on(p - 1)) || (!above && on(p + 1));
}

/// Without the dots and commas that dirt makes of a scan; between digits they are part of a number.
std::string without_dirt(const std::string& text) {
    constexpr std::string_view kDirt = ".,:;'`";
    const auto digit = [&text](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    std::string clean;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dirt = kDirt.find(text[i]) != std::string_view::npos;
        if (!dirt || (i > 0 && digit(i - 1) && digit(i + 1))) clean += text[i];
    }
    return clean;
}

}  // namespace

bool is_page_number(const std::string& text) {
    constexpr std::size_t kMostDigits = 4;
    // The tone over "page" is what a scan loses first.
    constexpr std::array<std::u32string_view, 6> kBefore{U"หน้าที่", U"หนาที่", U"หน้าที", U"หน้า", U"หนา", U"page"};
    constexpr std::array<std::u32string_view, 4> kOf{U"/", U"จากทั้งหมด", U"จาก", U"of"};
    const std::u32string folded =
        lower_case(thai::decode(without_dirt(thai::fold_digits(thai::comparable(text)))));
    thai::TextCursor cursor(folded);
    if (!take_any(cursor, kBefore)) cursor.take(U"p");
    cursor.take_all_of(U"-\u2013\u2014([|");
    if (!cursor.take_number(kMostDigits)) return false;
    cursor.take_all_of(U"-\u2013\u2014)]|");
    if (take_any(cursor, kOf) && !cursor.take_number(kMostDigits)) return false;
    take_any(cursor, kBefore);
    return cursor.at_end();
}

bool is_print_stamp(const std::string& text) {
    constexpr std::size_t kYearDigits = 4;
    const std::u32string decoded = lower_case(thai::decode(text));
    thai::TextCursor cursor(decoded);
    cursor.take_spaces();
    constexpr std::array<std::u32string_view, 4> kAddresses{U"http://", U"https://", U"file:///", U"about:"};
    if (take_any(cursor, kAddresses)) return true;
    for (int part = 0; part < 3; ++part) {
        if (part > 0 && !cursor.take(U"/")) return false;
        if (!cursor.take_number(part < 2 ? 2 : kYearDigits)) return false;
    }
    cursor.take(U",");
    cursor.take_spaces();
    return cursor.take_number(2) && cursor.take_one_of(U":.") && cursor.take_number(2);
}

std::vector<std::vector<std::vector<LineRole>>> line_roles(const std::vector<PageLayout>& pages) {
    const Spots spots(pages);
    std::size_t n = 0;
    const NumberedLines numbers = numbered_lines_of(pages);
    std::vector<std::vector<std::vector<LineRole>>> roles(pages.size());
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const PageLayout& page = pages[p];
        for (const TextBlock& block : page.blocks) {
            std::vector<LineRole>& block_roles = roles[p].emplace_back();
            for (const TextLine& line : block.lines) {
                const bool head = at_head(line, page.info);
                const bool foot = at_foot(line, page.info);
                const std::vector<std::size_t> same = spots.pages_with(n++);
                const bool most =
                    same.size() >= kFewestPages &&
                    static_cast<float>(same.size()) >= kMostPages * static_cast<float>(pages.size());
                const bool first_head = p == 0 && head;
                const bool pages_own = is_page_number(line.text) || is_print_stamp(line.text) ||
                                       carries_page_number(numbers, line, p, foot);
                LineRole role = LineRole::kText;
                if ((head || foot) && (pages_own || (most && !first_head)))
                    role = LineRole::kFurniture;
                else if (is_repeated(line, page, p, same))
                    role = LineRole::kRepeated;
                block_roles.push_back(role);
            }
        }
    }
    return roles;
}

}  // namespace tarang::stitch
