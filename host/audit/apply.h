// What stands today: an extraction with everything that people decided about it.
#pragma once

#include <span>
#include <vector>

#include "models/correction.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::audit {

/// Applies the log in its order. Each decision is found by its place in print (anchors.h), so the log holds
/// for a new reading of the document too; one whose place is not found is left out and listed: as displaced
/// in the states, and as a finding. Then the paper is checked against itself anew: a decided field keeps no
/// flag but what the decision itself says, and other fields may gain or lose one. What a person typed is read
/// with the form of the record's table, which may be one of `taught`.
CorrectedRecords apply_corrections(const DocumentRecords& extracted, const std::vector<Correction>& log,
                                   std::span<const interpret::Profile> taught = {});

}  // namespace tarang::audit
