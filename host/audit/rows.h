// Records made of other records: rows that were wrongly joined or wrongly parted.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "host/audit/reparse.h"
#include "models/activity.h"

namespace tarang::audit {

/// A row as it comes out of a split or join, with what became doubtful by that: fields whose text was cut or
/// put together.
struct ChangedRow {
    ActivityRecord activity;
    std::vector<std::string> doubtful;  ///< names of fields
};

/// The record without what stands at `below`, and a record of that; both belong under the same headings. A
/// text that stands on both sides is cut where its pieces' raw texts say. The lower one's id tells its place,
/// as ids do.
std::pair<ChangedRow, ChangedRow> split(const ActivityRecord& activity, const std::vector<Fragment>& below,
                                        const Reading& reading);

/// One record of two, the upper one's id and headings kept; texts are put together as at any seam.
ChangedRow join(const ActivityRecord& upper, const ActivityRecord& lower, const Reading& reading);

/// A record without words at a place on the page, with the columns that `like` has.
ActivityRecord blank_record(const ActivityRecord& like, const Fragment& place, std::string id);

/// The record's cells as a row that is no activity.
OtherRow row_of(const ActivityRecord& activity);

/// Where `text`, which two readings followed by each other gave, is to be cut: the byte position that leaves
/// the least difference to `upper` before it and to `lower` behind it, white space aside.
std::size_t cut_between(const std::string& text, const std::string& upper, const std::string& lower);

}  // namespace tarang::audit
