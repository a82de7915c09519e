#include <xlsxwriter.h>

#include <algorithm>
#include <stdexcept>

#include "host/export/plain_text.h"
#include "host/export/tables/xlsx_book.h"
#include "host/export/tables/xlsx_text.h"
#include "host/export/terminal/show.h"
#include "host/export/terminal/text_table.h"
#include "lib/values/baht.h"
#include "lib/values/date.h"

namespace tarang::exporting {
namespace {

/// Excel keeps 15 digits of a number; what has more stays exact as a text.
constexpr std::int64_t kExactNumbers = 1'000'000'000'000'000;

/// Excel's calendar begins here.
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 9999;

constexpr int kPaperA4 = 9;
constexpr double kHeaderHeight = 40;  // points: two lines

// Programs disagree on who fits rows to wrapped text, so the file says it. A row taller than this is worse to
// read than a cell that must be opened.
constexpr double kLineHeight = 15;  // points: Thai marks over and under a line included
constexpr int kMostLines = 10;

/// Lines that the text takes, roughly: where words end decides only the program that shows it.
int lines_of(std::string_view text, int width) {
    int lines = 0;
    for (std::size_t begin = 0; begin <= text.size() && lines < kMostLines;) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const auto drawn = static_cast<int>(thai::display_width(text.substr(begin, end - begin)));
        lines += std::max(1, (drawn + width - 1) / width);
        begin = end + 1;
    }
    return std::min(lines, kMostLines);
}

}  // namespace

XlsxSheet::XlsxSheet(XlsxBook& book, std::string name, std::vector<SheetColumn> columns, std::uint16_t frozen)
    : book_(book), name_(std::move(name)), columns_(std::move(columns)), frozen_(frozen) {
    begin_part();
}

void XlsxSheet::begin_part() {
    ++parts_;
    part_name_ = parts_ == 1 ? name_ : name_ + " (" + std::to_string(parts_) + ")";
    part_ = book_.add_part(part_name_);
    worksheet_freeze_panes(part_, 1, frozen_);
    worksheet_set_landscape(part_);
    worksheet_set_paper(part_, kPaperA4);
    worksheet_repeat_rows(part_, 0, 0);
    worksheet_fit_to_pages(part_, 1,
                           0);  // small, where there are many columns; else it were hundreds of pages
    // Numbers that stand in a text are meant so: no warning in the corner of each cell.
    worksheet_ignore_errors(part_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    worksheet_set_row(part_, 0, kHeaderHeight, nullptr);
    row_ = 0;
    column_ = 0;
    for (const SheetColumn& column : columns_) {
        if (column_ >= book_.limits_.columns) break;
        worksheet_set_column(part_, column_, column_, column.width, nullptr);
        const std::string title = escaped_for_excel(plain_text(terminal_text(column.title)));
        const auto pieces = pieces_of(title, book_.limits_.text);
        if (!pieces.empty())
            worksheet_write_string(part_, 0, column_, std::string(pieces.front()).c_str(),
                                   book_.format(CellLook::kHeader, false));
        ++column_;
    }
    end_row();
    any_ = false;
}

void XlsxSheet::end_part() {
    const std::size_t columns = std::min<std::size_t>(columns_.size(), book_.limits_.columns);
    if (part_ == nullptr || columns == 0) return;
    const std::uint32_t last = row_ > 1 ? row_ - 1 : 1;
    worksheet_autofilter(part_, 0, 0, last, static_cast<lxw_col_t>(columns - 1));
}

void XlsxSheet::end_row() {
    if (lines_ > 1) worksheet_set_row(part_, row_, kLineHeight * lines_, nullptr);
    ++row_;
    column_ = 0;
    lines_ = 1;
    any_ = false;
}

/// "C7", or the row and the column's title where there is no such cell.
std::string XlsxSheet::place() const {
    const std::string row = std::to_string(row_ + 1);
    if (column_ < book_.limits_.columns) return column_letters(column_) + row;
    return row + ": " + (column_ < columns_.size() ? columns_[column_].title : std::to_string(column_ + 1));
}

void XlsxSheet::value(const Value& value, bool marked) {
    if (!any_ && row_ >= book_.limits_.rows) {
        end_part();
        begin_part();
    }
    any_ = true;
    std::visit([&](const auto& content) { write(content, marked); }, value);
    ++column_;
}

void XlsxSheet::write(std::monostate, bool marked) {
    if (marked && column_ < book_.limits_.columns)
        worksheet_write_blank(part_, row_, column_, book_.format(CellLook::kText, true));
}

void XlsxSheet::write(const std::string& text, bool marked) {
    if (text.empty()) return write(std::monostate(), marked);
    const bool beyond = column_ >= book_.limits_.columns;
    const std::string plain = plain_text(text);
    const std::string escaped = escaped_for_excel(plain);
    if (!beyond && utf16_length(escaped) <= book_.limits_.text) return write_escaped(escaped, marked);
    book_.add_long_text(part_name_, place(), plain);
    if (beyond) return;
    // Half of what fits: escaping may make it longer, and a screen shows no more of it.
    const std::string more =
        Words{" … (ต่อในแผ่น “ข้อความยาว”)", " … (whole in sheet “Long texts”)"}.in(book_.language_);
    const std::size_t room = book_.limits_.text / 2 - utf16_length(more);
    write_escaped(escaped_for_excel(pieces_of(plain, room).front()) + more, marked);
}

void XlsxSheet::write(std::int64_t count, bool marked) {
    write_number(static_cast<double>(count), std::to_string(count), CellLook::kInteger, marked);
}

void XlsxSheet::write(double number, bool marked) {
    write_number(number, std::to_string(number), CellLook::kNumber, marked);
}

void XlsxSheet::write(Satang amount, bool marked) {
    const bool exact = amount.value < kExactNumbers && amount.value > -kExactNumbers;
    if (!exact) return write(text_of_satang(amount), marked);
    write_number(static_cast<double>(amount.value) / 100, values::format_satang(amount), CellLook::kMoney,
                 marked);
}

void XlsxSheet::write(Date day, bool marked) {
    const int year = static_cast<int>(day.year());
    if (year < kFirstYear || year > kLastYear || column_ >= book_.limits_.columns)
        return write(values::format_iso(day), marked);
    lxw_datetime date{};
    date.year = year;
    date.month = static_cast<int>(static_cast<unsigned>(day.month()));
    date.day = static_cast<int>(static_cast<unsigned>(day.day()));
    worksheet_write_datetime(part_, row_, column_, &date, book_.format(CellLook::kDate, marked));
}

/// `digits`: the number in a place that has no cell for it.
void XlsxSheet::write_number(double number, const std::string& digits, CellLook look, bool marked) {
    if (column_ >= book_.limits_.columns) return write(digits, marked);
    worksheet_write_number(part_, row_, column_, number, book_.format(look, marked));
}

void XlsxSheet::write_escaped(const std::string& escaped, bool marked) {
    lxw_format* format = book_.format(CellLook::kText, marked);
    if (column_ < columns_.size()) lines_ = std::max(lines_, lines_of(escaped, columns_[column_].width));
    if (worksheet_write_string(part_, row_, column_, escaped.c_str(), format) != LXW_NO_ERROR)
        throw std::logic_error("a cell was refused: " + place());
}

}  // namespace tarang::exporting
