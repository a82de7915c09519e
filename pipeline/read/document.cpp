#include "pipeline/read/document.h"

#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <SplashOutputDev.h>
#include <Stream.h>
#include <splash/SplashBitmap.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>

#include "lib/thai/utf8.h"
#include "pipeline/read/assemble.h"
#include "pipeline/read/fonts/poppler_fonts.h"
#include "pipeline/read/glued.h"
#include "pipeline/read/nameless.h"
#include "pipeline/read/poppler_device.h"
#include "pipeline/read/sole_image.h"

namespace tarang::read {
namespace {

// --- Poppler's complaints -------------------------------------------------------------------------------

constexpr std::size_t kMaxErrors = 50;
constexpr char kRebuilt[] = "cross-reference table rebuilt";

// Poppler's hook is one function for the process; it writes where the innermost Listening says.
std::vector<std::string>* listener = nullptr;

void hear(ErrorCategory category, Goffset, const char* message) {
    const bool harmless = category == errSyntaxWarning || category == errConfig ||
                          category == errCommandLine || category == errNotAllowed;
    if (harmless || listener == nullptr || listener->size() >= kMaxErrors) return;
    listener->emplace_back(message);
}

class Listening {
public:
    explicit Listening(std::vector<std::string>& errors) : before_(listener) { listener = &errors; }
    ~Listening() { listener = before_; }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

private:
    std::vector<std::string>* before_;
};

void start_poppler() {
    if (!globalParams) globalParams = std::make_unique<GlobalParams>();
    setErrorCallback(hear);
}

// --- The file -------------------------------------------------------------------------------------------

/// A file read by position through a few large blocks. Poppler's own file stream reads 256 bytes a call, and
/// a mapped file would count as memory and kill the process where somebody shortens it.
class Blocks {
public:
    explicit Blocks(int fd, Goffset size) : fd_(fd), size_(size) {}

    Goffset size() const { return size_; }

    Goffset read(Goffset at, char* to, Goffset length) {
        if (at < 0 || at >= size_) return 0;
        Block& block = block_at(at / kBlock);
        const Goffset offset = at % kBlock;
        const Goffset there = std::clamp<Goffset>(block.length - offset, 0, length);
        std::memcpy(to, block.bytes.data() + offset, static_cast<std::size_t>(there));
        return there;
    }

private:
    static constexpr Goffset kBlock = 1 << 16;
    static constexpr std::size_t kBlocks = 16;

    struct Block {
        Goffset index = -1;
        Goffset length = 0;
        std::uint64_t used = 0;
        std::vector<char> bytes;
    };

    Block& block_at(Goffset index) {
        if (last_ < blocks_.size() && blocks_[last_].index == index) return blocks_[last_];
        auto found =
            std::find_if(blocks_.begin(), blocks_.end(), [&](const Block& b) { return b.index == index; });
        if (found == blocks_.end()) {
            found = std::min_element(blocks_.begin(), blocks_.end(),
                                     [](const Block& a, const Block& b) { return a.used < b.used; });
            fill(*found, index);
        }
        found->used = ++clock_;
        last_ = static_cast<std::size_t>(found - blocks_.begin());
        return *found;
    }

    void fill(Block& block, Goffset index) {
        block.bytes.resize(kBlock);
        block.index = index;
        block.length = 0;
        while (block.length < kBlock) {
            const ssize_t got =
                ::pread(fd_, block.bytes.data() + block.length,
                        static_cast<std::size_t>(kBlock - block.length), index * kBlock + block.length);
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) break;
            block.length += got;
        }
    }

    int fd_;
    Goffset size_;
    std::array<Block, kBlocks> blocks_;
    std::size_t last_ = 0;
    std::uint64_t clock_ = 0;
};

class BlockStream : public BaseSeekInputStream {
public:
    BlockStream(std::shared_ptr<Blocks> blocks, Goffset start_at, bool is_limited, Goffset size,
                Object&& dictionary)
        : BaseSeekInputStream(start_at, is_limited, size, std::move(dictionary)),
          blocks_(std::move(blocks)) {}
    ~BlockStream() override { close(); }

    BaseStream* copy() override { return new BlockStream(blocks_, start, limited, length, dict.copy()); }
    Stream* makeSubStream(Goffset start_at, bool is_limited, Goffset size, Object&& dictionary) override {
        return new BlockStream(blocks_, start_at, is_limited, size, std::move(dictionary));
    }

private:
    Goffset currentPos() const override { return position_; }
    void setCurrentPos(Goffset offset) override { position_ = offset; }
    Goffset read(char* to, Goffset size) override {
        const Goffset got = blocks_->read(position_, to, size);
        position_ += got;
        return got;
    }

    std::shared_ptr<Blocks> blocks_;
    Goffset position_ = 0;
};

/// Poppler may rebuild the cross-reference table on opening, and as well on any later fetch: `rebuilt` is
/// shared with the document, which sets it then.
std::unique_ptr<PDFDoc> open_document(int fd, const std::optional<std::string>& password,
                                      const std::shared_ptr<bool>& rebuilt) {
    struct stat facts {};
    if (::fstat(fd, &facts) != 0) return nullptr;
    auto blocks = std::make_shared<Blocks>(fd, facts.st_size);
    std::optional<GooString> word;
    if (password) word.emplace(*password);
    // The document owns the stream.
    return std::make_unique<PDFDoc>(
        new BlockStream(std::move(blocks), 0, false, facts.st_size, Object(objNull)), word, word, nullptr,
        [rebuilt] { *rebuilt = true; });
}

OpenFailure failure(EventCode code, const std::vector<std::string>& errors) {
    return {code, errors.empty() ? std::string() : errors.front()};
}

// --- Pixels ---------------------------------------------------------------------------------------------

Finding finding(FindingCode code, PageIndex page, std::string argument) {
    Finding finding;
    finding.code = code;
    finding.page = number_of(page);
    finding.arguments = {std::move(argument)};
    return finding;
}

std::optional<image::Image> image_of(SplashBitmap* bitmap) {
    // Poppler fails silently: a bitmap that could not be had is empty.
    if (bitmap == nullptr || bitmap->getDataPtr() == nullptr) return std::nullopt;
    const auto channels =
        bitmap->getMode() == splashModeMono8 ? image::Channels::kGray : image::Channels::kRgb;
    image::Image image = image::blank({bitmap->getWidth()}, {bitmap->getHeight()}, channels);
    for (int y = 0; y < bitmap->getHeight(); ++y) {
        const auto row = static_cast<std::size_t>(y);
        std::memcpy(image.bytes.data() + row * image.row_bytes(),
                    bitmap->getDataPtr() + row * static_cast<std::size_t>(bitmap->getRowSize()),
                    image.row_bytes());
    }
    return image;
}

}  // namespace

struct Document::Impl {
    int fd = -1;
    std::optional<std::string> password;
    ReadLimits limits;
    std::unique_ptr<PDFDoc> doc;
    std::int32_t pages = 0;
    std::vector<std::string> open_errors;  ///< told with the first page
    std::shared_ptr<bool> rebuilt = std::make_shared<bool>(false);
    int pages_since_open = 0;
    FontShelf fonts;
    std::optional<GuessedNames> guessed;  ///< made when a page first has letters that nobody names

    /// From the same pages whichever is read first, so that workers agree.
    const GuessedNames& guessed_names() {
        constexpr int kMostPages = 64;
        constexpr std::size_t kMostGlyphs = 400'000;  // of them all: the job that asks has its own time
        if (guessed) return *guessed;
        std::vector<std::string> unheard;  // each page tells its own errors
        const Listening listening(unheard);
        NamelessCodes codes;
        const int count = std::min(pages, kMostPages);
        std::size_t glyphs = 0;
        for (int i = 0; i < count && glyphs < kMostGlyphs; ++i) {
            const int number = 1 + static_cast<int>(std::int64_t{i} * pages / count);
            const auto frame = frame_of(*doc, number);
            if (!frame) continue;
            PageRecorder recorder(frame->width, frame->height, limits);
            record_page(*doc, number, *frame, fonts, recorder);
            const Recording recording = recorder.take();
            glyphs += recording.glyphs.size();
            codes.look_at(recording);
        }
        guessed = codes.read();
        return *guessed;
    }

    /// Poppler keeps each page object that it has seen; a fresh document forgets them.
    void forget_now_and_then() {
        constexpr int kPagesPerOpening = 200;
        if (++pages_since_open <= kPagesPerOpening) return;
        auto noted = std::make_shared<bool>(false);
        auto fresh = open_document(fd, password, noted);
        if (fresh && fresh->isOk() && fresh->getNumPages() == pages) {
            doc = std::move(fresh);
            rebuilt = std::move(noted);
        }
        pages_since_open = 1;
    }
};

Document::Document(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Document::~Document() = default;

std::variant<std::unique_ptr<Document>, OpenFailure> Document::open(int fd,
                                                                    std::optional<std::string> password,
                                                                    const ReadLimits& limits) {
    if (holds_two_files(fd)) return OpenFailure{EventCode::kDamaged, "one file behind another"};
    start_poppler();
    auto impl = std::make_unique<Impl>();
    impl->fd = fd;
    impl->password = std::move(password);
    impl->limits = limits;
    const Listening listening(impl->open_errors);
    impl->doc = open_document(fd, impl->password, impl->rebuilt);
    if (!impl->doc) return failure(EventCode::kDamaged, {std::strerror(errno)});
    if (!impl->doc->isOk()) {
        const bool encrypted = impl->doc->getErrorCode() == errEncrypted;
        return failure(encrypted ? EventCode::kEncrypted : EventCode::kDamaged, impl->open_errors);
    }
    impl->pages = impl->doc->getNumPages();
    if (impl->pages <= 0) return failure(EventCode::kNoPages, impl->open_errors);
    if (impl->pages > limits.max_pages)
        return OpenFailure{EventCode::kTooManyPages, std::to_string(impl->pages)};
    if (*impl->rebuilt) impl->open_errors.insert(impl->open_errors.begin(), kRebuilt);
    return std::unique_ptr<Document>(new Document(std::move(impl)));
}

std::int32_t Document::page_count() const { return impl_->pages; }

PageReading Document::read(PageIndex page) {
    const PageNumber number = number_of(page);
    if (page.value < 0 || page.value >= impl_->pages) return unreadable(number, "no such page");
    std::vector<std::string> errors;
    if (page.value == 0) errors = impl_->open_errors;
    const Listening listening(errors);
    impl_->forget_now_and_then();
    const bool rebuilt_before = *impl_->rebuilt;
    const auto frame = frame_of(*impl_->doc, number.value);
    if (!frame) return unreadable(number, errors.empty() ? "bad page object" : errors.front());
    PageRecorder recorder(frame->width, frame->height, impl_->limits);
    record_page(*impl_->doc, number.value, *frame, impl_->fonts, recorder);
    Recording recording = recorder.take();
    if (has_nameless(recording)) name_by_words(recording, impl_->guessed_names());
    if (*impl_->rebuilt && !rebuilt_before) errors.insert(errors.begin(), kRebuilt);
    return assemble(std::move(recording), number, errors);
}

std::optional<image::Image> Document::sole_image(PageIndex page, double most_dpi) {
    std::vector<std::string> errors;
    const Listening listening(errors);
    const auto frame = page.value < 0 ? std::nullopt : frame_of(*impl_->doc, number_of(page).value);
    if (!frame) return std::nullopt;
    return read::sole_image(*impl_->doc, number_of(page).value, *frame, most_dpi, impl_->limits.max_pixels);
}

std::variant<image::Image, Finding> Document::render(PageIndex page, double dpi, image::Channels channels,
                                                     int turned) {
    constexpr double kPointsPerInch = 72;
    std::vector<std::string> errors;
    const Listening listening(errors);
    const auto frame = page.value < 0 ? std::nullopt : frame_of(*impl_->doc, number_of(page).value);
    if (!frame) return finding(FindingCode::kPageUnreadable, page, "no such page");
    const double pixels = frame->width * frame->height * (dpi / kPointsPerInch) * (dpi / kPointsPerInch);
    if (!(dpi > 0) || !(pixels <= static_cast<double>(impl_->limits.max_pixels))) {
        return finding(FindingCode::kPageTooComplex, page,
                       "pixels > " + std::to_string(impl_->limits.max_pixels));
    }
    SplashColor paper{255, 255, 255};
    const auto mode = channels == image::Channels::kGray ? splashModeMono8 : splashModeRGB8;
    SplashOutputDev device(mode, 1, false, paper);
    device.setVectorAntialias(true);
    device.startDoc(impl_->doc.get());
    const double scaled = dpi * frame->user_unit;
    impl_->doc->displayPage(&device, number_of(page).value, scaled, scaled, turned, false, true, false);
    auto image = image_of(device.getBitmap());
    if (!image)
        return finding(FindingCode::kPageUnreadable, page,
                       errors.empty() ? "no pixels" : thai::sanitize(errors.front()));
    return std::move(*image);
}

}  // namespace tarang::read
