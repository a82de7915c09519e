// Values made wrong on purpose, that a sample's checkers should notice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/correction.h"
#include "pipeline/store/samples.h"

namespace tarang::store {

/// What somebody said of a seed.
struct SeedAnswer {
    std::string at;  ///< UTC; given when it is stored
    std::string reviewer;
    Correction::Kind kind = Correction::Kind::kAccept;  ///< kAccept: it passed; else it was noticed
    std::optional<std::string> text;                    ///< typed instead
    bool operator==(const SeedAnswer&) const = default;
};

struct Seed {
    std::int64_t id = 0;
    SampleItem item;
    std::string text;  ///< shown in the place of the field's own
    std::optional<SeedAnswer> answer;
};

class Seeds {
public:
    explicit Seeds(Database& database) : connection_(&database.connection()) {}
    explicit Seeds(Connection& connection) : connection_(&connection) {}

    /// Puts wrong values into a sample; ids do not matter. A field that has one already keeps that.
    void add(std::int64_t sample, const std::vector<Seed>& seeds);
    /// Those of a record, of samples that have not ended, answered ones too.
    std::vector<Seed> of(std::string_view sha256, std::string_view activity);
    std::optional<Seed> seed(std::int64_t id);

    void answer(std::int64_t id, const SeedAnswer& answer);
    void take_back(std::int64_t id);

    /// The first one of a sample that nobody has said anything of, and whose field is still there.
    std::optional<SampleItem> next(std::int64_t sample);
    /// Counts who found how many, and removes them all. Within the transaction of who calls.
    void end(std::int64_t sample);
    /// What became of them; empty while the sample has not ended.
    std::vector<SeedShare> shares(std::int64_t sample);

private:
    Connection* connection_;
};

}  // namespace tarang::store
