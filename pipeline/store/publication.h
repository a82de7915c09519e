// What goes to those who ask questions: the rows of chosen tables, a subject at a time, and what tells
// whether a server that has them is up to date.
//
// A subject is what goes and comes as one: all of one content (a document's row, records, findings and
// submissions, and what people decided about it), or one of the lists that belong to no document. Whoever
// keeps each subject's stamp beside its rows finds what changed by comparing stamps, also after a backup was
// brought back.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/database.h"

namespace tarang::store {

/// A table that is published, under its own name. Rows are those of a document, of a content or of a list.
struct PublishedTable {
    enum class Of : std::uint8_t { kDocument, kContent, kList };
    std::string_view name;
    Of of;
    std::string_view key;  ///< column that says whose the row is, by number or SHA-256; the list's subject
    std::string_view
        columns;              ///< separated by ", "; the tables of a document's parts have `document` as well
    std::string_view source;  ///< the SELECT's rest after the columns; ?1 is what the key says
};

/// Documents come first.
std::span<const PublishedTable> published_tables();

/// One subject as it stands.
struct Subject {
    std::string name;        ///< SHA-256, "manifest" or "forms"
    std::int64_t stamp = 0;  ///< another one after each change
    /// The document's place in the ledger; empty for a list, and where it was forgotten.
    std::optional<std::int64_t> document;
};

/// Takes rows as they are read: begin, a value for each column, end.
class RowSink {
public:
    virtual ~RowSink() = default;
    /// `table`: index in published_tables().
    virtual void begin_row(std::size_t table) = 0;
    virtual void null() = 0;
    virtual void integer(std::int64_t value) = 0;
    virtual void real(double value) = 0;
    virtual void text(std::string_view value) = 0;  ///< UTF-8, valid until the call ends
    virtual void end_row() = 0;
};

class Publication {
public:
    explicit Publication(Database& database) : connection_(&database.connection()) {}

    /// 32 hexadecimal digits, made with the first call: that writes. A backup has those of its database.
    std::string identity();

    /// All that is published, documents by their place in the ledger.
    std::vector<Subject> subjects();

    /// All rows of one subject, table by table; none where it is gone meanwhile. Gives their number.
    std::int64_t read(const Subject& subject, RowSink& sink);

private:
    Connection* connection_;
};

}  // namespace tarang::store
