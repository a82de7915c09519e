// The records that the product exists for: activities with typed values, each tied to its print.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/finding.h"
#include "models/maybe.h"
#include "models/page.h"
#include "models/provenance.h"
#include "models/reread.h"
#include "models/text_range.h"

namespace tarang {

/// One page's part of a value, or one cell or paragraph of an office file. Corrections hold on to fragments, so
/// they keep their place.
struct Fragment {
    Region region = {};        ///< means nothing where `place` is set: an office file has no pages
    std::string raw;           ///< what the extractor gave, lines separated by '\n'
    std::int32_t row = 0;      ///< position in the page's own grid, or in the office file's table
    std::int32_t column = 0;
    Maybe<Place> place = {};   ///< of an office file; paper has none, and pays for none
    bool operator==(const Fragment&) const = default;

    bool on_page() const { return !place.has_value(); }
};

/// A printed value: clean text, how surely it was read, and every place it stands on.
struct Field {
    std::string text;                  ///< what stands on the paper, repaired; Thai digits stay
    Source source = Source::kTextLayer;
    float confidence = 1;              ///< 0..1
    bool needs_review = false;         ///< true iff a warning or error names this field
    bool corrected = false;
    std::vector<Fragment> fragments = {};   ///< pieces with words, in page order; the first piece where none has
    std::vector<Reading> readings{};   ///< what second looks at a scan gave; interpret and verify choose among them
    std::vector<TextRange> unsure{};   ///< letters of `text` that were not surely read, ascending, apart
    bool operator==(const Field&) const = default;

    /// What the extractor gave: the fragments' raw texts, separated by '\n'.
    std::string raw() const;
};

/// Points a finding at the first of the places that is on a page; a value of an office file has none.
void point_at(Finding& finding, const std::vector<Fragment>& places);

/// Columns that a report form may have. `kSpent` is what was paid out, `kBudget` what was allocated. A new one
/// needs its name (names.cpp) and its words for people (words_of); the compiler asks for both.
enum class FieldKey : std::uint8_t {
    kNumber, kActivity, kObjective, kTarget, kPeriod, kSteps, kBudget, kSpent, kResult, kSummary, kProblems,
    kResponsible,  ///< person or office
    kIndicator,    ///< what is measured; its value is a target
    kExpected,     ///< what is hoped to come of it
    kPlace, kFundSource, kEvidence, kNote,
    kCommitted,    ///< money bound by contracts and orders, not yet paid
    kRemaining,    ///< money left over
    kProgress,     ///< percent of the work
};
inline constexpr std::size_t kFieldKeyCount = static_cast<std::size_t>(FieldKey::kProgress) + 1;
inline constexpr std::array<FieldKey, 4> kMoneyKeys{FieldKey::kBudget, FieldKey::kSpent, FieldKey::kCommitted,
                                                    FieldKey::kRemaining};

/// The export's name of a field: "number", "activity", ...
std::string_view name_of(FieldKey key);
std::optional<FieldKey> field_key_named(std::string_view name);

/// Why two parts of a row were made one.
enum class JoinReason : std::uint8_t {
    kEmptyKey,         ///< first row under the page's header has no key and few filled cells
    kMidWord,          ///< the text goes on in the middle of a word or number
    kListContinues,    ///< list markers go on where they stopped
    kSpanContinues,    ///< a cell merged over rows goes on
    kNoRepeatedKey,    ///< key column absent or empty throughout; judged by the other columns
    kByPerson,         ///< a person said so
};
std::string_view name_of(JoinReason reason);

/// Hundredths of a baht.
struct Satang {
    std::int64_t value = 0;
    auto operator<=>(const Satang&) const = default;
};

/// A year of the Buddhist era (common era + 543).
struct BuddhistYear {
    std::int32_t value = 0;
    auto operator<=>(const BuddhistYear&) const = default;
};

using Date = std::chrono::year_month_day;

/// Start and end in the common era; quarters of the fiscal year (October to September) where printed.
struct Period {
    std::optional<Date> start;
    std::optional<Date> end;
    std::vector<std::uint8_t> quarters;   ///< 1..4 ascending; empty: none printed (exported as null)
    std::optional<BuddhistYear> school_year = {};   ///< of schools' terms: then no dates
    std::optional<std::uint8_t> term = {};          ///< 1..3 of the school year
    bool operator==(const Period&) const = default;
};

struct Budget {
    enum class Stated : std::uint8_t {
        kAmount,
        kSum,         ///< not printed itself: the sum of printed parts (ActivityRecord::amounts)
        kNone,
        kUnreadable,
    };
    std::optional<Satang> amount;         ///< only with kAmount and kSum
    Stated stated = Stated::kAmount;
    bool operator==(const Budget&) const = default;
};
std::string_view name_of(Budget::Stated stated);

enum class Status : std::uint8_t { kCompleted, kInProgress, kNotStarted, kCancelled, kUnknown };
std::string_view name_of(Status status);

struct Step {
    std::optional<std::string> number;    ///< digits folded, without its marker; empty for unmarked text
    std::string text;
    bool operator==(const Step&) const = default;
};

struct Targets {
    std::optional<std::string> quantitative;
    std::optional<std::string> qualitative;
    bool operator==(const Targets&) const = default;
};

/// A column that the form does not know, kept under its printed header.
struct ExtraField {
    std::vector<std::string> header;      ///< outermost level first
    Field field;
    bool operator==(const ExtraField&) const = default;
};

/// What came of it, where the form has both the plan and what was done in columns of their own.
struct Actual {
    std::optional<Period> period;
    std::optional<Budget> budget;
    bool operator==(const Actual&) const = default;
};

struct Percent {
    std::int64_t hundredths = 0;          ///< 7500 is 75 %; may lie beyond 100 %
    auto operator<=>(const Percent&) const = default;
};

/// Money in a column for one source, quarter, month or year. Its print is the column of the same header in
/// `extra`, and a doubt about it flags that.
struct PartAmount {
    enum class By : std::uint8_t { kSource, kQuarter, kMonth, kYear, kOther };
    std::vector<std::string> header;      ///< outermost level first
    By by = By::kOther;
    std::optional<BuddhistYear> year;     ///< of a column for a year
    Budget money;
    bool operator==(const PartAmount&) const = default;
};
std::string_view name_of(PartAmount::By by);

/// A target in a column for one year, as printed.
struct YearTarget {
    BuddhistYear year;
    std::string text;
    bool operator==(const YearTarget&) const = default;
};

/// The same activity in another table of the document.
struct Appearance {
    std::int32_t table = 0;               ///< index of that table
    std::string activity;                 ///< id of its record there
    bool operator==(const Appearance&) const = default;
};

struct ActivityRecord {
    std::string id;                       ///< stable in the document
    std::string number;                   ///< digits folded
    std::optional<std::string> strategy;
    std::optional<std::string> project;
    std::vector<Field> headings;          ///< outermost first
    std::array<Maybe<Field>, kFieldKeyCount> fields;   ///< by FieldKey; empty: the form's column is absent
    std::vector<ExtraField> extra;        ///< in column order
    std::optional<Period> period;
    std::optional<Budget> budget;
    std::optional<Budget> spent;
    std::optional<Status> status;
    std::optional<std::string> steps_intro;
    std::vector<Step> steps;
    std::optional<Targets> targets;
    std::int32_t table = 0;               ///< index of the table in the document
    std::int32_t row = 0;                 ///< logical row in that table
    Actual actual = {};
    std::optional<Budget> committed = {};
    std::optional<Budget> remaining = {};
    std::optional<Percent> progress = {};
    std::vector<PartAmount> amounts = {};           ///< in column order
    std::vector<YearTarget> targets_by_year = {};   ///< in column order
    std::vector<Appearance> also_in = {};           ///< in the order of the tables; each names the other
    bool operator==(const ActivityRecord&) const = default;

    /// The money behind a field; null where the field is of no money.
    std::optional<Budget>* money(FieldKey key);
    const std::optional<Budget>* money(FieldKey key) const;

    Maybe<Field>& field(FieldKey key) { return fields[static_cast<std::size_t>(key)]; }
    const Maybe<Field>& field(FieldKey key) const { return fields[static_cast<std::size_t>(key)]; }
};

/// A row that is no activity.
struct OtherRow {
    enum class Kind : std::uint8_t { kTotal, kSection, kSignature, kOther };
    Kind kind = Kind::kOther;
    std::vector<Field> cells;
    std::int32_t table = 0;
    std::int32_t row = 0;
    bool operator==(const OtherRow&) const = default;
};
std::string_view name_of(OtherRow::Kind kind);

/// One table of the document, whether it gave records or not. Its place in DocumentRecords::tables is the index
/// that records and rows name.
struct TableRecord {
    enum class Kind : std::uint8_t { kPlan, kReport, kSpending, kIndicators, kNone };
    /// What speaks for the kind, as a message of the catalogue.
    struct Reason {
        FindingCode code{};
        std::vector<std::string> arguments;
        bool operator==(const Reason&) const = default;
    };
    Kind kind = Kind::kNone;              ///< kNone: no table of activities
    std::string form;                     ///< name of the form that explains it, "general"; empty: none
    std::optional<Reason> reason;
    std::optional<std::string> title;     ///< over this table, or what goes on from the table before
    std::optional<std::string> agency;
    std::optional<BuddhistYear> fiscal_year;
    std::vector<Region> regions;          ///< its outline, one a page
    std::vector<Place> places;            ///< of an office file
    std::vector<std::vector<std::string>> header;   ///< one path a column, outermost level first
    std::vector<std::vector<Field>> rows; ///< only with kNone: what stands in it, header rows left out
    bool operator==(const TableRecord&) const = default;
};
std::string_view name_of(TableRecord::Kind kind);
std::string message_of(const TableRecord::Reason& reason, Language language);

/// How exports name the table of that index: "t3" is the third.
std::string table_id(std::int32_t index);

/// A seam of a row, as it goes out.
struct JoinRecord {
    std::string activity_id;              ///< empty for a row that is no activity
    PageNumber upper;
    PageNumber lower;
    JoinReason reason = JoinReason::kEmptyKey;
    float confidence = 1;
    bool operator==(const JoinRecord&) const = default;
};

/// Everything that a report says: the result of `interpret`, completed by `verify`.
struct DocumentRecords {
    std::string profile;                  ///< name of the form that most records have; empty: none fits
    Maybe<Field> title;                   ///< of the first table; so are the next three
    Maybe<Field> agency;
    Maybe<Field> fiscal_year_field;
    std::optional<BuddhistYear> fiscal_year;
    std::vector<PageInfo> pages;
    std::vector<TableRecord> tables;      ///< in the order of the document
    std::vector<ActivityRecord> activities;
    std::vector<OtherRow> rows;
    std::vector<JoinRecord> joins;
    std::vector<Finding> findings;
    bool operator==(const DocumentRecords&) const = default;
};

}  // namespace tarang
