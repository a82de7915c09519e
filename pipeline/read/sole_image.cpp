#include "pipeline/read/sole_image.h"

#include <Error.h>
#include <Gfx.h>
#include <GfxState.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Stream.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tarang::read {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kEdge = 1;       // points that an image may miss the page's edge by
constexpr double kUnlike = 0.02;  // of the resolution; faxes have half as much down as across
constexpr double kFiner = 1.05;
constexpr std::int64_t kMostInColour = 25'000'000;  // pixels; larger ones are read in gray

class SoleImage : public OutputDev {
public:
    SoleImage(const PageFrame& frame, double most_dpi, std::int64_t max_pixels)
        : frame_(frame), most_dpi_(most_dpi), max_pixels_(max_pixels) {}

    std::optional<image::Image> take() { return drawn_ == 1 && !other_ ? std::move(image_) : std::nullopt; }

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return true; }
    bool useShadedFills(int) override { return false; }

    void stroke(GfxState*) override { other_ = true; }
    void fill(GfxState*) override { other_ = true; }
    void eoFill(GfxState*) override { other_ = true; }
    bool beginType3Char(GfxState*, double, double, double, double, CharCode, const Unicode*, int) override {
        return other_ = true;
    }
    void drawChar(GfxState* state, double, double, double, double, double, double, CharCode, int,
                  const Unicode*, int) override {
        constexpr int kInvisible = 3;
        other_ = other_ || state->getRender() != kInvisible;
    }
    void drawImageMask(GfxState*, Object*, Stream*, int, int, bool, bool, bool) override { other_ = true; }
    void drawMaskedImage(GfxState*, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int,
                         bool, bool) override {
        other_ = true;
    }
    void drawSoftMaskedImage(GfxState*, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                             int, GfxImageColorMap*, bool) override {
        other_ = true;
    }
    void setSoftMaskFromImageMask(GfxState*, Object*, Stream*, int, int, bool, bool, double*) override {
        other_ = true;
    }
    void setSoftMask(GfxState*, const double*, bool, Function*, GfxColor*) override { other_ = true; }

    void drawImage(GfxState* state, Object*, Stream* stream, int width, int height, GfxImageColorMap* colors,
                   bool, const int* mask_colors, bool in_line) override {
        ++drawn_;
        if (other_ || drawn_ > 1 || in_line || mask_colors != nullptr || !fills_page(*state) ||
            !as_fine_as_wanted(width, height)) {
            other_ = true;
            return;
        }
        const bool coloured = colors->getNumPixelComps() > 1 && std::int64_t{width} * height <= kMostInColour;
        image_ = image::blank({width}, {height}, coloured ? image::Channels::kRgb : image::Channels::kGray);
        if (coloured) {
            read_colours(*stream, width, height, *colors);
        } else {
            read_rows(*stream, width, height, *colors);
        }
    }

private:
    bool fills_page(GfxState& state) const {
        const auto& m = state.getCTM();
        const auto about = [](double a, double b) { return std::abs(a - b) <= kEdge; };
        double left = 0;
        double top = 0;
        double right = 0;
        double bottom = 0;
        state.getClipBBox(&left, &top, &right, &bottom);
        const bool whole =
            left <= kEdge && top <= kEdge && right >= frame_.width - kEdge && bottom >= frame_.height - kEdge;
        return whole && m[1] == 0 && m[2] == 0 && about(m[0], frame_.width) && about(m[3], -frame_.height) &&
               about(m[4], 0) && about(m[5], frame_.height) && state.getFillOpacity() == 1 &&
               state.getBlendMode() == gfxBlendNormal;
    }

    bool as_fine_as_wanted(int width, int height) const {
        const double across = width * kPointsPerInch / frame_.width;
        const double down = height * kPointsPerInch / frame_.height;
        return std::abs(across - down) <= kUnlike * across && across <= kFiner * most_dpi_ &&
               std::int64_t{width} * height <= max_pixels_;
    }

    void read_colours(Stream& stream, int width, int height, GfxImageColorMap& colors) {
        ImageStream rows(&stream, width, colors.getNumPixelComps(), colors.getBits());
        rows.reset();
        for (int y = 0; y < height; ++y) {
            unsigned char* from = rows.getLine();
            if (from == nullptr) break;
            unsigned char* to = image_->bytes.data() + static_cast<std::size_t>(y) * image_->row_bytes();
            for (int x = 0; x < width; ++x, from += colors.getNumPixelComps(), to += 3) {
                GfxRGB rgb{};
                colors.getRGB(from, &rgb);
                to[0] = colToByte(rgb.r);
                to[1] = colToByte(rgb.g);
                to[2] = colToByte(rgb.b);
            }
        }
        rows.close();
    }

    void read_rows(Stream& stream, int width, int height, GfxImageColorMap& colors) {
        const int components = colors.getNumPixelComps();
        ImageStream rows(&stream, width, components, colors.getBits());
        rows.reset();
        const auto gray_of = [&colors](const unsigned char* sample) {
            GfxGray gray = 0;
            colors.getGray(sample, &gray);
            return colToByte(gray);
        };
        std::array<unsigned char, 256> grays{};
        for (unsigned value = 0; components == 1 && value < 256 && value >> colors.getBits() == 0; ++value) {
            const auto sample = static_cast<unsigned char>(value);
            grays[value] = gray_of(&sample);
        }
        const bool by_line = components > 1 && colors.getColorSpace()->useGetGrayLine();
        for (int y = 0; y < height; ++y) {
            unsigned char* from = rows.getLine();
            if (from == nullptr) break;  // the rest stays white, as when it is drawn
            unsigned char* to = image_->bytes.data() + static_cast<std::size_t>(y) * image_->row_bytes();
            if (by_line) {
                colors.getGrayLine(from, to, width);
                continue;
            }
            for (int x = 0; x < width; ++x)
                to[x] = components == 1 ? grays[from[x]] : gray_of(from + x * components);
        }
        rows.close();
    }

    PageFrame frame_;
    double most_dpi_;
    std::int64_t max_pixels_;
    std::optional<image::Image> image_;
    int drawn_ = 0;
    bool other_ = false;
};

}  // namespace

std::optional<image::Image> sole_image(PDFDoc& document, int number, const PageFrame& frame, double most_dpi,
                                       std::int64_t max_pixels) {
    SoleImage device(frame, most_dpi, max_pixels);
    const double dpi = kPointsPerInch * frame.user_unit;
    document.displayPage(&device, number, dpi, dpi, 0, false, true, false);
    return device.take();
}

}  // namespace tarang::read
