// Decisions about whole records, carried out.
#pragma once

#include "host/audit/work.h"

namespace tarang::audit {

/// Each is false where the decision did not find its place. What a new reading did by itself is done already.
bool split_row(Work& work, const Correction& correction);
bool join_rows(Work& work, const Correction& correction);
bool add_row(Work& work, const Correction& correction);
bool remove_row(Work& work, const Correction& correction);

}  // namespace tarang::audit
