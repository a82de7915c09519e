#include "host/publish/postgresql/batch.h"

#include <algorithm>

namespace tarang::publish {

using Of = store::PublishedTable::Of;

void Batch::begin_subject(const store::Subject& subject) {
    subjects_.push_back(subject.name);
    if (subject.document) documents_.push_back(std::to_string(*subject.document));
    published_.integer(office_);
    published_.text(subject.name);
    published_.integer(subject.stamp);
    if (subject.document)
        published_.integer(*subject.document);
    else
        published_.null();
    published_.end_row();
}

CopyText& Batch::begin_row(std::size_t table) {
    rows_[table].integer(office_);
    return rows_[table];
}

std::size_t Batch::bytes() const {
    std::size_t bytes = published_.bytes().size();
    for (const CopyText& rows : rows_) bytes += rows.bytes().size();
    return bytes;
}

void Batch::send(Session& session) {
    ServerTransaction transaction(session);
    remove_replaced(session);
    for (std::size_t i = 0; i < rows_.size(); ++i)
        session.copy(tables_[i].name, "office, " + std::string(tables_[i].columns), rows_[i].bytes());
    session.copy("published", "office, subject, stamp, document", published_.bytes());
    transaction.commit();
    clear();
}

/// Rows come with their subject's row in `published`: without one there are none. A number may be another
/// content's than before, where a backup was brought back; then that one is sent again as well.
void Batch::remove_replaced(Session& session) const {
    const std::string office = std::to_string(office_);
    const std::string names = array_of(subjects_);
    const Answer gone = session.run(
        "DELETE FROM published WHERE office = $1 AND (subject = ANY ($2::text[]) OR document = ANY "
        "($3::bigint[]))"
        " RETURNING document",
        {office, names, array_of(documents_)});
    if (gone.rows() == 0) return;
    std::vector<std::string> documents = documents_;
    for (int row = 0; row < gone.rows(); ++row) {
        if (!gone.null(row, 0)) documents.push_back(gone.text(row, 0));
    }
    const std::string numbers = array_of(documents);
    for (const store::PublishedTable& table : tables_) {
        const std::string remove = "DELETE FROM " + std::string(table.name) + " WHERE office = $1";
        const std::string key = " AND " + std::string(table.key) + " = ANY ";
        if (table.of == Of::kDocument)
            session.run(remove + key + "($2::bigint[])", {office, numbers});
        else if (table.of == Of::kContent)
            session.run(remove + key + "($2::text[])", {office, names});
        else if (std::find(subjects_.begin(), subjects_.end(), table.key) != subjects_.end())
            session.run(remove, {office});
    }
}

void Batch::clear() {
    for (CopyText& rows : rows_) rows.clear();
    published_.clear();
    subjects_.clear();
    documents_.clear();
}

}  // namespace tarang::publish
