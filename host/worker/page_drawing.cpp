#include "host/worker/page_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "lib/image/draw.h"
#include "lib/image/png.h"
#include "lib/thai/markup.h"

namespace tarang::worker {
namespace {

struct Box {
    Rect rect;
    std::string_view text;  ///< belongs to the drawing
};

/// One kind of box: how it is called and drawn.
struct Layer {
    std::string_view name;
    image::Color color;
    float fill;  ///< opacity of the inside
    std::vector<Box> boxes;
};

constexpr Points kLegendHeight = 18;
constexpr Points kFrame = 0.7F;

Rect box_of(const Rule& rule) {
    const Points half = std::max(rule.thickness, kFrame) / 2;
    return rule.horizontal ? Rect{rule.start, rule.position - half, rule.end, rule.position + half}
                           : Rect{rule.position - half, rule.start, rule.position + half, rule.end};
}

std::array<Layer, 7> layers_of(const PageDrawing& drawing) {
    std::array<Layer, 7> layers{{{"images", {150, 60, 200}, 0.06F, {}},
                                 {"blocks", {0, 140, 60}, 0.06F, {}},
                                 {"cells", {30, 90, 220}, 0.06F, {}},
                                 {"lines", {240, 130, 0}, 0, {}},
                                 {"rules", {220, 0, 0}, 0.8F, {}},
                                 {"fields", {0, 150, 150}, 0.12F, {}},
                                 {"judged", {120, 120, 120}, 0, {}}}};
    auto& [images, blocks, cells, lines, rules, fields, judged] = layers;
    const auto add_lines = [&lines = lines](const std::vector<TextLine>& from) {
        for (const TextLine& line : from) lines.boxes.push_back({line.box, line.text});
    };
    for (const Rect& box : drawing.images) images.boxes.push_back({box, {}});
    for (const TextBlock& block : drawing.layout.blocks) {
        blocks.boxes.push_back({block.box, {}});
        add_lines(block.lines);
    }
    for (const Grid& grid : drawing.layout.grids) {
        for (const GridCell& cell : grid.cells) {
            cells.boxes.push_back({cell.box, {}});
            add_lines(cell.lines);
        }
    }
    for (const Rule& rule : drawing.rules) rules.boxes.push_back({box_of(rule), {}});
    for (const MarkedPlace& place : drawing.fields) fields.boxes.push_back({place.box, place.name});
    for (const MarkedPlace& place : drawing.judged) judged.boxes.push_back({place.box, place.name});
    return layers;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            group = group << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        }
        for (std::size_t j = 0; j < 4; ++j) {
            text += i + j > bytes.size() ? '=' : kDigits[group >> (18 - 6 * j) & 63U];
        }
    }
    return text;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        // XML has no other controls, not even escaped.
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') thai::append_escaped(out, c);
    }
    return out;
}

std::string number(Points value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", static_cast<double>(std::isfinite(value) ? value : 0));
    return text.data();
}

std::string hex(image::Color color) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%02x%02x%02x", color.red, color.green, color.blue);
    return text.data();
}

std::string svg_of(const Box& box) {
    const Rect& r = box.rect;
    std::string out = "<rect x=\"" + number(r.left) + "\" y=\"" + number(r.top) + "\" width=\"" +
                      number(std::max<Points>(r.width(), 0)) + "\" height=\"" +
                      number(std::max<Points>(r.height(), 0)) + "\"";
    if (box.text.empty()) return out + "/>\n";
    return out + "><title>" + escaped(box.text) + "</title></rect>\n";
}

std::string svg_of(const Layer& layer) {
    const std::string color = hex(layer.color);
    std::string out = "<g id=\"" + std::string(layer.name) + "\" stroke=\"" + color + "\" stroke-width=\"" +
                      number(kFrame) + "\" fill=\"" + color + "\" fill-opacity=\"" + number(layer.fill) +
                      "\">\n";
    for (const Box& box : layer.boxes) out += svg_of(box);
    return out + "</g>\n";
}

std::string legend_of(const std::array<Layer, 7>& layers, const PageInfo& info) {
    std::string out = "<g font-family=\"sans-serif\" font-size=\"9\">\n";
    Points x = 6;
    const std::string y = number(info.height + kLegendHeight - 6);
    for (const Layer& layer : layers) {
        out += "<text x=\"" + number(x) + "\" y=\"" + y + "\" fill=\"" + hex(layer.color) + "\">" +
               std::string(layer.name) + " " + std::to_string(layer.boxes.size()) + "</text>\n";
        x += 62;
    }
    out += "<text x=\"" + number(x) + "\" y=\"" + y + "\">page " + std::to_string(info.number.value) +
           ", layer " + std::string(name_of(info.layer)) + "</text>\n";
    return out + "</g>\n";
}

}  // namespace

std::string drawing_as_svg(const PageDrawing& drawing, const image::Image& page) {
    const PageInfo& info = drawing.layout.info;
    const auto layers = layers_of(drawing);
    const std::string width = number(info.width);
    const std::string height = number(info.height + kLegendHeight);
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "pt\" height=\"" +
                      height + "pt\" viewBox=\"0 0 " + width + " " + height + "\">\n<image width=\"" + width +
                      "\" height=\"" + number(info.height) +
                      "\" preserveAspectRatio=\"none\" href=\"data:image/png;base64," +
                      base64(image::to_png(page)) + "\"/>\n";
    for (const Layer& layer : layers) svg += svg_of(layer);
    return svg + legend_of(layers, info) + "</svg>\n";
}

image::Image drawing_as_image(const PageDrawing& drawing, image::Image page) {
    const PageInfo& info = drawing.layout.info;
    image::Image out = image::to_rgb(std::move(page));
    if (!(info.width > 0) || !(info.height > 0)) return out;
    const float scale_x = static_cast<float>(out.width.value) / info.width;
    const float scale_y = static_cast<float>(out.height.value) / info.height;
    const auto pixels = [](float value, float scale) {
        const float at = std::isfinite(value) ? std::clamp(value * scale, -1e6F, 1e6F) : 0;
        return image::Pixels{static_cast<std::int32_t>(std::lround(at))};
    };
    const image::Pixels thickness{std::max(1, static_cast<std::int32_t>(std::lround(kFrame * scale_x)))};
    for (const Layer& layer : layers_of(drawing)) {
        for (const Box& box : layer.boxes) {
            const image::PixelBox at{pixels(box.rect.left, scale_x), pixels(box.rect.top, scale_y),
                                     pixels(box.rect.right, scale_x), pixels(box.rect.bottom, scale_y)};
            if (layer.fill > 0) image::wash(out, at, layer.color, layer.fill);
            image::frame(out, at, layer.color, thickness);
        }
    }
    return out;
}

}  // namespace tarang::worker
