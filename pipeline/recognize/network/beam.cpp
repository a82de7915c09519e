#include "pipeline/recognize/network/beam.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <utility>

namespace tarang::recognize {
namespace {

constexpr std::size_t kWidth = 5;  // ways of each kind that are kept
constexpr std::size_t kLikely =
    2;  // codes of a column that ways go on with, beside no letter: that one always can
// What Tesseract weights logarithms by where no word list confirms a letter.
constexpr double kOffset = -0.085;
constexpr float kRatio = 2.25F;
constexpr float kLeast = -20;
constexpr std::int32_t kSpace = 0;

/// How a way may go on. A column's share may be counted together with that of no letter: what follows then
/// has to be the same letter again, or another one.
enum Next : std::uint8_t { kAnything, kSameOnly, kOtherOnly };
constexpr std::size_t kNexts = 3;

struct Node {
    std::int32_t code = 0;
    bool again = false;  ///< the letter of the column before
    float certainty = 0;
    float score = 0;
    std::uint64_t codes = 0;  ///< a hash of the codes up to here
    const Node* before = nullptr;
};

using Beam = std::vector<Node>;
using Step = std::array<Beam, kNexts>;

float certainty_of(float share) {
    static const float kLeastShare = std::exp(kLeast);
    const float logarithm = share > kLeastShare ? std::log(share) : kLeast;
    return static_cast<float>(logarithm + kOffset);
}

class Search {
public:
    Search(const Columns& columns, const Model& model, const std::vector<bool>& allowed)
        : columns_(columns), none_(model.no_letter), allowed_(allowed) {}

    /// The nodes of the likeliest way, one a column.
    std::vector<const Node*> likeliest() {
        for (std::int32_t column = 0; column < columns_.count; ++column) step(column);
        const Node* best = nullptr;
        for (const Next next : {kAnything, kOtherOnly}) {
            for (const Node& node : steps_.back()[next]) {
                if (best == nullptr || node.score > best->score) best = &node;
            }
        }
        std::vector<const Node*> way;
        for (; best != nullptr; best = best->before) way.push_back(best);
        std::reverse(way.begin(), way.end());
        return way;
    }

private:
    void step(std::int32_t column) {
        shares_ = columns_.at(column);
        find_likely();
        steps_.emplace_back();
        Step& now = steps_.back();
        if (column == 0) return go_on(nullptr, kAnything, now);
        const Step& before = steps_[static_cast<std::size_t>(column) - 1];
        for (const Next next : {kAnything, kSameOnly, kOtherOnly}) {
            for (const Node& node : before[next]) go_on(&node, next, now);
        }
    }

    void find_likely() {
        likely_.clear();
        const auto less = [this](std::int32_t a, std::int32_t b) { return shares_[a] > shares_[b]; };
        for (std::int32_t code = 0; code < columns_.codes; ++code) {
            if (likely_.size() == kLikely && shares_[code] <= shares_[likely_.back()]) continue;
            if (likely_.size() == kLikely) likely_.pop_back();
            likely_.insert(std::upper_bound(likely_.begin(), likely_.end(), code, less), code);
        }
        if (!is_likely(none_)) likely_.push_back(none_);
    }

    bool is_likely(std::int32_t code) const {
        return std::find(likely_.begin(), likely_.end(), code) != likely_.end();
    }

    void go_on(const Node* before, Next next, Step& now) {
        if (before != nullptr) {
            if (is_likely(before->code)) {
                if (next != kOtherOnly) repeat(*before, shares_[before->code], now[kAnything]);
                if (next == kAnything && before->code != none_)
                    repeat(*before, shares_[before->code] + shares_[none_], now[kOtherOnly]);
            }
            if (next == kSameOnly) return;
        }
        for (const std::int32_t code : likely_) take(before, next, code, now);
    }

    void repeat(const Node& before, float share, Beam& beam) {
        const float certainty = certainty_of(share) * kRatio;
        if (certainty < kLeast && before.code != none_) return;
        push(beam, &before, before.code, true, certainty);
    }

    void take(const Node* before, Next next, std::int32_t code, Step& now) {
        if (before != nullptr && before->code == code) return;
        const bool letter = code != none_;
        const float certainty = certainty_of(shares_[code]);
        if (letter &&
            (certainty < kLeast || (!allowed_.empty() && !allowed_[static_cast<std::size_t>(code)])))
            return;
        push(now[kAnything], before, code, false, certainty * kRatio);
        if (!letter) return;
        float share = shares_[code] + shares_[none_];
        if (before != nullptr && next == kAnything && before->code != none_ &&
            ((before->code == likely_[0] && code == likely_[1]) ||
             (code == likely_[0] && before->code == likely_[1])))
            share += shares_[before->code];
        push(now[kSameOnly], before, code, false, certainty_of(share) * kRatio);
    }

    /// Ways with the same letters are one: the likelier of them.
    void push(Beam& beam, const Node* before, std::int32_t code, bool again, float certainty) {
        const float score = before == nullptr ? certainty : certainty + before->score;
        const auto least = std::min_element(beam.begin(), beam.end(),
                                            [](const Node& a, const Node& b) { return a.score < b.score; });
        if (beam.size() == kWidth && score <= least->score) return;
        std::uint64_t codes = before == nullptr ? 0 : before->codes;
        if (!again && code != none_) codes = hashed(codes, code);
        const Node node{code, again, certainty, score, codes, before};
        const auto same = std::find_if(beam.begin(), beam.end(), [&node](const Node& other) {
            return other.code == node.code && other.codes == node.codes;
        });
        if (same != beam.end()) {
            if (score > same->score) *same = node;
        } else if (beam.size() < kWidth) {
            beam.push_back(node);
        } else {
            *least = node;
        }
    }

    std::uint64_t hashed(std::uint64_t codes, std::int32_t code) const {
        const auto all = static_cast<std::uint64_t>(columns_.codes);
        return codes * all + (((codes >> 32U) * all) >> 32U) + static_cast<std::uint64_t>(code);
    }

    const Columns& columns_;
    std::int32_t none_;
    const std::vector<bool>& allowed_;
    std::deque<Step> steps_;  // nodes point at those of the step before
    const float* shares_ = nullptr;
    std::vector<std::int32_t> likely_{};  ///< the likeliest first; no letter is among them, or behind them
};

}  // namespace

std::vector<Letter> letters_in(const Columns& columns, const Model& model, const std::vector<bool>& allowed) {
    if (columns.count == 0) return {};
    Search search(columns, model, allowed);
    const std::vector<const Node*> way = search.likeliest();
    std::vector<Letter> letters;
    const std::size_t width = way.size();
    for (std::size_t t = 0; t < width;) {
        float certainty = 0;
        for (; t < width && way[t]->code == model.no_letter; ++t)
            certainty = std::min(certainty, way[t]->certainty);
        const auto begin = static_cast<std::int32_t>(t);
        if (!letters.empty()) {
            Letter& last = letters.back();
            last.end += (begin - last.end) / 2;
            // What is unsure before a space, or at the end, is the last letter's.
            if (t == width || way[t]->code == kSpace)
                last.certainty = std::min(last.certainty, std::exchange(certainty, 0.0F));
        }
        if (t == width) break;
        Letter letter{way[t]->code, letters.empty() ? 0 : letters.back().end, 0, certainty};
        do {
            letter.certainty = std::min(letter.certainty, way[t++]->certainty);
        } while (t < width && way[t]->again);
        letter.end = static_cast<std::int32_t>(t);
        letters.push_back(letter);
    }
    if (!letters.empty()) letters.back().end = static_cast<std::int32_t>(width);
    return letters;
}

}  // namespace tarang::recognize
