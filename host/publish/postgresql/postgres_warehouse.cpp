#include "host/publish/postgresql/postgres_warehouse.h"

#include <algorithm>
#include <array>
#include <utility>

#include "host/publish/postgresql/schema.h"
#include "host/publish/postgresql/search.h"

namespace tarang::publish {
namespace {

// Columns of type jsonb.
constexpr std::array<std::string_view, 10> kJson{"header",  "arguments", "quarters", "actual_quarters",
                                                 "unsure",  "quad",      "place",    "places",
                                                 "regions", "region"};

std::vector<bool> json_columns(std::string_view columns) {
    std::vector<bool> found;
    for (;;) {
        const std::size_t comma = columns.find(", ");
        found.push_back(std::find(kJson.begin(), kJson.end(), columns.substr(0, comma)) != kJson.end());
        if (comma == std::string_view::npos) return found;
        columns.remove_prefix(comma + 2);
    }
}

Session prepared(const Destination& destination) {
    Session session(destination.address);
    prepare_schema(session);
    return session;
}

}  // namespace

PostgresWarehouse::PostgresWarehouse(const Destination& destination,
                                     std::span<const store::PublishedTable> tables)
    : session_(prepared(destination)),
      place_(session_.place()),
      program_(destination.program),
      office_(enter_office(session_, destination)),
      gathering_(tables, office_.number),
      sent_(tables, office_.number) {
    for (const store::PublishedTable& table : tables) is_json_.push_back(json_columns(table.columns));
}

std::unordered_map<std::string, std::int64_t> PostgresWarehouse::stamps() {
    const Answer answer = session_.run("SELECT subject, stamp FROM published WHERE office = $1",
                                       {std::to_string(office_.number)});
    std::unordered_map<std::string, std::int64_t> stamps;
    for (int row = 0; row < answer.rows(); ++row) stamps.emplace(answer.text(row, 0), answer.integer(row, 1));
    return stamps;
}

void PostgresWarehouse::commit() {
    wait();
    if (gathering_.empty()) return;
    std::swap(gathering_, sent_);
    sending_ = std::async(std::launch::async, [this] { sent_.send(session_); });
}

/// Until the sender is done; throws what it met.
void PostgresWarehouse::wait() {
    if (sending_.valid()) sending_.get();
}

TextSearch PostgresWarehouse::finish(bool changed) {
    wait();
    session_.run("UPDATE offices SET published_at = now(), program = $2 WHERE number = $1",
                 {std::to_string(office_.number), program_});
    return changed ? index_texts(session_) : TextSearch::kIndexed;
}

std::string PostgresWarehouse::letters() { return letters_of(session_); }

void PostgresWarehouse::begin_row(std::size_t table) {
    table_ = table;
    column_ = 0;
    row_ = &gathering_.begin_row(table);
}

void PostgresWarehouse::null() {
    ++column_;
    row_->null();
}

void PostgresWarehouse::integer(std::int64_t value) {
    ++column_;
    row_->integer(value);
}

void PostgresWarehouse::real(double value) {
    ++column_;
    row_->real(value);
}

void PostgresWarehouse::text(std::string_view value) {
    if (is_json_[table_][column_++])
        row_->json(value);
    else
        row_->text(value);
}

}  // namespace tarang::publish
