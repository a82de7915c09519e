#include "pipeline/read/office/cell_styles.h"

#include <charconv>
#include <map>
#include <string>
#include <utility>

#include "pipeline/read/office/xml.h"

namespace tarang::read::office {
namespace {

struct Border {
    bool top = false;
    bool bottom = false;
};

/// A file has some hundred; more than any program allows is no file of theirs.
constexpr std::size_t kMostStyles = 70'000;

class StylesReader : public XmlHandler {
public:
    void start(const Tag& tag) override {
        if (tag.space() != Space::kSheet) return;
        const std::string_view name = tag.name();
        if (name == "numFmt") {
            codes_[static_cast<int>(tag.number("numFmtId", Space::kNone, -1))] = tag.attribute("formatCode");
        } else if (name == "cellXfs") {
            in_cells_ = true;
        } else if (name == "border") {
            borders_.emplace_back();
        } else if ((name == "top" || name == "bottom") && !borders_.empty()) {
            const std::string_view line = tag.attribute("style");
            const bool drawn = !line.empty() && line != "none";
            (name == "top" ? borders_.back().top : borders_.back().bottom) |= drawn;
        } else if (name == "font") {
            fonts_.push_back(false);
        } else if (name == "b" && !fonts_.empty()) {
            fonts_.back() = tag.on("val", Space::kNone);
        } else if (name == "fill") {
            fills_.emplace_back();
        } else if (name == "patternFill" && !fills_.empty()) {
            solid_ = tag.attribute("patternType") == "solid";
        } else if (name == "fgColor" && !fills_.empty() && solid_) {
            fills_.back() = colour_of(tag);
        } else if (name == "xf" && in_cells_) {
            add(tag);
        }
        if (codes_.size() + borders_.size() + fonts_.size() + fills_.size() + styles.styles.size() >
            kMostStyles)
            stop(EventCode::kTooComplex);
    }
    void end(Space space, std::string_view name) override {
        if (space == Space::kSheet && name == "cellXfs") in_cells_ = false;
        if (space == Space::kSheet && name == "fill") solid_ = false;
    }
    void text(std::string_view /*piece*/) override {}

    CellStyles styles;

private:
    /// Themes and old palettes are not looked up: it matters that cells are coloured, and which alike.
    static std::optional<Colour> colour_of(const Tag& tag) {
        const std::string_view rgb = tag.attribute("rgb");
        Colour colour = 0;
        if (rgb.size() >= 6) {
            std::from_chars(rgb.data() + rgb.size() - 6, rgb.data() + rgb.size(), colour, 16);
        } else if (tag.has("theme")) {
            const auto theme = tag.number("theme", Space::kNone, 0);
            if (theme == 0) return std::nullopt;  // the paper's own
            colour = 0x100000U + static_cast<Colour>(theme & 0xFF);
        } else {
            const auto indexed = tag.number("indexed", Space::kNone, 64);
            if (indexed == 9 || indexed == 1 || indexed >= 64) return std::nullopt;  // white, or the system's
            colour = 0x200000U + static_cast<Colour>(indexed);
        }
        return colour == kWhite ? std::nullopt : std::optional(colour);
    }

    void add(const Tag& tag) {
        if (styles.styles.size() == 1 && !begun_) styles.styles.clear();
        begun_ = true;
        CellStyle style;
        style.format = format_of(static_cast<int>(tag.number("numFmtId", Space::kNone, 0)));
        const auto border = static_cast<std::size_t>(tag.number("borderId", Space::kNone, 0));
        if (border < borders_.size()) {
            style.top_border = borders_[border].top;
            style.bottom_border = borders_[border].bottom;
        }
        const auto fill = static_cast<std::size_t>(tag.number("fillId", Space::kNone, 0));
        if (fill < fills_.size()) style.fill = fills_[fill];
        const auto font = static_cast<std::size_t>(tag.number("fontId", Space::kNone, 0));
        style.bold = font < fonts_.size() && fonts_[font];
        styles.styles.push_back(style);
    }

    std::size_t format_of(int id) {
        if (id == 0) return 0;
        const auto [place, added] = formats_.try_emplace(id, styles.formats.size());
        if (added) {
            const auto code = codes_.find(id);
            styles.formats.push_back(code == codes_.end() ? NumberFormat::built_in(id)
                                                          : NumberFormat(code->second));
        }
        return place->second;
    }

    std::map<int, std::string> codes_;
    std::map<int, std::size_t> formats_;
    std::vector<Border> borders_;
    std::vector<bool> fonts_;
    std::vector<std::optional<Colour>> fills_;
    bool solid_ = false;
    bool in_cells_ = false;
    bool begun_ = false;
};

}  // namespace

std::variant<CellStyles, EventCode> read_cell_styles(Container& container, std::string_view part,
                                                     const Limits& limits) {
    StylesReader reader;
    const EventCode code = parse_part(container, part, reader, limits);
    if (code != EventCode::kOk) return code;
    if (reader.styles.styles.empty()) reader.styles.styles.emplace_back();
    return std::move(reader.styles);
}

}  // namespace tarang::read::office
