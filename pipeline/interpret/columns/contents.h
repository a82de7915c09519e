// What the cells of a column hold: it speaks for or against what the header says.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/values/calendar.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

enum class Held : std::uint8_t {
    kNothing,  ///< blank
    kDash,
    kMark,    ///< a tick, a cross, an arrow
    kNumber,  ///< digits alone: a count, a code, an amount without its commas
    kAmount,  ///< a number with comma groups, satang, or a word of money
    kPercent,
    kCode,  ///< digits with a few letters or signs: "กจ ๐๐๑๒/๒๕๖๗"
    kPeriod,
    kStatus,
    kPerson,
    kWords,
};
inline constexpr std::size_t kHeldCount = 11;

/// What one cell holds. A text of many letters is words, whatever it mentions.
Held held_in(const std::string& text, const Profile& profile);

/// Counts over the first rows of a body, each cell once, blank ones and dashes apart.
struct Contents {
    std::array<std::int32_t, kHeldCount> counts{};
    std::int32_t cells = 0;    ///< neither blank nor a dash
    std::int32_t letters = 0;  ///< of cells that hold words

    std::int32_t of(Held kind) const { return counts[static_cast<std::size_t>(kind)]; }
    /// 0..1; 0 where the column is empty.
    float share(Held kind) const;
    /// Plain numbers and amounts together: money is printed as either.
    float numeric() const { return share(Held::kNumber) + share(Held::kAmount); }
    bool operator==(const Contents&) const = default;
};

/// Whether a column names kinds of expenses or income ("ค่าวัสดุ", "ภาษีบำรุงท้องที่") rather than what is done.
bool names_accounts(const TableView& view, std::int32_t column, std::int32_t header_rows,
                    const Profile& profile);

/// By column; empty where the column is no month.
using Calendar = std::vector<std::optional<values::CalendarHeader>>;

/// The columns of a table whose headers count months or quarters.
struct TimeColumns {
    Calendar headers;          ///< what they say, or what their place among others does
    Calendar calendar;         ///< of those whose marks are the period
    std::vector<bool> spread;  ///< by column: those that hold words or numbers of each month or quarter
};

/// The contents of a table's columns, each looked at once, when it is asked for.
class ColumnContents {
public:
    /// The table and the form outlive this.
    ColumnContents(const TableView& view, std::int32_t header_rows, const Profile& profile)
        : view_(&view), header_rows_(header_rows), profile_(&profile) {}

    const Contents& of(std::int32_t column);
    /// `time_columns` of the table.
    const TimeColumns& time();

private:
    const TableView* view_;
    std::int32_t header_rows_;
    const Profile* profile_;
    std::vector<std::optional<Contents>> columns_;
    std::optional<TimeColumns> time_;
};

/// The same for any number of header rows that a table is tried with. All forms see the same contents: they
/// differ in headers, hardly in words.
class TableContents {
public:
    TableContents(const TableView& view, const Profile& words) : view_(&view), words_(&words) {}

    ColumnContents& below(std::int32_t header_rows) {
        return tried_.try_emplace(header_rows, *view_, header_rows, *words_).first->second;
    }

private:
    const TableView* view_;
    const Profile* words_;
    std::map<std::int32_t, ColumnContents> tried_;
};

}  // namespace tarang::interpret
