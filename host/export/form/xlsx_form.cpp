#include "host/export/form/xlsx_form.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>

#include "host/export/form/widths.h"
#include "host/export/plain_text.h"
#include "host/export/tables/xlsx_text.h"
#include "host/export/terminal/show.h"
#include "lib/values/baht.h"

namespace tarang::exporting {
namespace {

constexpr int kPaperA4 = 9;
constexpr double kMargin = 0.25;  // inch
constexpr double kTopMargin = 0.2;
constexpr double kFootMargin = 0.35;  // the page's number stands below
constexpr double kFootPlace = 0.18;   // from the paper's edge
constexpr double kFontSize = 9;       // points; what is smaller is hard to read on paper
constexpr double kTitleSize = 12;
constexpr double kHeadSize = 10;
constexpr int kLinesToOneMore = 9;  // how words fall is guessed: of so many lines one may be more
constexpr double kRest = 2;  // points more: marks over the first line and under the last, bold ones above all
constexpr double kLineHeight = 12;  // points of a line at kFontSize; Thai marks over and under it included
// The same over the whole width, where the letters of a line are known so well that none is to spare.
// Measured in LibreOffice where other fonts take the place of Tahoma: 13.3 of a line with Latin letters or
// digits, else 11.8.
constexpr double kWideLineHeight = 13;
constexpr int kMostLines = 30;  // of a row: Excel has none above 409 points
constexpr lxw_color_t kHeaderColor = 0xDDE6F0;
constexpr lxw_color_t kHeadColor = 0xEEF2F7;
constexpr lxw_color_t kMarkColor = 0xFFF3C4;
constexpr std::uint32_t kRowsOfHead = 6;
constexpr std::int64_t kExactNumbers = 1'000'000'000'000'000;  // Excel keeps 15 digits of a number

/// "รายงานผล"; "รายงานผล แบบ 2" of a form with other columns.
std::string name_of_sheet(const FormTable& table, Language language) {
    constexpr std::array<Words, 4> kNames{
        {{"แผน", "Plan"}, {"รายงานผล", "Report"}, {"การใช้จ่าย", "Spending"}, {"ตัวชี้วัด", "Indicators"}}};
    const bool known = table.kind && *table.kind != TableRecord::Kind::kNone;
    const Words name = known ? kNames.at(static_cast<std::size_t>(*table.kind)) : Words{"กิจกรรมอื่น", "Others"};
    if (table.nth == 0) return name.in(language);
    return name.in(language) + Words{" แบบ ", ", form "}.in(language) + std::to_string(table.nth + 1);
}

int lines_at(std::string_view text, int letters) {
    int lines = 0;
    for (const int paragraph : paragraphs_of(text)) lines += lines_of(paragraph, letters);
    return lines;
}

}  // namespace

XlsxForm::XlsxForm(XlsxBook& book, FormTable table, bool single)
    : book_(book),
      table_(std::move(table)),
      single_(single && table_.documents.size() == 1),
      sums_(table_),
      name_(name_of_sheet(table_, book.language_)),
      part_(book.add_part(name_)) {}

int XlsxForm::width() const {
    int width = 0;
    for (const FormColumn& column : table_.columns) width += column.width;
    return width;
}

double XlsxForm::size_of(Look look) {
    return look == Look::kTitle ? kTitleSize : look == Look::kHead ? kHeadSize : kFontSize;
}

lxw_format* XlsxForm::format(Look look, bool marked, Edge edge) {
    lxw_format*& format = formats_[{look, marked, edge}];
    if (format != nullptr) return format;
    format = book_.plain_format(size_of(look));
    format_set_text_wrap(format);
    const bool bold =
        look != Look::kText && look != Look::kNumber && look != Look::kMoney && look != Look::kNote;
    if (bold) format_set_bold(format);
    if (look != Look::kTitle && look != Look::kNote) format_set_border(format, LXW_BORDER_THIN);
    if (edge == Edge::kNone || edge == Edge::kBottom) format_set_top(format, LXW_BORDER_NONE);
    if (edge == Edge::kNone || edge == Edge::kTop) format_set_bottom(format, LXW_BORDER_NONE);
    if (look == Look::kHeader) format_set_bg_color(format, kHeaderColor);
    if (look == Look::kHead) format_set_bg_color(format, kHeadColor);
    if (marked) format_set_bg_color(format, kMarkColor);
    if (look == Look::kTitle || look == Look::kHeader || look == Look::kNumber)
        format_set_align(format, LXW_ALIGN_CENTER);
    if (look == Look::kHeader) format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    const bool money = look == Look::kMoney || look == Look::kTotal;
    format_set_num_format(format, money ? "#,##0.00" : "@");
    return format;
}

/// Sheet, columns and header; `head` over the table where the report is the only one.
void XlsxForm::begin(const FormHead* head) {
    const auto word = [&](Words words) { return words.in(book_.language_); };
    worksheet_set_landscape(part_);
    worksheet_set_paper(part_, kPaperA4);
    worksheet_set_margins(part_, kMargin, kMargin, kTopMargin, kFootMargin);
    worksheet_fit_to_pages(part_, 1, 0);
    worksheet_center_horizontally(part_);
    lxw_header_footer_options foot{};
    foot.margin = kFootPlace;
    worksheet_set_footer_opt(part_, word({"&Cหน้า &P จาก &N", "&CPage &P of &N"}).c_str(), &foot);
    worksheet_ignore_errors(part_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    for (std::uint16_t i = 0; i < table_.columns.size(); ++i)
        worksheet_set_column(part_, i, i, table_.columns[i].width, nullptr);
    row_ = 0;
    if (head != nullptr) {
        for (const std::string& part : head->parts()) write_merged(part, Look::kTitle);
    } else {
        const Noun noun{"เอกสาร", "document", "documents"};
        write_merged(name_ + " · " +
                         counted(static_cast<std::int64_t>(table_.documents.size()), noun, book_.language_),
                     Look::kTitle);
    }
    const std::uint32_t header = row_;
    int lines = 1;
    for (std::uint16_t i = 0; i < table_.columns.size(); ++i) {
        const FormColumn& column = table_.columns[i];
        const std::string title = column.title + (column.money ? word({" (บาท)", " (baht)"}) : "");
        lines = std::max(lines, lines_at(title, letters_in(column.width)));
        worksheet_write_string(part_, row_, i, escaped_for_excel(plain_text(title)).c_str(),
                               format(Look::kHeader, false));
    }
    worksheet_set_row(part_, row_++, kLineHeight * lines + 2 * kRest, nullptr);
    worksheet_repeat_rows(part_, header, header);
    worksheet_freeze_panes(part_, header + 1, 0);
}

/// A text over all columns, in a row as high as it needs: merged cells are not fitted by programs.
void XlsxForm::write_merged(const std::string& text, Look look) {
    const auto last = static_cast<lxw_col_t>(table_.columns.size() - 1);
    const std::string shown = escaped_for_excel(plain_text(text));
    const double size = size_of(look) / kFontSize;
    const int lines = std::min(lines_at(text, static_cast<int>(width() / size)), kMostLines);
    worksheet_set_row(part_, row_, kLineHeight * size * lines + kRest, nullptr);
    if (last == 0)
        worksheet_write_string(part_, row_, 0, shown.c_str(), format(look, false));
    else
        worksheet_merge_range(part_, row_, 0, row_, last, shown.c_str(), format(look, false));
    ++row_;
}

void XlsxForm::write_cell(std::uint16_t column, const FormCell& cell, Look text, Look money, Edge edge) {
    any_marked_ = any_marked_ || cell.marked;
    const auto* amount = std::get_if<Satang>(&cell.value);
    const bool exact = amount != nullptr && amount->value < kExactNumbers && amount->value > -kExactNumbers;
    if (exact) {
        worksheet_write_number(part_, row_, column, static_cast<double>(amount->value) / 100,
                               format(money, cell.marked, edge));
        return;
    }
    const auto* words = std::get_if<std::string>(&cell.value);
    const std::string shown = amount != nullptr  ? text_of_satang(*amount)
                              : words != nullptr ? *words
                                                 : std::string();
    if (shown.empty())
        worksheet_write_blank(part_, row_, column, format(text, cell.marked, edge));
    else
        worksheet_write_string(part_, row_, column, escaped_for_excel(plain_text(shown)).c_str(),
                               format(text, cell.marked, edge));
}

XlsxForm::Edge XlsxForm::edge_of(std::size_t row, std::size_t rows) {
    const bool last = row + 1 == rows;
    return row == 0 ? (last ? Edge::kBoth : Edge::kTop) : (last ? Edge::kBottom : Edge::kNone);
}

/// A row that would be higher than rows can be is several of the sheet, without rules between.
void XlsxForm::write_activity(const FormLine& line) {
    std::vector<std::vector<std::string>> pieces;
    std::size_t rows = 1;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
        const auto* text = std::get_if<std::string>(&line.cells[i].value);
        pieces.push_back(text == nullptr
                             ? std::vector<std::string>{}
                             : pieces_of_lines(*text, letters_in(table_.columns[i].width), kMostLines));
        rows = std::max(rows, pieces.back().size());
    }
    for (std::size_t row = 0; row < rows; ++row, ++row_) {
        const Edge edge = edge_of(row, rows);
        int lines = 1;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (row < pieces[i].size())
                lines = std::max(lines, lines_at(pieces[i][row], letters_in(table_.columns[i].width)));
        }
        worksheet_set_row(part_, row_, kLineHeight * (lines + lines / kLinesToOneMore) + kRest, nullptr);
        for (std::uint16_t i = 0; i < line.cells.size(); ++i) {
            FormCell cell = line.cells[i];
            if (!pieces[i].empty() || row > 0)
                cell.value = row < pieces[i].size() ? Value(pieces[i][row]) : Value();
            const bool number = table_.columns[i].key == FieldKey::kNumber;
            write_cell(i, cell, number ? Look::kNumber : Look::kText, Look::kMoney, edge);
        }
    }
}

/// Long texts over the whole width: the number's cell goes on beside them, and each begins with its column's
/// title.
void XlsxForm::write_beneath(const FormLine& line) {
    const auto last = static_cast<lxw_col_t>(table_.columns.size() - 1);
    const bool numbered = last > 1 && table_.columns.front().key == FieldKey::kNumber;
    const lxw_col_t first = numbered ? 1 : 0;
    for (std::size_t i = 0; i < line.beneath.size(); ++i) {
        const FormColumn& column = table_.beneath[i];
        const auto* words = std::get_if<std::string>(&line.beneath[i].value);
        if (words == nullptr) continue;
        const int letters = letters_over(column.width);
        const auto pieces = pieces_of_lines(column.title + ": " + *words, letters, kMostLines);
        any_marked_ = any_marked_ || line.beneath[i].marked;
        for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
            const Edge edge = edge_of(piece, pieces.size());
            if (numbered) write_cell(0, {}, Look::kNumber, Look::kMoney, Edge::kNone);
            worksheet_merge_range(part_, row_, first, row_, last,
                                  escaped_for_excel(plain_text(pieces[piece])).c_str(),
                                  format(Look::kText, line.beneath[i].marked, edge));
            worksheet_set_row(part_, row_++, kWideLineHeight * lines_at(pieces[piece], letters) + kRest / 2,
                              nullptr);
        }
    }
}

/// Its words stand over the columns before the first sum.
void XlsxForm::write_total(const FormLine& line) {
    const auto sum = std::find_if(line.cells.begin(), line.cells.end(),
                                  [](const FormCell& cell) { return cell.value.index() != 0; });
    const auto first = static_cast<std::uint16_t>(sum - line.cells.begin());
    if (first == 0 || sum == line.cells.end()) {
        write_merged(line.text, Look::kHeading);
        if (sum == line.cells.end()) return;
    }
    for (std::uint16_t i = 0; i < line.cells.size(); ++i)
        write_cell(i, line.cells[i], Look::kTotalText, Look::kTotal);
    if (first > 1) {
        worksheet_merge_range(part_, row_, 0, row_, static_cast<lxw_col_t>(first - 1),
                              escaped_for_excel(line.text).c_str(), format(Look::kTotalText, false));
    } else if (first == 1) {
        worksheet_write_string(part_, row_, 0, escaped_for_excel(line.text).c_str(),
                               format(Look::kTotalText, false));
    }
    ++row_;
}

void XlsxForm::write_part(const FormPart& part) {
    for (const FormLine& line : part.lines) {
        if (line.kind == FormLine::Kind::kHeading)
            write_merged(line.text, Look::kHeading);
        else if (line.kind == FormLine::Kind::kTotal)
            write_total(line);
        else
            write_activity(line), write_beneath(line);
    }
}

void XlsxForm::add(const StoredDocument& document) {
    const std::vector<FormPart> parts = form_parts(document, table_, book_.language_, sums_);
    if (parts.empty()) return;
    const bool single = single_ && parts.size() == 1;
    if (documents_++ == 0) {
        begin(single ? &parts.front().head : nullptr);
    } else if (row_ + kRowsOfHead + 4 * document.records.activities.size() > book_.limits_.rows) {
        part_ = book_.add_part(name_ + " (" + std::to_string(++parts_) + ")");
        begin(nullptr);
    }
    for (const FormPart& part : parts) {
        if (!single) {
            std::string head;
            for (const std::string& one : part.head.parts()) head += (head.empty() ? "" : " · ") + one;
            write_merged(head.empty() ? document.entry.file_name : head, Look::kHead);
        }
        write_part(part);
    }
}

void XlsxForm::finish() {
    if (documents_ == 0) return;
    const auto word = [&](Words words) { return words.in(book_.language_); };
    if (documents_ > 1) {
        FormLine total = sums_.line(book_.language_);
        total.text = word({"ทุกเอกสาร: ", "All documents: "}) + total.text;
        write_total(total);
    }
    if (any_marked_)
        write_merged(
            word({"ช่องสีเหลือง: รอเจ้าหน้าที่ตรวจสอบกับต้นฉบับ", "Yellow cells await a check against the original."}),
            Look::kNote);
    if (table_.left_out.empty()) return;
    std::string names;
    for (const std::string& name : table_.left_out) names += (names.empty() ? "" : ", ") + name;
    write_merged(
        word({"คอลัมน์อื่นที่ไม่ได้แสดงในแผ่นนี้ ดูในแผ่น “กิจกรรม”: ", "Further columns, in sheet “Activities”: "}) +
            names,
        Look::kNote);
}

}  // namespace tarang::exporting
