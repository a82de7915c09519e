#include "pipeline/layout/aligned/zones.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <tuple>

namespace tarang::layout {
namespace {

constexpr std::size_t kFewestLines = 6;   // fewer lines side by side are no column of text
constexpr Points kProseWidth = 13;        // em; narrower text is as likely a table's column
constexpr Points kFullLine = 0.85F;       // share of the column's width that a line of prose fills
constexpr double kFullShare = 0.6;        // of the lines: the others end paragraphs
constexpr Points kStretchedSpace = 2.0F;  // em; Thai phrases in justified lines stand as far apart
constexpr Points kBin = 0.5F;             // em; step in which gutters are looked for
constexpr int kDeepest = 4;               // no page has more than a few columns of text
constexpr Points kWidest = 15'000;        // points; the largest page that PDF allows

struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool crosses(const PrintLine& line, Points x) {
    return std::any_of(line.segments.begin(), line.segments.end(),
                       [&](const Segment& s) { return s.left < x && s.right > x; });
}

bool ruled_across(const PrintLine& upper, const PrintLine& lower, Points x, std::span<const Rule> rules) {
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
        return rule.position > upper.baseline && rule.position < lower.baseline &&
               rule.start < x - lower.size && rule.end > x + lower.size;
    });
}

/// One side of a gutter, line by line.
struct Side {
    Points left = kWidest;
    Points right = -kWidest;
    std::vector<Points> widths;  ///< of the lines that are one segment on this side
    std::size_t lines = 0;

    void add(const PrintLine& line, Points from, Points to) {
        std::size_t count = 0;
        bool broken = false;  // numbers, or gaps wider than justified lines have
        Points begin = 0;
        Points end = 0;
        for (const Segment& segment : line.segments) {
            if (segment.left < from || segment.right > to) continue;
            if (count++ == 0)
                begin = segment.left;
            else
                broken = broken || segment.numeric || segment.left - end > kStretchedSpace * line.size;
            end = segment.right;
        }
        if (count == 0) return;
        ++lines;
        left = std::min(left, begin);
        right = std::max(right, end);
        if (!broken) widths.push_back(end - begin);
    }

    bool prose(Points em) const {
        const Points width = right - left;
        if (lines < kFewestLines - 1 || width < kProseWidth * em) return false;
        const auto full =
            std::count_if(widths.begin(), widths.end(), [&](Points w) { return w >= kFullLine * width; });
        return static_cast<double>(full) >= kFullShare * static_cast<double>(lines);
    }
};

/// The longest run of lines that leave `x` free, with nothing ruled across it.
Run longest_free_run(const std::vector<PrintLine>& lines, Points x, std::span<const Rule> rules) {
    Run best;
    Run run;
    for (std::size_t i = 0; i <= lines.size(); ++i) {
        const bool ends = i == lines.size() || crosses(lines[i], x) ||
                          (i > run.begin && ruled_across(lines[i - 1], lines[i], x, rules));
        if (!ends) continue;
        run.end = i;
        if (run.end - run.begin > best.end - best.begin) best = run;
        run.begin = i < lines.size() && crosses(lines[i], x) ? i + 1 : i;
    }
    return best;
}

bool parts_prose(const std::vector<PrintLine>& lines, Run run, Points x) {
    Side left;
    Side right;
    for (std::size_t i = run.begin; i < run.end; ++i) {
        left.add(lines[i], -kWidest, x);
        right.add(lines[i], x, kWidest);
    }
    const Points em = lines[run.begin].size;
    if (std::min(left.lines, right.lines) < kFewestLines - 1) return false;
    return left.prose(em) || right.prose(em);
}

/// The run without the lines at its ends that fill neither side: a table's header may stand there.
Run shrunk(const std::vector<PrintLine>& lines, Run run, Points x) {
    Side left;
    Side right;
    for (std::size_t i = run.begin; i < run.end; ++i) {
        left.add(lines[i], -kWidest, x);
        right.add(lines[i], x, kWidest);
    }
    const auto full = [&](std::size_t i) {
        for (const auto& [side, from, to] :
             {std::tuple{&left, -kWidest, x}, std::tuple{&right, x, kWidest}}) {
            Side one;
            one.add(lines[i], from, to);
            if (!one.widths.empty() && one.widths[0] >= kFullLine * (side->right - side->left)) return true;
        }
        return false;
    };
    while (run.begin < run.end && !full(run.begin)) ++run.begin;
    while (run.begin < run.end && !full(run.end - 1)) --run.end;
    return run;
}

/// The place where most lines have a gap and that parts prose.
struct Gutter {
    Points x = 0;
    Run run;
    bool found = false;
};

Gutter gutter_of(const std::vector<PrintLine>& lines, std::span<const Rule> rules) {
    if (lines.size() < kFewestLines) return {};
    const Points bin = kBin * std::max<Points>(1, lines[lines.size() / 2].size);
    std::map<int, std::size_t> votes;
    for (const PrintLine& line : lines) {
        for (std::size_t s = 1; s < line.segments.size(); ++s) {
            const auto first = static_cast<int>(std::ceil(line.segments[s - 1].right / bin));
            const auto last = static_cast<int>(std::floor(line.segments[s].left / bin));
            constexpr int kMostBins = 40;  // wider gaps vote in their middle only
            if (last - first > kMostBins)
                ++votes[(first + last) / 2];
            else
                for (int b = first; b <= last; ++b) ++votes[b];
        }
    }
    std::vector<std::pair<std::size_t, int>> ranked;
    for (const auto& [b, count] : votes) {
        if (count >= kFewestLines - 1) ranked.push_back({count, b});
    }
    std::sort(ranked.rbegin(), ranked.rend());
    constexpr std::size_t kTried = 6;  // neighbours of the best bin say the same
    for (std::size_t i = 0; i < std::min(kTried, ranked.size()); ++i) {
        const Points x = bin * static_cast<Points>(ranked[i].second);
        const Run run = longest_free_run(lines, x, rules);
        if (run.end - run.begin < kFewestLines || !parts_prose(lines, run, x)) continue;
        const Run narrow = shrunk(lines, run, x);
        if (narrow.end - narrow.begin >= kFewestLines) return {x, narrow, true};
    }
    return {};
}

PrintLine part_of(const PrintLine& line, Points from, Points to) {
    PrintLine part{line.baseline, 0, {}, {}};
    for (const Word& word : line.words) {
        if (word.box.center_x() < from || word.box.center_x() >= to) continue;
        part.words.push_back(word);
        part.size = std::max(part.size, word.size);
    }
    part.segments = segments_of(part.words);
    return part;
}

void add_zones(std::vector<PrintLine> lines, std::span<const Rule> rules, int depth,
               std::vector<Zone>& zones) {
    const Gutter gutter = depth < kDeepest ? gutter_of(lines, rules) : Gutter{};
    if (!gutter.found) {
        if (!lines.empty()) zones.push_back(std::move(lines));
        return;
    }
    const auto at = [&](std::size_t i) { return lines.begin() + static_cast<std::ptrdiff_t>(i); };
    add_zones({lines.begin(), at(gutter.run.begin)}, rules, depth + 1, zones);
    for (const auto& [from, to] : {std::pair{-kWidest, gutter.x}, std::pair{gutter.x, kWidest}}) {
        std::vector<PrintLine> side;
        for (std::size_t i = gutter.run.begin; i < gutter.run.end; ++i) {
            PrintLine part = part_of(lines[i], from, to);
            if (!part.words.empty()) side.push_back(std::move(part));
        }
        add_zones(std::move(side), rules, depth + 1, zones);
    }
    add_zones({at(gutter.run.end), lines.end()}, rules, depth + 1, zones);
}

}  // namespace

std::vector<Zone> zones_of(std::vector<PrintLine> lines, std::span<const Rule> rules) {
    std::vector<Zone> zones;
    add_zones(std::move(lines), rules, 0, zones);
    return zones;
}

}  // namespace tarang::layout
