#include "apps/review/page_images.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <new>

namespace tarang::review {
namespace {

// Letters are clear at twice their size on a usual screen, and a page is drawn in some tens of milliseconds.
constexpr std::int32_t kDotsPerInch = 144;
constexpr std::size_t kMostBytes = 128U << 20;
constexpr std::size_t kMostAhead = 16;

}  // namespace

PageImages::PageImages(importing::PictureOptions options)
    : options_(std::move(options)), stop_(::eventfd(0, EFD_CLOEXEC)) {
    options_.interrupt = stop_.get();
    thread_ = std::thread([this] { work(); });
}

PageImages::~PageImages() {
    {
        const std::lock_guard guard(lock_);
        stopping_ = true;
    }
    const std::uint64_t one = 1;
    static_cast<void>(::write(stop_.get(), &one, sizeof one));
    changed_.notify_all();
    thread_.join();
}

const PageImage* PageImages::kept(const Key& key) {
    const auto image =
        std::find_if(images_.begin(), images_.end(), [&](const auto& i) { return i.first == key; });
    if (image == images_.end()) return nullptr;
    images_.splice(images_.begin(), images_, image);
    return &images_.front().second;
}

void PageImages::keep(const Key& key, PageImage image) {
    if (!image.first) return;
    bytes_ += image.first->size();
    images_.emplace_front(key, std::move(image));
    while (bytes_ > kMostBytes && images_.size() > 1) {
        bytes_ -= images_.back().second.first->size();
        images_.pop_back();
    }
}

void PageImages::get(const LedgerEntry& document, PageNumber page, std::function<void(PageImage)> taker) {
    std::optional<PageImage> at_hand;
    {
        const std::lock_guard guard(lock_);
        if (const PageImage* image = kept({document.sha256, page})) {
            at_hand = *image;
        } else {
            const auto same = std::find_if(wanted_.begin(), wanted_.end(), [&](const Wanted& wanted) {
                return wanted.document.sha256 == document.sha256 && wanted.page == page;
            });
            if (same != wanted_.end())
                same->takers.push_back(std::move(taker));
            else
                wanted_.push_back({document, page, {std::move(taker)}});
        }
    }
    if (at_hand)
        taker(std::move(*at_hand));
    else
        changed_.notify_all();
}

void PageImages::tables(const LedgerEntry& document, std::function<void(OfficeTables)> taker) {
    {
        const std::lock_guard guard(lock_);
        wanted_tables_.push_back({document, std::move(taker)});
    }
    changed_.notify_all();
}

void PageImages::ahead(const LedgerEntry& document, PageNumber page) {
    {
        const std::lock_guard guard(lock_);
        if (kept({document.sha256, page}) != nullptr) return;
        const auto same = [&](const Wanted& wanted) {
            return wanted.document.sha256 == document.sha256 && wanted.page == page;
        };
        if (std::any_of(wanted_.begin(), wanted_.end(), same)) return;
        std::erase_if(ahead_, same);
        ahead_.push_front({document, page, {}});
        if (ahead_.size() > kMostAhead) ahead_.pop_back();
    }
    changed_.notify_all();
}

namespace {

/// What `make` gives, to be shared. Why it is not there is all that may come of it: nothing may end the
/// thread, and the server with it.
template <typename Made, typename Make>
std::pair<std::shared_ptr<const Made>, EventCode> made(const journal::Journal& journal, const Make& make) {
    try {
        border::Outcome<Made> outcome = make();
        if (auto* there = std::get_if<Made>(&outcome))
            return {std::make_shared<const Made>(std::move(*there)), EventCode::kOk};
        return {nullptr, std::get<EventCode>(outcome)};
    } catch (const std::bad_alloc&) {
        return {nullptr, EventCode::kOutOfMemory};
    } catch (const std::exception& error) {  // stopping, or no process to be had
        journal.failed(error.what());
        return {nullptr, EventCode::kCrashed};
    }
}

}  // namespace

PageImage PageImages::draw(std::optional<importing::PagePictures>& pictures, const Wanted& wanted) const {
    return made<std::string>(*options_.journal, [&] {
        if (!pictures) pictures.emplace(options_);
        return pictures->draw(wanted.document, wanted.page, kDotsPerInch);
    });
}

void PageImages::give_tables(std::optional<importing::PagePictures>& pictures, const WantedTables& wanted) {
    if (last_tables_.first != wanted.document.sha256 || !last_tables_.second.first) {
        last_tables_ = {wanted.document.sha256, made<CleanDocument>(*options_.journal, [&] {
                            if (!pictures) pictures.emplace(options_);
                            return pictures->tables(wanted.document);
                        })};
    }
    wanted.taker(last_tables_.second);
}

void PageImages::work() {
    std::optional<importing::PagePictures> pictures;
    std::unique_lock guard(lock_);
    while (true) {
        changed_.wait(guard, [this] {
            return stopping_ || !wanted_.empty() || !ahead_.empty() || !wanted_tables_.empty();
        });
        if (stopping_) break;
        if (!wanted_tables_.empty()) {
            const WantedTables next = std::move(wanted_tables_.front());
            wanted_tables_.pop_front();
            guard.unlock();
            give_tables(pictures, next);
            guard.lock();
            continue;
        }
        std::deque<Wanted>& queue = wanted_.empty() ? ahead_ : wanted_;
        Wanted next = std::move(queue.front());
        queue.pop_front();
        const Key key{next.document.sha256, next.page};
        PageImage image{nullptr, EventCode::kOk};
        if (const PageImage* there = kept(key)) {
            image = *there;
        } else {
            guard.unlock();
            image = draw(pictures, next);
            guard.lock();
            keep(key, image);
        }
        guard.unlock();
        for (const auto& taker : next.takers) taker(image);
        guard.lock();
    }
    for (const WantedTables& wanted : wanted_tables_) wanted.taker({nullptr, EventCode::kCrashed});
    for (const Wanted& wanted : wanted_) {
        for (const auto& taker : wanted.takers) taker({nullptr, EventCode::kCrashed});
    }
}

}  // namespace tarang::review
