// What was read, given back: for show and export. One document is in memory at a time.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/ledger.h"
#include "models/summary.h"
#include "pipeline/store/database.h"

namespace tarang::store {

enum class Versions {
    kCurrent,  ///< documents that no newer version supersedes
    kAll,
};

/// While one lives, the connection sees one state of the database, however many questions it asks and
/// whatever other programs write. This connection must not write meanwhile. They may stand inside one
/// another.
class Snapshot {
public:
    explicit Snapshot(Database& database) : Snapshot(database.connection()) {}
    explicit Snapshot(Connection& connection);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    Connection& connection_;
};

class Archive {
public:
    explicit Archive(Database& database) : connection_(&database.connection()) {}

    /// Every document that is done or partial, by path, then SHA-256.
    void for_each(Versions versions, const std::function<void(const StoredDocument&)>& visit);

    /// One document by its whole SHA-256; empty where it is not there, or has no records.
    std::optional<StoredDocument> document(std::string_view sha256);

    /// Names of all unknown columns of those documents (name_of an ExtraField), in the order in which they
    /// first occur. A name stands there as often as one activity has it.
    std::vector<std::string> extra_columns(Versions versions);

    /// Current documents whose reading ended without an activity, by path, then SHA-256.
    std::vector<EmptyDocument> empty_documents();

    /// Sums over the current documents.
    Summary summary();

private:
    Connection* connection_;
};

}  // namespace tarang::store
