// One document's jobs, seen from the parent: each sends a request to a worker and believes the answer
// only after checking it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/run/messages.h"
#include "pipeline/worker/pool.h"
#include "pipeline/worker/task.h"

namespace tarang::run {

/// A result, or why there is none (kDamaged, kTimedOut, kCrashed, ...).
template <typename T>
using Outcome = std::variant<T, EventCode>;

/// The n-th page's encoded PageLayout, in page order; nothing after the last.
using PageSource = std::function<std::optional<std::string>(std::size_t n)>;
/// Takes a page's encoded PageLayout, already checked. Pages of one document come in any order.
using PageSink = std::function<void(PageNumber page, std::string_view layout)>;

struct OpenOptions {
    std::optional<std::string> password;
    std::int32_t max_pages = 5'000;
    std::int64_t max_pixels = 0;  ///< of a page; 0: 40 million drawn, image files see read::ImageFile
    /// Of workers' time for one document, all its jobs together: each may be within its own limit, and
    /// thousands of slow pages still keep the others waiting.
    std::chrono::seconds most_work{std::chrono::hours(3)};
    OcrMode ocr = OcrMode::kAuto;
    bool image = false;  ///< the document is an image file

    /// The same for a document of this kind.
    OpenOptions of(DocumentKind kind) const {
        OpenOptions options = *this;
        options.image = kind != DocumentKind::kPdf;
        return options;
    }
};

/// An interrupt throws RunError(kInterrupted) out of any of these.
///
/// GCC 12 destroys some temporaries of a co_await expression twice, so what is awaited here and by callers
/// takes named variables, never temporaries with a destructor.
class DocumentJobs {
public:
    /// `file` stays the caller's and must outlive this.
    DocumentJobs(worker::Pool& pool, int file, const OpenOptions& options);

    /// Number of pages; later answers are checked against it.
    worker::Task<Outcome<std::int32_t>> open();
    /// Reads the pages, as many at a time as take about two seconds, on several workers where that pays.
    /// The code is kOk when all were read.
    worker::Task<EventCode> read_pages(std::vector<PageIndex> pages, PageSink keep);
    worker::Task<Outcome<Records>> assemble(const FormChoice& form, PageSource pages);
    worker::Task<Outcome<CleanDocument>> tables(bool by_page, PageSource pages);
    worker::Task<Outcome<std::string>> draw(PageIndex page, DrawFormat format);
    /// The page as it looks, as a PNG file.
    worker::Task<Outcome<std::string>> show(PageIndex page, std::int32_t dots_per_inch);

private:
    struct Reading;

    worker::Job job(bool with_document, const Request& request) const;
    worker::Task<EventCode> read_range(std::int32_t first, std::int32_t count, const PageSink& keep);
    worker::Task<void> read_job(Reading& reading, double most);
    worker::Task<void> read_lane(Reading& reading);
    template <typename Expected>
    worker::Task<Outcome<Expected>> ask(worker::Job job);
    template <typename T>
    std::optional<T> believed(std::string_view answer) const;
    worker::Reply take_page(std::string_view layout, std::int32_t expected, const PageSink& keep) const;

    worker::Pool& pool_;
    std::uint64_t id_;
    int file_;
    OpenOptions options_;
    std::chrono::steady_clock::duration work_{};  ///< that workers did so far
    std::int32_t pages_ = worker::kMostPages;
};

}  // namespace tarang::run
