#include "host/import/page_pictures.h"

#include <algorithm>
#include <cstdint>
#include <variant>

#include "host/border/converter.h"
#include "host/import/kept_original.h"

namespace tarang::importing {
namespace {

constexpr std::size_t kOpenDocuments = 4;
constexpr std::uint64_t kMostConverted = std::uint64_t{512} << 20;  // bytes

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
    open_.push_front({document.sha256, std::move(*received), {}, {}});
    Open& opened = open_.front();
    opened.jobs.emplace(pool_, opened.received.file.get(), options_.opening.of(opened.received.document));
    if (open_.size() > kOpenDocuments) open_.pop_back();
    return &open_.front();
}

template <typename T>
T PagePictures::run(border::Task<T> task) {
    task.start();
    while (!task.done()) pool_.step();
    return task.result();
}

/// An old or foreign office file is read as it was when it was imported.
bool PagePictures::convert(Open& opened) {
    const Nature nature = opened.jobs->nature();
    if (opened.converted || !is_convertible(nature)) return false;
    border::Converter converter(pool_, border::installed_converter(), pool_.limits(), kMostConverted);
    auto converted = run(converter.convert(opened.received.file.get(), nature));
    auto* file = std::get_if<Descriptor>(&converted);
    if (file == nullptr) return false;
    opened.converted.emplace(std::move(*file));
    opened.jobs.emplace(pool_, opened.converted->get(), options_.opening.of(opened.received.document));
    return true;
}

template <typename T>
border::Outcome<T> PagePictures::read(
    const LedgerEntry& document,
    const std::function<border::Task<border::Outcome<T>>(border::DocumentJobs&)>& job) {
    Open* opened = open(document);
    if (opened == nullptr) return EventCode::kMissing;
    border::Outcome<T> result = run(job(*opened->jobs));
    if (std::holds_alternative<EventCode>(result) && convert(*opened)) result = run(job(*opened->jobs));
    return result;
}

border::Outcome<std::string> PagePictures::draw(const LedgerEntry& document, PageNumber page,
                                                std::int32_t dots_per_inch) {
    return read<std::string>(document, [page, dots_per_inch](border::DocumentJobs& jobs) {
        return jobs.show(index_of(page), dots_per_inch);
    });
}

border::Outcome<CleanDocument> PagePictures::tables(const LedgerEntry& document) {
    return read<CleanDocument>(document, [](border::DocumentJobs& jobs) { return jobs.text_tables(); });
}

}  // namespace tarang::importing
