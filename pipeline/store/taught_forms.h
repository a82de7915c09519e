// Forms that people taught, kept with the database.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/ledger.h"
#include "pipeline/store/database.h"

namespace tarang::store {

/// A form that stands. The store does not look into its text.
struct TaughtForm {
    std::int64_t number = 0;  ///< place in the log
    std::string at;           ///< UTC
    std::string by;
    std::string name;
    std::string toml;
    bool operator==(const TaughtForm&) const = default;
};

class TaughtForms {
public:
    explicit TaughtForms(Database& database) : connection_(&database.connection()) {}

    /// By name.
    std::vector<TaughtForm> standing();
    std::optional<TaughtForm> named(std::string_view name);

    /// Takes the place of a form of the same name, which stays in the log.
    void teach(std::string_view by, std::string_view name, std::string_view toml);
    /// False, and nothing is noted, where no such form stands.
    bool forget(std::string_view by, std::string_view name);

    /// Current documents of which a table was read with the form.
    std::vector<LedgerEntry> documents_read_with(std::string_view name);

    /// Current documents that a new form may explain: that were read and gave nothing, that have a table
    /// which no form by name explains, or one with just these headers (a path a column, outermost level
    /// first).
    std::vector<LedgerEntry> documents_that_may_be_of(const std::vector<std::vector<std::string>>& header);

private:
    Connection* connection_;
};

}  // namespace tarang::store
