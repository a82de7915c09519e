// Page furniture: page numbers, running headers and footers.
#pragma once

#include <cstdint>
#include <vector>

#include "models/page.h"

namespace tarang::stitch {

enum class LineRole : std::uint8_t {
    kText,       ///< says something
    kRepeated,   ///< the page before has it on the same spot: no break between a table's parts
    kFurniture,  ///< says nothing about the report
};

/// The role of each line outside the grids: roles[page][block][line].
///
/// A page number is recognized by its form at the page's edge. Other lines are furniture when they stand
/// with the same words on the same spot of most pages. The first page's head keeps its lines even then:
/// a running header often repeats the title.
std::vector<std::vector<std::vector<LineRole>>> line_roles(const std::vector<PageLayout>& pages);

/// Whether a text is nothing but a page number: "๓", "- 3 -", "หน้า ๓", "หน้าที่ 3/11", "หน้า ๓ จาก ๑๑".
bool is_page_number(const std::string& text);

/// Whether a text is what browsers print at a page's edge: its date and time ("11/29/26, 12:38 PM ..."), or
/// the address that it was printed from.
bool is_print_stamp(const std::string& text);

}  // namespace tarang::stitch
