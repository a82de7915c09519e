// What the head of a report says: its title, agency and fiscal year.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

struct TitleBlock {
    Maybe<Field> title;  ///< lines of the report's name, as one text
    Maybe<Field> agency;
    Maybe<Field> fiscal_year_field;
    std::optional<BuddhistYear> fiscal_year;
    bool operator==(const TitleBlock&) const = default;
};

/// Reads the head of the first table's page, and the first lines of the pages before it for what that page
/// does not say. The title begins at the first line that says what kind of report this is (else, in a head of
/// a few lines, at the first) and goes on over lines set below it on the same axis. The agency stands near
/// the title or in it. Longer text over a table is no head: what is not clearly a title or an agency stays
/// empty.
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

/// The head of a report that begins over a later table of the document, and the headings below it.
struct NewHead {
    TitleBlock block;
    std::vector<Field> headings;
};

/// Only where a line begins as reports are called, or names a fiscal year: then a new context begins.
std::optional<NewHead> new_head(const std::vector<Field>& lines, const Profile& profile);

/// "ปีงบประมาณ พ.ศ. ๒๕๖๒" anywhere in a text; a year elsewhere is none.
std::optional<BuddhistYear> fiscal_year_in(const std::string& text, const Profile& profile);

}  // namespace tarang::interpret
