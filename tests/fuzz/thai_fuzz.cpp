// Repair and comparison of Thai: what goes out is UTF-8, whatever came in.
#include "lib/thai/compare.h"
#include "lib/thai/text_repair.h"
#include "lib/thai/utf8.h"
#include "lib/thai/width.h"
#include "lib/thai/windows_874.h"
#include "tests/fuzz/target.h"

std::vector<std::string> tarang::fuzz::made_seeds() { return {}; }

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tarang;
    const std::string_view bytes = fuzz::text_of(data, size);
    fuzz::require(thai::is_valid_utf8(thai::from_windows_874(bytes)));
    const std::string text = thai::sanitize(bytes);
    fuzz::require(thai::is_valid_utf8(text));
    fuzz::require(thai::encode(thai::decode(text)) == text);
    const std::string repaired = thai::repair_text(text);
    fuzz::require(thai::is_valid_utf8(repaired));
    fuzz::require(thai::is_valid_utf8(thai::comparable(repaired)));
    fuzz::require(thai::is_valid_utf8(thai::cut_to_width(text, size % 80)));
    const float alike = thai::similarity(text, repaired);
    fuzz::require(alike >= 0 && alike <= 1);
    return 0;
}
