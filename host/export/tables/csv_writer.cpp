#include "host/export/tables/csv_writer.h"

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

}  // namespace

CsvWriter::CsvWriter(std::ostream& out) : out_(out) { out_ << kByteOrderMark; }

void CsvWriter::separate() {
    if (cells_++ > 0) out_ << ',';
}

void CsvWriter::text(std::string_view text) {
    if (text.empty()) return empty();
    separate();
    std::string plain = plain_text(text);
    if (begins_like_formula(plain) || plain.starts_with('\'')) plain.insert(0, 1, '\'');
    out_ << (needs_quotes(plain) ? in_quotes(plain) : plain);
    wrote_ = true;
}

void CsvWriter::number(std::string_view digits) {
    separate();
    out_ << digits;
    wrote_ = true;
}

void CsvWriter::empty() { separate(); }

void CsvWriter::end_row() {
    if (cells_ == 1 && !wrote_) out_ << "\"\"";
    out_ << "\r\n";
    cells_ = 0;
    wrote_ = false;
}

void CsvWriter::blank_line() { out_ << "\r\n"; }

}  // namespace tarang::exporting
