#include "host/import/samples.h"

#include "host/audit/sampling.h"
#include "models/run_error.h"

namespace tarang::importing {

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
    for (const std::size_t position :
         audit::draw(lot.size(), static_cast<std::size_t>(plan.size), order.seed))
        sample.items.push_back(lot[position]);
    return *samples.sample(samples.add(sample));
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
