#include "host/export/tables/xlsx_book.h"

#include <xlsxwriter.h>

#include <cstdio>

#include "host/export/tables/xlsx_text.h"

namespace tarang::exporting {
namespace {

// Tahoma comes with every Windows and every Office, and has Thai; a font without it would leave the choice to
// each program, and rows of different heights.
constexpr const char* kFont = "Tahoma";
constexpr double kFontSize = 10;
constexpr lxw_color_t kHeaderColor = 0xDDE6F0;
constexpr lxw_color_t kMarkColor = 0xFFF3C4;

}  // namespace

XlsxBook::XlsxBook(Language language, XlsxLimits limits)
    : language_(language), limits_(limits), folder_(file_.folder()) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder_.data();
    options.use_zip64 = LXW_TRUE;
    workbook_ = workbook_new_opt(file_.path().c_str(), &options);
    if (workbook_ == nullptr) file_.cannot_write("no memory");
    // Columns' widths count digits of the default font. The library's, Calibri 11, is on few machines but
    // those with Office, and what takes its place is up to a fifth wider; fonts of Arial's widths are
    // everywhere.
    lxw_format* standard = STAILQ_FIRST(workbook_->formats);
    format_set_font_name(standard, "Arial");
    format_set_font_size(standard, 10);
}

XlsxBook::~XlsxBook() {
    if (workbook_ != nullptr) lxw_workbook_free(workbook_);
}

lxw_format* XlsxBook::plain_format(double size) {
    lxw_format* format = workbook_add_format(workbook_);
    format_set_font_name(format, kFont);
    format_set_font_size(format, size);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

lxw_format* XlsxBook::format(CellLook look, bool marked) {
    lxw_format*& format = formats_[{look, marked}];
    if (format != nullptr) return format;
    format = plain_format(kFontSize);
    if (marked) format_set_bg_color(format, kMarkColor);
    switch (look) {
        case CellLook::kHeader:
            format_set_bold(format);
            format_set_text_wrap(format);
            format_set_bg_color(format, kHeaderColor);
            format_set_border(format, LXW_BORDER_THIN);
            break;
        case CellLook::kText:
            format_set_text_wrap(format);
            format_set_num_format(format, "@");  // stays text when somebody edits it
            break;
        case CellLook::kInteger:
            format_set_num_format(format, "0");
            break;
        case CellLook::kNumber:
            format_set_num_format(format, "0.00");
            break;
        case CellLook::kMoney:
            format_set_num_format(format, "#,##0.00");
            break;
        case CellLook::kDate:
            // A day of the common era in the file; shown in Thai, with the year of the Buddhist era.
            format_set_num_format(format,
                                  language_ == Language::kThai ? "[$-107041E]d mmm yyyy" : "yyyy-mm-dd");
            format_set_align(format, LXW_ALIGN_LEFT);
            break;
    }
    return format;
}

XlsxSheet& XlsxBook::add_sheet(std::string name, std::vector<SheetColumn> columns, std::uint16_t frozen) {
    sheets_.push_back(
        std::unique_ptr<XlsxSheet>(new XlsxSheet(*this, std::move(name), std::move(columns), frozen)));
    return *sheets_.back();
}

lxw_worksheet* XlsxBook::add_part(const std::string& name) {
    lxw_worksheet* part = workbook_add_worksheet(workbook_, name.c_str());
    if (part == nullptr) file_.cannot_write("no sheet “" + name + "”");
    parts_.push_back(part);
    return part;
}

void XlsxBook::add_long_text(const std::string& sheet, const std::string& place, std::string_view text) {
    const auto word = [this](Words words) { return words.in(language_); };
    if (long_texts_ == nullptr) {
        long_texts_ = &add_sheet(word({"ข้อความยาว", "Long texts"}), {{word({"แผ่นงาน", "Sheet"}), 18},
                                                                     {word({"ตำแหน่ง", "Place"}), 24},
                                                                     {word({"ส่วนที่", "Part"}), 8},
                                                                     {word({"ข้อความ", "Text"}), 100}});
    }
    std::int64_t part = 0;
    for (const std::string_view piece : pieces_of(text, limits_.text / 2)) {  // escaping may make it longer
        long_texts_->value(sheet);
        long_texts_->value(place);
        long_texts_->value(++part);
        long_texts_->value(std::string(piece));
        long_texts_->end_row();
    }
}

void XlsxBook::save(std::ostream& out) {
    for (const auto& sheet : sheets_) sheet->end_part();
    // The library does not look whether its temporary files took what it wrote.
    for (const lxw_worksheet* part : parts_) {
        FILE* rows = part->optimize_tmpfile;
        if (rows != nullptr && (std::fflush(rows) != 0 || std::ferror(rows) != 0))
            file_.cannot_write("a temporary file is not whole");
    }
    const lxw_error failed = workbook_close(workbook_);
    workbook_ = nullptr;  // freed, whether it could be written or not
    if (failed != LXW_NO_ERROR) file_.cannot_write(lxw_strerror(failed));
    file_.copy_to(out);
}

}  // namespace tarang::exporting
