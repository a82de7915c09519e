// The Thai code page of Windows, in which office programs still write "CSV".
#pragma once

#include <string>
#include <string_view>

namespace tarang::thai {

/// The text in UTF-8. Bytes that mean nothing there become U+FFFD.
/// Table: Microsoft, code page 874 (TIS-620 with a few signs of Windows-1252).
std::string from_windows_874(std::string_view bytes);

}  // namespace tarang::thai
