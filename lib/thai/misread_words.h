// Words of a scan that are not what is printed, although each letter was read surely: a small mark over or
// under one of them is gone or is another, or a letter is one of like shape.
#pragma once

#include <string_view>

namespace tarang::thai {

/// Whether a word stands alone that these papers do not use, but one of like looks, as ที for ที่; or words side
/// by side, none of them one of grammar, would be one long word with one mark more, or another mark or like
/// letter: "ยัง|ยืน", "สิง|แวดล้อม", "ซี้|แจง". Of 2,100 texts of other offices' digital papers it told 20 that
/// were right.
bool has_cut_word(std::u32string_view text);

/// The same, or letters that are in no known word would be so: "เครืองมือ", "บคลากร", "เรียนรั้", "ซั้น". It does
/// not tell how to read them: names are spelled so. Of 91 fields on plain scans that it told and confidence
/// had not, 88 were wrong.
bool may_be_misread(std::u32string_view text);

}  // namespace tarang::thai
