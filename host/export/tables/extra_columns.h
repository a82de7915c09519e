// The columns that a form does not know, as columns of a flat table.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/activity.h"

namespace tarang::exporting {

/// The columns that no form knows, each kept under its printed header. A name that stands there twice is the
/// first and the second column of that name in one activity.
class ExtraColumns {
public:
    explicit ExtraColumns(std::vector<std::string> names) : names_(std::move(names)) {}

    /// "extra:งบประมาณ > แหล่งเงิน", on one line
    std::vector<std::string> headers() const;

    /// The activity's field in each column; null where it has none. Every extra field of the activity must
    /// have its column.
    std::vector<const Field*> fields_of(const ActivityRecord& activity) const;

private:
    std::vector<std::string> names_;
};

}  // namespace tarang::exporting
