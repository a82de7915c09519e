#include "pipeline/interpret/values/steps.h"

#include <algorithm>

#include "lib/thai/digits.h"
#include "pipeline/interpret/values/step_markers.h"

namespace tarang::interpret {
namespace {

/// A list that lost markers goes on at most so many numbers later.
constexpr int kWidestGap = 3;

using Chain = std::vector<Marker>;

/// Whether the number is still to come after position `from` of the markers, before the list begins again.
bool follows(const Chain& markers, std::size_t from, int number) {
    for (std::size_t i = from; i < markers.size() && markers[i].number != 1; ++i) {
        if (markers[i].number == number) return true;
    }
    return false;
}

/// A number at the start of a line that stands for `last` + 1, since the next one follows on that.
bool is_misread(const Chain& markers, std::size_t i, int last) {
    return markers[i].standing == Standing::kLineStart && markers[i].number != last + 1 &&
           i + 1 < markers.size() && markers[i + 1].number == last + 2;
}

/// Whether marker `i` goes on with a list that stands at `last`.
bool goes_on(const Chain& markers, std::size_t i, int last) {
    const Marker& marker = markers[i];
    if (marker.number == last + 1) return true;
    if (marker.standing == Standing::kGlued) return false;
    if (marker.number == 1) return follows(markers, i + 1, 2);
    if (is_misread(markers, i, last)) return true;
    const bool near = marker.number >= last && marker.number <= last + kWidestGap;
    return near && !follows(markers, i + 1, last + 1);
}

/// The list that the markers of one form make: from the first 1 (or a number at the text's start) on.
Chain chain_of(const Chain& markers) {
    Chain chain;
    int last = 0;
    for (std::size_t i = 0; i < markers.size(); ++i) {
        const bool begins = chain.empty() && (markers[i].number == 1 || markers[i].at_text_start);
        if (!begins && (chain.empty() || !goes_on(markers, i, last))) continue;
        last = !chain.empty() && is_misread(markers, i, last) ? last + 1 : markers[i].number;
        chain.push_back(markers[i]);
    }
    return chain;
}

/// Two markers make a list anywhere; one only where it begins the text.
bool is_list(const Chain& chain) {
    return chain.size() >= 2 || (chain.size() == 1 && chain.front().at_text_start);
}

/// The outer list is the one that begins first; a single marker gives way to a real list.
bool better(const Chain& a, const Chain& b) {
    if (!is_list(a) || !is_list(b)) return is_list(a) && !is_list(b);
    if ((a.size() >= 2) != (b.size() >= 2)) return a.size() >= 2;
    if (a.front().begin != b.front().begin) return a.front().begin < b.front().begin;
    return a.size() > b.size();
}

/// "1 จัดซื้อ ... 2. จัดทำ": the first number may have lost its dot or bracket.
std::optional<Marker> bare_first(const std::string& text) {
    constexpr std::string_view kFirst = "1 ";
    const std::size_t begin = text.find_first_not_of(" \n");
    if (begin == std::string::npos) return std::nullopt;
    const std::string head = thai::fold_digits(text.substr(begin, kFirst.size() + 2));
    if (!head.starts_with(kFirst)) return std::nullopt;
    const std::size_t end = text.find_first_not_of(' ', text.find(' ', begin));
    if (end == std::string::npos) return std::nullopt;
    return Marker{begin, end, 1, 0, Standing::kLineStart, true};
}

Chain best_chain(const std::string& text, const Profile& profile) {
    const Chain markers = find_markers(text, profile);
    const auto bare = bare_first(text);
    Chain best;
    for (std::size_t form = 0; form < profile.step_markers.size(); ++form) {
        Chain own;
        std::copy_if(markers.begin(), markers.end(), std::back_inserter(own),
                     [form](const Marker& marker) { return marker.form == form; });
        if (bare && !own.empty() && own.front().number == 2) own.insert(own.begin(), *bare);
        Chain chain = chain_of(own);
        if (better(chain, best)) best = std::move(chain);
    }
    return best;
}

/// "ขั้นที่ ๑ : ..." leaves a colon before the text.
std::string without_leading_punctuation(std::string text) {
    while (!text.empty() && (text.front() == ':' || text.front() == '.' || text.front() == ')')) {
        text = trimmed(std::string_view(text).substr(1));
    }
    return text;
}

StepList split_at(const std::string& text, const Chain& chain) {
    StepList list;
    std::string intro = trimmed(std::string_view(text).substr(0, chain.front().begin));
    if (!intro.empty()) list.intro = std::move(intro);
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const std::size_t end = i + 1 < chain.size() ? chain[i + 1].begin : text.size();
        const std::size_t begin = std::min(chain[i].end, end);
        Step step;
        if (chain[i].number > 0) step.number = std::to_string(chain[i].number);
        step.text = without_leading_punctuation(trimmed(std::string_view(text).substr(begin, end - begin)));
        list.steps.push_back(std::move(step));
    }
    return list;
}

}  // namespace

StepList split_steps(const std::string& text, const Profile& profile) {
    if (is_blank(text)) return {};
    if (const Chain chain = best_chain(text, profile); is_list(chain)) return split_at(text, chain);
    if (const Chain bullets = find_bullets(text, profile); is_list(bullets)) return split_at(text, bullets);
    return {std::nullopt, {{std::nullopt, trimmed(text)}}};
}

}  // namespace tarang::interpret
