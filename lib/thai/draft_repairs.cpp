#include "lib/thai/draft_repairs.h"

#include <algorithm>
#include <array>
#include <string>

#include "lib/thai/chars.h"
#include "lib/thai/repair_rules.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"

namespace tarang::thai {

namespace {

/// Gaps narrower than this many ems are kerning, not spaces: the narrowest real space of a Thai font is 0.2.
constexpr float kNoGap = 0.05F;
/// Up to here a gap is no space where the letters around it make one word: a space squeezed by a shifted
/// mark.
constexpr float kNarrowGap = 0.12F;
/// Clusters on each side that decide about words.
constexpr std::size_t kContext = 10;

/// Lost marks of one page that words are asked about; real pages have a dozen.
constexpr std::size_t kMostAsked = 200;

constexpr std::array<char32_t, 13> kMarks = {0x0E31, 0x0E34, 0x0E35, 0x0E36, 0x0E37, 0x0E38, 0x0E39,
                                             0x0E47, 0x0E48, 0x0E49, 0x0E4A, 0x0E4B, 0x0E4C};

bool is_word_draft(const Draft& draft) {
    return !draft.dropped && !draft.text.empty() && is_word_char(draft.text[0]) && !is_mark(draft.text[0]);
}

/// Letters of the line around drafts[at], this one's replaced by `middle`.
std::u32string context_of(const std::vector<Draft>& drafts, std::size_t at, const std::u32string& middle) {
    std::u32string text = middle;
    for (std::size_t i = at; i-- > 0 && at - i <= kContext;) {
        if (!is_word_draft(drafts[i]) || !on_one_line(drafts[i], drafts[at])) break;
        text.insert(0, drafts[i].text);
    }
    for (std::size_t i = at + 1; i < drafts.size() && i - at <= kContext; ++i) {
        if (!is_word_draft(drafts[i]) || !on_one_line(drafts[at], drafts[i])) break;
        text += drafts[i].text;
    }
    RuleCounts ignored;
    return apply_text_rules(text, ignored);
}

/// Letters outside known words; single letters and abbreviations are no words here.
std::size_t unknown_letters(const std::u32string& text) {
    const auto letters = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_word_char));
    return letters - coverage_of(text).known;
}

std::u32string with_mark(std::u32string text, char32_t mark) {
    const std::size_t at = text.find(kReplacement);
    if (at == std::u32string::npos) return text;
    if (mark == 0) return text.erase(at, 1);
    text[at] = mark;
    return text;
}

/// The one mark that leaves no unknown letter around the draft; 0: none is needed; U+FFFD: none or several
/// do.
char32_t only_mark(const std::vector<Draft>& drafts, std::size_t at) {
    const std::u32string& text = drafts[at].text;
    if (unknown_letters(context_of(drafts, at, with_mark(text, 0))) == 0) return 0;
    char32_t found = kReplacement;
    for (const char32_t mark : kMarks) {
        if (text.find(mark) != std::u32string::npos) continue;
        if (unknown_letters(context_of(drafts, at, with_mark(text, mark))) != 0) continue;
        if (found != kReplacement) return kReplacement;
        found = mark;
    }
    return found;
}

void erase_dropped(std::vector<Draft>& drafts) {
    std::erase_if(drafts, [](const Draft& draft) { return draft.dropped; });
}

std::string line_before(const std::vector<Draft>& drafts, std::size_t at) {
    std::u32string text;
    for (std::size_t i = at; i-- > 0 && at - i <= kContext && is_word_draft(drafts[i]);)
        text.insert(0, drafts[i].text);
    return encode(text);
}

std::string line_after(const std::vector<Draft>& drafts, std::size_t at) {
    std::u32string text;
    for (std::size_t i = at + 1; i < drafts.size() && i - at <= kContext && is_word_draft(drafts[i]); ++i) {
        text += drafts[i].text;
    }
    return encode(text);
}

bool is_hidden(const std::vector<Draft>& drafts, std::size_t at) {
    const Draft& before = drafts[at - 1];
    const Draft& after = drafts[at + 1];
    if (!is_word_draft(before) || !is_word_draft(after) || !on_one_line(before, after)) return false;
    const float gap = gap_between(before, after);
    if (gap < -1) return false;  // the text goes on elsewhere
    return gap < kNoGap || (gap < kNarrowGap && runs_on(line_before(drafts, at), line_after(drafts, at)));
}

}  // namespace

void name_lost_marks(std::vector<Draft>& drafts, RepairReport& report) {
    std::size_t asked = 0;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        Draft& draft = drafts[i];
        if (!draft.lost_mark) continue;
        if (draft.text == std::u32string{kReplacement}) {  // on no letter: a space after all
            draft.text.assign(1, U' ');
            draft.space = true;
            continue;
        }
        // Latin letters and digits carry no Thai mark: there it was a space of no width.
        const bool thai = is_word_char(draft.text[0]);
        asked += thai ? 1 : 0;
        const char32_t mark = !thai ? 0 : asked <= kMostAsked ? only_mark(drafts, i) : kReplacement;
        draft.text = with_mark(draft.text, mark);
        if (mark != 0) ++(mark == kReplacement ? report.unknown : report.called_space);
    }
}

void drop_hidden_spaces(std::vector<Draft>& drafts, RepairReport& report) {
    for (std::size_t i = 1; i + 1 < drafts.size(); ++i) {
        if (!drafts[i].space || !is_hidden(drafts, i)) continue;
        drafts[i].text.clear();
        const Rect box = drafts[i - 1].box;
        merge(drafts[i - 1], drafts[i]);
        drafts[i - 1].box = box;
        ++report.spaces_inside;
    }
    erase_dropped(drafts);
}

void join_double_sara_e(std::vector<Draft>& drafts, RepairReport& report) {
    for (std::size_t i = 0; i + 1 < drafts.size(); ++i) {
        const bool twice =
            drafts[i].text == std::u32string{chars::kSaraE} && drafts[i + 1].text == drafts[i].text;
        if (!twice || !on_one_line(drafts[i], drafts[i + 1]) || gap_between(drafts[i], drafts[i + 1]) > 1)
            continue;
        merge(drafts[i], drafts[i + 1]);
        drafts[i].text.assign(1, chars::kSaraAe);
        ++report.double_sara_e;
        ++i;
    }
    erase_dropped(drafts);
}

}  // namespace tarang::thai
