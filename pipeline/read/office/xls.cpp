#include "pipeline/read/office/xls.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <map>
#include <utility>

#include "pipeline/read/office/xls_records.h"

namespace tarang::read::office {
namespace {

enum Kind : std::uint16_t {
    kFormula = 0x06,
    kEof = 0x0A,
    kDateMode = 0x22,
    kFilePass = 0x2F,
    kFont = 0x31,
    kColumnInfo = 0x7D,
    kBoundSheet = 0x85,
    kMulRk = 0xBD,
    kMulBlank = 0xBE,
    kRichString = 0xD6,
    kXf = 0xE0,
    kMergedCells = 0xE5,
    kSst = 0xFC,
    kLabelSst = 0xFD,
    kBlank = 0x201,
    kNumber = 0x203,
    kLabel = 0x204,
    kBoolErr = 0x205,
    kString = 0x207,
    kRow = 0x208,
    kRk = 0x27E,
    kFormat = 0x41E,
    kBof = 0x809,
};

constexpr std::uint32_t kBiff8 = 0x600;
constexpr std::uint32_t kGlobals = 0x05;
constexpr std::size_t kMostStyles = 70'000;
constexpr std::size_t kMostMerges = 500'000;

struct SheetPlace {
    std::size_t position = 0;
    bool hidden = false;
    std::string name;
};

/// A number in 30 bits: a whole one or the upper part of a double, possibly times 100.
double rk(std::uint32_t bits) {
    const double value = (bits & 2U) != 0
                             ? static_cast<double>(static_cast<std::int32_t>(bits) >> 2)
                             : std::bit_cast<double>(static_cast<std::uint64_t>(bits & ~3U) << 32U);
    return (bits & 1U) != 0 ? value / 100 : value;
}

std::string_view error_of(std::uint32_t code) {
    switch (code) {
        case 0x00:
            return "#NULL!";
        case 0x07:
            return "#DIV/0!";
        case 0x0F:
            return "#VALUE!";
        case 0x17:
            return "#REF!";
        case 0x1D:
            return "#NAME?";
        case 0x24:
            return "#NUM!";
        default:
            return "#N/A";
    }
}

/// The part that all sheets share.
class Globals {
public:
    Workbook book;
    std::vector<SheetPlace> sheets;

    EventCode read(std::string_view stream, const Limits& limits) {
        BiffStream records(stream);
        BiffRecord record;
        if (!records.next(record) || record.kind != kBof) return EventCode::kDamaged;
        if (number_in(record.body, 0, 2) != kBiff8) return EventCode::kUnsupportedFormat;
        if (number_in(record.body, 2, 2) != kGlobals) return EventCode::kDamaged;
        book.styles.styles.clear();
        while (records.next(record) && record.kind != kEof) {
            if (record.kind == kFilePass) return EventCode::kEncrypted;
            take(record, limits);
            if (fonts_.size() + codes_.size() + book.styles.styles.size() > kMostStyles)
                return EventCode::kTooComplex;
        }
        if (book.styles.styles.empty()) book.styles.styles.emplace_back();
        return EventCode::kOk;
    }

private:
    void take(const BiffRecord& record, const Limits& limits) {
        switch (record.kind) {
            case kDateMode:
                book.from_1904 = number_in(record.body, 0, 2) != 0;
                break;
            case kFont:
                fonts_.push_back(number_in(record.body, 6, 2) >= 700);
                break;
            case kFormat:
                codes_[number_in(record.body, 0, 2)] = BiffText(record, 2).read(2);
                break;
            case kXf:
                add_style(record.body);
                break;
            case kBoundSheet:
                add_sheet(record);
                break;
            case kSst:
                add_strings(record, limits);
                break;
            default:
                break;
        }
    }

    void add_style(std::string_view body) {
        const std::uint32_t font = number_in(body, 0, 2);
        const std::uint32_t format = number_in(body, 2, 2);
        const std::uint32_t lines = number_in(body, 10, 4);
        const std::uint32_t pattern = number_in(body, 14, 4) >> 26U;
        const std::uint32_t colour = number_in(body, 18, 2) & 0x7FU;
        CellStyle style;
        style.format = format_of(format);
        style.top_border = (lines >> 8U & 0xFU) != 0;
        style.bottom_border = (lines >> 12U & 0xFU) != 0;
        const std::size_t index = font >= 4 ? font - 1 : font;  // there is no font number 4
        style.bold = index < fonts_.size() && fonts_[index];
        if (pattern == 1 && colour != 9 && colour != 1 && colour < 64) style.fill = 0x200000U + colour;
        book.styles.styles.push_back(style);
    }

    std::size_t format_of(std::uint32_t id) {
        const auto [place, added] = formats_.try_emplace(id, book.styles.formats.size());
        if (added) {
            const auto code = codes_.find(id);
            book.styles.formats.push_back(code == codes_.end() ? NumberFormat::built_in(static_cast<int>(id))
                                                               : NumberFormat(code->second));
        }
        return place->second;
    }

    void add_sheet(const BiffRecord& record) {
        if (number_in(record.body, 5, 1) != 0) return;  // a chart or a macro
        sheets.push_back({number_in(record.body, 0, 4), (number_in(record.body, 4, 1) & 3U) != 0,
                          BiffText(record, 6).read(1)});
    }

    void add_strings(const BiffRecord& record, const Limits& limits) {
        const std::uint32_t count = number_in(record.body, 4, 4);
        BiffText text(record, 8);
        for (std::uint32_t i = 0; i < count && !text.ended(); ++i) {
            book.strings.add(text.read(2));
            if (static_cast<std::int64_t>(book.strings.bytes()) > limits.max_text) return;
        }
    }

    std::vector<bool> fonts_;
    std::map<std::uint32_t, std::string> codes_;
    std::map<std::uint32_t, std::size_t> formats_{{0, 0}};
};

/// One sheet's records, as cells for the maker of its content.
class SheetRecords {
public:
    SheetRecords(const Workbook& book, ContentMaker& maker, const Limits& limits)
        : book_(book), maker_(maker), limits_(limits) {}

    EventCode read(std::string_view stream, std::size_t position) {
        if (position >= stream.size()) return EventCode::kDamaged;
        BiffStream records(stream, position);
        BiffRecord record;
        int depth = 0;  // charts inside a sheet are streams of their own
        while (records.next(record)) {
            if (record.kind == kBof) ++depth;
            if (record.kind == kEof && --depth <= 0) return EventCode::kOk;
            if (depth == 1) take(record);
            if (cells_ > limits_.max_cells || frame.merges.size() > kMostMerges)
                return EventCode::kTooComplex;
        }
        return EventCode::kDamaged;
    }

    SheetFrame frame;

private:
    void take(const BiffRecord& record) {
        const std::string_view body = record.body;
        switch (record.kind) {
            case kRow:
                hidden_row_[number_in(body, 0, 2)] = (number_in(body, 12, 4) & 0x20U) != 0;
                break;
            case kColumnInfo:
                if ((number_in(body, 8, 2) & 1U) != 0)
                    frame.hidden_columns.emplace_back(number_in(body, 0, 2), number_in(body, 2, 2));
                break;
            case kLabelSst:
                text(body, book_.strings.at(number_in(body, 6, 4)), false);
                break;
            case kLabel:
            case kRichString:
                text(body, BiffText(record, 6).read(2), false);
                break;
            case kNumber:
                number(body, 2, 4, double_in(body, 6), false);
                break;
            case kRk:
                number(body, 2, 4, rk(number_in(body, 6, 4)), false);
                break;
            case kMulRk:
                many(body, true);
                break;
            case kMulBlank:
                many(body, false);
                break;
            case kBlank:
                give(cell_at(body, number_in(body, 2, 2), number_in(body, 4, 2)), {});
                break;
            case kBoolErr:
                boolean_or_error(body, number_in(body, 6, 1), number_in(body, 7, 1) != 0, false);
                break;
            case kFormula:
                formula(body);
                break;
            case kString:
                if (pending_) give(*pending_, BiffText(record).read(2));
                pending_.reset();
                break;
            case kMergedCells:
                merges(body);
                break;
            default:
                break;
        }
    }

    RawCell cell_at(std::string_view body, std::uint32_t column, std::uint32_t style) const {
        RawCell cell;
        cell.place = {static_cast<std::int32_t>(number_in(body, 0, 2)), static_cast<std::int32_t>(column)};
        cell.style = style;
        const auto hidden = hidden_row_.find(number_in(body, 0, 2));
        cell.row_hidden = hidden != hidden_row_.end() && hidden->second;
        return cell;
    }

    void give(RawCell cell, std::string_view stored) {
        ++cells_;
        cell.stored = stored;
        cell.has_value = !stored.empty();
        maker_.take(cell);
    }

    void text(std::string_view body, std::string_view stored, bool is_formula) {
        RawCell cell = cell_at(body, number_in(body, 2, 2), number_in(body, 4, 2));
        cell.kind = RawCell::Kind::kText;
        cell.formula = is_formula;
        give(cell, stored);
    }

    void number(std::string_view body, std::size_t column, std::size_t style, double value, bool is_formula) {
        RawCell cell = cell_at(body, number_in(body, column, 2), number_in(body, style, 2));
        cell.formula = is_formula;
        std::array<char, 40> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        give(cell, {digits.data(), end});
    }

    void many(std::string_view body, bool numbers) {
        const std::size_t step = numbers ? 6 : 2;
        std::uint32_t column = number_in(body, 2, 2);
        for (std::size_t at = 4; at + step + 2 <= body.size(); at += step, ++column) {
            RawCell cell = cell_at(body, column, number_in(body, at, 2));
            if (!numbers) {
                give(cell, {});
                continue;
            }
            std::array<char, 40> digits{};
            const auto end =
                std::to_chars(digits.data(), digits.data() + digits.size(), rk(number_in(body, at + 2, 4)))
                    .ptr;
            give(cell, {digits.data(), end});
        }
    }

    void boolean_or_error(std::string_view body, std::uint32_t value, bool error, bool is_formula) {
        RawCell cell = cell_at(body, number_in(body, 2, 2), number_in(body, 4, 2));
        cell.formula = is_formula;
        cell.kind = error ? RawCell::Kind::kError : RawCell::Kind::kBoolean;
        give(cell, error ? error_of(value) : (value != 0 ? "1" : "0"));
    }

    void formula(std::string_view body) {
        if (number_in(body, 12, 2) != 0xFFFF) return number(body, 2, 4, double_in(body, 6), true);
        switch (number_in(body, 6, 1)) {
            case 0: {  // a text, in the record that follows
                pending_ = cell_at(body, number_in(body, 2, 2), number_in(body, 4, 2));
                pending_->kind = RawCell::Kind::kText;
                pending_->formula = true;
                break;
            }
            case 1:
                boolean_or_error(body, number_in(body, 8, 1), false, true);
                break;
            case 2:
                boolean_or_error(body, number_in(body, 8, 1), true, true);
                break;
            default:
                break;  // an empty text
        }
    }

    void merges(std::string_view body) {
        const std::uint32_t count = number_in(body, 0, 2);
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::size_t at = 2 + std::size_t{i} * 8;
            if (at + 8 > body.size()) return;
            const auto part = [&](std::size_t offset) {
                return static_cast<std::int32_t>(number_in(body, at + offset, 2));
            };
            if (part(2) < part(0) || part(6) < part(4)) continue;
            frame.merges.push_back({{part(0), part(4)}, {part(2), part(6)}});
        }
    }

    const Workbook& book_;
    ContentMaker& maker_;
    const Limits& limits_;
    std::map<std::uint32_t, bool> hidden_row_;
    std::optional<RawCell> pending_;
    std::int64_t cells_ = 0;
};

}  // namespace

std::variant<XlsBook, EventCode> read_xls(const std::string& stream, const Limits& limits) {
    Globals globals;
    const EventCode code = globals.read(stream, limits);
    if (code != EventCode::kOk) return code;
    XlsBook book;
    Limits left = limits;
    for (const SheetPlace& place : globals.sheets) {
        ContentMaker maker(place.name, globals.book);
        SheetRecords records(globals.book, maker, left);
        const EventCode failed = records.read(stream, place.position);
        if (failed != EventCode::kOk) return failed;
        auto content = maker.finish(records.frame);
        if (const auto* too_much = std::get_if<EventCode>(&content)) return *too_much;
        book.sheets.push_back({place.hidden, std::move(std::get<SheetContent>(content))});
        left.max_cells -= std::ssize(book.sheets.back().content.cells);
    }
    book.styles = std::move(globals.book.styles);
    return book;
}

}  // namespace tarang::read::office
