// What a worker may say: believed whole, or not at all.
#include "host/border/codec.h"
#include "host/border/messages.h"
#include "tests/border/sample_records.h"
#include "tests/fuzz/target.h"

namespace tarang::fuzz {
namespace {

/// What was believed can be said again, and is believed again.
template <typename T>
void decode(std::string_view bytes) {
    const auto value = border::decode<T>(bytes, {.memory = std::size_t{16} << 20, .pages = 5});
    if (value) require(border::decode<T>(border::encode(*value), {.pages = 5}).has_value());
}

}  // namespace

std::vector<std::string> made_seeds() {
    using namespace border;
    return {
        border::encode(Request(OpenDocument{})),
        border::encode(Request(ReadPages{1, 2})),
        border::encode(Request(Assemble{{"auto", "", ""}, {{{1}, {}, {{}}}}})),
        border::encode(Request(ReadAgain{0, 90, {{{1}, {}, Expectation::kMoney}}})),
        border::encode(Answer(Opened{3})),
        border::encode(Answer(Refusal{EventCode::kDamaged})),
        border::encode(Answer(PageRead{{"abc"}})),
        border::encode(Answer(Records{testing::sample_records(), 1, {{{1}, {}, Expectation::kPeriod}}})),
        border::encode(testing::sample_layout())};
}

}  // namespace tarang::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tarang;
    const std::string_view bytes = fuzz::text_of(data, size);
    fuzz::decode<border::Request>(bytes);
    fuzz::decode<border::Answer>(bytes);
    fuzz::decode<PageLayout>(bytes);
    return 0;
}
