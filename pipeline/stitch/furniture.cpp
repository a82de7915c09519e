#include "pipeline/stitch/furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <regex>
#include <string>
#include <utility>

#include "pipeline/thai/compare.h"
#include "pipeline/thai/digits.h"

namespace tarang::stitch {
namespace {

constexpr Points kSameSpot = 4;     // points: layouts shift by a fraction of a line between pages
constexpr float kEdgeZone = 0.15F;  // share of the page's height at its head and foot
constexpr float kMostPages = 0.6F;
constexpr std::size_t kFewestPages = 3;  // two pages with the same words may be two headings

bool at_head(const TextLine& line, const PageInfo& page) {
    return line.box.bottom <= kEdgeZone * page.layout_height();
}
bool at_foot(const TextLine& line, const PageInfo& page) {
    return line.box.top >= (1 - kEdgeZone) * page.layout_height();
}

/// Where a line stands, coarse enough to survive a shift, and what it says.
struct Spot {
    std::string key;
    Points left;
    Points top;
    std::size_t page;
};

using Spots = std::map<std::string, std::vector<Spot>>;

Spots spots_of(const std::vector<PageLayout>& pages) {
    Spots spots;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        for (const TextBlock& block : pages[p].blocks) {
            for (const TextLine& line : block.lines) {
                std::string key = thai::comparable(line.text);
                spots[key].push_back({key, line.box.left, line.box.top, p});
            }
        }
    }
    return spots;
}

/// On how many pages a line with these words stands on this spot.
std::size_t pages_with(const Spots& spots, const TextLine& line) {
    const auto found = spots.find(thai::comparable(line.text));
    if (found == spots.end()) return 0;
    std::size_t count = 0;
    std::size_t last_page = static_cast<std::size_t>(-1);
    for (const Spot& spot : found->second) {
        const bool same = std::abs(spot.left - line.box.left) <= kSameSpot &&
                          std::abs(spot.top - line.box.top) <= kSameSpot && spot.page != last_page;
        if (!same) continue;
        ++count;
        last_page = spot.page;
    }
    return count;
}

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

/// Words or signs that make a number a page's; without them it may count headings.
bool says_page(const std::string& words) {
    static const std::regex kForm(R"(หน้า(ที่)?#|page#|p\.#|[-–—]#[-–—]|#/#|#\|?หน้า|#\|page)",
                                  std::regex::icase);
    return std::regex_search(words, kForm);
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

}  // namespace

bool is_page_number(const std::string& text) {
    static const std::regex kForm(
        R"(^(หน้า|หน้าที่|page|p\.)?[-–—(\[|]*\d{1,4}[-–—)\]|]*((/|จาก|of|จากทั้งหมด)\d{1,4})?(หน้า|page)?$)",
        std::regex::icase);
    const std::string folded = thai::fold_digits(thai::comparable(text));
    constexpr std::size_t kLongest = 60;  // bytes; anything longer is no page number
    return folded.size() <= kLongest && std::regex_match(folded, kForm);
}

std::vector<std::vector<std::vector<LineRole>>> line_roles(const std::vector<PageLayout>& pages) {
    const Spots spots = spots_of(pages);
    const NumberedLines numbers = numbered_lines_of(pages);
    std::vector<std::vector<std::vector<LineRole>>> roles(pages.size());
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const PageLayout& page = pages[p];
        for (const TextBlock& block : page.blocks) {
            std::vector<LineRole>& block_roles = roles[p].emplace_back();
            for (const TextLine& line : block.lines) {
                const bool head = at_head(line, page.info);
                const bool foot = at_foot(line, page.info);
                const std::size_t count = pages_with(spots, line);
                const bool most = count >= kFewestPages &&
                                  static_cast<float>(count) >= kMostPages * static_cast<float>(pages.size());
                const bool first_head = p == 0 && head;
                LineRole role = LineRole::kText;
                const bool edge = head || foot;
                if (edge && (is_page_number(line.text) || carries_page_number(numbers, line, p, foot))) {
                    role = LineRole::kFurniture;
                } else if (edge && most && !first_head) {
                    role = LineRole::kFurniture;
                } else if (count >= 2) {
                    role = LineRole::kRepeated;
                }
                block_roles.push_back(role);
            }
        }
    }
    return roles;
}

}  // namespace tarang::stitch
