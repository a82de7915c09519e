// `tarang import --json`: one event a line, one for each file, then a summary
// (schemas/json/events.schema.json).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "models/document.h"
#include "models/run_error.h"
#include "models/submission.h"

namespace tarang::exporting {

/// How many files ended in each state.
class StateCounts {
public:
    void add(DocumentState state) { ++counts_[static_cast<std::size_t>(state)]; }
    std::int64_t of(DocumentState state) const { return counts_[static_cast<std::size_t>(state)]; }

private:
    std::array<std::int64_t, 7> counts_{};
};

/// The line and its end; flushed, so that who reads along sees it at once.
/// `time`: when it was, UTC; only of a run that goes on for days.
void write_event(std::ostream& out, const DocumentEvent& event, const std::optional<std::string>& time = {});

/// `counts` holds only states that occurred; `not_submitted` stands there where a manifest was given.
void write_summary(std::ostream& out, const StateCounts& counts,
                   const std::optional<std::vector<Expected>>& not_submitted, ExitCode exit_code);

}  // namespace tarang::exporting
