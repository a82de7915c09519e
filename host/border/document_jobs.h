// One document's jobs, seen from the parent: each sends a request to a worker and believes the answer
// only after checking it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "host/border/incoming.h"
#include "host/border/messages.h"
#include "host/border/pool.h"
#include "host/border/task.h"
#include "pipeline/receive/descriptor.h"

namespace tarang::border {

/// A result, or why there is none (kDamaged, kTimedOut, kCrashed, ...).
template <typename T>
using Outcome = std::variant<T, EventCode>;

/// The n-th page's encoded PageLayout, in page order; nothing after the last.
using PageSource = std::function<std::optional<std::string>(std::size_t n)>;
/// One row of the table of that index: its texts, ended where no cell is filled any more.
using RowSink = std::function<void(std::int32_t table, std::span<const std::string_view> texts)>;
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
    bool image = false;   ///< the document is an image file
    bool office = false;  ///< it is an office file or an archive
    /// The most memory that one answer may take here; a document whose records need more is `out_of_memory`.
    std::size_t answer_memory = std::size_t{256} << 20;
    std::string name;  ///< the document's, in the journal: its SHA-256

    /// The same for this document.
    OpenOptions of(const SourceDocument& document) const {
        OpenOptions options = *this;
        options.office = is_office(document.kind);
        options.image = document.kind != DocumentKind::kPdf && !options.office;
        options.name = document.sha256;
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
    DocumentJobs(Pool& pool, int file, const OpenOptions& options);

    /// Number of pages; later answers are checked against it.
    Task<Outcome<std::int32_t>> open();
    /// Opens and reads a document. The records of one that takes no more than a moment, of which no page is
    /// kept, and of an office file without pages; of any other nothing, when all its pages were.
    Task<Outcome<std::optional<Records>>> read(const FormChoice& form, PageSink keep);
    /// Tables of an office file, which needs not be opened before; nothing of one with pages, which is open
    /// then. With `rows`, those of a workbook too large for tables go there as they come, and the result has
    /// none.
    Task<Outcome<std::optional<CleanDocument>>> office_tables(RowSink rows);
    /// What stands as text in an office file, whether it has pages or not.
    Task<Outcome<CleanDocument>> text_tables();
    /// The files of an archive, with their names below it; `most` bounds them.
    Task<Outcome<std::vector<Member>>> list_members(const ListMembers& most);
    /// The content of one of them, in memory and never to be changed any more by anybody. kTooLarge: more
    /// than `most_bytes`.
    Task<Outcome<Descriptor>> unpack_member(const ListMembers& most, std::int32_t member,
                                            std::uint64_t most_bytes);
    /// Of the opened document; 0 before.
    std::int32_t pages() const { return pages_; }
    /// Reads the pages, as many at a time as take about two seconds, on several workers where that pays.
    /// The code is kOk when all were read.
    Task<EventCode> read_pages(std::vector<PageIndex> pages, PageSink keep);
    /// `looks`: what read_again gave; none the first time.
    Task<Outcome<Records>> assemble(const FormChoice& form, std::vector<SecondLooks> looks, PageSource pages);
    /// Second looks at places of scanned pages, on several workers; in the order of the requests. They only
    /// make what was read surer, so a page whose worker dies over them goes without, and costs nothing else.
    Task<std::vector<SecondLooks>> read_again(std::vector<ReadAgain> requests);
    /// Of an office file with what stands in it as text, but for `only_pages`.
    Task<Outcome<CleanDocument>> tables(bool by_page, bool only_pages, PageSource pages);
    Task<Outcome<std::string>> draw(PageIndex page, DrawFormat format);
    /// The page as it looks, as a PNG file.
    Task<Outcome<std::string>> show(PageIndex page, std::int32_t dots_per_inch);

    /// Time that workers spent on this document so far.
    std::chrono::duration<double> work() const { return work_; }
    /// Whether the machine is to blame for how it ended, and not the document.
    bool passing() const { return passing_; }
    /// What the document is that the worker refused last.
    Nature nature() const { return nature_; }

private:
    struct Reading;
    struct Span;
    struct Rereading;

    Job job(bool with_document, const Request& request);
    Task<Outcome<std::string>> picture(Request request);
    Reply take(std::string_view answer, Span& span);
    Task<EventCode> read_span(Span& span);
    Task<void> read_job(Reading& reading, double most, std::chrono::milliseconds time);
    Task<void> read_lane(Reading& reading);
    Task<EventCode> read_rest(Reading& reading);
    EventCode code_of(JobEnd outcome);
    Task<void> look_lane(Rereading& rereading);
    template <typename Expected>
    Task<Outcome<Expected>> ask(Job job);
    DecodeLimits limits() const;
    Reply refuse(std::string_view check) const;
    bool possible(Records& records) const;
    bool take_page(std::string_view layout, Span& span) const;

    Pool& pool_;
    std::uint64_t id_;
    int file_;
    OpenOptions options_;
    std::chrono::steady_clock::duration work_{};  ///< that workers did so far
    std::int32_t pages_ = 0;
    bool passing_ = false;
    Nature nature_ = Nature::kUnknown;
};

}  // namespace tarang::border
