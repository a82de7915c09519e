// Lots that are judged by a sample of their fields.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/database.h"

namespace tarang::store {

struct SampleItem {
    std::string sha256;
    std::string activity;
    std::string field;
    bool operator==(const SampleItem&) const = default;
};

/// How many of the values made wrong on purpose one person noticed.
struct SeedShare {
    std::string reviewer;
    std::int64_t seeds = 0;
    std::int64_t found = 0;
    bool operator==(const SeedShare&) const = default;
};

/// How a lot is judged; see audit/sampling.h.
struct Sample {
    std::int64_t number = 0;
    std::string at;  ///< UTC
    std::string reviewer;
    std::uint32_t seed = 0;
    std::string filter;  ///< "all", or "document:SHA"
    double aql = 0;      ///< percent
    std::int64_t lot = 0;
    std::string letter;
    std::int64_t accept = 0;
    std::vector<SampleItem> items;

    std::int64_t checked = 0;        ///< items that somebody decided since
    std::int64_t wrong = 0;          ///< of these, not accepted as they were
    std::optional<SampleItem> next;  ///< the first undecided one

    std::optional<std::string> ended_at;
    std::string verdict;  ///< "accepted" or "rejected" once ended
    double low = 0;       ///< percent wrong in the lot, 95 % interval, once ended
    double high = 0;
    std::vector<SeedShare> shares;  ///< of values made wrong on purpose, once ended
};

class Samples {
public:
    explicit Samples(Database& database) : connection_(&database.connection()) {}

    /// All fields of records of current documents that nobody has decided anything about, in the order of
    /// path, document and form. Throws RunError(kUsage) where `filter` is none.
    std::vector<SampleItem> lot(std::string_view filter);

    /// Keeps a drawn sample and gives its number.
    std::int64_t add(const Sample& sample);

    std::optional<Sample> sample(std::int64_t number);
    /// Newest first.
    std::vector<Sample> all();

    /// Fields of a record that are undecided items of unfinished samples, or seeds in one.
    std::set<std::string> undecided_fields(std::string_view sha256, std::string_view activity);

    /// Sets the verdict of a sample whose last item was decided, and removes its seeds. Once only.
    void end(const Sample& sample);

private:
    void read_items(Sample& sample);

    Connection* connection_;
};

}  // namespace tarang::store
