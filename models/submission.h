// Who is to submit what, by a manifest, and what came of it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "models/ledger.h"

namespace tarang {

/// What makes documents versions of one another: the same school's same report of the same year.
struct SubmissionKey {
    std::string code;       ///< the school's
    std::int32_t year = 0;  ///< Buddhist era
    std::string form;       ///< as the manifest names it
    auto operator<=>(const SubmissionKey&) const = default;
};

/// A submission that is due.
struct Expected {
    SubmissionKey key;
    std::string name;  ///< the school's
    bool operator==(const Expected&) const = default;
};

/// What came for it: nothing, or a document that is its current version.
struct Submission {
    Expected expected;
    std::optional<LedgerEntry> document;
    bool operator==(const Submission&) const = default;
};

/// A decision that the database remembers: see store/history.h.
struct Decision {
    enum class Kind : std::uint8_t {
        kSuperseded,  ///< a newer version stands in its place
        kDuplicate,   ///< its content came from another path as well
        kForgotten,
        kUndone,  ///< an earlier decision was taken back
    };

    std::int64_t number = 0;
    std::string at;  ///< UTC
    Kind kind = Kind::kSuperseded;
    std::string sha256;                     ///< of the document that it is about
    std::optional<std::string> other;       ///< SHA-256 of the newer version
    std::optional<std::string> path;        ///< where the duplicate came, as text
    std::optional<std::int64_t> undoes;     ///< number of the decision that was taken back
    std::optional<std::int64_t> undone_by;  ///< it no longer stands
    bool operator==(const Decision&) const = default;
};

std::string_view name_of(Decision::Kind kind);

}  // namespace tarang
