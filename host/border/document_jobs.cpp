#include "host/border/document_jobs.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iterator>
#include <set>
#include <utility>

#include "models/flags.h"
#include "models/run_error.h"

namespace tarang::border {
namespace {

using Seconds = std::chrono::duration<double>;

/// A page job takes about so long, and its worker ends it then: rarely enough that the border costs nothing,
/// often enough that workers share the pages of one document.
constexpr std::chrono::milliseconds kJobTime{2000};
/// A second worker must open the document again; below this it does not pay. The first job takes so long:
/// what pages cost is known then, and a scanned one takes a thousand times as long as a digital one.
constexpr std::chrono::milliseconds kWorthAWorker{500};
/// No page is cheaper, whatever the clock says.
constexpr Seconds kLeastPrice{1e-6};
constexpr double kMostPagesOfAJob = 1000;

/// Both ends encode the same variants, so a document's number is all that has to be told apart here. Threads
/// have pools of their own, and share this.
std::uint64_t next_id() {
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

/// Whether these are the places that were asked for, or none: where the page's pixels were not to be had.
bool are_of(const std::vector<SecondLooks>& looks, const std::vector<Reread>& places) {
    return looks.empty() || std::equal(looks.begin(), looks.end(), places.begin(), places.end(),
                                       [](const SecondLooks& seen, const Reread& place) {
                                           return seen.page == place.page && seen.quad == place.quad;
                                       });
}

/// The n-th message of a job that is fed with pages.
std::optional<std::string> page_message(const PageSource& pages, std::size_t n, bool& ended) {
    if (ended) return std::nullopt;
    auto layout = pages(n);
    ended = !layout;
    if (ended) return encode(Request(EndOfPages{}));
    return encode(Request(PageInput{{std::move(*layout)}}));
}

/// A source may be asked from its beginning again, when a worker died of an earlier document.
std::function<std::optional<std::string>(std::size_t)> feed_of(PageSource pages) {
    return [pages = std::move(pages), ended = false](std::size_t n) mutable {
        if (n == 0) ended = false;
        return page_message(pages, n, ended);
    };
}

}  // namespace

DocumentJobs::DocumentJobs(Pool& pool, int file, const OpenOptions& options)
    : pool_(pool), id_(next_id()), file_(file), options_(options) {}

Job DocumentJobs::job(bool with_document, const Request& request) {
    Job job;
    job.document = id_;
    job.name = options_.name;
    job.work = &work_;
    if (with_document) {
        const bool only_open = std::holds_alternative<OpenDocument>(request);
        OpenDocument opening{{options_.password.value_or("")},
                             options_.password.has_value(),
                             options_.max_pages,
                             options_.max_pixels,
                             options_.ocr,
                             options_.image,
                             options_.office,
                             only_open};
        job.file = file_;
        job.opening = encode(Request(std::move(opening)));
        if (only_open) return job;
    }
    job.request = encode(request);
    return job;
}

EventCode DocumentJobs::code_of(JobEnd outcome) {
    switch (outcome) {
        case JobEnd::kDone:
            return EventCode::kOk;
        case JobEnd::kStarved:
            passing_ = true;
            return EventCode::kTimedOut;
        case JobEnd::kTimedOut:
            return EventCode::kTimedOut;
        case JobEnd::kKilled:
            passing_ = true;
            return EventCode::kOutOfMemory;
        case JobEnd::kOutOfMemory:
            return EventCode::kOutOfMemory;
        case JobEnd::kCrashed:
            return EventCode::kCrashed;
        case JobEnd::kInterrupted:
            break;
    }
    throw RunError(ExitCode::kInterrupted, "ถูกหยุด", "interrupted");
}

DecodeLimits DocumentJobs::limits() const {
    return {.memory = options_.answer_memory, .pages = pages_ > 0 ? pages_ : kMostPages};
}

Reply DocumentJobs::refuse(std::string_view check) const {
    pool_.journal().answer_refused({options_.name, std::string(check)});
    return Reply::kRefused;
}

/// As many pages as the document has; and flags follow from findings, whatever the worker says of them.
bool DocumentJobs::possible(Records& records) const {
    const auto pages = static_cast<std::int32_t>(records.records.pages.size());
    if (pages_ > 0 && pages != pages_) return false;
    raise_flags(records.records);
    pool_.add(records.times);
    return true;
}

/// For jobs with one answer.
template <typename Expected>
Task<Outcome<Expected>> DocumentJobs::ask(Job job) {
    Outcome<Expected> result = EventCode::kCrashed;
    Incoming incoming;
    job.begin = [&incoming, begin = std::move(job.begin)] {
        incoming = {};
        if (begin) begin();
    };
    job.receive = [this, &result, &incoming](std::string_view bytes) {
        if (!incoming.take(bytes, limits())) return refuse(incoming.too_large ? "too_large" : "undecodable");
        if (!incoming.answer) return Reply::kMore;
        if (const auto* refusal = std::get_if<Refusal>(&*incoming.answer)) {
            result = refusal->code;
            nature_ = refusal->nature;
        } else if (auto* expected = std::get_if<Expected>(&*incoming.answer)) {
            if constexpr (std::is_same_v<Expected, Records>) {
                if (!possible(*expected)) return refuse("records_of_other_pages");
            }
            result = std::move(*expected);
        } else {
            return refuse("another_kind_of_answer");
        }
        return Reply::kDone;
    };
    const JobEnd outcome = co_await pool_.run(std::move(job));
    const EventCode code = code_of(outcome);
    if (code != EventCode::kOk) result = code;
    if (incoming.too_large) result = EventCode::kOutOfMemory;
    co_return result;
}

template Task<Outcome<Tables>> DocumentJobs::ask(Job job);
template Task<Outcome<Members>> DocumentJobs::ask(Job job);
template Task<Outcome<Unpacked>> DocumentJobs::ask(Job job);

Task<Outcome<std::int32_t>> DocumentJobs::open() {
    Job opening = job(true, OpenDocument{});
    Outcome<Opened> opened = co_await ask<Opened>(std::move(opening));
    if (const auto* code = std::get_if<EventCode>(&opened)) co_return *code;
    const std::int32_t pages = std::get<Opened>(opened).pages;
    if (pages < 1 || pages > options_.max_pages) co_return EventCode::kCrashed;
    pages_ = pages;
    co_return pages;
}

/// Pages that follow each other, in one job.
struct DocumentJobs::Span {
    Request request;
    std::int32_t first = 0;  ///< PageIndex
    std::int32_t count = 0;  ///< 0: of a document that is not open yet
    const PageSink& keep;
    std::int32_t next = first;
    EventCode code = EventCode::kOk;
    std::optional<Records> records = {};
    Incoming incoming = {};
    std::chrono::steady_clock::duration work{};

    void begin() {
        next = first;
        incoming = {};
        if (whole()) count = 0;
    }
    bool whole() const { return std::holds_alternative<ReadDocument>(request); }
};

bool DocumentJobs::take_page(std::string_view layout, Span& span) const {
    if (span.next >= span.first + span.count) return false;
    const auto page = decode<PageLayout>(layout, limits());
    if (!page || index_of(page->info.number).value != span.next) return false;
    ++span.next;
    span.keep(page->info.number, layout);
    return true;
}

Reply DocumentJobs::take(std::string_view bytes, Span& span) {
    if (!span.incoming.take(bytes, limits()))
        return refuse(span.incoming.too_large ? "too_large" : "undecodable");
    if (!span.incoming.answer) return Reply::kMore;
    Answer& answer = *span.incoming.answer;
    if (const auto* page = std::get_if<PageRead>(&answer))
        return take_page(page->layout.data, span) ? Reply::kPage : refuse("page_not_asked_for");
    if (const auto* opened = std::get_if<Opened>(&answer)) {
        // Once: each answer gives the worker its whole time again.
        const bool possible =
            span.whole() && span.count == 0 && opened->pages >= 1 && opened->pages <= options_.max_pages;
        span.count = pages_ = possible ? opened->pages : 0;
        return possible ? Reply::kMore : refuse("number_of_pages");
    }
    if (const auto* refusal = std::get_if<Refusal>(&answer)) {
        span.code = refusal->code;
        nature_ = refusal->nature;
        return Reply::kDone;
    }
    if (auto* records = std::get_if<Records>(&answer)) {
        const bool without_pages = options_.office && span.count == 0 && records->records.pages.empty();
        const bool in_turn = span.whole() && span.next == 0 && (span.count > 0 || without_pages);
        if (!in_turn || !possible(*records)) return refuse("records_of_other_pages");
        span.records = std::move(*records);
        return Reply::kDone;
    }
    const auto* read = std::get_if<PagesRead>(&answer);
    const bool all = read != nullptr && read->count >= 1 && span.next == span.first + read->count;
    if (!all) return refuse("pages_out_of_order");
    pool_.add(read->times);
    return Reply::kDone;
}

Task<EventCode> DocumentJobs::read_span(Span& span) {
    Job reading = job(true, span.request);
    reading.work = &span.work;
    reading.begin = [&] { span.begin(); };
    reading.receive = [&](std::string_view bytes) { return take(bytes, span); };
    const JobEnd outcome = co_await pool_.run(std::move(reading));
    const EventCode death = code_of(outcome);
    work_ += span.work;
    if (span.incoming.too_large) co_return EventCode::kOutOfMemory;
    co_return death == EventCode::kOk ? span.code : death;
}

/// What the lanes of one document share.
struct DocumentJobs::Reading {
    std::set<std::int32_t> left;  ///< PageIndex
    const PageSink& keep;
    Seconds for_a_page{0};
    EventCode code = EventCode::kOk;

    /// The next pages that follow each other, at most `most`.
    std::pair<std::int32_t, std::int32_t> take(double most) {
        const std::int32_t first = *left.begin();
        std::int32_t count = 0;
        while (count < std::max(1.0, most) && left.erase(first + count) > 0) ++count;
        return {first, count};
    }
    void give_back(std::int32_t begin, std::int32_t end) {
        for (std::int32_t page = begin; page < end; ++page) left.insert(page);
    }
};

Task<void> DocumentJobs::read_job(Reading& reading, double most, std::chrono::milliseconds time) {
    const auto [first, count] = reading.take(std::min(most, kMostPagesOfAJob));
    Span span{.request = ReadPages{first, count, static_cast<std::int32_t>(time.count())},
              .first = first,
              .count = count,
              .keep = reading.keep};
    const EventCode code = co_await read_span(span);
    reading.for_a_page = Seconds(span.work) / std::max(1, span.next - first);
    if (code != EventCode::kOk) reading.code = code;
    reading.give_back(span.next, first + count);
}

Task<void> DocumentJobs::read_lane(Reading& reading) {
    while (!reading.left.empty() && reading.code == EventCode::kOk) {
        if (work_ > options_.most_work)
            reading.code = EventCode::kTimedOut;
        else
            co_await read_job(reading, Seconds(kJobTime) / std::max(reading.for_a_page, kLeastPrice),
                              kJobTime);
    }
}

/// After the first job, when it is known what a page costs.
Task<EventCode> DocumentJobs::read_rest(Reading& reading) {
    const Seconds left = reading.for_a_page * static_cast<double>(reading.left.size());
    const auto lanes = std::clamp(static_cast<int>(left / Seconds(kWorthAWorker)), 1, pool_.workers());
    std::vector<Task<void>> under_way;
    for (int i = 0; i < lanes; ++i) {
        under_way.push_back(read_lane(reading));
        under_way.back().start();
    }
    for (Task<void>& lane : under_way) co_await lane;
    co_return reading.code;
}

Task<EventCode> DocumentJobs::read_pages(std::vector<PageIndex> pages, PageSink keep) {
    Reading reading{.left = {}, .keep = keep};
    for (const PageIndex page : pages) reading.left.insert(page.value);
    if (reading.left.empty()) co_return EventCode::kOk;
    co_await read_job(reading, kMostPagesOfAJob, kWorthAWorker);
    const EventCode code = co_await read_rest(reading);
    co_return code;
}

Task<Outcome<std::optional<Records>>> DocumentJobs::read(const FormChoice& form, PageSink keep) {
    Span span{.request = ReadDocument{form, static_cast<std::int32_t>(kWorthAWorker.count())}, .keep = keep};
    EventCode code = co_await read_span(span);
    if (code != EventCode::kOk) co_return code;
    if (span.records) co_return std::move(span.records);
    Reading reading{.left = {}, .keep = keep, .for_a_page = Seconds(span.work) / span.next};
    reading.give_back(span.next, pages_);
    code = co_await read_rest(reading);
    if (code != EventCode::kOk) co_return code;
    co_return std::optional<Records>();
}

Task<Outcome<Records>> DocumentJobs::assemble(const FormChoice& form, std::vector<SecondLooks> looks,
                                              PageSource pages) {
    Job assembling = job(options_.office, Assemble{form, std::move(looks), options_.office});
    assembling.feed = feed_of(std::move(pages));
    Outcome<Records> records = co_await ask<Records>(std::move(assembling));
    co_return records;
}

/// What the lanes of a document's second looks share.
struct DocumentJobs::Rereading {
    std::vector<ReadAgain> requests;  ///< by page
    std::size_t next = 0;
    std::vector<std::vector<SecondLooks>> seen;  ///< by request; none where there were no looks
};

Task<void> DocumentJobs::look_lane(Rereading& rereading) {
    while (rereading.next < rereading.requests.size() && work_ <= options_.most_work) {
        const std::size_t own = rereading.next++;
        const std::vector<Reread> places = rereading.requests[own].places;
        Job looking = job(true, std::move(rereading.requests[own]));
        Outcome<SeenAgain> seen = co_await ask<SeenAgain>(std::move(looking));
        auto* looks = std::get_if<SeenAgain>(&seen);
        if (looks == nullptr || !are_of(looks->looks, places)) continue;
        pool_.add(looks->times);
        rereading.seen[own] = std::move(looks->looks);
    }
}

Task<std::vector<SecondLooks>> DocumentJobs::read_again(std::vector<ReadAgain> requests) {
    const bool passing = passing_;
    Rereading rereading;
    rereading.seen.resize(requests.size());
    const auto lanes = std::min(requests.size(), static_cast<std::size_t>(pool_.workers()));
    rereading.requests = std::move(requests);
    std::vector<Task<void>> under_way;
    for (std::size_t i = 0; i < lanes; ++i) {
        under_way.push_back(look_lane(rereading));
        under_way.back().start();
    }
    for (Task<void>& lane : under_way) co_await lane;
    passing_ = passing;
    std::vector<SecondLooks> looks;
    for (auto& page : rereading.seen) std::move(page.begin(), page.end(), std::back_inserter(looks));
    co_return looks;
}

Task<Outcome<CleanDocument>> DocumentJobs::tables(bool by_page, bool only_pages, PageSource pages) {
    const bool office = options_.office && !only_pages;
    Job listing = job(office, ListTables{by_page, office});
    listing.feed = feed_of(std::move(pages));
    Outcome<Tables> tables = co_await ask<Tables>(std::move(listing));
    if (const auto* code = std::get_if<EventCode>(&tables)) co_return *code;
    co_return std::move(std::get<Tables>(tables).document);
}

Task<Outcome<std::string>> DocumentJobs::picture(Request request) {
    Job drawing_page = job(true, request);
    Outcome<Drawing> drawing = co_await ask<Drawing>(std::move(drawing_page));
    if (const auto* code = std::get_if<EventCode>(&drawing)) co_return *code;
    co_return std::move(std::get<Drawing>(drawing).file.data);
}

Task<Outcome<std::string>> DocumentJobs::draw(PageIndex page, DrawFormat format) {
    return picture(DrawPage{page.value, format});
}

Task<Outcome<std::string>> DocumentJobs::show(PageIndex page, std::int32_t dots_per_inch) {
    return picture(ShowPage{page.value, dots_per_inch});
}

}  // namespace tarang::border
