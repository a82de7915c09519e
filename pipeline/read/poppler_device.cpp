#include "pipeline/read/poppler_device.h"

#include <Gfx.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <JBIG2Stream.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Page.h>

#include <algorithm>
#include <cmath>

#include "models/farthest.h"
#include "pipeline/read/actual_text.h"
#include "pipeline/read/fonts.h"
#include "pipeline/read/fonts/poppler_fonts.h"
#include "pipeline/read/jbig2.h"
#include "pipeline/read/poppler_state.h"
#include "pipeline/read/turned.h"

namespace tarang::read {
namespace {

constexpr double kPointsPerInch = 72;
// More characters than this for one glyph are not text.
constexpr int kMaxGlyphCharacters = 16;
// /UserUnit outside of this is an error of the file.
constexpr double kMaxUserUnit = 1000;

/// A font as the device needs it for each glyph.
struct Face {
    std::shared_ptr<GfxFont> font;  // kept, so that its address stays its own while the page is read
    bool stroked = false;
    std::uint16_t index = 0;
    Extent extent;
    double size_factor = 1;  // Type 3 fonts choose their own units
    std::shared_ptr<GlyphNames> names = {};
};

FontFacts facts_of(const GfxFont& font, bool stroked) {
    FontFacts facts;
    facts.name = font.getName().value_or("");
    facts.force_bold = font.isBold();
    facts.weight = static_cast<int>(font.getWeight()) * 100;
    facts.stroked = stroked;
    facts.ascent = font.getAscent();
    facts.descent = font.getDescent();
    return facts;
}

/// A Type 3 font's glyph space is free: its box tells how large its letters are.
void measure_type3(const GfxFont& font, Face& face) {
    constexpr double kUsualHeight = 1.2;
    const double unit = std::abs(font.getFontMatrix()[3]);
    const double ascent = font.getFontBBox()[3] * unit;
    const double descent = font.getFontBBox()[1] * unit;
    const double height = ascent - descent;
    if (std::isfinite(height) && height > 0) {
        face.size_factor = height / kUsualHeight;
        face.extent = {static_cast<float>(ascent / face.size_factor),
                       static_cast<float>(descent / face.size_factor)};
    } else if (std::isfinite(unit) && unit > 0) {
        face.size_factor = unit * 1000;
    }
}

class Device : public OutputDev {
public:
    Device(PageRecorder& recorder, FontShelf& fonts, XRef& xref)
        : recorder_(recorder), fonts_(fonts), xref_(xref) {}

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    bool needNonText() override { return true; }

    // Patterns and shadings are taken as done: their parts are neither text nor rules, and unrolling a tiling
    // can cost any time.
    bool useTilingPatternFill() override { return true; }
    bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int,
                           double, double) override {
        return true;
    }
    bool useShadedFills(int) override { return true; }
    bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return shaded(); }
    bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return shaded(); }
    bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return shaded(); }
    bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return shaded(); }
    bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return shaded(); }

    void saveState(GfxState*) override { saved_.push_back(now_); }
    void restoreState(GfxState*) override {
        if (saved_.empty()) return;
        now_ = saved_.back();
        saved_.pop_back();
    }
    void clip(GfxState* state) override { now_.odd_clip = now_.odd_clip || !clips_to_rectangle(*state); }
    void eoClip(GfxState* state) override { clip(state); }
    void clipToStrokePath(GfxState*) override { now_.odd_clip = true; }
    void setSoftMask(GfxState*, const double*, bool, Function*, GfxColor*) override { now_.soft_mask = true; }
    void clearSoftMask(GfxState*) override { now_.soft_mask = false; }

    // What a soft mask's group draws is the mask, not the page.
    void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                                bool for_soft_mask) override {
        groups_.push_back(for_soft_mask);
        mask_depth_ += for_soft_mask ? 1 : 0;
    }
    void endTransparencyGroup(GfxState*) override {
        if (groups_.empty()) return;
        mask_depth_ -= groups_.back() ? 1 : 0;
        groups_.pop_back();
    }

    void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                  CharCode code, int bytes, const Unicode* unicode, int length) override;
    void beginActualText(GfxState*, const GooString* text) override {
        recorder_.begin_actual_text(text_string(text->toStr(), kMaxSpanCharacters));
    }
    void endActualText(GfxState*) override { recorder_.end_actual_text(); }

    void stroke(GfxState* state) override {
        if (mask_depth_ > 0 || recorder_.full()) return;
        recorder_.stroke(path_of(*state), static_cast<Points>(state->getTransformedLineWidth()),
                         stroke_paint(*state));
    }
    void fill(GfxState* state) override {
        if (mask_depth_ > 0 || recorder_.full()) return;
        show_clip_text();
        recorder_.fill(path_of(*state), fill_paint(*state));
    }
    void eoFill(GfxState* state) override { fill(state); }

    void drawImage(GfxState* state, Object*, Stream* stream, int width, int height, GfxImageColorMap* colors,
                   bool, const int* mask_colors, bool in_line) override {
        add_image(*state, width, height, mask_colors == nullptr);
        look_for_shared_letters(*stream);
        if (in_line) pass_over(*stream, width, height, colors->getNumPixelComps() * colors->getBits());
    }
    void drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height, bool, bool,
                       bool in_line) override {
        add_image(*state, width, height, false);
        look_for_shared_letters(*stream);
        if (in_line) pass_over(*stream, width, height, 1);
    }
    void drawMaskedImage(GfxState* state, Object*, Stream* stream, int width, int height, GfxImageColorMap*,
                         bool, Stream* mask, int mask_width, int mask_height, bool, bool) override {
        add_image(*state, std::max(width, mask_width), std::max(height, mask_height), false);
        look_for_shared_letters(*stream);
        look_for_shared_letters(*mask);
    }
    void drawSoftMaskedImage(GfxState* state, Object*, Stream* stream, int width, int height,
                             GfxImageColorMap*, bool, Stream* mask, int mask_width, int mask_height,
                             GfxImageColorMap*, bool) override {
        add_image(*state, std::max(width, mask_width), std::max(height, mask_height), false);
        look_for_shared_letters(*stream);
        look_for_shared_letters(*mask);
    }
    void setSoftMaskFromImageMask(GfxState* state, Object*, Stream* stream, int width, int height, bool,
                                  bool in_line, double*) override {
        add_image(*state, width, height, false);
        if (in_line) pass_over(*stream, width, height, 1);
    }
    void unsetSoftMaskFromImageMask(GfxState*, double*) override {}

private:
    static constexpr std::size_t kMaxSpanCharacters = 10'000;

    /// What of the graphics state Poppler does not keep for us.
    struct Masking {
        bool odd_clip = false;
        bool soft_mask = false;
        std::size_t clip_text_begin = 0;  ///< glyphs that clip: seen once something is painted
        std::size_t clip_text_end = 0;
    };

    void show_clip_text() {
        if (now_.clip_text_end > now_.clip_text_begin)
            recorder_.reveal(now_.clip_text_begin, now_.clip_text_end);
        now_.clip_text_begin = now_.clip_text_end;
    }
    bool shaded() {
        if (mask_depth_ == 0) show_clip_text();
        return true;
    }

    /// The data of an inline image stands in the content: it has to be passed over, and only it.
    static void pass_over(Stream& stream, int width, int height, int bits_per_pixel) {
        const std::int64_t row = (std::int64_t{width} * bits_per_pixel + 7) / 8;
        stream.reset();
        for (std::int64_t left = row * height; left > 0 && stream.getChar() != EOF; --left) {
        }
        stream.close();
    }

    Paint paint(const GfxState& state, const GfxRGB& color, double opacity) const {
        const bool covers = !now_.odd_clip && !now_.soft_mask && state.getBlendMode() == gfxBlendNormal;
        return {rgb(color), static_cast<float>(opacity), covers, clip_of(state)};
    }
    Paint fill_paint(const GfxState& state) const {
        GfxRGB color;
        state.getFillRGB(&color);
        return paint(state, color, state.getFillOpacity());
    }
    Paint stroke_paint(const GfxState& state) const {
        GfxRGB color;
        state.getStrokeRGB(&color);
        return paint(state, color, state.getStrokeOpacity());
    }

    void add_image(const GfxState& state, int width, int height, bool opaque) {
        if (mask_depth_ > 0) return;
        show_clip_text();
        Paint paint = this->paint(state, {}, state.getFillOpacity());
        paint.covers = paint.covers && opaque;
        const auto& m = state.getCTM();
        const double dots = std::max(width / std::hypot(m[0], m[1]), height / std::hypot(m[2], m[3]));
        recorder_.image(box_around({transformed(state, 0, 0), transformed(state, 1, 0),
                                    transformed(state, 0, 1), transformed(state, 1, 1)}),
                        paint, std::int64_t{width} * height,
                        std::isfinite(dots) ? static_cast<float>(dots) : 0);
    }

    /// The segments as they stand in the file; nothing is decoded.
    void look_for_shared_letters(Stream& image) {
        constexpr std::size_t kMostBytes = std::size_t{4} << 20;  // a page has a tenth of that
        if (image.getKind() != strJBIG2) return;
        Stream* coded = image.getNextStream();
        if (coded == nullptr) return;
        std::string segments;
        coded->reset();
        for (int byte = coded->getChar(); byte != EOF && segments.size() < kMostBytes;
             byte = coded->getChar())
            segments += static_cast<char>(byte);
        coded->close();
        if (shares_letters(segments)) recorder_.letters_shared();
    }

    const Face& face_of(const GfxState& state, bool stroked);

    PageRecorder& recorder_;
    FontShelf& fonts_;
    XRef& xref_;
    Masking now_;
    std::vector<Masking> saved_;
    std::vector<bool> groups_;
    int mask_depth_ = 0;
    std::vector<Face> faces_;
    std::size_t last_face_ = 0;
};

const Face& Device::face_of(const GfxState& state, bool stroked) {
    const GfxFont* font = state.getFont().get();
    const auto is_it = [&](const Face& face) { return face.font.get() == font && face.stroked == stroked; };
    if (last_face_ < faces_.size() && is_it(faces_[last_face_])) return faces_[last_face_];
    const auto known = std::find_if(faces_.begin(), faces_.end(), is_it);
    last_face_ = static_cast<std::size_t>(known - faces_.begin());
    if (known != faces_.end()) return *known;
    Face face{state.getFont(), stroked, 0, {}, 1};
    if (font != nullptr) {
        const FontFacts facts = facts_of(*font, stroked);
        const Ref id = *font->getID();
        const auto object =
            std::uint64_t{static_cast<std::uint32_t>(id.num)} << 32U | static_cast<std::uint32_t>(id.gen);
        face.index = recorder_.font(font_of(facts), object);
        face.names = fonts_.names_of(*state.getFont(), xref_);
        face.extent = extent_of(facts);
        if (font->getType() == fontType3) measure_type3(*font, face);
    }
    faces_.push_back(std::move(face));
    return faces_.back();
}

void Device::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                      double origin_y, CharCode code, int bytes, const Unicode* unicode, int length) {
    if (mask_depth_ > 0 || recorder_.full()) return;
    const int mode = state->getRender() & 3;
    const bool filled = mode == 0 || mode == 2;
    const bool outlined = mode == 1 || mode == 2;
    const Face& face = face_of(*state, mode == 2);

    // Letter spacing is the producer's, the advance is the font's: only the latter tells a mark from a space.
    double spacing = state->getCharSpace() + (bytes == 1 && code == ' ' ? state->getWordSpace() : 0);
    Vector extra;
    state->textTransformDelta(spacing * state->getHorizScaling(), 0, &extra.x, &extra.y);
    const bool vertical = state->getFont() && state->getFont()->getWMode() != 0;
    if (vertical) extra = {};

    const Vector origin = transformed(*state, x - origin_x, y - origin_y);
    Vector advance;
    state->transformDelta(dx - extra.x, dy - extra.y, &advance.x, &advance.y);
    const double size = state->getFontSize() * face.size_factor;
    const Vector up = text_vector(*state, 0, size);
    const auto at = [&](double along, double above) {
        return Vector{origin.x + advance.x * along + up.x * above,
                      origin.y + advance.y * along + up.y * above};
    };

    Glyph glyph;
    glyph.code = code;
    for (int i = 0; i < std::min(length, kMaxGlyphCharacters); ++i)
        glyph.unicode += static_cast<char32_t>(unicode[i]);
    if (face.names) {
        const GlyphName name = name_by_font(*face.names, *face.font, glyph);
        if (name.called != 0) recorder_.contradicted_name(name.character, name.called);
    }
    glyph.origin = point(origin);
    glyph.advance_x = static_cast<Points>(advance.x);
    glyph.advance_y = static_cast<Points>(advance.y);
    glyph.size = static_cast<Points>(std::hypot(up.x, up.y));
    glyph.box = box_around({at(0, face.extent.ascent), at(0, face.extent.descent), at(1, face.extent.ascent),
                            at(1, face.extent.descent)});
    glyph.font = face.index;
    glyph.turned = quarter_turns(up.x, up.y);
    const double opacity =
        std::max(filled ? state->getFillOpacity() : 0, outlined ? state->getStrokeOpacity() : 0);
    if (state->getRender() == 7) {
        const std::size_t index = recorder_.glyph_count();
        if (now_.clip_text_begin == now_.clip_text_end) now_.clip_text_begin = index;
        now_.clip_text_end = index + 1;
        now_.odd_clip = true;
    }
    recorder_.glyph(std::move(glyph), opacity > 0.02, clip_of(*state));
}

bool stop_when_full(void* recorder) { return static_cast<PageRecorder*>(recorder)->full(); }

double user_unit_of(PDFDoc& document, Page& page) {
    const Object dictionary = document.getXRef()->fetch(page.getRef());
    if (!dictionary.isDict()) return 1;
    const Object unit = dictionary.dictLookup("UserUnit");
    if (!unit.isNum() || !(unit.getNum() > 0) || unit.getNum() > kMaxUserUnit) return 1;
    return unit.getNum();
}

}  // namespace

std::optional<PageFrame> frame_of(PDFDoc& document, int number) {
    Page* page = document.getPage(number);
    if (page == nullptr || !page->isOk()) return std::nullopt;
    PageFrame frame;
    frame.user_unit = user_unit_of(document, *page);
    frame.width = static_cast<Points>(page->getCropWidth() * frame.user_unit);
    frame.height = static_cast<Points>(page->getCropHeight() * frame.user_unit);
    if (page->getRotate() % 180 != 0) std::swap(frame.width, frame.height);
    const auto sane = [](Points length) { return length > 0 && length <= kFarthest; };
    if (!sane(frame.width) || !sane(frame.height)) return std::nullopt;
    return frame;
}

void record_page(PDFDoc& document, int number, const PageFrame& frame, FontShelf& fonts,
                 PageRecorder& recorder) {
    Device device(recorder, fonts, *document.getXRef());
    const double dpi = kPointsPerInch * frame.user_unit;
    document.displayPage(&device, number, dpi, dpi, 0, false, true, false, stop_when_full, &recorder);
}

}  // namespace tarang::read
