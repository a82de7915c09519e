#include "pipeline/store/samples.h"

#include "models/activity.h"
#include "models/flags.h"
#include "models/run_error.h"
#include "pipeline/store/clock.h"
#include "pipeline/store/json_text.h"
#include "pipeline/store/seeds.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {
namespace {

constexpr std::string_view kDocument = "document:";

/// The SHA-256 that a filter names; empty: all documents.
std::string document_of(const Connection& connection, std::string_view filter) {
    if (filter == "all") return {};
    if (filter.starts_with(kDocument)) return std::string(filter.substr(kDocument.size()));
    throw RunError(ExitCode::kUsage, connection.language() == Language::kThai
                                         ? "ตัวกรองต้องเป็น all หรือ document:SHA256"
                                         : "the filter is all or document:SHA256");
}

}  // namespace

std::vector<SampleItem> Samples::lot(std::string_view filter) {
    std::vector<SampleItem> items;
    Query rows = connection_->query(
        "SELECT d.sha256, a.key, f.key, f.header FROM documents d JOIN activities a ON a.document = d.id"
        " JOIN fields f ON f.activity = a.id AND f.kind IN ('column', 'extra')"
        " WHERE d.superseded_by IS NULL AND (?1 = '' OR d.sha256 = ?1) AND NOT EXISTS"
        " (SELECT 1 FROM correction_states c WHERE c.document = d.id AND c.activity = a.key AND c.fate = "
        "'applied')"
        " ORDER BY d.first_path, d.sha256, a.position, f.kind, f.position, f.id",
        document_of(*connection_, filter));
    while (rows.next()) {
        const std::string name = rows.null(2)
                                     ? tarang::name_of(ExtraField{strings_of(*connection_, rows.text(3)), {}})
                                     : rows.text(2);
        SampleItem item{rows.text(0), rows.text(1), name};
        // Columns under one printed header share a name, and are one item.
        if (items.empty() || items.back() != item) items.push_back(std::move(item));
    }
    return items;
}

std::int64_t Samples::add(const Sample& sample) {
    Transaction transaction(*connection_);
    Query newest = connection_->query("SELECT coalesce(max(number), 0) FROM corrections");
    const std::int64_t after = newest.next() ? newest.integer(0) : 0;
    connection_->run(
        "INSERT INTO samples (at, reviewer, seed, filter, aql, lot, letter, accept)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        now_utc(), sample.reviewer, static_cast<std::int64_t>(sample.seed), sample.filter, sample.aql,
        sample.lot, sample.letter, sample.accept);
    const std::int64_t number = connection_->last_row();
    for (std::size_t i = 0; i < sample.items.size(); ++i) {
        const SampleItem& item = sample.items[i];
        connection_->run("INSERT INTO sample_items VALUES (?1, ?2, ?3, ?4, ?5, ?6)", number, i, item.sha256,
                         item.activity, item.field, after);
    }
    transaction.commit();
    return number;
}

std::optional<Sample> Samples::sample(std::int64_t number) {
    Sample sample;
    {
        Query rows = connection_->query(
            "SELECT at, reviewer, seed, filter, aql, lot, letter, accept, ended_at, verdict, low, high, wrong"
            " FROM samples WHERE number = ?1",
            number);
        if (!rows.next()) return std::nullopt;
        sample.number = number;
        sample.at = rows.text(0);
        sample.reviewer = rows.text(1);
        sample.seed = static_cast<std::uint32_t>(rows.integer(2));
        sample.filter = rows.text(3);
        sample.aql = rows.real(4);
        sample.lot = rows.integer(5);
        sample.letter = rows.text(6);
        sample.accept = rows.integer(7);
        sample.ended_at = rows.text_or_null(8);
        sample.verdict = rows.text(9);
        sample.low = rows.real(10);
        sample.high = rows.real(11);
        sample.wrong = rows.integer(12);
    }
    read_items(sample);
    return sample;
}

void Samples::read_items(Sample& sample) {
    std::int64_t wrong = 0;
    Query rows = connection_->query(
        "SELECT i.document, i.activity, i.field, (SELECT c.kind FROM correction_states s JOIN documents d"
        " ON d.id = s.document JOIN corrections c ON c.number = s.correction WHERE d.sha256 = i.document"
        " AND s.activity = i.activity AND s.field = i.field AND s.fate = 'applied' AND s.correction > i.after"
        " ORDER BY s.correction DESC LIMIT 1) FROM sample_items i WHERE i.sample = ?1 ORDER BY i.position",
        sample.number);
    while (rows.next()) {
        sample.items.push_back({rows.text(0), rows.text(1), rows.text(2)});
        if (rows.null(3)) {
            if (!sample.next) sample.next = sample.items.back();
            continue;
        }
        ++sample.checked;
        if (rows.text(3) != "accept") ++wrong;
    }
    Seeds seeds(*connection_);
    if (sample.ended_at) {
        sample.shares = seeds.shares(sample.number);
        sample.checked = static_cast<std::int64_t>(sample.items.size());
        sample.next.reset();
    } else {
        sample.wrong = wrong;
        if (!sample.next) sample.next = seeds.next(sample.number);
    }
}

std::vector<Sample> Samples::all() {
    std::vector<std::int64_t> numbers;
    {
        Query rows = connection_->query("SELECT number FROM samples ORDER BY number DESC");
        while (rows.next()) numbers.push_back(rows.integer(0));
    }
    std::vector<Sample> samples;
    for (const std::int64_t number : numbers) samples.push_back(*sample(number));
    return samples;
}

std::set<std::string> Samples::undecided_fields(std::string_view sha256, std::string_view activity) {
    std::set<std::string> fields;
    Query rows = connection_->query(
        "SELECT i.field FROM samples s JOIN sample_items i ON i.sample = s.number JOIN documents d"
        " ON d.sha256 = i.document WHERE s.ended_at IS NULL AND i.document = ?1 AND i.activity = ?2 AND NOT "
        "EXISTS"
        " (SELECT 1 FROM correction_states c WHERE c.document = d.id AND c.activity = i.activity"
        " AND c.field = i.field AND c.fate = 'applied' AND c.correction > i.after)",
        sha256, activity);
    while (rows.next()) fields.insert(rows.text(0));
    Query seeds = connection_->query(
        "SELECT field FROM sample_seeds WHERE document = ?1 AND activity = ?2 AND kind IS NULL", sha256,
        activity);
    while (seeds.next()) fields.insert(seeds.text(0));
    return fields;
}

void Samples::end(const Sample& sample) {
    Transaction transaction(*connection_);
    connection_->run(
        "UPDATE samples SET ended_at = ?2, wrong = ?3, verdict = ?4, low = ?5, high = ?6"
        " WHERE number = ?1 AND ended_at IS NULL",
        sample.number, now_utc(), sample.wrong, sample.verdict, sample.low, sample.high);
    Seeds(*connection_).end(sample.number);
    transaction.commit();
}

}  // namespace tarang::store
