// The same repairs where no glyphs are known: text from OCR, from a person, or joined from lines.
#pragma once

#include <string>
#include <string_view>

namespace tarang::thai {

/// Private-use marks, doubled marks, เเ, the order of marks, decomposed sara am, NFC; bad UTF-8 becomes
/// U+FFFD. Idempotent, and never drops a letter: what it takes away is a doubled mark or a space before a
/// mark.
std::string repair_text(std::string_view text);

}  // namespace tarang::thai
