#include "host/import/samples.h"

#include <algorithm>
#include <optional>
#include <random>

#include "host/audit/made_wrong.h"
#include "host/audit/sampling.h"
#include "host/import/taught_forms.h"
#include "models/run_error.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/corrections.h"
#include "pipeline/store/seeds.h"

namespace tarang::importing {
namespace {

/// Reads the records of a lot, one document after another.
class LotReader {
public:
    explicit LotReader(store::Database& database) : database_(database), taught_(taught_profiles(database)) {}

    /// The item's text made wrong; nothing where it is not fit for that.
    std::optional<std::string> wrong_text(const store::SampleItem& item, std::uint32_t turn) {
        if (sha256_ != item.sha256) {
            sha256_ = item.sha256;
            document_ = store::Archive(database_).document(sha256_);
            if (document_) extracted_ = store::Corrections(database_).extracted(sha256_);
        }
        if (!document_) return std::nullopt;
        for (const ActivityRecord& activity : document_->records.activities) {
            if (activity.id != item.activity) continue;
            return audit::made_wrong(activity, item.field, audit::reading_of(extracted_, activity, taught_),
                                     turn);
        }
        return std::nullopt;
    }

private:
    store::Database& database_;
    std::vector<interpret::Profile> taught_;
    std::string sha256_;
    std::optional<StoredDocument> document_;
    DocumentRecords extracted_;
};

/// Up to `count` items of the lot outside of the sample, each with a wrong text; in an order that tells
/// nothing.
std::vector<store::Seed> seeds_for(store::Database& database, const std::vector<store::SampleItem>& lot,
                                   const std::vector<std::size_t>& drawn, const SampleOrder& order) {
    std::mt19937 random(order.seed);
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < lot.size(); ++i) {
        if (!std::binary_search(drawn.begin(), drawn.end(), i)) rest.push_back(i);
    }
    LotReader reader(database);
    std::vector<store::Seed> seeds;
    while (seeds.size() < order.known_wrong && !rest.empty()) {
        const std::size_t at = random() % rest.size();
        const store::SampleItem& item = lot[rest[at]];
        rest[at] = rest.back();
        rest.pop_back();
        if (const auto text = reader.wrong_text(item, static_cast<std::uint32_t>(random())))
            seeds.push_back({0, item, *text, std::nullopt});
    }
    return seeds;
}

}  // namespace

store::Sample draw_sample(store::Database& database, const SampleOrder& order) {
    store::Samples samples(database);
    const std::vector<store::SampleItem> lot = samples.lot(order.filter);
    if (lot.empty())
        throw RunError(ExitCode::kUsage, "ไม่มีช่องที่ยังไม่มีผู้ตรวจ",
                       "there are no fields that nobody has looked at yet");
    const audit::SamplingPlan plan = audit::plan_for(static_cast<std::int64_t>(lot.size()), order.aql);
    store::Sample sample;
    sample.reviewer = order.reviewer;
    sample.seed = order.seed;
    sample.filter = order.filter;
    sample.aql = order.aql;
    sample.lot = static_cast<std::int64_t>(lot.size());
    sample.letter = plan.letter;
    sample.accept = plan.accept;
    const auto drawn = audit::draw(lot.size(), static_cast<std::size_t>(plan.size), order.seed);
    for (const std::size_t position : drawn) sample.items.push_back(lot[position]);
    const std::vector<store::Seed> seeds = seeds_for(database, lot, drawn, order);
    const std::int64_t number = samples.add(sample);
    store::Seeds(database).add(number, seeds);
    return *samples.sample(number);
}

std::vector<store::Sample> judged_samples(store::Database& database) {
    store::Samples samples(database);
    std::vector<store::Sample> all = samples.all();
    for (store::Sample& sample : all) {
        if (sample.ended_at || sample.next) continue;
        const audit::Interval interval = audit::clopper_pearson(sample.wrong, sample.checked);
        sample.verdict = sample.wrong > sample.accept ? "rejected" : "accepted";
        sample.low = 100 * interval.low;
        sample.high = 100 * interval.high;
        samples.end(sample);
        sample = *samples.sample(sample.number);
    }
    return all;
}

}  // namespace tarang::importing
