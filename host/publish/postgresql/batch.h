// What goes in one transaction: whole subjects, whose rows gather as COPY's text, a table each.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "host/publish/postgresql/copy_text.h"
#include "host/publish/postgresql/session.h"
#include "pipeline/store/publication.h"

namespace tarang::publish {

class Batch {
public:
    /// `tables` outlive it. `office`: its number on the server.
    Batch(std::span<const store::PublishedTable> tables, std::int64_t office)
        : tables_(tables), office_(office), rows_(tables.size()) {}

    /// The rows that follow are this subject's.
    void begin_subject(const store::Subject& subject);
    void remove_subject(const std::string& name) { subjects_.push_back(name); }
    /// Where the next row of the table goes; its office is there already.
    CopyText& begin_row(std::size_t table);

    bool empty() const { return subjects_.empty(); }
    /// Of the rows, so far.
    std::size_t bytes() const;

    /// All or nothing; with it goes what the server had of the same subjects. Leaves the batch empty.
    void send(Session& session);

private:
    void remove_replaced(Session& session) const;
    void clear();

    std::span<const store::PublishedTable> tables_;
    std::int64_t office_;
    std::vector<CopyText> rows_;  ///< by table
    CopyText published_;
    std::vector<std::string> subjects_;
    std::vector<std::string> documents_;  ///< their numbers
};

}  // namespace tarang::publish
