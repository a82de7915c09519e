// OLE2 compound files: doc, xls, and what Word and Excel make of a file with a password.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tarang::read::office {

/// Whether the file begins as a compound file does.
bool is_compound(int fd);

/// Names in the directory, in its order; none where it cannot be followed. At most some thousand: no document
/// has more.
std::vector<std::string> compound_names(int fd);

/// The bytes of the first stream of that name, at most `most` of them; empty where there is none or its chain
/// is broken.
std::string compound_stream(int fd, std::string_view name, std::size_t most);

}  // namespace tarang::read::office
