#include "pipeline/recognize/symbols.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "lib/thai/chars.h"
#include "lib/thai/text_repair.h"
#include "lib/thai/utf8.h"
#include "pipeline/recognize/matching.h"
#include "pipeline/recognize/measured_line.h"

namespace tarang::recognize {
namespace {

// In heights of a letter. Of 178 Thai fonts' styles nearly all draw hyphens of 0.36 to 0.56 and en dashes of
// 0.73 to 1.17; two families draw both alike, below this.
constexpr double kEnDash = 0.66;

bool only_marks(const std::string& text) {
    const std::u32string chars = thai::decode(text);
    return !chars.empty() && std::all_of(chars.begin(), chars.end(), thai::is_mark);
}

// How many are right, by the engine's confidence.
constexpr std::array<Measured, 9> kRight = {{{0, 0.05F},
                                             {0.88F, 0.35F},
                                             {0.92F, 0.55F},
                                             {0.95F, 0.70F},
                                             {0.97F, 0.887F},
                                             {0.98F, 0.97F},
                                             {0.986F, 0.99F},
                                             {0.99F, 0.9985F},
                                             {1, 0.9993F}}};
constexpr std::array<Measured, kRight.size()> kEngine = [] {
    std::array<Measured, kRight.size()> turned{};
    for (std::size_t i = 0; i < turned.size(); ++i) turned[i] = {kRight[i].value, kRight[i].at};
    return turned;
}();

class Builder {
public:
    explicit Builder(const LinePlace& place) : place_(place) {}

    void add(const Symbol& symbol) {
        Rect box = box_of(symbol);
        if (!clusters_.empty() && only_marks(symbol.text)) return join_mark(symbol, box);
        if (!clusters_.empty() && symbol.blanks_before > 0) add_space(box);
        Cluster cluster;
        cluster.text = symbol.text;
        cluster.box = box;
        cluster.baseline = place_.baseline;
        cluster.size = place_.size;
        cluster.confidence = symbol.confidence;
        cluster.source = Source::kOcr;
        touch_last(box.left);
        compose_sara_am(cluster);
        clusters_.push_back(std::move(cluster));
    }

    std::vector<Cluster> take() {
        if (!clusters_.empty()) {
            clusters_.front().box.left = std::min(clusters_.front().box.left, place_.box.left);
            clusters_.back().box.right = std::max(clusters_.back().box.right, place_.box.right);
        }
        widen_dashes();
        for (const Gap& gap : place_.gaps) part_at(gap);
        for (Cluster& cluster : clusters_) {
            cluster.confidence = cluster.space ? 1 : calibrated(cluster.confidence);
            std::string repaired = thai::repair_text(cluster.text);
            if (repaired == cluster.text) continue;
            if (cluster.raw.empty()) cluster.raw = cluster.text;
            cluster.text = std::move(repaired);
        }
        return std::move(clusters_);
    }

private:
    Rect box_of(const Symbol& symbol) const {
        const auto x = [this](double pixels) {
            return std::clamp(static_cast<Points>(pixels / place_.pixels_per_point), place_.box.left,
                              place_.box.right);
        };
        return {x(symbol.left), place_.box.top, x(symbol.right), place_.box.bottom};
    }

    void touch_last(Points left) {
        if (clusters_.empty() || clusters_.back().space) return;
        Rect& last = clusters_.back().box;
        last.right = std::max(last.left, left);
    }

    void join_mark(const Symbol& symbol, const Rect& box) {
        Cluster& base = clusters_.back();
        base.text += symbol.text;
        base.box = unite(base.box, box);
        base.confidence = std::min(base.confidence, symbol.confidence);
    }

    /// The widest gap between the middles of two symbols that a blank parts; the engine misses their sides by
    /// up to a letter.
    const Gap* gap_between(const Rect& last, const Rect& next) const {
        const Gap* widest = nullptr;
        for (const Gap& gap : place_.gaps) {
            const Points middle = (gap.left + gap.right) / 2;
            const bool between =
                middle > (last.left + last.right) / 2 && middle < (next.left + next.right) / 2;
            if (between && (widest == nullptr || gap.right - gap.left > widest->right - widest->left))
                widest = &gap;
        }
        return widest;
    }

    void add_space(Rect& next) {
        Rect& last = clusters_.back().box;
        if (const Gap* gap = gap_between(last, next)) keep_off(*gap, last, next);
        clusters_.push_back(space_between(clusters_.back(), next));
    }

    static void keep_off(const Gap& gap, Rect& last, Rect& next) {
        last.right = std::max(last.left, gap.left);
        next.left = gap.right;
        next.right = std::max(next.left, next.right);
    }

    static Cluster space_between(const Cluster& last, const Rect& next) {
        Cluster space = last;
        space.text = " ";
        space.raw.clear();
        space.space = true;
        space.box.left = last.box.right;
        space.box.right = std::max(space.box.left, next.left);
        return space;
    }

    static bool is_letter(const Cluster& cluster) {
        const char32_t first = thai::decode(cluster.text).front();
        return thai::is_thai(first) && !thai::is_digit(first);
    }

    /// Whether a number ends or begins between this cluster and the one before it.
    bool parts_a_number(std::size_t at) const {
        if (at == 0 || at >= clusters_.size()) return false;
        const Cluster& before = clusters_[at - 1];
        const Cluster& after = clusters_[at];
        return !before.space && !after.space &&
               ((is_digit(before) && is_letter(after)) || (is_letter(before) && is_digit(after)));
    }

    /// Where the print has a gap and the engine no blank, a number ends or begins: an amount and the words of
    /// the next column. The engine's places are off by up to a letter.
    void part_at(const Gap& gap) {
        const Points middle = (gap.left + gap.right) / 2;
        std::size_t nearest = 0;
        for (std::size_t i = 0; i < clusters_.size(); ++i) {
            if (std::abs(clusters_[i].box.left - middle) < std::abs(clusters_[nearest].box.left - middle))
                nearest = i;
        }
        for (std::size_t i = nearest - std::min<std::size_t>(nearest, 2);
             i < std::min(nearest + 2, clusters_.size()); ++i)
            if (clusters_[i].space) return;
        for (const std::size_t at : {nearest, nearest + 1, nearest - 1}) {
            if (!parts_a_number(at)) continue;
            Rect& last = clusters_[at - 1].box;
            Rect& next = clusters_[at].box;
            keep_off(gap, last, next);
            clusters_.insert(clusters_.begin() + static_cast<std::ptrdiff_t>(at),
                             space_between(clusters_[at - 1], next));
            return;
        }
    }

    void widen_dashes() {
        std::vector<Cluster*> hyphens;
        for (Cluster& cluster : clusters_) {
            if (cluster.text == "-") hyphens.push_back(&cluster);
        }
        if (hyphens.size() != place_.dashes.size()) return;
        for (std::size_t i = 0; i < hyphens.size(); ++i) {
            if (place_.dashes[i] < kEnDash) continue;
            hyphens[i]->raw = hyphens[i]->text;
            hyphens[i]->text = "–";
        }
    }

    /// The engine writes ำ as nikhahit on the consonant before, and า.
    void compose_sara_am(Cluster& next) {
        if (next.text != "า" || clusters_.empty() || clusters_.back().space) return;
        std::u32string base = thai::decode(clusters_.back().text);
        const std::size_t nikhahit = base.find(thai::chars::kNikhahit);
        if (nikhahit == std::u32string::npos) return;
        clusters_.back().raw = clusters_.back().text;
        base.erase(nikhahit, 1);
        clusters_.back().text = thai::encode(base);
        next.raw = next.text;
        next.text = "ำ";
    }

    LinePlace place_;
    std::vector<Cluster> clusters_;
};

}  // namespace

float calibrated(float engine_confidence) { return value_at(kRight, engine_confidence); }

float engine_confidence_of(float right) { return value_at(kEngine, right); }

std::vector<Cluster> clusters_of(std::span<const Symbol> symbols, const LinePlace& place) {
    Builder builder(place);
    for (const Symbol& symbol : symbols) builder.add(symbol);
    return builder.take();
}

}  // namespace tarang::recognize
