#include "lib/thai/text_repair.h"

#include <utility>

#include "lib/thai/compare.h"
#include "lib/thai/repair_rules.h"
#include "lib/thai/utf8.h"

namespace tarang::thai {

std::string repair_text(std::string_view text) {
    // Canonical order brings marks together that the rules then see as doubled, and the rules make marks that
    // canonical order moves: two rounds settle all real text, a third only what nobody wrote.
    constexpr int kRounds = 4;
    std::string result = sanitize(text);
    for (int round = 0; round < kRounds; ++round) {
        RuleCounts counts;
        std::string next = to_nfc(encode(apply_text_rules(decode(result), counts)));
        if (next == result) break;
        result = std::move(next);
    }
    return result;
}

}  // namespace tarang::thai
