#include "pipeline/layout/ruled/lines.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"

namespace tarang::layout {
namespace {

// All in multiples of the font size (em).
constexpr Points kSameBaseline = 0.35F;  // raised digits and ordinals stay on their line
constexpr Points kBackwardJump = 0.5F;   // the pen went back: another run
constexpr Points kForwardJump = 1.0F;    // the pen leapt: another run
constexpr Points kSameSpot = 0.2F;       // imitated bold shifts by much less
constexpr Points kMostSpacing = 0.6F;    // between the letters of a justified line
constexpr Points kDigitGap = 1.0F;       // justified digits where spaces are drawn
constexpr Points kWideGap = 4.0F;        // no space between words is so wide, justified or not
constexpr Points kSpaceGap = 0.2F;       // Thai fonts draw spaces of 0.22 em and more

/// Clusters that the page draws in one go on one baseline.
struct Run {
    std::vector<const Cluster*> clusters;
    Points baseline = 0;
    Points size = 0;
    Points left = 0;
    Points right = 0;
};

bool continues(const Run& run, const Cluster& next) {
    const Points em = std::max(run.size, next.size);
    return std::abs(next.baseline - run.baseline) <= kSameBaseline * em &&
           next.box.left >= run.right - kBackwardJump * em &&
           next.box.left <= run.right + kForwardJump * em &&
           next.box.left >= run.clusters.back()->box.left - kSameSpot * em;
}

std::vector<Run> runs_of(std::span<const Cluster* const> clusters) {
    std::vector<Run> runs;
    for (const Cluster* cluster : clusters) {
        if (runs.empty() || !continues(runs.back(), *cluster)) {
            runs.push_back({{}, cluster->baseline, cluster->size, cluster->box.left, cluster->box.right});
        }
        Run& run = runs.back();
        run.clusters.push_back(cluster);
        run.size = std::max(run.size, cluster->size);
        run.left = std::min(run.left, cluster->box.left);
        run.right = std::max(run.right, cluster->box.right);
    }
    return runs;
}

bool only_spaces(const Run& run) {
    return std::all_of(run.clusters.begin(), run.clusters.end(), [](const Cluster* c) { return c->space; });
}

bool same_text(const Run& a, const Run& b) {
    return std::equal(a.clusters.begin(), a.clusters.end(), b.clusters.begin(), b.clusters.end(),
                      [](const Cluster* x, const Cluster* y) { return x->text == y->text; });
}

bool drawn_twice(const Run& a, const Run& b) {
    const Points em = std::max(a.size, b.size);
    return std::abs(a.left - b.left) <= kSameSpot * em && std::abs(a.right - b.right) <= kSameSpot * em &&
           same_text(a, b);
}

/// Runs that share a baseline, left to right.
struct RunLine {
    std::vector<Run> runs;
    Points baseline = 0;
    Points size = 0;
};

std::vector<RunLine> run_lines_of(std::vector<Run> runs) {
    std::stable_sort(runs.begin(), runs.end(),
                     [](const Run& a, const Run& b) { return a.baseline < b.baseline; });
    std::vector<RunLine> lines;
    for (Run& run : runs) {
        const bool new_line = lines.empty() || run.baseline - lines.back().baseline >
                                                   kSameBaseline * std::max(run.size, lines.back().size);
        if (new_line) lines.push_back({{}, run.baseline, run.size});
        lines.back().size = std::max(lines.back().size, run.size);
        lines.back().runs.push_back(std::move(run));
    }
    for (RunLine& line : lines) {
        std::stable_sort(line.runs.begin(), line.runs.end(),
                         [](const Run& a, const Run& b) { return a.left < b.left; });
        const auto twice = std::unique(line.runs.begin(), line.runs.end(), drawn_twice);
        line.runs.erase(twice, line.runs.end());
    }
    return lines;
}

std::vector<const Cluster*> in_reading_order(const RunLine& line) {
    std::vector<const Cluster*> order;
    bool interleaved = false;
    Points right = -std::numeric_limits<Points>::infinity();
    for (const Run& run : line.runs) {
        order.insert(order.end(), run.clusters.begin(), run.clusters.end());
        interleaved = interleaved || run.left < right - kSameSpot * line.size;
        right = std::max(right, run.right);
    }
    // A run whose letters leave room for another font's: content order does not tell, places do.
    if (interleaved) {
        std::stable_sort(order.begin(), order.end(),
                         [](const Cluster* a, const Cluster* b) { return a->box.left < b->box.left; });
    }
    return order;
}

/// The smallest gap that separates words on this line: letter-spaced and justified lines have gaps
/// everywhere, so the line's median gap is its zero, however wide where spaces are drawn.
Points word_gap(const std::vector<const Cluster*>& order, Points size, bool draws_spaces) {
    std::vector<Points> gaps;
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (!order[i - 1]->space && !order[i]->space) {
            gaps.push_back(order[i]->box.left - order[i - 1]->box.right);
        }
    }
    // With few gaps the median is as likely the space between two words as the spacing of letters.
    constexpr std::size_t kEnough = 6;
    if (gaps.size() < 2) return kSpaceGap * size;
    const std::size_t zero = gaps.size() < kEnough ? 0 : gaps.size() / 2;
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(zero);
    std::nth_element(gaps.begin(), middle, gaps.end());
    const bool words_of_one_letter = *middle > kMostSpacing * size && !draws_spaces;
    if (words_of_one_letter) return kSpaceGap * size;
    return std::max<Points>(0, *middle) + kSpaceGap * size;
}

bool is_digit(const Cluster& cluster) {
    const std::u32string text = thai::decode(cluster.text);
    return text.size() == 1 && thai::digit_value(text[0]) >= 0;
}

/// Whether a cell's program draws its spaces: then a gap is none unless it is wide, justified as lines may
/// be.
bool draws_spaces_in(std::span<const Cluster* const> clusters) {
    return std::any_of(clusters.begin(), clusters.end(),
                       [](const Cluster* cluster) { return cluster->space; });
}

/// Puts the letters of a cluster behind a line's text.
void add_letters(const Cluster& cluster, TextLine& line) {
    if (cluster.confidence < kSurelyRead) {
        const std::int32_t from = code_points_in(line.text);
        line.doubts.push_back({{from, from + code_points_in(cluster.text)}, cluster.confidence});
    }
    line.text += cluster.text;
}

TextLine text_line_of(const RunLine& runs, bool draws_spaces) {
    const std::vector<const Cluster*> order = in_reading_order(runs);
    const Points gap = word_gap(order, runs.size, draws_spaces);
    TextLine line;
    line.size = runs.size;
    std::size_t letters = 0;
    std::size_t bold = 0;
    float confidence = 1;
    bool space = false;
    const Cluster* before = nullptr;
    for (const Cluster* cluster : order) {
        const std::string& drawn = cluster->raw.empty() ? cluster->text : cluster->raw;
        if (cluster->space) {
            space = true;
            line.raw += drawn;
            continue;
        }
        const bool number = before != nullptr && is_digit(*before) && is_digit(*cluster);
        const Points least = !draws_spaces ? 0 : (number ? kDigitGap : kMostSpacing) * runs.size;
        const Points widest = std::max(gap, least);
        if (before != nullptr && (space || cluster->box.left - before->box.right > widest)) {
            line.text += ' ';
            if (!space) line.raw += ' ';
        }
        add_letters(*cluster, line);
        line.raw += drawn;
        line.box = unite(line.box, cluster->box);
        ++letters;
        confidence *= cluster->confidence;
        if (cluster->source == Source::kOcr) line.source = Source::kOcr;
        bold += cluster->bold ? 1 : 0;
        before = cluster;
        space = false;
    }
    line.ends_with_space = space;
    line.bold = bold * 2 > letters;
    line.confidence = confidence;
    if (line.raw == line.text) line.raw = {};  // without the room that it had
    return line;
}

std::vector<RunLine> run_lines_of(std::span<const Cluster* const> clusters) {
    std::vector<Run> runs = runs_of(clusters);
    std::erase_if(runs, only_spaces);
    return run_lines_of(std::move(runs));
}

/// The line's parts that wide gaps leave.
std::vector<RunLine> parts_of(RunLine line) {
    std::vector<RunLine> parts;
    Points right = 0;
    for (Run& run : line.runs) {
        const bool apart = parts.empty() || run.left - right > kWideGap * line.size;
        if (apart) parts.push_back({{}, line.baseline, run.size});
        right = apart ? run.right : std::max(right, run.right);
        parts.back().size = std::max(parts.back().size, run.size);
        parts.back().runs.push_back(std::move(run));
    }
    return parts;
}

}  // namespace

std::vector<TextLine> lines_of(std::span<const Cluster* const> clusters) {
    std::vector<TextLine> lines;
    const bool draws_spaces = draws_spaces_in(clusters);
    for (const RunLine& line : run_lines_of(clusters)) lines.push_back(text_line_of(line, draws_spaces));
    return lines;
}

std::vector<TextLine> lines_apart(std::span<const Cluster* const> clusters) {
    std::vector<TextLine> lines;
    for (RunLine& line : run_lines_of(clusters)) {
        for (const RunLine& part : parts_of(std::move(line))) lines.push_back(text_line_of(part, false));
    }
    return lines;
}

}  // namespace tarang::layout
