// The documents that are being checked, in memory.
#pragma once

#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/correction.h"
#include "models/ledger.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/store/corrections.h"
#include "pipeline/store/database.h"

namespace tarang::review {

/// One document with everything that its page shows.
struct OpenedDocument {
    StoredDocument stored;                             ///< as it stands today
    std::shared_ptr<const DocumentRecords> extracted;  ///< as the program read it; never null
    std::vector<Correction> log;
    std::vector<CorrectionState> states;                            ///< of `log`, in its order
    std::shared_ptr<const std::vector<interpret::Profile>> taught;  ///< forms of the database; never null

    /// Position of the activity; nothing where it is not there.
    std::optional<std::size_t> position_of(const std::string& activity) const;
    /// How decisions and findings call the record's field: a heading by the first record below its line.
    struct Named {
        std::string activity;
        std::string field;
        bool operator==(const Named&) const = default;
    };
    Named called(const std::string& activity, const std::string& field) const;
    /// The decision that stands about a field (activity empty: of the document); null where there is none.
    const Correction* decision_about(const std::string& activity, const std::string& field) const;
    /// Whether the decision at this place of the log is about the record, by its name then or now.
    bool is_about(std::size_t place, const std::string& activity) const;
};

/// Keeps the last few. What other programs write is noticed, what this one writes must be said.
class OpenedDocuments {
public:
    explicit OpenedDocuments(store::Database& database) : database_(database) {}

    /// Nothing where the document is not there or has no records.
    std::shared_ptr<const OpenedDocument> get(const std::string& sha256);
    /// Stores a decision about the document and gives its number; nothing where somebody else decided about
    /// the same meanwhile.
    std::optional<std::int64_t> decide(const OpenedDocument& document, const Correction& correction,
                                       std::int64_t newest_seen);

private:
    void forget(const std::string& sha256);
    void keep(std::shared_ptr<const OpenedDocument> document);

    store::Database& database_;
    std::int64_t version_ = 0;
    std::list<std::shared_ptr<const OpenedDocument>> documents_;  ///< the newest first
};

}  // namespace tarang::review
