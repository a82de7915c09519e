// The verdict on a page's text layer, after repair. Pure: counts in, verdict out.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lib/thai/glyph_repair.h"
#include "models/finding.h"
#include "models/page.h"
#include "models/text.h"

namespace tarang::thai {

/// How far fonts themselves show what a page's visible glyphs are.
struct GlyphWitness {
    std::size_t proven = 0;    ///< Thai characters that fonts show
    std::size_t unproven = 0;  ///< Thai characters by the file's word alone, and glyphs that nobody knows
    std::size_t foreign =
        0;  ///< letters of scripts that are neither Thai nor Latin, by the file's word alone
    bool operator==(const GlyphWitness&) const = default;

    /// Whether no word list is needed to believe the page's Thai.
    bool whole() const { return proven > 0 && unproven == 0; }
};

GlyphWitness witness_of(std::span<const Glyph> glyphs);

/// What the verdict rests on.
struct LayerEvidence {
    std::size_t characters = 0;  ///< code points of the clusters, spaces left out
    std::size_t thai_letters = 0;
    std::size_t thai_known = 0;  ///< Thai letters inside known words
    std::size_t unknown = 0;     ///< U+FFFD, controls, unassigned private-use codes
    std::size_t latin1 = 0;      ///< U+00A1-U+00FF: what Thai bytes become under the wrong encoding
    std::size_t misplaced = 0;   ///< marks without a letter to stand on
    GlyphWitness witness;
    RepairReport repairs;
    bool operator==(const LayerEvidence&) const = default;

    float known_share() const;    ///< 1 without Thai letters
    float unknown_share() const;  ///< 0 without characters
};

/// A verdict and, where it is not simply good, the finding that tells why.
struct LayerJudgement {
    LayerVerdict verdict = LayerVerdict::kNone;
    std::optional<FindingCode> code;     ///< kLayerRepaired, kLayerGarbage or kLayerDoubtful
    std::vector<std::string> arguments;  ///< for the finding
    bool operator==(const LayerJudgement&) const = default;
};

/// Clusters are taken line by line: a change of baseline by more than half the size ends a word.
LayerEvidence evidence_of(std::span<const Cluster> clusters, const RepairReport& repairs,
                          const GlyphWitness& witness = {});

LayerJudgement judge(const LayerEvidence& evidence);

}  // namespace tarang::thai
