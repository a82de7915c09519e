// What activities belong to: the document's title, agency and fiscal year, and the headings over tables and
// across them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/profile.h"

namespace tarang::interpret {

/// What the lines before the first heading say of the document.
struct TitleBlock {
    std::optional<Field> title;  ///< lines of the report's name, as one text
    std::optional<Field> agency;
    std::optional<Field> fiscal_year_field;
    std::optional<BuddhistYear> fiscal_year;
    bool operator==(const TitleBlock&) const = default;
};

/// Reads the head of the first table's page, and the first lines of the pages before it where that page does
/// not say it. The title begins at the first line that says what kind of report this is (else at the first
/// line) and ends before a line of another kind. An agency or year inside a longer line is that part of the
/// line.
TitleBlock read_title_block(const std::vector<Field>& table_page, const std::vector<Field>& pages_before,
                            const Profile& profile);

/// The lines over the first table, told apart.
struct HeadLines {
    std::vector<Field> title_block;
    std::vector<Field> headings;
};

/// The headings begin at the first line that names a strategy or project, with a plan's line that follows
/// agency or year; else after the last line of the document's head.
HeadLines split_head(const std::vector<Field>& lines, const Profile& profile);

/// "ปีงบประมาณ พ.ศ. ๒๕๖๒" anywhere in a text; a year elsewhere is none.
std::optional<BuddhistYear> fiscal_year_in(const std::string& text, const Profile& profile);

/// Position in the form's list of heading levels, or none. A list marker before the words ("๑. โครงการ...")
/// is passed over.
std::optional<int> heading_level(const std::string& text, const Profile& profile);

/// "ยุทธศาสตร์ที่ N ..." from these words on, where a heading says so; never "ยุทธศาสตร์ชาติ...".
std::optional<std::string> strategy_in(const std::string& text, const Profile& profile);

/// The project's line from its word on.
std::optional<std::string> project_in(const std::string& text, const Profile& profile);

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

    std::vector<Field> fields() const;            ///< outermost first
    std::optional<std::string> strategy() const;  ///< innermost heading that says one
    std::optional<std::string> project() const;

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
