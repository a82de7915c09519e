#include "pipeline/read/office/word_shapes.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <utility>

#include "lib/thai/stripped.h"

namespace tarang::read::office {
namespace {

constexpr double kEmuPerPoint = 12'700;

std::string_view trimmed(std::string_view text) { return thai::stripped(text, " "); }

/// The value of a property in "position:absolute;margin-left:135.85pt;..."
std::string_view property(std::string_view style, std::string_view name) {
    while (!style.empty()) {
        const std::size_t end = std::min(style.find(';'), style.size());
        const std::string_view one = style.substr(0, end);
        style.remove_prefix(std::min(end + 1, style.size()));
        const std::size_t colon = one.find(':');
        if (colon != std::string_view::npos && trimmed(one.substr(0, colon)) == name)
            return trimmed(one.substr(colon + 1));
    }
    return {};
}

WordShape::From origin_of(std::string_view relative) {
    if (relative == "page") return WordShape::From::kPage;
    if (relative == "margin" || relative == "leftMargin" || relative == "left-margin-area")
        return WordShape::From::kMargin;
    return WordShape::From::kText;
}

bool top_is_of_paragraph(std::string_view relative) {
    return relative.empty() || relative == "text" || relative == "paragraph" || relative == "line";
}

Points emu(std::string_view text) {
    return static_cast<Points>(std::strtod(std::string(text).c_str(), nullptr) / kEmuPerPoint);
}

/// A share of a side as VML says it: "8192f" is 8192 of 65536, "0.125" as it stands.
float fraction(std::string_view text) {
    const double value = std::strtod(std::string(text).c_str(), nullptr);
    const double share = text.ends_with('f') ? value / 65'536 : value;
    return share > 0 && share < 1 ? static_cast<float>(share) : 0;
}

/// "10pt,20pt" of v:line.
std::pair<Points, Points> pair_of(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return {0, 0};
    return {length_of(text.substr(0, comma)).value_or(0), length_of(text.substr(comma + 1)).value_or(0)};
}

bool is_vml_shape(std::string_view name) {
    constexpr std::array<std::string_view, 9> kShapes{"shape", "line",     "rect",  "roundrect", "oval",
                                                      "arc",   "polyline", "curve", "group"};
    return std::find(kShapes.begin(), kShapes.end(), name) != kShapes.end();
}

}  // namespace

std::optional<Points> length_of(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return std::nullopt;
    const std::string copy(text);
    char* end = nullptr;
    const double value = std::strtod(copy.c_str(), &end);
    if (end == copy.c_str()) return std::nullopt;
    const std::string_view unit(end);
    constexpr std::array kUnits =
        std::to_array<std::pair<std::string_view, double>>({{"pt", 1},
                                                            {"in", 72},
                                                            {"cm", 72 / 2.54},
                                                            {"mm", 72 / 25.4},
                                                            {"pc", 12},
                                                            {"px", 0.75},
                                                            {"", 0.75},
                                                            {"emu", 1 / kEmuPerPoint}});
    for (const auto& [name, points] : kUnits) {
        if (unit == name) return static_cast<Points>(value * points);
    }
    return std::nullopt;
}

/// Pictures of both vocabularies. In a group each has a size of its own, and the group's bounds it.
void ShapeReader::start_picture(const Tag& tag) {
    if (anchor_ && tag.is(Space::kDraw, "blip")) {
        pictures_.push_back(
            {std::string(tag.attribute("embed", Space::kReference)), anchor_->width, anchor_->height, {}});
        picture_open_ = true;
    } else if (picture_open_ && tag.is(Space::kDraw, "srcRect")) {
        pictures_.back().crop = crop_of(tag);
    } else if (picture_open_ && tag.is(Space::kDraw, "ext") && tag.has("cx")) {
        Picture& picture = pictures_.back();
        picture.width = std::min(picture.width, emu(tag.attribute("cx")));
        picture.height = std::min(picture.height, emu(tag.attribute("cy")));
        picture_open_ = false;
    } else if (!shapes_.empty() && tag.is(Space::kVml, "imagedata")) {
        pictures_.push_back({std::string(tag.attribute("id", Space::kReference)),
                             shapes_.back().width,
                             shapes_.back().height,
                             {fraction(tag.attribute("cropleft")), fraction(tag.attribute("croptop")),
                              fraction(tag.attribute("cropright")), fraction(tag.attribute("cropbottom"))}});
    }
}

void ShapeReader::start(const Tag& tag) {
    start_picture(tag);
    if (tag.space() == Space::kVml && is_vml_shape(tag.name())) {
        if (vml_depth_++ == 0) start_vml(tag);
    } else if (tag.space() == Space::kWordDraw) {
        start_anchor(tag);
    } else if (anchor_ && tag.is(Space::kDraw, "prstGeom")) {
        const std::string_view shape = tag.attribute("prst");
        anchor_->line =
            shape == "line" || shape.ends_with("Connector1") || shape.find("Arrow") != std::string_view::npos;
        drawn_ = true;
    } else if (anchor_ && tag.is(Space::kDraw, "custGeom")) {
        drawn_ = true;
    }
}

void ShapeReader::start_vml(const Tag& tag) {
    const std::string_view style = tag.attribute("style");
    WordShape shape;
    shape.in_line = property(style, "position") != "absolute";
    shape.from = origin_of(property(style, "mso-position-horizontal-relative"));
    shape.left =
        length_of(property(style, "margin-left")).value_or(length_of(property(style, "left")).value_or(0));
    shape.top =
        length_of(property(style, "margin-top")).value_or(length_of(property(style, "top")).value_or(0));
    shape.top_known = top_is_of_paragraph(property(style, "mso-position-vertical-relative"));
    shape.width = length_of(property(style, "width")).value_or(0);
    shape.height = length_of(property(style, "height")).value_or(0);
    // Preset 32 is the connector; 13 and 69 are block arrows.
    const std::string_view type = tag.attribute("type");
    shape.line =
        tag.name() == "line" || type == "#_x0000_t32" || type == "#_x0000_t13" || type == "#_x0000_t69";
    if (tag.name() == "line" && tag.has("from")) {
        const auto [x0, y0] = pair_of(tag.attribute("from"));
        const auto [x1, y1] = pair_of(tag.attribute("to"));
        shape.left += std::min(x0, x1);
        shape.top += std::min(y0, y1);
        shape.width = std::abs(x1 - x0);
        shape.height = std::abs(y1 - y0);
        shape.in_line = false;
    }
    shapes_.push_back(shape);
}

void ShapeReader::start_anchor(const Tag& tag) {
    const std::string_view name = tag.name();
    if (name == "anchor" || name == "inline") {
        anchor_.emplace();
        anchor_->in_line = name == "inline";
        drawn_ = false;
    } else if (!anchor_) {
        return;
    } else if (name == "extent") {
        anchor_->width = emu(tag.attribute("cx"));
        anchor_->height = emu(tag.attribute("cy"));
    } else if (name == "positionH") {
        horizontal_ = true;
        anchor_->from = origin_of(tag.attribute("relativeFrom"));
    } else if (name == "positionV") {
        vertical_ = true;
        anchor_->top_known = top_is_of_paragraph(tag.attribute("relativeFrom"));
    } else if (name == "posOffset") {
        in_offset_ = true;
        offset_.clear();
    }
}

void ShapeReader::end(Space space, std::string_view name) {
    if (space == Space::kVml && is_vml_shape(name)) --vml_depth_;
    if (space != Space::kWordDraw || !anchor_) return;
    if (name == "posOffset") {
        in_offset_ = false;
        if (horizontal_) anchor_->left = emu(offset_);
        if (vertical_) anchor_->top = emu(offset_);
    } else if (name == "positionH") {
        horizontal_ = false;
    } else if (name == "positionV") {
        vertical_ = false;
    } else if (name == "anchor" || name == "inline") {
        if (drawn_) shapes_.push_back(*anchor_);
        picture_open_ = false;
        anchor_.reset();
    }
}

void ShapeReader::text(std::string_view piece) {
    if (in_offset_) offset_ += piece;
}

std::vector<WordShape> ShapeReader::take() { return std::exchange(shapes_, {}); }

std::vector<Picture> ShapeReader::take_pictures() {
    picture_open_ = false;
    return std::exchange(pictures_, {});
}

}  // namespace tarang::read::office
