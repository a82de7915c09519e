// Whether a table is one of activities: what speaks for it and against it, as a list that can be shown.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/columns/contents.h"
#include "pipeline/interpret/columns/header_map.h"

namespace tarang::interpret {

/// One thing that was noticed, and what it is worth: above 0 for activities, below 0 against them. The names
/// stand in docs/profiles.md.
struct Verdict {
    std::string_view name;
    float weight = 0;
    bool operator==(const Verdict&) const = default;
};

struct Judgement {
    std::vector<Verdict> verdicts;
    bool named = false;    ///< a column names what is done
    bool witness = false;  ///< another tells money, time, responsibility, target, indicator, status or result

    float score() const;
    /// Both, and enough of it.
    bool of_activities() const;
    /// Much speaks for activities, but none of its columns names them.
    bool nearly() const;
    /// "activity_named +2.0, money +1.5, counts -0.8 = 2.7"
    std::string text() const;
};

/// Judges a table by its columns, as a form understands them, by what they hold and by the lines over it.
Judgement judge(const TableView& view, const ColumnMap& map, ColumnContents& contents, const Profile& profile,
                std::span<const Field> headings);

}  // namespace tarang::interpret
