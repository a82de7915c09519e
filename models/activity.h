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
#include "models/page.h"
#include "models/provenance.h"
#include "models/reread.h"

namespace tarang {

/// One page's part of a value. Corrections hold on to fragments, so they keep their place in print.
struct Fragment {
    Region region;
    std::string raw;           ///< what the extractor gave, lines separated by '\n'
    std::int32_t row = 0;      ///< position in the page's own grid
    std::int32_t column = 0;
    bool operator==(const Fragment&) const = default;
};

/// A printed value: clean text, how surely it was read, and every place it stands on.
struct Field {
    std::string text;                  ///< what stands on the paper, repaired; Thai digits stay
    Source source = Source::kTextLayer;
    float confidence = 1;              ///< 0..1
    bool needs_review = false;         ///< true iff a warning or error names this field
    bool corrected = false;
    std::vector<Fragment> fragments;   ///< pieces with words, in page order; the first piece where none has
    std::vector<Reading> readings{};   ///< what second looks at a scan gave; interpret and verify choose among them
    bool operator==(const Field&) const = default;

    /// What the extractor gave: the fragments' raw texts, separated by '\n'.
    std::string raw() const;
};

/// Columns that a report form may have. `kSpent` is what was paid out, `kBudget` what was allocated.
enum class FieldKey : std::uint8_t {
    kNumber, kActivity, kObjective, kTarget, kPeriod, kSteps, kBudget, kSpent, kResult, kSummary, kProblems,
};
inline constexpr std::size_t kFieldKeyCount = 11;

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
    bool operator==(const Period&) const = default;
};

struct Budget {
    enum class Stated : std::uint8_t { kAmount, kNone, kUnreadable };
    std::optional<Satang> amount;         ///< only with kAmount
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

struct ActivityRecord {
    std::string id;                       ///< stable in the document
    std::string number;                   ///< digits folded
    std::optional<std::string> strategy;
    std::optional<std::string> project;
    std::vector<Field> headings;          ///< outermost first
    std::array<std::optional<Field>, kFieldKeyCount> fields;   ///< by FieldKey; empty: the form's column is absent
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
    bool operator==(const ActivityRecord&) const = default;

    std::optional<Field>& field(FieldKey key) { return fields[static_cast<std::size_t>(key)]; }
    const std::optional<Field>& field(FieldKey key) const { return fields[static_cast<std::size_t>(key)]; }
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
    std::string profile;                  ///< name of the form that was used; empty: none fits
    std::optional<Field> title;
    std::optional<Field> agency;
    std::optional<Field> fiscal_year_field;
    std::optional<BuddhistYear> fiscal_year;
    std::vector<PageInfo> pages;
    std::vector<ActivityRecord> activities;
    std::vector<OtherRow> rows;
    std::vector<JoinRecord> joins;
    std::vector<Finding> findings;
    bool operator==(const DocumentRecords&) const = default;
};

}  // namespace tarang
