// A spreadsheet file by libxlsxwriter (Office Open XML), written row by row: memory holds one row of each
// sheet. The library is for the sources beside this header only.
//
// The limits of Excel are kept here and nothing is lost to them: a text that is too long for a cell, and a
// cell in a column beyond the last, go whole to a sheet of long texts that says where they belong; a sheet
// that is full goes on in another one.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/export/tables/columns.h"
#include "host/export/temporary_file.h"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace tarang::exporting {

/// Smaller ones are for tests.
struct XlsxLimits {
    std::uint32_t rows = 1'048'576;  ///< of a sheet, header included
    std::uint16_t columns = 16'384;
    std::size_t text = 32'767;  ///< UTF-16 units in a cell; at least 200
};

struct SheetColumn {
    std::string title;
    int width = 10;  ///< digits
};

/// How a cell looks and what it holds.
enum class CellLook : std::uint8_t { kHeader, kText, kInteger, kNumber, kMoney, kDate };

class XlsxBook;

/// One table: a frozen header with filters, then rows.
class XlsxSheet {
public:
    /// The next cell of the row. `marked`: somebody must look at it.
    void value(const Value& value, bool marked = false);
    void end_row();

private:
    friend class XlsxBook;
    XlsxSheet(XlsxBook& book, std::string name, std::vector<SheetColumn> columns, std::uint16_t frozen);
    void begin_part();
    void end_part();
    void write(std::monostate, bool marked);
    void write(const std::string& text, bool marked);
    void write(std::int64_t count, bool marked);
    void write(double number, bool marked);
    void write(Satang amount, bool marked);
    void write(Date day, bool marked);
    void write_number(double number, const std::string& digits, CellLook look, bool marked);
    void write_escaped(const std::string& escaped, bool marked);
    std::string place() const;

    XlsxBook& book_;
    std::string name_;
    std::vector<SheetColumn> columns_;
    std::uint16_t frozen_;
    std::string part_name_;
    lxw_worksheet* part_ = nullptr;
    int parts_ = 0;
    std::uint32_t row_ = 0;
    std::uint16_t column_ = 0;
    int lines_ = 1;     ///< of the tallest cell of the row at hand
    bool any_ = false;  ///< the row at hand has begun
};

class XlsxBook {
public:
    /// Throws RunError(kDatabase) where no temporary file can be made.
    explicit XlsxBook(Language language, XlsxLimits limits = {});
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;

    /// Sheets stand in the order in which they are added; the first `frozen` columns stay in sight. It
    /// belongs to the book.
    XlsxSheet& add_sheet(std::string name, std::vector<SheetColumn> columns, std::uint16_t frozen = 0);

    /// Writes the whole file; nothing may follow. Throws RunError(kDatabase) where the disk is full.
    void save(std::ostream& out);

private:
    friend class XlsxSheet;
    friend class XlsxForm;
    lxw_format* plain_format(double size);  ///< a new one: the workbook's font, at the top of its cell
    lxw_format* format(CellLook look, bool marked);
    lxw_worksheet* add_part(const std::string& name);
    void add_long_text(const std::string& sheet, const std::string& place, std::string_view text);

    Language language_;
    XlsxLimits limits_;
    TemporaryFile file_{"the spreadsheet"};
    std::string folder_;  ///< of the library's own temporary files
    lxw_workbook* workbook_ = nullptr;
    std::map<std::pair<CellLook, bool>, lxw_format*> formats_;
    std::vector<std::unique_ptr<XlsxSheet>> sheets_;
    std::vector<lxw_worksheet*> parts_;
    XlsxSheet* long_texts_ = nullptr;
};

}  // namespace tarang::exporting
