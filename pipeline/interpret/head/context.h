// What activities belong to: the headings over tables and across them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

/// Position in the form's list of heading levels, or none. A list marker before the words ("๑. โครงการ...")
/// is passed over.
std::optional<int> heading_level(const std::string& text, const Profile& profile);

/// "ยุทธศาสตร์ที่ N ..." from these words on, where a heading says so; never "ยุทธศาสตร์ชาติ...".
std::optional<std::string> strategy_in(const std::string& text, const Profile& profile);

/// The project's line from its word on.
std::optional<std::string> project_in(const std::string& text, const Profile& profile);

/// What the innermost of a record's headings says that says one.
std::optional<std::string> strategy_of(const std::vector<Field>& headings, const Profile& profile);
std::optional<std::string> project_of(const std::vector<Field>& headings, const Profile& profile);

/// Lines that the paper's width broke are one heading again. `page_widths` by page.
std::vector<Field> join_wrapped(const std::vector<Field>& lines, const std::vector<PageInfo>& pages,
                                const Profile& profile);

/// The headings that hold at a place in the document. New ones take the place of those of their level and of
/// all inner levels; outer ones stay.
class Headings {
public:
    explicit Headings(const Profile& profile) : profile_(&profile) {}

    void add(const std::vector<Field>& lines);
    void add_one(const Field& line) { add({line}); }

    /// The one that was added last no longer holds.
    void drop_innermost() {
        if (!entries_.empty()) entries_.pop_back();
    }

    std::vector<Field> fields() const;  ///< outermost first
    const Profile& profile() const { return *profile_; }

private:
    struct Entry {
        double level = 0;
        Field field;
    };
    std::vector<double> levels_of(const std::vector<Field>& lines) const;

    const Profile* profile_;
    std::vector<Entry> entries_;
};

}  // namespace tarang::interpret
