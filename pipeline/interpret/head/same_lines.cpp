#include "pipeline/interpret/head/same_lines.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "lib/thai/chars.h"
#include "lib/thai/compare.h"
#include "pipeline/interpret/head/context.h"

namespace tarang::interpret {
namespace {

constexpr std::size_t kShortest = 10;  // letters; of fewer one makes another word
constexpr float kAlike = 0.94F;        // one letter or three marks in sixteen letters; a guess
constexpr float kSure = 0.9F;          // a line of one wrong letter in ten, where confidence tells

/// One wording of a heading, wherever it was read so.
struct Wording {
    std::u32string key;
    std::u32string digits;
    std::u32string letters;  ///< without marks and digits
    std::set<std::pair<std::int32_t, Points>> places;
    float confidence = 0;
};

Wording wording_of(const std::string& text) {
    Wording wording;
    wording.key = thai::key_of(text);
    for (const char32_t c : wording.key) {
        if (c >= U'0' && c <= U'9') {
            wording.digits += c;
        } else if (!thai::is_mark(c)) {
            wording.letters += c;
        }
    }
    return wording;
}

using Wordings = std::map<std::string, Wording>;

Wordings wordings_of(const std::vector<ActivityRecord>& activities) {
    Wordings wordings;
    for (const ActivityRecord& activity : activities) {
        for (const Field& heading : activity.headings) {
            if (heading.source != Source::kOcr || heading.fragments.empty()) continue;
            auto found = wordings.find(heading.text);
            if (found == wordings.end())
                found = wordings.emplace(heading.text, wording_of(heading.text)).first;
            const Region& region = heading.fragments.front().region;
            found->second.places.emplace(region.page.value, region.box.top);
            found->second.confidence = std::max(found->second.confidence, heading.confidence);
        }
    }
    return wordings;
}

bool better(const Wording& a, const Wording& b) {
    return std::pair(a.places.size(), a.confidence) > std::pair(b.places.size(), b.confidence);
}

bool same_line(const Wording& worse, const Wording& best) {
    if (worse.key.size() < kShortest || worse.digits != best.digits) return false;
    if (worse.letters != best.letters && worse.confidence >= kSure) return false;
    return thai::similarity_of_keys(worse.key, best.key) >= kAlike;
}

bool stand_together(const std::vector<ActivityRecord>& activities, const std::string& a,
                    const std::string& b) {
    const auto has = [](const ActivityRecord& activity, const std::string& text) {
        return std::any_of(activity.headings.begin(), activity.headings.end(),
                           [&text](const Field& heading) { return heading.text == text; });
    };
    return std::any_of(activities.begin(), activities.end(),
                       [&](const ActivityRecord& activity) { return has(activity, a) && has(activity, b); });
}

/// What is to be read instead of which wording.
std::map<std::string, std::string> replacements(const std::vector<ActivityRecord>& activities) {
    const Wordings wordings = wordings_of(activities);
    std::map<std::string, std::string> instead;
    for (const auto& [text, wording] : wordings) {
        const auto* best = static_cast<const Wordings::value_type*>(nullptr);
        for (const auto& other : wordings) {
            if (!better(other.second, best == nullptr ? wording : best->second)) continue;
            if (same_line(wording, other.second) && !stand_together(activities, text, other.first))
                best = &other;
        }
        if (best != nullptr) instead.emplace(text, best->first);
    }
    return instead;
}

}  // namespace

std::vector<Finding> settle_headings(std::vector<ActivityRecord>& activities, const Profile& profile) {
    const std::map<std::string, std::string> instead = replacements(activities);
    std::vector<Finding> findings;
    if (instead.empty()) return findings;
    for (ActivityRecord& activity : activities) {
        for (Field& heading : activity.headings) {
            const auto found = instead.find(heading.text);
            if (found == instead.end() || heading.source != Source::kOcr) continue;
            if (activity.strategy && activity.strategy == strategy_in(heading.text, profile))
                activity.strategy = strategy_in(found->second, profile);
            if (activity.project && activity.project == project_in(heading.text, profile))
                activity.project = project_in(found->second, profile);
            Finding finding;
            finding.code = FindingCode::kReadAgain;
            finding.arguments = {heading.text, found->second};
            point_at(finding, heading.fragments);
            if (std::find(findings.begin(), findings.end(), finding) == findings.end())
                findings.push_back(std::move(finding));
            heading.text = found->second;
        }
    }
    return findings;
}

}  // namespace tarang::interpret
