#include "pipeline/stitch/furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <regex>
#include <string>
#include <utility>

#include "lib/thai/compare.h"
#include "lib/thai/digits.h"

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

    /// On how many pages a line with the words of the given one, the n-th of all, stands on its spot.
    std::size_t pages_with(std::size_t n) const {
        const auto& [spot, slack] = spots_[n];
        std::size_t count = 0;
        std::size_t last_page = static_cast<std::size_t>(-1);
        for (const std::size_t i : by_name_.at(spot.name)) {
            const Spot& other = spots_[i].first;
            if (other.page == last_page || !spot.near(other, slack)) continue;
            ++count;
            last_page = other.page;
        }
        return count;
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
    // The tone over "page" is what a scan loses first.
    static const std::regex kForm(
        R"(^(หน(้)?า|หน(้)?าที(่)?|page|p)?[-–—(\[|]*\d{1,4}[-–—)\]|]*((/|จาก|of|จากทั้งหมด)\d{1,4})?(หน(้)?า|page)?$)",
        std::regex::icase);
    constexpr std::size_t kLongest = 60;  // bytes; anything longer is no page number
    const std::string folded = without_dirt(thai::fold_digits(thai::comparable(text)));
    return folded.size() <= kLongest && std::regex_match(folded, kForm);
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
                const std::size_t count = spots.pages_with(n++);
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
