// Dates, money, numbers: what stands in cells.
#include <algorithm>

#include "lib/values/baht.h"
#include "lib/values/date.h"
#include "lib/values/number.h"
#include "lib/values/number_seam.h"
#include "lib/values/period.h"
#include "tests/fuzz/target.h"

namespace tarang::fuzz {
namespace {

void read_period(std::string_view text, std::optional<BuddhistYear> year) {
    const auto result = values::parse_period(text, year);
    if (!result.period) return;
    require(!result.period->start || result.period->start->ok());
    require(!result.period->end || result.period->end->ok());
    for (const std::uint8_t quarter : result.period->quarters) require(quarter >= 1 && quarter <= 4);
}

void read_date(std::string_view text) {
    const auto date = values::parse_iso(text);
    if (date) require(values::format_iso(*date) == text);
}

}  // namespace

std::vector<std::string> made_seeds() { return {}; }

}  // namespace tarang::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tarang;
    const std::string_view text = fuzz::text_of(data, size);
    fuzz::read_period(text, std::nullopt);
    fuzz::read_period(text, BuddhistYear{2567});
    static_cast<void>(values::parse_baht(text));
    static_cast<void>(values::parse_number(text));
    static_cast<void>(values::parse_integer(text));
    static_cast<void>(values::parse_year(text));
    static_cast<void>(values::number_seam(text.substr(0, size / 2), text.substr(size / 2)));
    fuzz::read_date(text);
    return 0;
}
