#include "host/import/page_pictures.h"

#include <algorithm>

#include "host/import/kept_original.h"

namespace tarang::importing {
namespace {

constexpr std::size_t kOpenDocuments = 4;

}  // namespace

PagePictures::PagePictures(PictureOptions options)
    : options_(std::move(options)),
      pool_(options_.worker, options_.limits, 1, options_.interrupt, *options_.journal) {}

PagePictures::Open* PagePictures::open(const LedgerEntry& document) {
    const auto known = std::find_if(open_.begin(), open_.end(),
                                    [&](const Open& open) { return open.sha256 == document.sha256; });
    if (known != open_.end()) {
        open_.splice(open_.begin(), open_, known);
        return &open_.front();
    }
    auto received = receive_again(document, options_.originals, options_.own);
    if (!received) return nullptr;
    const int file = received->file.get();
    const border::OpenOptions opening = options_.opening.of(received->document);
    open_.push_front({document.sha256, std::move(*received), border::DocumentJobs(pool_, file, opening)});
    if (open_.size() > kOpenDocuments) open_.pop_back();
    return &open_.front();
}

border::Outcome<std::string> PagePictures::draw(const LedgerEntry& document, PageNumber page,
                                                std::int32_t dots_per_inch) {
    Open* opened = open(document);
    if (opened == nullptr) return EventCode::kMissing;
    border::Task<border::Outcome<std::string>> task = opened->jobs.show(index_of(page), dots_per_inch);
    task.start();
    while (!task.done()) pool_.step();
    return task.result();
}

border::Outcome<CleanDocument> PagePictures::tables(const LedgerEntry& document) {
    Open* opened = open(document);
    if (opened == nullptr) return EventCode::kMissing;
    border::Task<border::Outcome<CleanDocument>> task = opened->jobs.text_tables();
    task.start();
    while (!task.done()) pool_.step();
    return task.result();
}

}  // namespace tarang::importing
