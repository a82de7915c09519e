// The report of one kind as sheets that are fit to print and to hand on: A4 landscape, at its own size.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "host/export/form/lines.h"
#include "host/export/tables/xlsx_book.h"

namespace tarang::exporting {

class XlsxForm {
public:
    /// What is longer than a page may have long texts beneath its rows: about the lines of one.
    static constexpr std::int64_t kLinesOfPage = 44;

    /// A4's longer side without margins (0.25 inch) at 96 dots an inch, less a hundredth for printers; a
    /// digit has 7.41 dots (Arial 10, the workbook's default font, in which widths are counted; Excel takes
    /// 7) and a column 5 more.
    static constexpr FormPage kPage{1063.0 / 7.41, 5.0 / 7, kLinesOfPage};

    /// Its sheet stands where the book is now. `single`: the report is the only one, and its head stands over
    /// the table; else each has its head in the table.
    XlsxForm(XlsxBook& book, FormTable table, bool single);

    void add(const StoredDocument& document);

    /// Sums over all documents, and what colours mean; nothing may follow.
    void finish();

private:
    enum class Look : std::uint8_t {
        kTitle,
        kHeader,
        kHead,
        kHeading,
        kText,
        kNumber,
        kMoney,
        kTotalText,
        kTotal,
        kNote
    };
    /// Which rules over and under a cell are drawn: a row that goes on in the next has none between.
    enum class Edge : std::uint8_t { kBoth, kTop, kNone, kBottom };
    static Edge edge_of(std::size_t row, std::size_t rows);
    void begin(const FormHead* head);
    void write_merged(const std::string& text, Look look);
    void write_part(const FormPart& part);
    void write_activity(const FormLine& line);
    void write_beneath(const FormLine& line);
    void write_total(const FormLine& line);
    void write_cell(std::uint16_t column, const FormCell& cell, Look text, Look money,
                    Edge edge = Edge::kBoth);
    lxw_format* format(Look look, bool marked, Edge edge = Edge::kBoth);
    static double size_of(Look look);  ///< points
    int width() const;

    XlsxBook& book_;
    FormTable table_;
    bool single_;
    FormSums sums_;
    std::string name_;
    lxw_worksheet* part_;
    int parts_ = 1;
    std::uint32_t row_ = 0;
    std::int64_t documents_ = 0;
    bool any_marked_ = false;
    std::map<std::tuple<Look, bool, Edge>, lxw_format*> formats_;
};

}  // namespace tarang::exporting
