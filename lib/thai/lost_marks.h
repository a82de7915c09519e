// Words of a scan that lack a mark: the letters are there, the small sign over or under one of them is not,
// or is another.
#pragma once

#include <string_view>

namespace tarang::thai {

/// Whether the word ที stands alone: nearly always it is ที่.
bool has_lone_thi(std::u32string_view text);

/// The same, or letters that are in no known word would be with one mark more or another one: "เครืองมือ",
/// "บคลากร", "เรียนรั้". It does not tell which mark: names are spelled so. Of 91 fields on plain scans that
/// it told and confidence had not, 88 were wrong.
bool may_lack_mark(std::u32string_view text);

}  // namespace tarang::thai
