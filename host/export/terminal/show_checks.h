// What `tarang check` prints.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "host/export/terminal/show.h"
#include "models/comparison.h"
#include "models/correction.h"
#include "models/ledger.h"

namespace tarang::exporting {

/// A document's flagged fields that nobody has decided, one line a finding, and its corrections that did not
/// find their place; one line says so where nothing awaits a person.
void show_checks(std::ostream& out, const StoredDocument& document,
                 const std::vector<CorrectionState>& states, const ShowOptions& options);

/// The documents that gave nothing, each with its verdict and with why each of its tables gave none. Writes
/// nothing where there are none.
void show_empty_documents(std::ostream& out, const std::vector<EmptyDocument>& documents,
                          const ShowOptions& options);

/// A lot that is judged by a sample.
struct SampleLine {
    std::int64_t number = 0;
    std::int64_t lot = 0;
    std::int64_t size = 0;
    std::int64_t accept = 0;
    std::int64_t checked = 0;
    std::int64_t wrong = 0;
    double aql = 0;       ///< percent
    std::string verdict;  ///< "accepted", "rejected", or empty while items are open
    double low = 0;       ///< percent wrong in the lot, 95 % interval; with a verdict
    double high = 0;
    /// Who noticed how many of the values made wrong that they decided about; once ended.
    struct Share {
        std::string reviewer;
        std::int64_t found = 0;
        std::int64_t seeds = 0;
    };
    std::vector<Share> shares{};
};
void show_samples(std::ostream& out, const std::vector<SampleLine>& samples, const ShowOptions& options);

void show_differences(std::ostream& out, const std::vector<Difference>& differences,
                      const ShowOptions& options);

}  // namespace tarang::exporting
