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
constexpr double kEmuPerPoint = 12'700;
constexpr double kRowEmu = 20 * kEmuPerPixel;
constexpr int kMostColumnsOver = 400;  // that one drawing lies on
constexpr std::size_t kMostDrawings = 20'000;

/// Never infinite, never beyond the largest sheet's.
double number_in(std::string_view text) {
    const double value = std::strtod(std::string(text).c_str(), nullptr);
    return std::isfinite(value) ? std::clamp(value, 0.0, 1e10) : 0;
}

double column_emu(const SheetFrame& frame, std::int32_t column) {
    return static_cast<double>(width_of_column(frame.widths, column)) * kEmuPerPoint;
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
        if (picture_ && tag.is(Space::kDraw, "blip"))
            found.pictures.push_back({std::string(tag.attribute("embed", Space::kReference)), 0, 0, {}});
        if (picture_ && !found.pictures.empty() && tag.is(Space::kDraw, "srcRect"))
            found.pictures.back().crop = crop_of(tag);
        if (tag.space() != Space::kSheetDraw) return;
        if (name.ends_with("Anchor")) {
            drawing_ = {};
            drawn_ = picture_ = sized_ = false;
            pictures_before_ = found.pictures.size();
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
        if (name.ends_with("Anchor")) {
            if (found.pictures.size() > pictures_before_) size_pictures();
            if (drawn_ && !picture_) add(name == "oneCellAnchor");
        }
        text_.clear();
    }

    void text(std::string_view piece) override {
        if (corner_ != nullptr) text_ += piece;
    }

    SheetDrawings found;

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
        found.drawings.push_back(drawing_);
        if (found.drawings.size() > kMostDrawings) stop(EventCode::kTooComplex);
    }

    /// Pictures of an anchor are as large as it is; of one that says only where its corners are, by the
    /// cells.
    void size_pictures() {
        double width = width_;
        double height = height_;
        if (!sized_) {
            width = to_.column_offset - from_.column_offset;
            const double end = std::min(to_.column, from_.column + kMostColumnsOver);
            for (double column = from_.column; column < end; ++column)
                width += column_emu(frame_, static_cast<std::int32_t>(column));
            height = (to_.row - from_.row) * kRowEmu + to_.row_offset - from_.row_offset;
        }
        for (std::size_t i = pictures_before_; i < found.pictures.size(); ++i) {
            found.pictures[i].width = static_cast<Points>(width / kEmuPerPoint);
            found.pictures[i].height = static_cast<Points>(height / kEmuPerPoint);
        }
        if (found.pictures.size() > kMostDrawings) stop(EventCode::kTooComplex);
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
    std::size_t pictures_before_ = 0;  ///< the anchor
    std::string text_;
};

}  // namespace

std::variant<SheetDrawings, EventCode> read_drawings(Container& container, const std::string& part,
                                                     const SheetFrame& frame, const Limits& limits) {
    if (frame.drawing.empty()) return SheetDrawings();
    const auto listed = relations_of(container, part, limits);
    if (const auto* code = std::get_if<EventCode>(&listed)) return *code;
    const std::string target = target_of_id(std::get<std::vector<Relation>>(listed), frame.drawing);
    if (target.empty() || !container.has(target)) return SheetDrawings();
    DrawingReader reader(frame);
    const EventCode code = parse_part(container, target, reader, limits);
    if (code != EventCode::kOk) return code;
    if (reader.found.pictures.empty()) return std::move(reader.found);
    const auto media = relations_of(container, target, limits);
    if (const auto* damaged = std::get_if<EventCode>(&media)) return *damaged;
    for (Picture& picture : reader.found.pictures)
        picture.part = target_of_id(std::get<std::vector<Relation>>(media), picture.part);
    return std::move(reader.found);
}

}  // namespace tarang::read::office
