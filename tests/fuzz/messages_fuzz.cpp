// What a worker may say: believed whole, or not at all.
#include "pipeline/run/messages.h"
#include "pipeline/worker/codec.h"
#include "tests/fuzz/target.h"
#include "tests/worker/sample_records.h"

namespace tarang::fuzz {
namespace {

/// What was believed can be said again, and is believed again.
template <typename T>
void decode(std::string_view bytes) {
    const auto value = worker::decode<T>(bytes, {.memory = std::size_t{16} << 20, .pages = 5});
    if (value) require(worker::decode<T>(worker::encode(*value), {.pages = 5}).has_value());
}

}  // namespace

std::vector<std::string> made_seeds() {
    using namespace run;
    return {
        worker::encode(Request(OpenDocument{})),
        worker::encode(Request(ReadPages{1, 2})),
        worker::encode(Request(Assemble{{"auto", "", ""}, {{{1}, {}, {{}}}}})),
        worker::encode(Request(ReadAgain{0, 90, {{{1}, {}, Expectation::kMoney}}})),
        worker::encode(Answer(Opened{3})),
        worker::encode(Answer(Refusal{EventCode::kDamaged})),
        worker::encode(Answer(PageRead{{"abc"}})),
        worker::encode(Answer(Records{testing::sample_records(), 1, "f", {{{1}, {}, Expectation::kPeriod}}})),
        worker::encode(testing::sample_layout())};
}

}  // namespace tarang::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tarang;
    const std::string_view bytes = fuzz::text_of(data, size);
    fuzz::decode<run::Request>(bytes);
    fuzz::decode<run::Answer>(bytes);
    fuzz::decode<PageLayout>(bytes);
    return 0;
}
