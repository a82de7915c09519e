#include "pipeline/thai/text_repair.h"

#include "pipeline/thai/compare.h"
#include "pipeline/thai/repair_rules.h"
#include "pipeline/thai/utf8.h"

namespace tarang::thai {

std::string repair_text(std::string_view text) {
    RuleCounts counts;
    return to_nfc(encode(apply_text_rules(decode(text), counts)));
}

}  // namespace tarang::thai
