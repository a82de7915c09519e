// Where the pixels of scanned pages come from that are files or pictures by themselves.
#include <utility>

#include "host/worker/scan_page.h"

namespace tarang::worker {
namespace {

// A document shows the first page of a picture; one that has more is a document by itself.
constexpr std::int32_t kPagesOfAPicture = 1;

}  // namespace

std::variant<std::int32_t, EventCode> ScanPages::open_images(int file, std::int32_t max_pages,
                                                             std::int64_t max_pixels) {
    images_.reset();
    auto opened = read::ImageFile::open(file, max_pages, max_pixels);
    if (const auto* failure = std::get_if<read::OpenFailure>(&opened)) return failure->code;
    images_ = std::move(std::get<std::unique_ptr<read::ImageFile>>(opened));
    return images_->page_count();
}

bool ScanPages::may_be_page(std::string picture, std::int64_t max_pixels) {
    const auto opened = read::ImageFile::open(std::move(picture), kPagesOfAPicture, max_pixels);
    const auto* file = std::get_if<std::unique_ptr<read::ImageFile>>(&opened);
    return file != nullptr && (*file)->may_be_print();
}

read::PageImage ScanPages::page_image(std::string picture, std::int64_t max_pixels) {
    const auto opened = read::ImageFile::open(std::move(picture), kPagesOfAPicture, max_pixels);
    const auto* file = std::get_if<std::unique_ptr<read::ImageFile>>(&opened);
    return file != nullptr ? (*file)->page(PageIndex{0}) : read::unreadable_page();
}

}  // namespace tarang::worker
