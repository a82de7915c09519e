#include "lib/image/png.h"

#include <png.h>

#include <cstring>

namespace tarang::image {
namespace {

// The simplified interface of libpng 1.6 reports errors as values: no setjmp over our frames.
png_image described(const Image& image) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(image.width.value);
    png.height = static_cast<png_uint_32>(image.height.value);
    png.format = image.channels == Channels::kGray ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    png.flags =
        PNG_IMAGE_FLAG_FAST;  // pages are looked at once; a quarter smaller would cost thrice the time
    return png;
}

}  // namespace

std::string to_png(const Image& image) {
    if (!image.consistent() || image.bytes.empty()) return {};
    png_image png = described(image);
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
    std::string file(size, '\0');
    const auto stride = static_cast<png_int_32>(image.row_bytes());
    if (png_image_write_to_memory(&png, file.data(), &size, 0, image.bytes.data(), stride, nullptr) == 0) {
        png_image_free(&png);
        return {};
    }
    file.resize(size);
    return file;
}

std::optional<Image> from_png(std::string_view file, std::int64_t max_pixels) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&png, file.data(), file.size()) == 0) return std::nullopt;
    const bool gray = (png.format & PNG_FORMAT_FLAG_COLOR) == 0;
    const std::int64_t pixels = std::int64_t{png.width} * std::int64_t{png.height};
    if (png.width > 1'000'000 || png.height > 1'000'000 || pixels > max_pixels) {
        png_image_free(&png);
        return std::nullopt;
    }
    png.format = gray ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    Image image = blank({static_cast<std::int32_t>(png.width)}, {static_cast<std::int32_t>(png.height)},
                        gray ? Channels::kGray : Channels::kRgb);
    png_color white{255, 255, 255};
    const auto stride = static_cast<png_int_32>(image.row_bytes());
    if (png_image_finish_read(&png, &white, image.bytes.data(), stride, nullptr) == 0) return std::nullopt;
    return image;
}

}  // namespace tarang::image
