#include "pipeline/run/document_jobs.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "models/run_error.h"

namespace tarang::run {
namespace {

using worker::Job;
using worker::Reply;
using worker::Task;
using Seconds = std::chrono::duration<double>;

/// A page job should take about so long: rarely enough that the border costs nothing, often enough
/// that workers share the pages of one document.
constexpr Seconds kJobTime{2.0};
/// A second worker must open the document again; below this it does not pay.
constexpr Seconds kWorthAWorker{0.5};
/// No page is cheaper, whatever the clock says.
constexpr Seconds kLeastPrice{1e-6};
/// The first jobs of a document only find out what its pages cost: a scanned one takes a thousand times as
/// long as a digital one, and the first may be a cover.
constexpr std::array<double, 2> kFirstPages = {1, 4};

/// Both ends encode the same variants, so a document's number is all that has to be told apart here.
std::uint64_t next_id() {
    static std::uint64_t last = 0;
    return ++last;
}

EventCode code_of(worker::Outcome outcome) {
    switch (outcome) {
        case worker::Outcome::kDone:
            return EventCode::kOk;
        case worker::Outcome::kTimedOut:
            return EventCode::kTimedOut;
        case worker::Outcome::kOutOfMemory:
            return EventCode::kOutOfMemory;
        case worker::Outcome::kCrashed:
            return EventCode::kCrashed;
        case worker::Outcome::kInterrupted:
            break;
    }
    throw RunError(ExitCode::kInterrupted, "interrupted");
}

/// The n-th message of a job that is fed with pages.
std::optional<std::string> page_message(const PageSource& pages, std::size_t n, bool& ended) {
    if (ended) return std::nullopt;
    auto layout = pages(n);
    ended = !layout;
    if (ended) return worker::encode(Request(EndOfPages{}));
    return worker::encode(Request(PageInput{{std::move(*layout)}}));
}

/// A source may be asked from its beginning again, when a worker died of an earlier document.
std::function<std::optional<std::string>(std::size_t)> feed_of(PageSource pages) {
    return [pages = std::move(pages), ended = false](std::size_t n) mutable {
        if (n == 0) ended = false;
        return page_message(pages, n, ended);
    };
}

}  // namespace

DocumentJobs::DocumentJobs(worker::Pool& pool, int file, const OpenOptions& options)
    : pool_(pool), id_(next_id()), file_(file), options_(options) {}

Job DocumentJobs::job(bool with_document, const Request& request) const {
    Job job;
    job.document = id_;
    if (with_document) {
        const bool only_open = std::holds_alternative<OpenDocument>(request);
        OpenDocument opening{{options_.password.value_or("")},
                             options_.password.has_value(),
                             options_.max_pages,
                             options_.max_pixels,
                             options_.ocr,
                             options_.image,
                             only_open};
        job.file = file_;
        job.opening = worker::encode(Request(std::move(opening)));
        if (only_open) return job;
    }
    job.request = worker::encode(request);
    return job;
}

template <typename T>
std::optional<T> DocumentJobs::believed(std::string_view answer) const {
    return worker::decode<T>(answer, {.pages = pages_});
}

/// For jobs with one answer.
template <typename Expected>
Task<Outcome<Expected>> DocumentJobs::ask(Job job) {
    Outcome<Expected> result = EventCode::kCrashed;
    job.receive = [this, &result](std::string_view bytes) {
        auto answer = believed<Answer>(bytes);
        if (!answer) return Reply::kRefused;
        if (const auto* refusal = std::get_if<Refusal>(&*answer)) {
            result = refusal->code;
        } else if (auto* expected = std::get_if<Expected>(&*answer)) {
            result = std::move(*expected);
        } else {
            return Reply::kRefused;
        }
        return Reply::kDone;
    };
    const worker::Outcome outcome = co_await pool_.run(std::move(job));
    const EventCode code = code_of(outcome);
    if (code != EventCode::kOk) result = code;
    co_return result;
}

Task<Outcome<std::int32_t>> DocumentJobs::open() {
    Job opening = job(true, OpenDocument{});
    Outcome<Opened> opened = co_await ask<Opened>(std::move(opening));
    if (const auto* code = std::get_if<EventCode>(&opened)) co_return *code;
    const std::int32_t pages = std::get<Opened>(opened).pages;
    if (pages < 1 || pages > options_.max_pages) co_return EventCode::kCrashed;
    pages_ = pages;
    co_return pages;
}

Reply DocumentJobs::take_page(std::string_view layout, std::int32_t expected, const PageSink& keep) const {
    const auto page = believed<PageLayout>(layout);
    if (!page || index_of(page->info.number).value != expected) return Reply::kRefused;
    keep(page->info.number, layout);
    return Reply::kMore;
}

Task<EventCode> DocumentJobs::read_range(std::int32_t first, std::int32_t count, const PageSink& keep) {
    Job reading = job(true, ReadPages{first, count});
    reading.work = &work_;
    EventCode code = EventCode::kOk;
    std::int32_t next = first;
    reading.begin = [&] { next = first; };
    reading.receive = [&](std::string_view bytes) {
        const auto answer = believed<Answer>(bytes);
        if (!answer) return Reply::kRefused;
        if (const auto* page = std::get_if<PageRead>(&*answer)) {
            return next < first + count ? take_page(page->layout.data, next++, keep) : Reply::kRefused;
        }
        if (const auto* refusal = std::get_if<Refusal>(&*answer)) {
            code = refusal->code;
            return Reply::kDone;
        }
        const bool whole = std::holds_alternative<PagesRead>(*answer) && next == first + count;
        return whole ? Reply::kDone : Reply::kRefused;
    };
    const worker::Outcome outcome = co_await pool_.run(std::move(reading));
    const EventCode death = code_of(outcome);
    co_return death == EventCode::kOk ? code : death;
}

/// What the lanes of one document share.
struct DocumentJobs::Reading {
    std::vector<PageIndex> pages;  ///< ascending
    std::size_t next = 0;
    Seconds for_a_page{0};
    EventCode code = EventCode::kOk;
    const PageSink& keep;

    /// The next pages that follow each other, at most `most`.
    std::pair<std::int32_t, std::int32_t> take(std::int32_t most) {
        const std::int32_t first = pages[next].value;
        std::int32_t count = 0;
        while (next < pages.size() && count < most && pages[next].value == first + count) ++next, ++count;
        return {first, count};
    }
    std::size_t left() const { return pages.size() - next; }
};

Task<void> DocumentJobs::read_job(Reading& reading, double most) {
    const auto [first, count] = reading.take(static_cast<std::int32_t>(std::clamp(most, 1.0, 1000.0)));
    const auto began = std::chrono::steady_clock::now();
    const EventCode code = co_await read_range(first, count, reading.keep);
    const Seconds took = std::chrono::steady_clock::now() - began;
    reading.for_a_page = took / count;
    if (code != EventCode::kOk) reading.code = code;
    if (work_ > options_.most_work && reading.left() > 0) reading.code = EventCode::kTimedOut;
}

Task<void> DocumentJobs::read_lane(Reading& reading) {
    while (reading.left() > 0 && reading.code == EventCode::kOk)
        co_await read_job(reading, kJobTime / std::max(reading.for_a_page, kLeastPrice));
}

Task<EventCode> DocumentJobs::read_pages(std::vector<PageIndex> pages, PageSink keep) {
    Reading reading{.pages = std::move(pages), .keep = keep};
    for (const double most : kFirstPages) {
        const bool dear = reading.for_a_page * most > kJobTime;
        if (reading.left() > 0 && reading.code == EventCode::kOk && !dear) co_await read_job(reading, most);
    }
    if (reading.left() == 0 || reading.code != EventCode::kOk) co_return reading.code;
    const Seconds left = reading.for_a_page * static_cast<double>(reading.left());
    const auto lanes = std::clamp(static_cast<int>(left / kWorthAWorker), 1, pool_.workers());
    std::vector<Task<void>> under_way;
    for (int i = 0; i < lanes; ++i) {
        under_way.push_back(read_lane(reading));
        under_way.back().start();
    }
    for (Task<void>& lane : under_way) co_await lane;
    co_return reading.code;
}

Task<Outcome<Records>> DocumentJobs::assemble(const FormChoice& form, PageSource pages) {
    Job assembling = job(false, Assemble{form});
    assembling.feed = feed_of(std::move(pages));
    Outcome<Records> records = co_await ask<Records>(std::move(assembling));
    co_return records;
}

Task<Outcome<CleanDocument>> DocumentJobs::tables(bool by_page, PageSource pages) {
    Job listing = job(false, ListTables{by_page});
    listing.feed = feed_of(std::move(pages));
    Outcome<Tables> tables = co_await ask<Tables>(std::move(listing));
    if (const auto* code = std::get_if<EventCode>(&tables)) co_return *code;
    co_return std::move(std::get<Tables>(tables).document);
}

Task<Outcome<std::string>> DocumentJobs::draw(PageIndex page, DrawFormat format) {
    Job drawing_page = job(true, DrawPage{page.value, format});
    Outcome<Drawing> drawing = co_await ask<Drawing>(std::move(drawing_page));
    if (const auto* code = std::get_if<EventCode>(&drawing)) co_return *code;
    co_return std::move(std::get<Drawing>(drawing).file.data);
}

Task<Outcome<std::string>> DocumentJobs::show(PageIndex page, std::int32_t dots_per_inch) {
    Job showing_page = job(true, ShowPage{page.value, dots_per_inch});
    Outcome<Drawing> drawing = co_await ask<Drawing>(std::move(showing_page));
    if (const auto* code = std::get_if<EventCode>(&drawing)) co_return *code;
    co_return std::move(std::get<Drawing>(drawing).file.data);
}

}  // namespace tarang::run
