// The layout of the compiled word list: 32-bit little-endian edges of an acyclic automaton.
// The first kRootSize edges are the root's, found by their label; any other state is a run of edges that ends
// with `last`. An edge whose target is 0 leads to a state without edges.
// Chosen over a double array: a quarter of its size, so that a page's look-ups stay in the cache.
#pragma once

#include <cstdint>
#include <string_view>

namespace tarang::thai {

struct AutomatonEdge {
    std::uint32_t label = 0;   ///< the character less U+0E00, 1..127; 0 where the root has no edge
    bool final = false;        ///< a word ends with this edge
    bool last = false;         ///< the last edge of its state
    std::uint32_t target = 0;  ///< index of the next state's first edge

    static constexpr std::uint32_t kRootSize = 128;

    static constexpr std::uint32_t label_of(char32_t c) { return static_cast<std::uint32_t>(c) - 0x0E00; }

    constexpr std::uint32_t packed() const {
        return label | (final ? 1U << 7U : 0U) | (last ? 1U << 8U : 0U) | (target << 9U);
    }
    static constexpr AutomatonEdge unpacked(std::uint32_t bits) {
        return {bits & 0x7FU, (bits & 0x80U) != 0, (bits & 0x100U) != 0, bits >> 9U};
    }
};

/// Walks from the root, one character at a time.
class AutomatonWalk {
public:
    explicit AutomatonWalk(std::string_view automaton) : automaton_(automaton) {}

    /// False when no word goes on with `c`; the walk is over then.
    bool step(char32_t c) {
        if (c <= 0x0E00 || c >= 0x0E00 + AutomatonEdge::kRootSize) return false;
        const std::uint32_t label = AutomatonEdge::label_of(c);
        if (at_root_) {
            at_root_ = false;
            edge_ = edge_at(label);
            return edge_.label == label;
        }
        if (edge_.target == 0) return false;
        for (std::uint32_t i = edge_.target;; ++i) {
            edge_ = edge_at(i);
            if (edge_.label == label) return true;
            if (edge_.last) return false;
        }
    }

    /// Whether the characters so far are a word.
    bool final() const { return edge_.final; }

private:
    AutomatonEdge edge_at(std::uint32_t index) const {
        const auto* p = reinterpret_cast<const unsigned char*>(automaton_.data()) + std::size_t{index} * 4;
        return AutomatonEdge::unpacked(p[0] | (std::uint32_t{p[1]} << 8U) | (std::uint32_t{p[2]} << 16U) |
                                       (std::uint32_t{p[3]} << 24U));
    }

    std::string_view automaton_;  ///< written by our own tool at build time: trusted
    AutomatonEdge edge_;
    bool at_root_ = true;
};

}  // namespace tarang::thai
