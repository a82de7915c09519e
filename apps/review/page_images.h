// Page images and tables for the browser: made by workers on a thread of their own, kept for a while, and
// pages drawn ahead.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "host/import/page_pictures.h"
#include "models/ledger.h"
#include "pipeline/receive/descriptor.h"

namespace tarang::review {

/// A PNG file; null with why not.
using PageImage = std::pair<std::shared_ptr<const std::string>, EventCode>;
/// What stands as text in an office file; null with why not.
using OfficeTables = std::pair<std::shared_ptr<const CleanDocument>, EventCode>;

class PageImages {
public:
    explicit PageImages(importing::PictureOptions options);
    ~PageImages();  ///< stops drawing and answers what still waits
    PageImages(const PageImages&) = delete;
    PageImages& operator=(const PageImages&) = delete;

    /// Gives the page to `taker`: at once where it is at hand, else from the drawing thread. What somebody
    /// waits for is drawn before what was only asked for ahead.
    void get(const LedgerEntry& document, PageNumber page, std::function<void(PageImage)> taker);

    /// Gives the tables of an office file to `taker`, from the drawing thread.
    void tables(const LedgerEntry& document, std::function<void(OfficeTables)> taker);

    /// Draws the page when nothing else is to be done.
    void ahead(const LedgerEntry& document, PageNumber page);

private:
    using Key = std::pair<std::string, PageNumber>;
    struct Wanted {
        LedgerEntry document;
        PageNumber page;
        std::vector<std::function<void(PageImage)>> takers;
    };

    struct WantedTables {
        LedgerEntry document;
        std::function<void(OfficeTables)> taker;
    };

    void work();
    void give_tables(std::optional<importing::PagePictures>& pictures, const WantedTables& wanted);
    PageImage draw(std::optional<importing::PagePictures>& pictures, const Wanted& wanted) const;
    void keep(const Key& key, PageImage image);
    const PageImage* kept(const Key& key);

    importing::PictureOptions options_;
    Descriptor stop_;
    std::mutex lock_;
    std::condition_variable changed_;
    bool stopping_ = false;
    std::deque<Wanted> wanted_;
    std::deque<Wanted> ahead_;
    std::deque<WantedTables> wanted_tables_;
    std::pair<std::string, OfficeTables> last_tables_;  ///< by document; of the drawing thread
    std::list<std::pair<Key, PageImage>> images_;       ///< the newest first
    std::size_t bytes_ = 0;                             ///< of all images
    std::thread thread_;                                ///< the last to be made
};

}  // namespace tarang::review
