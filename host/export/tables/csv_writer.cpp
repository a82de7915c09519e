#include "host/export/tables/csv_writer.h"

#include <algorithm>
#include <string>

#include "host/export/plain_text.h"

namespace tarang::exporting {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string in_quotes(std::string_view text) {
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

bool needs_quotes(std::string_view text) {
    return text.find_first_of(",;\"\n\t") != std::string_view::npos || text.starts_with(' ') ||
           text.ends_with(' ');
}

/// Digits, letters of ASCII and points, which no program takes for anything else.
bool is_word(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
    });
}

}  // namespace

CsvWriter::CsvWriter(std::ostream& out) : out_(out) { out_ << kByteOrderMark; }

void CsvWriter::separate() {
    if (cells_++ > 0) line_ += ',';
}

void CsvWriter::put(std::string_view text) {
    line_ += text;
    wrote_ = true;
}

void CsvWriter::text(std::string_view text) {
    if (text.empty()) return empty();
    separate();
    if (is_word(text)) return put(text);
    std::string plain = plain_text(text);
    if (begins_like_formula(plain) || plain.starts_with('\'')) plain.insert(0, 1, '\'');
    put(needs_quotes(plain) ? in_quotes(plain) : plain);
}

void CsvWriter::number(std::string_view digits) {
    separate();
    put(digits);
}

void CsvWriter::empty() { separate(); }

void CsvWriter::end_row() {
    if (cells_ == 1 && !wrote_) line_ += "\"\"";
    line_ += "\r\n";
    out_.write(line_.data(), static_cast<std::streamsize>(line_.size()));
    line_.clear();
    cells_ = 0;
    wrote_ = false;
}

void CsvWriter::blank_line() { out_ << "\r\n"; }

}  // namespace tarang::exporting
