#include "pipeline/interpret/head/same_lines.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "lib/thai/compare.h"
#include "lib/thai/like_lines.h"
#include "models/flags.h"
#include "pipeline/interpret/head/context.h"

namespace tarang::interpret {
namespace {

constexpr float kSure = 0.9F;  // a line of one wrong letter in ten, where confidence tells

/// One wording of a heading, wherever it was read so.
struct Wording {
    std::u32string key;
    std::u32string letters;  ///< without marks and digits
    std::set<std::pair<std::int32_t, Points>> places;
    float confidence = 0;
    std::vector<TextRange> unsure;  ///< of the surest reading
};

Wording wording_of(const std::string& text) {
    Wording wording;
    wording.key = thai::key_of(text);
    wording.letters = thai::letters_of(wording.key);
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
            if (heading.confidence <= found->second.confidence) continue;
            found->second.confidence = heading.confidence;
            found->second.unsure = heading.unsure;
        }
    }
    return wordings;
}

bool better(const Wording& a, const Wording& b) {
    return std::pair(a.places.size(), a.confidence) > std::pair(b.places.size(), b.confidence);
}

bool same_line(const Wording& worse, const Wording& best) {
    if (worse.letters != best.letters && worse.confidence >= kSure) return false;
    return thai::may_be_one_line(worse.key, best.key);
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
std::map<std::string, const Wordings::value_type*> replacements(const std::vector<ActivityRecord>& activities,
                                                                const Wordings& wordings) {
    std::map<std::string, const Wordings::value_type*> instead;
    for (const auto& [text, wording] : wordings) {
        const auto* best = static_cast<const Wordings::value_type*>(nullptr);
        for (const auto& other : wordings) {
            if (!better(other.second, best == nullptr ? wording : best->second)) continue;
            if (same_line(wording, other.second) && !stand_together(activities, text, other.first))
                best = &other;
        }
        if (best != nullptr) instead.emplace(text, best);
    }
    return instead;
}

}  // namespace

void replace_heading(ActivityRecord& activity, std::size_t index, Field now, const Profile& profile,
                     std::vector<Finding>& findings) {
    Field& heading = activity.headings[index];
    if (activity.strategy && activity.strategy == strategy_in(heading.text, profile))
        activity.strategy = strategy_in(now.text, profile);
    if (activity.project && activity.project == project_in(heading.text, profile))
        activity.project = project_in(now.text, profile);
    Finding finding;
    finding.code = FindingCode::kReadAgain;
    finding.arguments = {heading.text, now.text};
    point_at(finding, heading.fragments);
    const bool told = std::any_of(findings.begin(), findings.end(), [&finding](const Finding& other) {
        return other.region == finding.region && other.arguments == finding.arguments;
    });
    if (!told) {
        finding.activity_id = activity.id;
        finding.field = heading_name(index);
        findings.push_back(std::move(finding));
    }
    heading = std::move(now);
}

std::vector<Finding> settle_headings(std::vector<ActivityRecord>& activities, const Profile& profile) {
    const Wordings wordings = wordings_of(activities);
    const auto instead = replacements(activities, wordings);
    std::vector<Finding> findings;
    if (instead.empty()) return findings;
    for (ActivityRecord& activity : activities) {
        for (std::size_t i = 0; i < activity.headings.size(); ++i) {
            const Field& heading = activity.headings[i];
            const auto found = instead.find(heading.text);
            if (found == instead.end() || heading.source != Source::kOcr) continue;
            Field now = heading;
            now.text = found->second->first;
            now.confidence = found->second->second.confidence;
            now.unsure = found->second->second.unsure;
            replace_heading(activity, i, std::move(now), profile, findings);
        }
    }
    return findings;
}

}  // namespace tarang::interpret
