// The same activity in two tables of a document: a plan and the report on it.
#pragma once

#include "models/activity.h"

namespace tarang::interpret {

/// Fills `also_in`. Two records of different tables are the same activity when their names are, each stands
/// once in its table, neither's budget says otherwise, and their tables are of different kinds, or are one
/// list told twice (most names of one in the other, under the same title, of one office and year), or number
/// and budget are printed in both and agree. Of tables of one kind, which sums are made over, nothing may
/// contradict it: neither other money, period or status, nor other quarters, months or years that titles,
/// sheets and headings name. Each names the other.
void find_repeats(DocumentRecords& records);

}  // namespace tarang::interpret
