// The warehouse on a PostgreSQL server. While one batch is sent, the rows of the next are gathered.
#pragma once

#include <future>
#include <vector>

#include "host/publish/postgresql/batch.h"
#include "host/publish/postgresql/office.h"
#include "host/publish/warehouse.h"

namespace tarang::publish {

class PostgresWarehouse : public Warehouse {
public:
    /// `tables` outlive it.
    PostgresWarehouse(const Destination& destination, std::span<const store::PublishedTable> tables);

    std::string place() const override { return place_; }
    std::string office() const override { return office_.name; }
    std::unordered_map<std::string, std::int64_t> stamps() override;

    void begin_subject(const store::Subject& subject) override { gathering_.begin_subject(subject); }
    void remove_subject(const std::string& name) override { gathering_.remove_subject(name); }
    std::size_t waiting() const override { return gathering_.bytes(); }
    void commit() override;

    TextSearch finish(bool changed) override;
    std::string letters() override;

    void begin_row(std::size_t table) override;
    void null() override;
    void integer(std::int64_t value) override;
    void real(double value) override;
    void text(std::string_view value) override;
    void end_row() override { row_->end_row(); }

private:
    void wait();

    Session session_;  ///< the sender's while it sends
    std::string place_;
    std::string program_;
    Office office_;
    std::vector<std::vector<bool>> is_json_;  ///< by table and column
    Batch gathering_;
    Batch sent_;
    CopyText* row_ = nullptr;  ///< the one at hand, of this table and column
    std::size_t table_ = 0;
    std::size_t column_ = 0;
    std::future<void> sending_;  ///< last: its end waits for the sender
};

}  // namespace tarang::publish
