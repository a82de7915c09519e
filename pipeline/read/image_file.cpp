#include "pipeline/read/image_file.h"

#include <leptonica/allheaders.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <string>
#include <utility>

#include "lib/image/pix.h"
#include "pipeline/read/orientation.h"
#include "pipeline/read/paper_share.h"
#include "pipeline/read/transparent_gray.h"

namespace tarang::read {
namespace {

using image::PixPtr;

constexpr double kPointsPerInch = 72;
constexpr std::int64_t kMostGray = 100'000'000;   // pixels; 100 MB
constexpr std::int64_t kMostColour = 25'000'000;  // four bytes each in Leptonica
constexpr double kMostResolution = 300;           // Thai marks are clear at 200; more only costs
// Dots per inch that a scanner or a fax may state, and sides in inches that a page may have by them. A
// telephone's photograph states 72.
constexpr int kLeastResolution = 90;
constexpr int kLargestResolution = 1300;
constexpr double kShortestSide = 3;
constexpr double kLongestSide = 24;
// Pixels of a picture out of another file, as an A4 page has them at 90 dots per inch; the short side may be
// cut.
constexpr int kLeastLongSide = 1000;
constexpr int kLeastShortSide = 600;
// Share of a page that is as bright as its paper: 0.9 and more on 70 pages of scans, 0.73 on a cover with
// pictures; 0.1 to 0.4 on the few photographs at hand.
constexpr double kLeastPaper = 0.65;
constexpr double kUsualLetter = 6;  // points: letters of 14-point Thai print
constexpr double kSameShape = 0.06;

struct Header {
    int width = 0;
    int height = 0;
    int bits = 0;     ///< a sample
    int samples = 0;  ///< a pixel
    std::int64_t pixels() const { return std::int64_t{width} * height; }
    bool colour() const { return samples >= 3 || bits > 8; }
};

std::string bytes_of(int fd) {
    std::string bytes;
    std::array<char, 1 << 16> chunk{};
    for (;;) {
        const ssize_t got = ::pread(fd, chunk.data(), chunk.size(), static_cast<off_t>(bytes.size()));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return bytes;
        bytes.append(chunk.data(), static_cast<std::size_t>(got));
    }
}

const l_uint8* data_of(const std::string& bytes) { return reinterpret_cast<const l_uint8*>(bytes.data()); }

Finding finding(FindingCode code, PageNumber page, std::string argument) {
    Finding finding;
    finding.code = code;
    finding.page = page;
    finding.arguments = {std::move(argument)};
    return finding;
}

bool is_tiff(int format) {
    switch (format) {
        case IFF_TIFF:
        case IFF_TIFF_PACKBITS:
        case IFF_TIFF_RLE:
        case IFF_TIFF_G3:
        case IFF_TIFF_G4:
        case IFF_TIFF_LZW:
        case IFF_TIFF_ZIP:
        case IFF_TIFF_JPEG:
            return true;
        default:
            return false;
    }
}

/// Leptonica takes 2 and 4 bits a sample for black at zero, whatever a TIFF says. A page is mostly paper:
/// where it comes out dark, white is zero.
PixPtr dark_on_white(PixPtr pix) {
    constexpr l_float32 kHalf = 128;
    const int bits = pix ? pixGetDepth(pix.get()) : 0;
    if ((bits != 2 && bits != 4) || pixGetColormap(pix.get()) != nullptr) return pix;
    const PixPtr gray(pixConvertTo8(pix.get(), 0));
    l_float32 average = kHalf;
    if (gray && pixGetAverageMasked(gray.get(), nullptr, 0, 0, 1, L_MEAN_ABSVAL, &average) == 0 &&
        average < kHalf)
        pixInvert(pix.get(), pix.get());
    return pix;
}

/// The picture turned and mirrored as its orientation (1 to 8) says. Leptonica does so for TIFF, not for
/// JPEG.
PixPtr as_shown(PixPtr pix, int orientation) {
    if (!pix || orientation == 1) return pix;
    constexpr std::array<int, 9> kQuarters = {0, 0, 0, 2, 2, 3, 1, 1, 3};  // clockwise, after it was mirrored
    const bool mirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
    if (mirrored) pix = PixPtr(pixFlipLR(nullptr, pix.get()));
    const int quarters = kQuarters[static_cast<std::size_t>(orientation)];
    return pix && quarters != 0 ? PixPtr(pixRotateOrth(pix.get(), quarters)) : std::move(pix);
}

PixPtr gray_of(PixPtr pix) {
    if (!pix) return nullptr;
    PixPtr plain(pixRemoveColormap(pix.get(), REMOVE_CMAP_BASED_ON_SRC));
    if (!plain) return nullptr;
    PixPtr opaque(pixGetSpp(plain.get()) == 4 ? pixAlphaBlendUniform(plain.get(), 0xffffff00)
                                              : pixClone(plain.get()));
    return PixPtr(opaque ? pixConvertTo8(opaque.get(), 0) : nullptr);
}

bool credible(double resolution, double side) {
    return resolution >= kLeastResolution && resolution <= kLargestResolution &&
           side / resolution >= kShortestSide && side / resolution <= kLongestSide;
}

/// The median height of pieces of ink that are about as wide as high, in pixels; 0 where there are few.
double letter_height_of(Pix* gray) {
    constexpr std::size_t kEnough = 30;
    const PixPtr ink(pixThresholdToBinary(gray, 128));
    if (!ink) return 0;
    const image::BoxaPtr boxes(pixConnCompBB(ink.get(), 8));
    std::vector<int> heights;
    for (const image::PixBox& box : image::boxes_in(boxes.get())) {
        if (box.height >= 5 && box.width * 4 >= box.height && box.width <= 2 * box.height)
            heights.push_back(box.height);
    }
    if (heights.size() < kEnough) return 0;
    // Marks are nearly as many as letters, and half as high.
    const auto upper = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 2 / 3);
    std::nth_element(heights.begin(), upper, heights.end());
    return *upper;
}

}  // namespace

struct ImageFile::Impl {
    std::string bytes;
    int format = IFF_UNKNOWN;
    std::int32_t pages = 1;
    std::int64_t max_pixels = 0;

    std::int64_t most_pixels(const Header& header) const {
        if (max_pixels > 0) return max_pixels;
        return header.colour() ? kMostColour : kMostGray;
    }

    /// Of the picture as it is stored.
    std::optional<Header> header(std::int32_t page) const {
        Header header;
        int colormap = 0;
        int unused = 0;
        const bool failed =
            is_tiff(format)
                ? readHeaderMemTiff(data_of(bytes), bytes.size(), page, &header.width, &header.height,
                                    &header.bits, &header.samples, &unused, &colormap, &unused) != 0
                : pixReadHeaderMem(data_of(bytes), bytes.size(), &unused, &header.width, &header.height,
                                   &header.bits, &header.samples, &colormap) != 0;
        if (failed || header.width <= 0 || header.height <= 0) return std::nullopt;
        if (colormap != 0) header.samples = 3;
        return header;
    }

    PixPtr decode(std::int32_t page, int reduction) const {
        if (is_tiff(format)) return dark_on_white(PixPtr(pixReadMemTiff(data_of(bytes), bytes.size(), page)));
        if (format == IFF_JFIF_JPEG)
            return as_shown(PixPtr(pixReadMemJpeg(data_of(bytes), bytes.size(), 0, reduction, nullptr, 0)),
                            exif_orientation(bytes));
        return PixPtr(pixReadMem(data_of(bytes), bytes.size()));
    }
};

ImageFile::ImageFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ImageFile::~ImageFile() = default;

std::variant<std::unique_ptr<ImageFile>, OpenFailure> ImageFile::open(int fd, std::int32_t max_pages,
                                                                      std::int64_t max_pixels) {
    return open(bytes_of(fd), max_pages, max_pixels);
}

std::variant<std::unique_ptr<ImageFile>, OpenFailure> ImageFile::open(std::string bytes,
                                                                      std::int32_t max_pages,
                                                                      std::int64_t max_pixels) {
    image::silence_leptonica();
    auto impl = std::make_unique<Impl>();
    impl->max_pixels = max_pixels;
    impl->bytes = std::move(bytes);
    const bool known =
        impl->bytes.size() > 12 && findFileFormatBuffer(data_of(impl->bytes), &impl->format) == 0;
    if (!known) return OpenFailure{EventCode::kDamaged, "no image"};
    if (impl->format == IFF_PNG) impl->bytes = without_transparent_gray(std::move(impl->bytes));
    if (is_tiff(impl->format)) {
        int count = 0;
        if (std::FILE* file = ::fmemopen(impl->bytes.data(), impl->bytes.size(), "rb")) {
            if (tiffGetCount(file, &count) != 0) count = 0;
            std::fclose(file);
        }
        if (count <= 0) return OpenFailure{EventCode::kDamaged, "no pages"};
        impl->pages = count;
    }
    if (impl->pages > max_pages) return OpenFailure{EventCode::kTooManyPages, std::to_string(impl->pages)};
    if (!impl->header(0)) return OpenFailure{EventCode::kDamaged, "bad header"};
    return std::unique_ptr<ImageFile>(new ImageFile(std::move(impl)));
}

std::int32_t ImageFile::page_count() const { return impl_->pages; }

bool ImageFile::may_be_print() const {
    const auto header = impl_->header(0);
    const bool known = impl_->format == IFF_PNG || impl_->format == IFF_JFIF_JPEG ||
                       impl_->format == IFF_BMP || impl_->format == IFF_GIF || is_tiff(impl_->format);
    if (!header || !known) return false;
    if (std::max(header->width, header->height) < kLeastLongSide ||
        std::min(header->width, header->height) < kLeastShortSide)
        return false;
    int reduction = 1;
    const bool reducible = impl_->format == IFF_JFIF_JPEG;
    while (reducible && reduction < 8 &&
           std::min(header->width, header->height) / (2 * reduction) >= kLeastShortSide)
        reduction *= 2;
    if (header->pixels() / (reduction * reduction) > impl_->most_pixels(*header)) return true;
    const PixPtr gray = gray_of(impl_->decode(0, reduction));
    return gray && paper_share(image::to_image(gray.get())) >= kLeastPaper;
}

namespace {

/// Width and height in dots per inch as the image states them, or nothing where it states none that fit.
struct Resolution {
    double across = 0;
    double down = 0;
};

std::optional<Resolution> stated(Pix* pix, const Header& header) {
    const double across = pixGetXRes(pix);
    const double down = pixGetYRes(pix);
    if (!credible(across, header.width) || !credible(down, header.height)) return std::nullopt;
    return Resolution{across, down};
}

image::Image scaled(Pix* gray, double across, double down) {
    const bool as_it_is = std::abs(across - 1) < 0.01 && std::abs(down - 1) < 0.01;
    return image::to_image(
        as_it_is
            ? gray
            : image::own(pixScale(gray, static_cast<l_float32>(across), static_cast<l_float32>(down))).get());
}

}  // namespace

PageImage ImageFile::page(PageIndex page) const {
    const PageNumber number = number_of(page);
    PageImage result;
    result.reading.info.number = number;
    const auto refuse = [&](FindingCode code, std::string why) {
        result.reading.info.layer = LayerVerdict::kUnusable;
        result.reading.findings.push_back(finding(code, number, std::move(why)));
        return std::move(result);
    };
    auto header = impl_->header(page.value);
    if (!header) return refuse(FindingCode::kPageUnreadable, "bad image");
    const std::int64_t most_pixels = impl_->most_pixels(*header);
    int reduction = 1;
    while (impl_->format == IFF_JFIF_JPEG && reduction < 8 &&
           header->pixels() / (reduction * reduction) > most_pixels)
        reduction *= 2;
    if (header->pixels() / (reduction * reduction) > most_pixels)
        return refuse(FindingCode::kPageTooComplex, "pixels > " + std::to_string(most_pixels));
    PixPtr pix = impl_->decode(page.value, reduction);
    if (!pix) return refuse(FindingCode::kPageUnreadable, "bad image");
    // What is shown lying may be stored standing.
    const bool lies = pixGetWidth(pix.get()) > pixGetHeight(pix.get());
    if (lies != (header->width > header->height)) std::swap(header->width, header->height);
    const auto resolution = stated(pix.get(), *header);
    const PixPtr gray = gray_of(std::move(pix));
    if (!gray) return refuse(FindingCode::kPageUnreadable, "bad image");

    PageInfo& info = result.reading.info;
    if (resolution) {
        info.width = static_cast<Points>(header->width / resolution->across * kPointsPerInch);
        info.height = static_cast<Points>(header->height / resolution->down * kPointsPerInch);
    } else {
        const Paper paper =
            guess_paper(header->width, header->height, letter_height_of(gray.get()) * reduction);
        info.width = paper.width;
        info.height = paper.height;
        result.reading.findings.push_back(finding(FindingCode::kPageSizedByGuess, number, {}));
    }
    // Square pixels, whatever a fax made of them.
    const double most =
        std::min(kMostResolution, std::max(pixGetWidth(gray.get()) * kPointsPerInch / info.width,
                                           pixGetHeight(gray.get()) * kPointsPerInch / info.height)) /
        kPointsPerInch;
    result.pixels = scaled(gray.get(), info.width * most / pixGetWidth(gray.get()),
                           info.height * most / pixGetHeight(gray.get()));
    result.reading.image_cover = 1;
    return result;
}

Paper guess_paper(int width, int height, double letter_height) {
    // ISO A5, A4 and A3; letter, legal and the folio of Thai offices.
    constexpr std::array<Paper, 6> kPapers = {
        {{420, 595}, {595, 842}, {842, 1191}, {612, 792}, {612, 1008}, {612, 936}}};
    const bool lying = width > height;
    const double shape = static_cast<double>(std::max(width, height)) / std::max(1, std::min(width, height));
    const double per_point =
        letter_height > 0 ? letter_height / kUsualLetter : std::min(width, height) / 595.0;
    Paper best;
    double least = 1e9;
    for (const Paper& paper : kPapers) {
        const double off_shape = std::abs(std::log(shape / (paper.height / paper.width)));
        const double size = std::abs(std::log(std::min(width, height) / per_point / paper.width));
        // Photographs and cuttings have no paper's shape; then the size decides.
        const double off = size + (off_shape > kSameShape ? 1 + off_shape : off_shape);
        if (off < least) least = off, best = paper;
    }
    // The shape is the image's own.
    best.height = static_cast<Points>(best.width * shape);
    return lying ? Paper{best.height, best.width} : best;
}

}  // namespace tarang::read
