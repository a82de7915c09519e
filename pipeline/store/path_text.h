// Paths are bytes, texts are UTF-8: a path in another encoding must be kept so that it can be opened again.
#pragma once

#include <string>
#include <string_view>

namespace tarang::store {

/// The path as text: each byte that is no UTF-8 stands as \xHH, a backslash before "x" as \x5C.
std::string text_of_path(std::string_view path);

/// The bytes again.
std::string path_of_text(std::string_view text);

}  // namespace tarang::store
