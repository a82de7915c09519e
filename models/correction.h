// What people decided about extracted values, and what comes of it.
//
// A correction never overwrites what was extracted: it is one entry of a log that only grows, and the records
// that people and exports see are made from the extraction and the log (host/audit). It holds on to
// places in print, so that it is found again when the document is read anew.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"

namespace tarang {

struct Correction {
    enum class Kind : std::uint8_t {
        kAccept,      ///< the value is as printed
        kCorrect,     ///< text, typed value or both are others
        kUnreadable,  ///< nobody can read the print
        kNotHere,     ///< the value does not stand at that place of the page
        kSplit,       ///< what `place` covers is a record of its own
        kJoin,        ///< the record that covers `place` belongs to this one
        kAdd,         ///< a record that was not found, at `place`
        kRemove,      ///< this is no record
        kUndo,        ///< an earlier decision is taken back
        kSecond,      ///< what a second person reads, who has not seen what the first decided
    };

    std::int64_t number = 0;       ///< place in the log; given when it is stored
    std::string at;                ///< UTC; given when it is stored
    std::string reviewer;
    std::string sha256;            ///< of the document
    Kind kind = Kind::kAccept;
    std::string activity;          ///< id at the time; empty: a field of the document
    std::string field;             ///< as findings name it; empty: the whole record
    std::vector<Fragment> record;  ///< where the record stood
    std::vector<Fragment> place;   ///< where the field stood; see kSplit, kJoin, kAdd
    std::string old_text;          ///< what was seen and decided about
    std::string old_value;         ///< typed, as audit::value_text writes it; empty: none
    std::optional<std::string> text;    ///< kAccept, kCorrect: what stands on the paper
    std::optional<std::string> value;   ///< the typed value, where it is not to follow from `text`
    std::string reason;
    std::string made_by;           ///< program and engines that had read the document
    std::optional<std::int64_t> undoes;
    bool operator==(const Correction&) const = default;
};
std::string_view name_of(Correction::Kind kind);
inline constexpr int kCorrectionKinds = 10;

/// What became of one correction, in today's reading of the document.
struct CorrectionState {
    enum class Fate : std::uint8_t {
        kApplied,
        kReplaced,   ///< a later decision about the same field stands
        kUndone,
        kDisplaced,  ///< its place was not found again: kept and listed, not applied
        kContested,  ///< two readings differ, and nobody has settled it
    };
    std::int64_t number = 0;
    Fate fate = Fate::kApplied;
    std::string activity;  ///< id in today's records; empty: none
    std::string field;
    bool operator==(const CorrectionState&) const = default;
};
std::string_view name_of(CorrectionState::Fate fate);
inline constexpr int kFates = 5;

/// An extraction with the corrections applied.
struct CorrectedRecords {
    DocumentRecords records;
    std::vector<CorrectionState> states;  ///< one for each correction, in the log's order
    bool operator==(const CorrectedRecords&) const = default;
};

}  // namespace tarang
