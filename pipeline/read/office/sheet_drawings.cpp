#include "pipeline/read/office/sheet_drawings.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "pipeline/read/office/package.h"
#include "pipeline/read/office/xml.h"

namespace tarang::read::office {
namespace {

constexpr double kEmuPerPixel = 9'525;
constexpr double kUsualLetters = 8.43;  // width of a column that says nothing
constexpr double kPixelsPerLetter = 7;  // of the usual font
constexpr double kCellPadding = 5;      // pixels
constexpr double kRowEmu = 20 * kEmuPerPixel;
constexpr int kMostColumnsOver = 400;  // that one drawing lies on
constexpr std::size_t kMostDrawings = 20'000;

/// Never infinite, never beyond the largest sheet's.
double number_in(std::string_view text) {
    const double value = std::strtod(std::string(text).c_str(), nullptr);
    return std::isfinite(value) ? std::clamp(value, 0.0, 1e10) : 0;
}

double column_emu(const SheetFrame& frame, std::int32_t column) {
    double letters = kUsualLetters;
    for (const ColumnWidth& width : frame.widths) {
        if (column >= width.first && column <= width.last) letters = width.letters;
    }
    return std::max(1.0, letters * kPixelsPerLetter + kCellPadding) * kEmuPerPixel;
}

class DrawingReader : public XmlHandler {
public:
    explicit DrawingReader(const SheetFrame& frame) : frame_(frame) {}

    void start(const Tag& tag) override {
        const std::string_view name = tag.name();
        if (tag.is(Space::kDraw, "prstGeom") && !picture_) {
            const std::string_view shape = tag.attribute("prst");
            drawing_.line = shape == "line" || shape.ends_with("Connector1") ||
                            shape.find("Arrow") != std::string_view::npos;
            drawn_ = true;
        }
        if (tag.is(Space::kDraw, "custGeom")) drawn_ = true;
        if (tag.space() != Space::kSheetDraw) return;
        if (name.ends_with("Anchor")) {
            drawing_ = {};
            drawn_ = picture_ = sized_ = false;
        } else if (name == "pic" || name == "graphicFrame") {
            picture_ = true;
        } else if (name == "from" || name == "to") {
            corner_ = name == "from" ? &from_ : &to_;
            *corner_ = {};
        } else if (name == "ext") {
            width_ = number_in(tag.attribute("cx"));
            height_ = number_in(tag.attribute("cy"));
            sized_ = true;
        }
        text_.clear();
    }

    void end(Space space, std::string_view name) override {
        if (space != Space::kSheetDraw) return;
        if (corner_ != nullptr) {
            const double value = number_in(text_);
            if (name == "col") corner_->column = value;
            if (name == "colOff") corner_->column_offset = value;
            if (name == "row") corner_->row = value;
            if (name == "rowOff") corner_->row_offset = value;
        }
        if (name == "from" || name == "to") corner_ = nullptr;
        if (name.ends_with("Anchor") && drawn_ && !picture_) add(name == "oneCellAnchor");
        text_.clear();
    }

    void text(std::string_view piece) override {
        if (corner_ != nullptr) text_ += piece;
    }

    std::vector<SheetDrawing> drawings;

private:
    struct Corner {
        double column = 0;
        double column_offset = 0;
        double row = 0;
        double row_offset = 0;
    };

    double across(const Corner& corner) const {
        const double column = std::clamp(corner.column, 0.0, 16'383.0);
        return column +
               std::clamp(corner.column_offset / column_emu(frame_, static_cast<std::int32_t>(column)), 0.0,
                          1.0);
    }

    void add(bool one_cell) {
        if (one_cell && !sized_) return;
        drawing_.left = across(from_);
        drawing_.top = from_.row + std::clamp(from_.row_offset / kRowEmu, 0.0, 1.0);
        if (one_cell) {
            to_ = from_;
            to_.column_offset += width_;
            for (int i = 0; i < kMostColumnsOver &&
                            to_.column_offset > column_emu(frame_, static_cast<std::int32_t>(to_.column));
                 ++i)
                to_.column_offset -= column_emu(frame_, static_cast<std::int32_t>(to_.column++));
            to_.row_offset += height_;
        }
        drawing_.right = across(to_);
        drawing_.bottom = to_.row + std::clamp(to_.row_offset / kRowEmu, 0.0, 1.0);
        if (drawing_.right < drawing_.left) std::swap(drawing_.left, drawing_.right);
        drawings.push_back(drawing_);
        if (drawings.size() > kMostDrawings) stop(EventCode::kTooComplex);
    }

    const SheetFrame& frame_;
    SheetDrawing drawing_;
    Corner from_;
    Corner to_;
    Corner* corner_ = nullptr;
    double width_ = 0;
    double height_ = 0;
    bool drawn_ = false;
    bool picture_ = false;
    bool sized_ = false;
    std::string text_;
};

}  // namespace

std::variant<std::vector<SheetDrawing>, EventCode> read_drawings(Container& container,
                                                                 const std::string& part,
                                                                 const SheetFrame& frame,
                                                                 const Limits& limits) {
    if (frame.drawing.empty()) return std::vector<SheetDrawing>();
    const auto listed = relations_of(container, part, limits);
    if (const auto* code = std::get_if<EventCode>(&listed)) return *code;
    const std::string target = target_of_id(std::get<std::vector<Relation>>(listed), frame.drawing);
    if (target.empty() || !container.has(target)) return std::vector<SheetDrawing>();
    DrawingReader reader(frame);
    const EventCode code = parse_part(container, target, reader, limits);
    if (code != EventCode::kOk) return code;
    return std::move(reader.drawings);
}

}  // namespace tarang::read::office
