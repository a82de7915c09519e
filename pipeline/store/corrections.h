// The log of what people decided, and the records that come of it.
//
// A document that has corrections is kept in two editions: what was extracted, untouched until it is read
// again, and what stands today, which every list, search, sum and export shows.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "models/correction.h"
#include "pipeline/store/database.h"

namespace tarang::store {

/// Makes today's records of an extraction and its corrections. Pure; audit::apply_corrections is one.
using Correcting =
    std::function<CorrectedRecords(const DocumentRecords& extracted, const std::vector<Correction>& log)>;

/// What was read of a document before, so that a decision need not read it again.
struct KnownEditions {
    const DocumentRecords& current;
    const DocumentRecords& extracted;
    const std::vector<Correction>& log;
    std::int64_t version = 0;  ///< Corrections::version() when it was read
};

/// A decision that was stored, and what stands now.
struct AddedCorrection {
    Correction correction;
    CorrectedRecords corrected;
};

class Corrections {
public:
    explicit Corrections(Database& database) : connection_(&database.connection()) {}

    /// Adds a decision (its number and time are given here) and renews the document's records, in one
    /// transaction. Nothing is added where `newest_seen` is not the number of the newest decision about the
    /// same record and field: somebody else decided meanwhile. `known` is used where nobody else has changed
    /// the database since.
    std::optional<AddedCorrection> add(const Correction& correction, std::int64_t newest_seen,
                                       const Correcting& correct, const KnownEditions* known = nullptr);

    /// All decisions about the document, in order.
    std::vector<Correction> of(std::string_view sha256);
    /// What became of each of them.
    std::vector<CorrectionState> states(std::string_view sha256);
    /// Every decision, in order.
    void for_each(const std::function<void(const Correction&)>& visit);

    /// The records as the program read them, whether there are corrections or not.
    DocumentRecords extracted(std::string_view sha256);

    /// Changes whenever another connection changed the database.
    std::int64_t version();

private:
    Connection* connection_;
};

}  // namespace tarang::store
