// Samples of a lot, walked through like any other work.
#include <algorithm>
#include <sstream>

#include "apps/review/app.h"
#include "host/audit/sampling.h"
#include "host/export/json/json_writer.h"
#include "host/import/samples.h"
#include "pipeline/store/seeds.h"

namespace tarang::review {
namespace {

using exporting::JsonWriter;

/// With verdict and interval as they stand; in percent.
void write_sample(JsonWriter& json, const store::Sample& sample) {
    const auto size = static_cast<std::int64_t>(sample.items.size());
    const audit::Interval interval = audit::clopper_pearson(sample.wrong, sample.checked);
    const bool lost = sample.wrong > sample.accept;
    json.begin_object();
    json.member("number", sample.number);
    json.member("at", sample.at);
    json.member("reviewer", sample.reviewer);
    json.member("seed", sample.seed);
    json.member("filter", sample.filter);
    json.member("lot", sample.lot);
    json.member("size", size);
    json.member("letter", sample.letter);
    json.member("aql", sample.aql);
    json.member("accept", sample.accept);
    json.member("reject", sample.accept + 1);
    json.member("checked", sample.checked);
    json.member("wrong", sample.wrong);
    json.member("ended_at", sample.ended_at);
    json.member("verdict", sample.ended_at ? std::optional(sample.verdict)
                                           : (lost ? std::optional<std::string>("rejected") : std::nullopt));
    json.member("rate", sample.checked == 0 ? std::nullopt
                                            : std::optional(100.0 * static_cast<double>(sample.wrong) /
                                                            static_cast<double>(sample.checked)));
    json.key("interval").begin_array();
    json.value(sample.ended_at ? sample.low : 100 * interval.low);
    json.value(sample.ended_at ? sample.high : 100 * interval.high);
    json.end_array();
    json.key("shares").begin_array();
    for (const store::SeedShare& share : sample.shares) {
        json.begin_object();
        json.member("reviewer", share.reviewer);
        json.member("seeds", share.seeds);
        json.member("found", share.found);
        json.end_object();
    }
    json.end_array();
    json.key("next");
    if (sample.next) {
        json.begin_object();
        json.member("document", sample.next->sha256);
        json.member("activity", sample.next->activity);
        json.member("field", sample.next->field);
        json.end_object();
    } else {
        json.null();
    }
    json.end_object();
}

}  // namespace

std::string ReviewApp::samples(const Call& /*call*/) {
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.key("samples").begin_array();
    for (const store::Sample& sample : importing::judged_samples(database_)) write_sample(json, sample);
    json.end_array();
    json.end_object();
    return out.str();
}

std::string ReviewApp::sample(const Call& call) {
    const importing::SampleOrder order{call.body.text("filter").empty() ? "all" : call.body.text("filter"),
                                       static_cast<std::uint32_t>(call.body.integer("seed", 1)),
                                       call.body.number("aql", 1.0), call.holder.reviewer,
                                       static_cast<std::size_t>(std::clamp<std::int64_t>(
                                           call.body.integer("known_wrong"), 0, importing::kMostKnownWrong))};
    const store::Sample sample = importing::draw_sample(database_, order);
    work_version_.reset();
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    write_sample(json, sample);
    return out.str();
}

std::optional<std::string> ReviewApp::answer_seed(const Call& call, const std::string& activity,
                                                  const std::string& field, Correction::Kind kind) {
    const std::string sha256 = call.body.text("document");
    store::Seeds seeds(database_);
    for (const store::Seed& seed : seeds.of(sha256, activity)) {
        if (seed.item.field != field) continue;
        const auto text = kind == Correction::Kind::kCorrect ? call.body.maybe_text("text") : std::nullopt;
        seeds.answer(seed.id, {{}, call.holder.reviewer, kind, text});
        work_version_.reset();
        return record_answer(call, sha256, activity, -seed.id);
    }
    return std::nullopt;
}

std::string ReviewApp::take_back_seed(const Call& call, std::int64_t id) {
    store::Seeds seeds(database_);
    const auto seed = seeds.seed(id);
    if (!seed)
        throw Refused{404, "not_found", "ไม่พบการตัดสินนี้ หรือถูกย้อนกลับแล้ว",
                      "There is no such decision, or it was undone."};
    seeds.take_back(id);
    work_version_.reset();
    return record_answer(call, seed->item.sha256, seed->item.activity, -id);
}

}  // namespace tarang::review
