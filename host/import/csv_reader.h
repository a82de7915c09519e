// CSV as office programs write it, read into rows. Our own: the one CSV reader of Debian has had no release
// since 2013 and reads a byte at a time through callbacks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tarang::importing {

struct CsvRow {
    std::size_t line = 1;  ///< where it begins in the text, from 1
    std::vector<std::string> cells;
    bool operator==(const CsvRow&) const = default;
};

/// RFC 4180, with what is met: lines end in any way; cells are parted by comma, semicolon or tab, whichever
/// the first line has most of; a byte-order mark and empty lines are left out; white space around a cell that
/// is not quoted goes. A text that is no UTF-8 is taken for Windows-874. A quote that never ends takes the
/// rest.
std::vector<CsvRow> read_csv(std::string_view text);

}  // namespace tarang::importing
