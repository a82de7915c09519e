#include "pipeline/thai/layer.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>

#include "pipeline/thai/chars.h"
#include "pipeline/thai/utf8.h"
#include "pipeline/thai/words.h"

namespace tarang::thai {

namespace {

/// Share of Thai letters inside known words: real layers lie above the first, garbage below the second.
constexpr float kGoodWords = 0.98F;
constexpr float kDoubtfulWords = 0.95F;
/// Fewer Thai letters say nothing by their words: a page of names or abbreviations.
constexpr std::size_t kEnoughLetters = 80;
/// Share of characters that nobody knows, above which a layer is garbage.
constexpr float kGarbageShare = 0.10F;

float share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(whole);
}

std::string percent(float value) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.1f %%", static_cast<double>(value) * 100);
    return text.data();
}

/// What was put right, in signs that need no language.
std::string repairs_in_signs(const RepairReport& r) {
    const std::array<std::pair<const char*, std::size_t>, 8> kinds = {{
        {"ำ", r.lost_sara_am + r.decomposed_sara_am + r.swapped_sara_am},
        {"U+F700", r.private_use},
        {"้้", r.doubled},
        {"เเ", r.double_sara_e},
        {"่ี", r.reordered},
        {"␣", r.spaces_inside},
        {"◌่", r.stray_marks},
        {"๐-๙", r.thai_digits},
    }};
    std::string text;
    for (const auto& [sign, count] : kinds) {
        if (count == 0) continue;
        if (!text.empty()) text += ", ";
        text += std::string(sign) + " × " + std::to_string(count);
    }
    return text;
}

}  // namespace

float LayerEvidence::known_share() const {
    return thai_letters == 0 ? 1.0F : share(thai_known, thai_letters);
}
float LayerEvidence::unknown_share() const { return share(unknown, characters); }

LayerEvidence evidence_of(std::span<const Cluster> clusters, const RepairReport& repairs) {
    LayerEvidence evidence;
    evidence.repairs = repairs;
    std::u32string text;
    const Cluster* before = nullptr;
    for (const Cluster& cluster : clusters) {
        if (before != nullptr && std::abs(cluster.baseline - before->baseline) > before->size / 2)
            text += U' ';
        const std::u32string letters = decode(cluster.text);
        if (!cluster.space) evidence.characters += letters.size();
        for (const char32_t c : letters)
            evidence.unknown += c == kReplacement || is_control(c) || is_private_use(c);
        evidence.misplaced += !letters.empty() && is_mark(letters[0]);
        text += letters;
        before = &cluster;
    }
    const Coverage coverage = coverage_of(text);
    evidence.thai_letters = coverage.letters;
    evidence.thai_known = coverage.known;
    return evidence;
}

LayerJudgement judge(const LayerEvidence& evidence) {
    if (evidence.characters == 0) return {LayerVerdict::kNone, std::nullopt, {}};
    if (evidence.unknown_share() > kGarbageShare) {
        return {LayerVerdict::kUnusable,
                FindingCode::kLayerGarbage,
                {"U+FFFD " + percent(evidence.unknown_share())}};
    }
    if (evidence.thai_letters >= kEnoughLetters && evidence.known_share() <= kDoubtfulWords) {
        return {LayerVerdict::kUnusable, FindingCode::kLayerDoubtful, {percent(evidence.known_share())}};
    }
    const std::string repairs = repairs_in_signs(evidence.repairs);
    if (!repairs.empty()) return {LayerVerdict::kRepaired, FindingCode::kLayerRepaired, {repairs}};
    static_cast<void>(kGoodWords);
    return {LayerVerdict::kGood, std::nullopt, {}};
}

}  // namespace tarang::thai
