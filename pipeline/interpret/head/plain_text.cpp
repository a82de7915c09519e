#include "pipeline/interpret/head/plain_text.h"

#include <algorithm>
#include <cmath>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "pipeline/interpret/head/context.h"

namespace tarang::interpret {
namespace {

/// Justified lines of running text reach over 0.65 to 0.8 of the page on papers of ministries and schools.
constexpr float kParagraph = 0.6F;
/// How far the right ends of justified lines differ: a mark of punctuation may hang over.
constexpr Points kRagged = 4;

bool is_letter(char32_t c) {
    const bool latin = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return latin || (thai::is_thai(c) && !thai::is_digit(c));
}

bool end_alike(const Field& upper, const Field& lower) {
    const Region& a = upper.fragments.back().region;
    const Region& b = lower.fragments.back().region;
    return a.page == b.page && std::abs(a.box.right - b.box.right) <= kRagged;
}

}  // namespace

bool reaches_over(const Field& line, const std::vector<PageInfo>& pages, float share) {
    if (line.fragments.empty()) return false;
    const Region& region = line.fragments.back().region;
    const auto page = std::find_if(pages.begin(), pages.end(),
                                   [&region](const PageInfo& info) { return info.number == region.page; });
    return page != pages.end() && region.box.width() >= share * page->width;
}

bool is_noise(const Field& line) {
    constexpr float kUnbelieved = 0.1F;
    if (line.source != Source::kOcr) return false;
    if (line.confidence < kUnbelieved) return true;
    bool letter = false;
    for (const char32_t c : thai::decode(line.text)) {
        const bool next = is_letter(c);
        if (letter && next) return false;
        letter = next;
    }
    return true;
}

bool is_hardly_read(const Field& value) {
    constexpr float kHardly = 0.5F;  // a guess; print that is read has .8 and more
    return value.source == Source::kOcr && value.confidence < kHardly;
}

std::vector<Field> without_paragraphs(const std::vector<Field>& lines, const std::vector<PageInfo>& pages,
                                      const Profile& profile) {
    constexpr std::ptrdiff_t kFewest = 2;
    std::vector<Field> kept;
    for (auto line = lines.begin(); line != lines.end();) {
        auto end = line;
        while (end != lines.end() && reaches_over(*end, pages, kParagraph) && end_alike(*line, *end)) ++end;
        const bool paragraph = end - line >= kFewest;
        if (paragraph && end != lines.end()) ++end;
        if (!paragraph) end = line + 1;
        std::copy_if(line, end, std::back_inserter(kept), [&](const Field& each) {
            return !paragraph || heading_level(each.text, profile).has_value();
        });
        line = end;
    }
    return kept;
}

}  // namespace tarang::interpret
