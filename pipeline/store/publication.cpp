#include "pipeline/store/publication.h"

#include <algorithm>
#include <array>

#include "pipeline/store/sqlite.h"

namespace tarang::store {
namespace {

using Of = PublishedTable::Of;

constexpr std::array<PublishedTable, 18> kTables{{
    {"documents", Of::kDocument, "id",
     "id, sha256, size, first_path, file_name, seen_at, state, code, reason, superseded_by, page_count, "
     "pages_read, activities, flagged, seconds, fiscal_year, program, engines, options, form, form_hash",
     "documents WHERE id = ?1"},
    {"pages", Of::kDocument, "document", "document, page, width, height, turned, source, layer",
     "pages WHERE document = ?1"},
    {"tables", Of::kDocument, "document",
     "document, table_index, kind, form, code, arguments, reason, title, agency, fiscal_year, header, "
     "regions, places",
     "tables WHERE document = ?1"},
    {"activities", Of::kDocument, "document",
     "id, document, position, key, number, strategy, project, period_start, period_end, quarters, "
     "school_year, term, budget_satang, budget_stated, spent_satang, spent_stated, committed_satang, "
     "committed_stated, remaining_satang, remaining_stated, progress, actual_start, actual_end, "
     "actual_quarters, actual_school_year, actual_term, actual_satang, actual_stated, status, steps_intro, "
     "quantitative, qualitative, table_index, row_index",
     "activities WHERE document = ?1"},
    {"steps", Of::kDocument, "document", "document, activity, position, number, text",
     "(SELECT ?1 AS document, * FROM steps WHERE activity IN (SELECT id FROM activities WHERE document = "
     "?1))"},
    {"amounts", Of::kDocument, "document",
     "document, activity, position, header, part_of, year, satang, stated",
     "(SELECT ?1 AS document, * FROM amounts WHERE activity IN (SELECT id FROM activities WHERE document = "
     "?1))"},
    {"year_targets", Of::kDocument, "document", "document, activity, position, year, text",
     "(SELECT ?1 AS document, * FROM year_targets WHERE activity IN (SELECT id FROM activities WHERE "
     "document = ?1))"},
    {"appearances", Of::kDocument, "document", "document, activity, position, table_index, key",
     "(SELECT ?1 AS document, * FROM appearances WHERE activity IN (SELECT id FROM activities WHERE "
     "document = ?1))"},
    {"other_rows", Of::kDocument, "document", "id, document, position, kind, table_index, row_index",
     "other_rows WHERE document = ?1"},
    {"fields", Of::kDocument, "document",
     "id, document, activity, other_row, kind, key, header, position, text, source, confidence, "
     "needs_review, corrected, unsure",
     "fields WHERE document = ?1"},
    {"fragments", Of::kDocument, "document",
     "document, field, position, page, x, y, width, height, quad, raw, table_row, table_column, place",
     "(SELECT ?1 AS document, * FROM fragments WHERE field IN (SELECT id FROM fields WHERE document = ?1))"},
    {"joins", Of::kDocument, "document",
     "document, position, activity, upper_page, lower_page, reason, confidence", "joins WHERE document = ?1"},
    {"findings", Of::kDocument, "document",
     "document, position, code, severity, activity, field, page, region, arguments, message",
     "findings WHERE document = ?1"},
    {"submissions", Of::kDocument, "document", "code, year, form, document, path, part_of",
     "submissions WHERE document = ?1"},
    {"correction_states", Of::kDocument, "document", "correction, document, fate, activity, field",
     "correction_states WHERE document = ?1"},
    {"corrections", Of::kContent, "document",
     "number, at, reviewer, document, kind, activity, field, old_text, old_value, text, value, reason, "
     "made_by, undoes",
     "corrections WHERE document = ?1"},
    {"expected", Of::kList, "manifest", "code, year, form, name", "expected"},
    {"taught_forms", Of::kList, "forms", "number, at, by, name, toml", "taught_forms"},
}};

bool is_list(const Subject& subject) {
    return std::any_of(kTables.begin(), kTables.end(), [&](const PublishedTable& table) {
        return table.of == Of::kList && table.key == subject.name;
    });
}

/// Whether rows of the table belong to the subject.
bool has_rows(const PublishedTable& table, const Subject& subject) {
    switch (table.of) {
        case Of::kDocument:
            return subject.document.has_value();
        case Of::kContent:
            return !is_list(subject);
        case Of::kList:
            return table.key == subject.name;
    }
    return false;
}

void pass_on(const Query& rows, int columns, RowSink& sink) {
    for (int column = 0; column < columns; ++column) {
        switch (rows.type(column)) {
            case Query::Type::kNull:
                sink.null();
                break;
            case Query::Type::kInteger:
                sink.integer(rows.integer(column));
                break;
            case Query::Type::kReal:
                sink.real(rows.real(column));
                break;
            case Query::Type::kText:
                sink.text(rows.view(column));
                break;
        }
    }
}

}  // namespace

std::span<const PublishedTable> published_tables() { return kTables; }

std::string Publication::identity() {
    connection_->run(
        "INSERT INTO identity SELECT lower(hex(randomblob(16))) WHERE NOT EXISTS (SELECT 1 FROM identity)");
    Query rows = connection_->query("SELECT id FROM identity");
    return rows.next() ? rows.text(0) : std::string();
}

std::vector<Subject> Publication::subjects() {
    std::vector<Subject> subjects;
    Query rows = connection_->query(
        "SELECT c.subject, c.stamp, d.id FROM changes c LEFT JOIN documents d ON d.sha256 = c.subject"
        " ORDER BY d.id");
    while (rows.next()) {
        const auto document = rows.null(2) ? std::nullopt : std::optional(rows.integer(2));
        subjects.push_back({rows.text(0), rows.integer(1), document});
    }
    return subjects;
}

std::int64_t Publication::read(const Subject& subject, RowSink& sink) {
    static const std::vector<std::string> kQueries = [] {
        std::vector<std::string> queries;
        for (const PublishedTable& table : kTables)
            queries.push_back("SELECT " + std::string(table.columns) + " FROM " + std::string(table.source));
        return queries;
    }();
    std::int64_t read = 0;
    for (std::size_t i = 0; i < kTables.size(); ++i) {
        const PublishedTable& table = kTables[i];
        if (!has_rows(table, subject)) continue;
        const auto columns =
            static_cast<int>(std::count(table.columns.begin(), table.columns.end(), ',')) + 1;
        Query rows = table.of == Of::kDocument  ? connection_->query(kQueries[i], *subject.document)
                     : table.of == Of::kContent ? connection_->query(kQueries[i], subject.name)
                                                : connection_->query(kQueries[i]);
        for (; rows.next(); ++read) {
            sink.begin_row(i);
            pass_on(rows, columns, sink);
            sink.end_row();
        }
    }
    return read;
}

}  // namespace tarang::store
