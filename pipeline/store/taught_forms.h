// Forms that people taught, kept with the database.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"
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

/// The newest entry of a name; `toml` is empty where the form was forgotten.
struct FormEntry {
    std::string at;  ///< UTC
    std::string by;
    std::string name;
    std::optional<std::string> toml;
    auto operator<=>(const FormEntry&) const = default;
};

/// Of each name, by name, in an attached database; for this folder only.
std::vector<FormEntry> newest_forms(Connection& connection, std::string_view schema);

/// Two databases have different forms of one name.
struct FormConflict {
    std::string name;
    bool other_stands = false;  ///< that of the other database, which is newer
};

/// What current documents have of a form.
struct FormUse {
    std::int64_t documents = 0;
    std::int64_t activities = 0;
    bool operator==(const FormUse&) const = default;
};

/// A table that no form by name explains.
struct UnexplainedTable {
    std::string sha256;  ///< of its document
    std::string file_name;
    std::int32_t index = 0;     ///< in the document
    bool gave_nothing = false;  ///< the document has no activity at all
    TableRecord table;          ///< without its rows
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

    /// Of each name, by name.
    std::vector<FormEntry> newest();
    /// Takes over what another database has: of two that differ the newer stands, whichever is united with
    /// which first. Gives those that differ. Entries that are here already change nothing.
    std::vector<FormConflict> unite(const std::vector<FormEntry>& others);

    /// Current documents of which a table was read with the form.
    std::vector<LedgerEntry> documents_read_with(std::string_view name);

    /// Current documents that a new form may explain: that were read and gave nothing, that have a table
    /// which no form by name explains, or one with just these headers (a path a column, outermost level
    /// first).
    std::vector<LedgerEntry> documents_that_may_be_of(const std::vector<std::vector<std::string>>& header);

    FormUse use_of(std::string_view name);
    /// How many current documents have a table of just these headers.
    std::int64_t documents_headed(const std::vector<std::vector<std::string>>& header);
    /// Those of the current documents, by path, SHA-256 and place in the document.
    void for_each_unexplained(const std::function<void(const UnexplainedTable&)>& visit);

private:
    Connection* connection_;
};

}  // namespace tarang::store
