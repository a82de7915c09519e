// Office files read from bytes, and what their cells say.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>

#include "pipeline/read/office/office.h"
#include "tests/support/pdf_writer.h"

namespace tarang::read::office {

/// An empty document, and a failure of the test, where they are none.
inline CleanDocument read(const std::string& bytes) {
    const tarang::test::TemporaryFile file(bytes);
    auto document = read_office(file.fd());
    EXPECT_EQ(document.index(), 0U);
    return document.index() == 0 ? std::get<0>(std::move(document)).document : CleanDocument();
}

/// "text" of the cell at a position, which may be inside a merged one.
inline std::string at(const CleanTable& table, std::int32_t row, std::int32_t column) {
    for (const CleanCell& cell : table.cells) {
        if (cell.row <= row && row < cell.row + cell.row_span && cell.column <= column &&
            column < cell.column + cell.column_span)
            return cell.value.text;
    }
    return "no cell";
}

}  // namespace tarang::read::office
