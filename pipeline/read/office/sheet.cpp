#include "pipeline/read/office/sheet.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <utility>

#include "pipeline/read/office/plain_cells.h"
#include "pipeline/read/office/xml.h"

namespace tarang::read::office {
namespace {

constexpr std::size_t kMostWidths = 20'000;
constexpr std::size_t kMostMerges = 500'000;

std::size_t index_in(std::string_view text) {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    return error == std::errc() ? index : SIZE_MAX;
}

class SheetReader : public XmlHandler, private PlainCellTaker {
public:
    SheetReader(const Workbook& book, const Limits& limits, const std::function<void(const RawCell&)>& take,
                Lane lane)
        : book_(book), limits_(limits), take_(take), lane_(lane) {}

    XmlLane* lane() override { return lane_ == Lane::kUsed ? &plain_ : nullptr; }

    void start(const Tag& tag) override {
        if (tag.space() != Space::kSheet) return;
        const std::string_view name = tag.name();
        if (name == "c") {
            begin_cell(tag);
        } else if (name == "v") {
            in_value_ = true;
            cell_.has_value = true;
        } else if (name == "f") {
            cell_.formula = true;
        } else if (name == "is") {
            in_item_ = true;
            item_ = {};  // of a cell of another type it was never taken
            cell_.has_value = true;
        } else if (in_item_) {
            item_.start(tag);
        } else if (name == "row") {
            begin_row(tag.number("r", Space::kNone, row_ + 2) - 1, tag.on("hidden", Space::kNone, false));
        } else if (name == "col") {
            add_columns(tag);
        } else if (name == "mergeCell") {
            add_merge(tag.attribute("ref"));
        } else if (name == "drawing") {
            frame.drawing = tag.attribute("id", Space::kReference);
        }
    }

    void end(Space space, std::string_view name) override {
        if (space != Space::kSheet) return;
        if (name == "v") in_value_ = false;
        if (name == "c") end_cell();
        if (in_item_) item_.end(space, name);
        if (name == "is") in_item_ = false;
    }

    void text(std::string_view piece) override {
        if (in_value_) value_ += piece;
        if (in_item_) item_.text(piece);
    }

    SheetFrame frame;

private:
    /// Rows and cells without an address follow the last one.
    void begin_row(std::int64_t row, bool hidden) {
        if (row < 0 || row >= kSheetRows) return stop(EventCode::kDamaged);
        row_ = static_cast<std::int32_t>(row);
        column_ = -1;
        row_hidden_ = hidden;
    }

    void begin_cell(const Tag& tag) {
        value_.clear();
        const std::string_view address = tag.attribute("r");
        const auto named = place_named(address);
        if (!named && !address.empty()) return stop(EventCode::kDamaged);
        place_cell(named, static_cast<std::size_t>(tag.number("s", Space::kNone, 0)));
        type_ = tag.attribute("t");
    }

    void place_cell(const std::optional<CellPlace>& named, std::size_t style) {
        if (!named && column_ + 1 >= kSheetColumns) return stop(EventCode::kDamaged);
        cell_ = {};
        cell_.place = named.value_or(CellPlace{std::max(row_, 0), column_ + 1});
        row_ = cell_.place.row;
        column_ = cell_.place.column;
        cell_.row_hidden = row_hidden_;
        cell_.column_hidden = !frame.hidden_columns.empty() && frame.column_hidden(column_);
        cell_.style = style;
    }

    void end_cell() {
        if (type_ == "inlineStr") value_ = item_.take();
        if (type_ == "str") value_ = without_escapes(value_);
        give_cell(type_, value_);
    }

    bool plain_row(std::optional<std::int32_t> number, bool hidden) override {
        begin_row(number ? *number - 1 : row_ + 1, hidden);
        return stopped() == EventCode::kOk;
    }

    bool plain_cell(const PlainCell& cell) override {
        place_cell(cell.place, cell.style);
        if (stopped() != EventCode::kOk) return false;
        cell_.formula = cell.formula;
        cell_.has_value = cell.has_value;
        const bool has_escapes = (cell.type == "inlineStr" || cell.type == "str") &&
                                 cell.value.find_first_of("_\r") != std::string_view::npos;
        if (has_escapes) value_ = without_escapes(cell.value);
        give_cell(cell.type, has_escapes ? value_ : cell.value);
        return stopped() == EventCode::kOk;
    }

    /// `value`: what stands in the cell; of a text in place, that text.
    void give_cell(std::string_view type, std::string_view value) {
        if (!cell_.has_value && !cell_.formula && cell_.style == 0) return;
        if (++cells_ > limits_.max_cells) return stop(EventCode::kTooComplex);
        using Kind = RawCell::Kind;
        cell_.stored = value;
        if (type == "s") {
            cell_.kind = Kind::kText;
            cell_.stored = book_.strings.at(index_in(value));
        } else if (type == "inlineStr" || type == "str") {
            cell_.kind = Kind::kText;
        } else if (type == "b") {
            cell_.kind = Kind::kBoolean;
        } else if (type == "e") {
            cell_.kind = Kind::kError;
        } else if (type == "d") {
            cell_.kind = Kind::kDate;
        }
        take_(cell_);
    }

    void add_columns(const Tag& tag) {
        const std::int64_t first = tag.number("min", Space::kNone, 1) - 1;
        const std::int64_t last = tag.number("max", Space::kNone, 1) - 1;
        if (first < 0 || last < first || last >= kSheetColumns) return;
        if (tag.has("width")) add_width(first, last, tag.attribute("width"));
        if (tag.on("hidden", Space::kNone, false) && frame.hidden_columns.size() < kMostWidths)
            frame.hidden_columns.emplace_back(static_cast<std::int32_t>(first),
                                              static_cast<std::int32_t>(last));
    }

    void add_width(std::int64_t first, std::int64_t last, std::string_view text) {
        const double letters = std::strtod(std::string(text).c_str(), nullptr);
        if (!(letters >= 0 && letters <= 255) || frame.widths.size() >= kMostWidths) return;
        frame.widths.push_back({static_cast<std::int32_t>(first), static_cast<std::int32_t>(last), letters});
    }

    void add_merge(std::string_view range) {
        const std::size_t colon = range.find(':');
        const auto first = place_named(range.substr(0, colon));
        const auto last = colon == std::string_view::npos ? first : place_named(range.substr(colon + 1));
        if (!first || !last || last->row < first->row || last->column < first->column) return;
        frame.merges.push_back({*first, *last});
        if (frame.merges.size() > kMostMerges) stop(EventCode::kTooComplex);
    }

    const Workbook& book_;
    const Limits& limits_;
    const std::function<void(const RawCell&)>& take_;
    Lane lane_;
    std::int64_t cells_ = 0;
    std::int32_t row_ = -1;
    std::int32_t column_ = -1;
    bool row_hidden_ = false;
    RawCell cell_;
    std::string type_;
    std::string value_;
    StringItem item_;
    bool in_value_ = false;
    bool in_item_ = false;
    PlainCells plain_{*this};
};

}  // namespace

std::string name_of(CellPlace place) {
    std::string letters;
    for (std::int32_t rest = place.column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(place.row + 1);
}

std::optional<CellPlace> place_named(std::string_view name) {
    std::int32_t column = 0;
    std::size_t i = 0;
    for (; i < name.size() && i < 4; ++i) {
        const char c = name[i] >= 'a' && name[i] <= 'z' ? static_cast<char>(name[i] - 32) : name[i];
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + (c - 'A' + 1);
    }
    std::int32_t row = 0;
    const char* last = name.data() + name.size();
    if (i == 0 || i == name.size()) return std::nullopt;
    const auto [end, error] = std::from_chars(name.data() + i, last, row);
    if (error != std::errc() || end != last || row < 1 || row > kSheetRows || column > kSheetColumns)
        return std::nullopt;
    return CellPlace{row - 1, column - 1};
}

Points width_of_column(const std::vector<ColumnWidth>& widths, std::int32_t column) {
    constexpr double kUsualLetters = 8.43;  // width of a column that says nothing
    constexpr double kPixelsPerLetter = 7;  // of the usual font
    constexpr double kCellPadding = 5;      // pixels
    constexpr double kPointsPerPixel = 0.75;
    double letters = kUsualLetters;
    for (const ColumnWidth& width : widths) {
        if (column >= width.first && column <= width.last) letters = width.letters;
    }
    return static_cast<Points>(std::max(1.0, letters * kPixelsPerLetter + kCellPadding) * kPointsPerPixel);
}

bool SheetFrame::column_hidden(std::int32_t column) const {
    return std::any_of(hidden_columns.begin(), hidden_columns.end(), [column](const auto& range) {
        return column >= range.first && column <= range.second;
    });
}

std::variant<SheetFrame, EventCode> read_sheet(Container& container, const std::string& part,
                                               const Workbook& book, const Limits& limits,
                                               const std::function<void(const RawCell&)>& take, Lane lane) {
    SheetReader reader(book, limits, take, lane);
    const EventCode code = parse_part(container, part, reader, limits);
    if (code != EventCode::kOk) return code;
    return std::move(reader.frame);
}

}  // namespace tarang::read::office
