// CSV by RFC 4180 (comma, CRLF, quotes where needed) that Excel opens in Thai: a byte-order mark comes first.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace tarang::exporting {

class CsvWriter {
public:
    explicit CsvWriter(std::ostream& out);

    /// A text that a spreadsheet would take for a formula ("- เพื่อ..." is common in reports) gets an
    /// apostrophe in front, and so does one that begins with an apostrophe: who reads the file back takes one
    /// off wherever a text begins with one, and has the text as it was. A space or a character that draws
    /// nothing would hide the mark, but programs that trim what they read would take it off before they look.
    void text(std::string_view text);

    /// Digits as they are to stand there, the leading minus of a number included.
    void number(std::string_view digits);

    void empty();

    /// A row of one empty cell is written as "", so that an empty line never stands for a row.
    void end_row();

    /// An empty line: between two tables.
    void blank_line();

private:
    void separate();
    void put(std::string_view text);

    std::ostream& out_;
    std::string line_;  ///< of the row under way: a stream takes its time over each piece
    int cells_ = 0;
    bool wrote_ = false;
};

}  // namespace tarang::exporting
