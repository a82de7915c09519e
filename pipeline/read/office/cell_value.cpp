#include "pipeline/read/office/cell_value.h"

#include <array>
#include <charconv>
#include <cstdio>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "pipeline/read/office/serial_date.h"

namespace tarang::read::office {
namespace {

// No report of these offices plans or tells of other years.
constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2060;
constexpr int kEraOffset = 543;

std::string iso(const std::chrono::year_month_day& date) {
    std::array<char, 32> buffer{};
    const int length =
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return {buffer.data(), static_cast<std::size_t>(length)};
}

void show_number(double number, const NumberFormat& format, bool from_1904, CellValue& value) {
    value.number = true;
    value.text = format.show(number, from_1904);
    if (!format.is_date(number)) return;
    const auto moment = moment_of(number, from_1904);
    if (!moment) return;
    const int year = static_cast<int>(moment->date.year());
    if (number < 1) return;  // a time of day
    value.stored = iso(moment->date);
    if (year >= kFirstYear && year <= kLastYear) return;
    value.doubt = FindingCode::kStoredDateDoubtful;
    const int meant = year - kEraOffset;
    value.arguments = {value.text, value.stored,
                       meant >= kFirstYear && meant <= kLastYear ? std::to_string(meant) : "?"};
}

bool is_digits(std::string_view text) {
    bool any = false;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = thai::next_code_point(text, position);
        any = any || thai::is_digit(c);
        if (!thai::is_digit(c) && !thai::is_space(c) && c != U',' && c != U'.' && c != U'-' && c != U'%')
            return false;
    }
    return any;
}

}  // namespace

CellValue value_of(const RawCell& cell, const Workbook& book) {
    using Kind = RawCell::Kind;
    CellValue value;
    value.stored = std::string(cell.stored);
    const NumberFormat& format = book.styles.format(cell.style);
    if (cell.formula && (!cell.has_value || (cell.stored.empty() && cell.kind != Kind::kText))) {
        value.doubt = FindingCode::kFormulaWithoutValue;
        return value;
    }
    switch (cell.kind) {
        case Kind::kText:
            value.text = format.show(cell.stored);
            value.number = is_digits(value.text);
            break;
        case Kind::kBoolean:
            value.text = cell.stored == "1" || cell.stored == "true" ? "TRUE" : "FALSE";
            break;
        case Kind::kError:
            value.text = std::string(cell.stored);
            value.doubt = FindingCode::kCellError;
            value.arguments = {value.text};
            break;
        case Kind::kDate: {
            const auto serial = serial_of_iso(cell.stored);
            if (serial && format.is_date(*serial)) {
                show_number(*serial, format, false, value);
            } else {
                value.text = std::string(cell.stored.substr(0, cell.stored.find('T')));
                value.number = true;
            }
            break;
        }
        case Kind::kNumber: {
            double number = 0;
            const char* end = cell.stored.data() + cell.stored.size();
            const auto [last, error] = std::from_chars(cell.stored.data(), end, number);
            if (error == std::errc() && last == end) {
                show_number(number, format, book.from_1904, value);
            } else {
                value.text = std::string(cell.stored);
            }
            break;
        }
    }
    return value;
}

void append_text(const RawCell& cell, const Workbook& book, std::string& text) {
    using Kind = RawCell::Kind;
    const bool plain = (cell.kind == Kind::kText || cell.kind == Kind::kNumber) && !cell.stored.empty() &&
                       book.styles.format(cell.style).shows_as_it_is(cell.stored, cell.kind == Kind::kText);
    if (plain)
        text += cell.stored;
    else
        text += value_of(cell, book).text;
}

}  // namespace tarang::read::office
