#include "lib/thai/draft_repairs.h"

#include <algorithm>
#include <string>

#include "lib/thai/chars.h"
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

bool is_word_draft(const Draft& draft) {
    return !draft.dropped && !draft.text.empty() && is_word_char(draft.text[0]) && !is_mark(draft.text[0]);
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

void settle_lost_marks(std::vector<Draft>& drafts, RepairReport& report) {
    for (Draft& draft : drafts) {
        if (!draft.lost_mark) continue;
        if (draft.text == std::u32string{kReplacement}) {  // on no letter: a space after all
            draft.text.assign(1, U' ');
            draft.space = true;
        } else if (is_word_char(draft.text[0])) {
            ++report.unknown;
        } else {  // Latin letters and digits carry no Thai mark: there it was a space of no width
            std::erase(draft.text, kReplacement);
        }
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
