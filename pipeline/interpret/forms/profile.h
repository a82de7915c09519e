// A report form as data: what its columns are called, and the words that give its values a meaning.
// The format of the files is described in docs/profiles.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/keyed.h"

namespace tarang::interpret {

/// What a column of a form may hold: the fields of an activity first, in the order of FieldKey, then columns
/// that give an activity its context or one part of a field.
enum class ColumnKey : std::uint8_t {
    kNumber,
    kActivity,
    kObjective,
    kTarget,
    kPeriod,
    kSteps,
    kBudget,
    kSpent,
    kResult,
    kSummary,
    kProblems,
    kResponsible,
    kIndicator,
    kExpected,
    kPlace,
    kFundSource,
    kEvidence,
    kNote,
    kCommitted,
    kRemaining,
    kProgress,
    kStrategy,
    kProject,
    kTargetQuantitative,
    kTargetQualitative,
    kPeriodStart,
    kPeriodEnd,
    kActualPeriod,
    kActualStart,
    kActualEnd,
};
inline constexpr std::size_t kColumnKeyCount = kFieldKeyCount + 9;
static_assert(static_cast<std::size_t>(ColumnKey::kStrategy) == kFieldKeyCount);

/// As in the files: "number", ..., "strategy", "project", "target_quantitative", "target_qualitative",
/// "period_start", "period_end", "actual_period", "actual_start", "actual_end".
std::string_view name_of(ColumnKey key);
std::optional<ColumnKey> column_key_named(std::string_view name);

/// The activity's field that the column fills; empty for context and parts.
std::optional<FieldKey> field_of(ColumnKey key);

/// Whether such a column holds amounts.
bool is_money(ColumnKey key);

/// One spelling of a column's header, outermost level first: "งบประมาณ > เบิกจ่าย".
using HeaderSpelling = std::vector<Phrase>;

/// One way to print the number of a step: what stands before and after it. Brackets may stand off by a space.
struct StepMarker {
    std::string before;
    std::string after;
    bool operator==(const StepMarker&) const = default;
};

/// Words that speak for a table of activities or against it, beside the form's columns; and those of columns
/// that are parts of one value.
struct Evidence {
    std::vector<Phrase> persons;  ///< begin a person's name: "นางสาว"
    std::vector<Phrase> offices;  ///< begin as a person's name does and are none: "นายอำเภอ"
    std::vector<Phrase> members;  ///< headers of lists of persons
    std::vector<Phrase> goods;    ///< headers of registers of goods, contracts and transfers
    std::vector<Phrase> counts;   ///< headers of counts and scores
    std::vector<Phrase> groups;   ///< headers that count projects: the row is many of them
    std::vector<Phrase> terms;    ///< headers of glossaries
    std::vector<Phrase> accounts;  ///< begin names of expenses and income: "ค่าวัสดุ"
    std::vector<Phrase> titles;   ///< lines over tables of activities
    std::vector<Phrase> other_titles;  ///< lines over tables of other kinds
    std::vector<Phrase> sources;       ///< headers of money by source
    std::vector<Phrase> years;         ///< before a year in a header
    std::vector<Phrase> planned;       ///< under a quarter or year: money that was allocated
    std::vector<Phrase> done;          ///< the same: money that was paid out
    std::vector<Phrase> other_dates;   ///< in headers of dates that are not the time of what is done
    std::vector<Phrase> money;         ///< in headers of money to be spent
    std::vector<Phrase> paid;          ///< in headers of money that was paid out
    std::vector<Phrase> planned_money;  ///< in headers of money that will be paid out
    std::vector<Phrase> surely_paid;   ///< the same, in plans as well
    std::vector<Phrase> other_money;   ///< in headers of amounts that are neither
    std::vector<Phrase> changed;       ///< it is what others came to by a change
    std::vector<Phrase> counting;      ///< of several columns of money it is the one that counts
    std::vector<Phrase> granted;       ///< it counts before what a plan says
    std::vector<Phrase> replaced;      ///< of several columns of money it is one that another replaces
    bool operator==(const Evidence&) const = default;
};

struct Profile {
    std::string name;
    std::string title;   ///< for people
    std::string origin;  ///< the file, for messages
    TableRecord::Kind kind =
        TableRecord::Kind::kReport;  ///< of its tables; a judged form tells it by the columns
    bool judged = false;             ///< no list of columns decides: each table is judged by what it holds
    bool exact = false;              ///< of one kind of table, whole: see choose_forms

    std::array<std::vector<HeaderSpelling>, kColumnKeyCount> columns;
    std::vector<std::vector<ColumnKey>> fits;  ///< a table fits when it has all columns of one of these
    std::vector<ColumnKey> unless;             ///< a table with one of these is of another form
    std::vector<ColumnKey> usual;              ///< columns whose absence is worth a notice
    std::vector<Phrase> header_tails;  ///< what a header may end in without being another: "บาท"
    std::vector<std::string> header_shares;  ///< what makes a header a share and no amount: "ร้อยละ", "%"
    std::vector<Phrase> header_others;  ///< in a header, they outweigh a key's word inside it: "*ผู้รับผิดชอบ*"

    Evidence evidence;

    std::vector<std::vector<Phrase>> heading_levels;  ///< words that begin a heading, outermost level first
    std::vector<Phrase> strategy;                     ///< followed by a number
    std::vector<Phrase> project;

    std::vector<Phrase> report_title;
    std::vector<Phrase> agency;
    std::vector<Phrase> agency_labels;  ///< "หน่วยงาน:" before the agency's name
    std::vector<Phrase> fiscal_year;    ///< followed by a year

    std::vector<Phrase> total;
    std::vector<Phrase> signature;
    std::vector<Phrase> note;

    std::array<std::vector<Phrase>, 4> status;  ///< by Status, kUnknown excepted
    std::vector<Phrase> negations;              ///< turn what follows into its contrary

    std::vector<StepMarker> step_markers;
    std::vector<std::string> bullets;  ///< marks of lists without numbers
    std::vector<Phrase> references;    ///< before a number they make it a reference: "ข้อ ๓)"
    std::vector<Phrase> quantitative;
    std::vector<Phrase> qualitative;

    bool operator==(const Profile&) const = default;
    const std::vector<HeaderSpelling>& spellings(ColumnKey key) const {
        return columns[static_cast<std::size_t>(key)];
    }
};

/// Reads a form, which may extend one of `bases`. `origin` names the file in messages. Throws RunError
/// (kUsage) with the line and what is expected there when the text is no form.
Profile parse_profile(std::string_view toml, std::string_view origin, std::span<const Profile> bases);

/// A person's form, which may extend the shipped ones.
Profile parse_profile(std::string_view toml, std::string_view origin);

/// The forms inside the program: that of monitoring reports first, the special ones, which leave out what is
/// another's (`unless`), and the general one last.
const std::vector<Profile>& shipped_profiles();

/// Their names, in the same order. To parse the forms takes longer than to start the program; who only tells
/// of them does without.
const std::vector<std::string_view>& shipped_names();

/// The shipped form of that name; null where there is none.
const Profile* shipped_profile(std::string_view name);

/// The file of a shipped form, whole; empty where there is none of that name.
std::string_view shipped_toml(std::string_view name);

}  // namespace tarang::interpret
