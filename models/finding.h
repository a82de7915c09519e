// Findings: what a stage noticed, as data. Bad input is a finding, never an exception or a log line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/provenance.h"

namespace tarang {

enum class Severity : std::uint8_t { kInfo, kWarning, kError };
std::string_view name_of(Severity severity);

/// The stages, in the order in which they run.
enum class Stage : std::uint8_t {
    kReceive,
    kRead,
    kStraighten,
    kLayout,
    kRecognize,
    kStitch,
    kNormalize,
    kInterpret,
    kVerify,
    kStore,
};
inline constexpr int kStageCount = 10;
std::string_view name_of(Stage stage);

/// Each code has a row in the catalogue (models/catalogue.cpp) and a line in docs/findings.md.
enum class FindingCode : std::uint8_t {
    // the document could not be read: same names as the event codes
    kNotADocument,
    kUnsupportedFormat,
    kEmptyFile,
    kDamaged,
    kEncrypted,
    kNoPages,
    kTooLarge,
    kTooManyPages,
    kTimedOut,
    kOutOfMemory,
    kCrashed,
    kTooComplex,
    kArchiveIncomplete,
    // pages
    kNoTextLayer,
    kPageUnreadable,
    kPageSuspect,
    kPageTooComplex,
    kPageSizedByGuess,
    kLayerRepaired,
    kLayerGarbage,
    kLayerDoubtful,
    kLayerInvisible,
    kHiddenText,
    kGlyphsWithoutUnicode,
    kActualTextContradiction,
    kMarksNotPrinted,
    kLettersShared,
    kPageWorn,
    kRulesWorn,
    kSpread,
    // office files
    kTrackedChange,
    kFormulaWithoutValue,
    kCellError,
    kStoredDateDoubtful,
    kHiddenCells,
    kHiddenSheet,
    kPicturesNotRead,
    kConverted,
    // tables
    kWordsOutsideCells,
    kNoTable,
    kNoRecords,
    kUnknownForm,
    kTableOfOtherKind,
    kFormChosen,
    kColumnUnknown,
    kColumnMissing,
    // rows
    kJoinDoubtful,
    kRowStartsWithoutKey,
    kRowCutDoubtful,
    kRowNotUnderstood,
    // values
    kTextDoubtful,
    kLowConfidence,
    kReadAgain,
    kNotLookedAt,
    kDrawnOver,
    kCellShared,
    kNumberMissing,
    kNumberInferred,
    kNumberRepeated,
    kNumberGap,
    kPeriodUnreadable,
    kPeriodAmbiguous,
    kPeriodSeveralSpans,
    kPeriodSchoolYear,
    kPeriodBareYear,
    kPeriodReversed,
    kPeriodMarksDoubtful,
    kBudgetUnreadable,
    kBudgetTwoNumbers,
    kMoneyUnitDoubtful,
    kHeaderDoubtful,
    kProgressUnreadable,
    kStatusUnknown,
    kStepsOutOfOrder,
    kTitleMissing,
    kFiscalYearMissing,
    // the paper against itself
    kQuartersContradictMonths,
    kPeriodOutsideFiscalYear,
    kPartsDiffer,
    kTotalDiffers,
    kAmountDoubtful,
    kStatusContradictsSummary,
    // what people decided
    kConfirmedByPerson,
    kCorrectedByPerson,
    kUnreadableForPerson,
    kNotInPlace,
    kRowChangedByPerson,
    kRowAddedByPerson,
    kRowRemovedByPerson,
    kReadingsDiffer,
    kCorrectionDisplaced,
};

/// One observation. Severity and stage are properties of the code. A warning or error with a field
/// flags that field; findings on pages, tables, rows or documents name none.
struct Finding {
    FindingCode code{};
    std::optional<PageNumber> page;
    std::optional<Region> region;
    std::string activity_id;             ///< empty: not about one activity
    std::string field;                   ///< export name of the field; empty: none
    std::vector<std::string> arguments;  ///< what the message's {0}, {1}, ... stand for
    std::optional<Place> place = {};     ///< of an office file, until its field is known
    bool operator==(const Finding&) const = default;
};

enum class Language : std::uint8_t { kThai, kEnglish };

/// The catalogue's row for a code.
struct FindingKind {
    FindingCode code;
    std::string_view name;  ///< as in exports and docs: "join_doubtful"
    Severity severity;
    Stage stage;
    std::string_view thai;  ///< message with {0}, {1}, ...
    std::string_view english;
};

const FindingKind& kind_of(FindingCode code);
std::string_view name_of(FindingCode code);
inline Severity severity_of(FindingCode code) { return kind_of(code).severity; }

/// The finding's message, saying what the person can do next.
std::string message_of(const Finding& finding, Language language);

/// All rows of the catalogue, for documentation tests.
const std::vector<FindingKind>& finding_catalogue();

}  // namespace tarang
