#include "pipeline/store/record_reader.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/store/activity_rows.h"
#include "pipeline/store/json_text.h"
#include "pipeline/store/names.h"
#include "pipeline/store/places.h"
#include "pipeline/store/table_rows.h"

namespace tarang::store {
namespace {

class RecordReader {
public:
    RecordReader(Connection& connection, std::int64_t document, Edition edition)
        : connection_(connection), document_(document), edition_(edition) {}

    DocumentRecords read() {
        read_document();
        read_pages();
        records_.tables = read_tables(connection_, document_);
        read_activities();
        read_rows();
        read_fields();
        read_joins();
        read_findings();
        return records_;
    }

private:
    Query rows_of(std::string_view select) {
        return connection_.query(of_edition(select, edition_), document_);
    }

    template <typename Enum>
    std::optional<Enum> named_or_null(const Query& rows, int column, int count) {
        if (rows.null(column)) return std::nullopt;
        return named<Enum>(connection_, rows.text(column), count);
    }

    void read_document() {
        Query rows = connection_.query(
            "SELECT d.form, iif(?2, e.fiscal_year, d.fiscal_year) FROM documents d"
            " LEFT JOIN extracted_documents e ON e.document = d.id WHERE d.id = ?1",
            document_, edition_ == Edition::kExtracted);
        if (!rows.next()) return;
        records_.profile = rows.text(0);
        if (!rows.null(1)) records_.fiscal_year = BuddhistYear{rows.small(1)};
    }

    void read_pages() {
        Query rows = connection_.query(
            "SELECT page, width, height, turned, source, layer FROM pages WHERE document = ?1 ORDER BY page",
            document_);
        while (rows.next()) {
            PageInfo page;
            page.number.value = rows.small(0);
            page.width = static_cast<Points>(rows.real(1));
            page.height = static_cast<Points>(rows.real(2));
            page.turned = static_cast<std::int16_t>(rows.integer(3));
            page.source = named_or_null<Source>(rows, 4, kSources);
            page.layer = named<LayerVerdict>(connection_, rows.text(5), kLayers);
            records_.pages.push_back(page);
        }
    }

    void read_activities() {
        for (ActivityRow& row : read_activity_rows(connection_, document_, edition_)) {
            activity_index_[row.id] = records_.activities.size();
            records_.activities.push_back(std::move(row.activity));
        }
    }

    /// Rows of a table without activities stand with the table, others with the document.
    void read_rows() {
        Query rows = rows_of(
            "SELECT id, kind, table_index, row_index FROM @other_rows WHERE document = ?1 ORDER BY position");
        while (rows.next()) {
            const auto kind = named<OtherRow::Kind>(connection_, rows.text(1), kRowKinds);
            const auto table = static_cast<std::size_t>(rows.small(2));
            if (table < records_.tables.size() && records_.tables[table].kind == TableRecord::Kind::kNone) {
                auto& list = records_.tables[table].rows;
                table_row_index_[rows.integer(0)] = {table, list.size()};
                list.emplace_back();
                continue;
            }
            row_index_[rows.integer(0)] = records_.rows.size();
            records_.rows.push_back({kind, {}, rows.small(2), rows.small(3)});
        }
    }

    using RowIndex = std::unordered_map<std::int64_t, std::size_t>;

    /// The record that a row belongs to; foreign keys make sure of it, but not that both are of this
    /// document.
    template <typename Record>
    Record& found(std::vector<Record>& records, const RowIndex& index, std::int64_t row) {
        const auto place = index.find(row);
        if (place == index.end()) connection_.refuse(Problem::kDamaged, "row " + std::to_string(row));
        return records[place->second];
    }

    ActivityRecord& activity_of(const Query& rows, int column) {
        return found(records_.activities, activity_index_, rows.integer(column));
    }

    std::unordered_map<std::int64_t, std::vector<Fragment>> read_fragments() {
        std::unordered_map<std::int64_t, std::vector<Fragment>> fragments;
        Query rows = rows_of(
            "SELECT g.field, g.page, g.x, g.y, g.width, g.height, g.quad, g.raw, g.table_row, "
            "g.table_column, g.place"
            " FROM @fields f JOIN @fragments g ON g.field = f.id WHERE f.document = ?1 ORDER BY g.field, "
            "g.position");
        while (rows.next()) fragments[rows.integer(0)].push_back(fragment_in(connection_, rows, 1));
        return fragments;
    }

    void read_fields() {
        auto fragments = read_fragments();
        Query rows = rows_of(
            "SELECT id, activity, other_row, kind, key, header, text, source, confidence, needs_review, "
            "corrected, unsure"
            " FROM @fields WHERE document = ?1 ORDER BY position, id");
        while (rows.next()) {
            Field field;
            field.text = rows.text(6);
            field.source = named<Source>(connection_, rows.text(7), kSources);
            field.confidence = static_cast<float>(rows.real(8));
            field.needs_review = rows.integer(9) != 0;
            field.corrected = rows.integer(10) != 0;
            field.unsure = unsure_in(rows.text(11));
            field.fragments = std::move(fragments[rows.integer(0)]);
            place(rows, std::move(field));
        }
    }

    static std::vector<TextRange> unsure_in(const std::string& text) {
        const std::vector<double> ends = numbers_of(text);
        std::vector<TextRange> ranges;
        for (std::size_t i = 0; i + 1 < ends.size(); i += 2)
            ranges.push_back({static_cast<std::int32_t>(ends[i]), static_cast<std::int32_t>(ends[i + 1])});
        return ranges;
    }

    std::vector<Field>& cells_of(const Query& rows) {
        const auto of_table = table_row_index_.find(rows.integer(2));
        if (of_table == table_row_index_.end())
            return found(records_.rows, row_index_, rows.integer(2)).cells;
        return records_.tables[of_table->second.first].rows[of_table->second.second];
    }

    /// Puts a field where it belongs, by its kind.
    void place(const Query& rows, Field field) {
        const std::string kind = rows.text(3);
        if (kind == "document")
            document_field(rows.text(4)) = std::move(field);
        else if (kind == "column")
            column_field(rows) = std::move(field);
        else if (kind == "heading")
            activity_of(rows, 1).headings.push_back(std::move(field));
        else if (kind == "extra") {
            activity_of(rows, 1).extra.push_back({strings_of(connection_, rows.text(5)), std::move(field)});
        } else {
            cells_of(rows).push_back(std::move(field));
        }
    }

    Maybe<Field>& document_field(std::string_view key) {
        if (key == "title") return records_.title;
        if (key == "agency") return records_.agency;
        return records_.fiscal_year_field;
    }

    Maybe<Field>& column_field(const Query& rows) {
        return activity_of(rows, 1).field(named<FieldKey>(connection_, rows.text(4), kFieldKeyCount));
    }

    void read_joins() {
        Query rows = rows_of(
            "SELECT activity, upper_page, lower_page, reason, confidence FROM @joins WHERE document = ?1"
            " ORDER BY position");
        while (rows.next()) {
            const auto reason = named<JoinReason>(connection_, rows.text(3), kJoinReasons);
            records_.joins.push_back(
                {rows.text(0), {rows.small(1)}, {rows.small(2)}, reason, static_cast<float>(rows.real(4))});
        }
    }

    void read_findings() {
        const int codes = static_cast<int>(finding_catalogue().size());
        Query rows = rows_of(
            "SELECT code, activity, field, page, region, arguments FROM @findings WHERE document = ?1 ORDER "
            "BY position");
        while (rows.next()) {
            Finding finding;
            finding.code = named<FindingCode>(connection_, rows.text(0), codes);
            finding.activity_id = rows.text(1);
            finding.field = rows.text(2);
            if (!rows.null(3)) finding.page = PageNumber{rows.small(3)};
            if (!rows.null(4)) finding.region = region_in(rows.text(4));
            finding.arguments = strings_of(connection_, rows.text(5));
            records_.findings.push_back(std::move(finding));
        }
    }

    Connection& connection_;
    std::int64_t document_;
    Edition edition_;
    DocumentRecords records_;
    RowIndex activity_index_;  ///< by row id
    RowIndex row_index_;
    std::unordered_map<std::int64_t, std::pair<std::size_t, std::size_t>>
        table_row_index_;  ///< table, row in it
};

}  // namespace

DocumentRecords read_records(Connection& connection, std::int64_t document, Edition edition) {
    return RecordReader(connection, document, edition).read();
}

}  // namespace tarang::store
