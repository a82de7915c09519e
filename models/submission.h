// Who is to submit what, by a manifest, and what came of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/expected.h"
#include "models/ledger.h"

namespace tarang {

/// What came for it: nothing, or a document that is its current version.
struct Submission {
    Expected expected;
    std::optional<LedgerEntry> document;
    std::optional<BuddhistYear> fiscal_year = {};  ///< that the document itself says
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
