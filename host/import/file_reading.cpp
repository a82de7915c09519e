#include "host/import/file_reading.h"

#include <map>
#include <utility>

#include "host/border/converter.h"
#include "host/border/pool.h"
#include "host/import/verdict.h"
#include "models/run_error.h"

namespace tarang::importing {
namespace {

using border::Task;

[[noreturn]] void throw_no_such_page(std::int32_t pages) {
    throw RunError(ExitCode::kUsage, "ไฟล์มีหน้า 1-" + std::to_string(pages) + " ระบุหน้าในช่วงนี้",
                   "the file has pages 1-" + std::to_string(pages) + "; name pages among these");
}

[[noreturn]] void throw_no_pages() {
    throw RunError(ExitCode::kUsage, "ไฟล์ไม่มีหน้า ไม่ต้องระบุเลขหน้า",
                   "the file has no pages; leave out the page numbers");
}

/// Pages as they came, until all are there.
class PagesInMemory {
public:
    border::PageSink sink() {
        return [this](PageNumber page, std::string_view layout) { layouts_[page] = layout; };
    }
    border::PageSource source() {
        return [this](std::size_t n) -> std::optional<std::string> {
            if (n == 0) next_ = layouts_.begin();
            if (next_ == layouts_.end()) return std::nullopt;
            return (next_++)->second;
        };
    }

private:
    std::map<PageNumber, std::string> layouts_;
    std::map<PageNumber, std::string>::iterator next_;
};

struct WantedTables {
    std::optional<PageRange> range;
    bool by_page = false;
};

/// The tables of an open document with pages.
Task<border::Outcome<CleanDocument>> tables_of_pages(border::DocumentJobs& jobs, const WantedTables& wanted) {
    const std::int32_t count = jobs.pages();
    const PageRange range = wanted.range.value_or(PageRange{{1}, {count}});
    if (range.last.value > count) throw_no_such_page(count);
    std::vector<PageIndex> pages;
    for (PageNumber page = range.first; page <= range.last; ++page.value) pages.push_back(index_of(page));
    PagesInMemory memory;
    border::PageSink sink = memory.sink();
    const EventCode code = co_await jobs.read_pages(std::move(pages), std::move(sink));
    if (code != EventCode::kOk) co_return code;
    border::PageSource source = memory.source();
    border::Outcome<CleanDocument> document =
        co_await jobs.tables(wanted.by_page, wanted.range.has_value(), std::move(source));
    co_return document;
}

Task<border::Outcome<CleanDocument>> read_office(border::DocumentJobs& jobs, const WantedTables& wanted,
                                                 border::RowSink rows) {
    border::Outcome<std::optional<CleanDocument>> read = co_await jobs.office_tables(std::move(rows));
    if (const auto* code = std::get_if<EventCode>(&read)) co_return *code;
    auto& tables = std::get<std::optional<CleanDocument>>(read);
    if (tables && wanted.range) throw_no_pages();
    if (tables) co_return std::move(*tables);
    border::Outcome<CleanDocument> document = co_await tables_of_pages(jobs, wanted);
    co_return document;
}

Task<border::Outcome<CleanDocument>> read_converted(border::Pool& pool, const receive::Received& received,
                                                    Nature nature, const WantedTables& wanted,
                                                    const border::OpenOptions& options,
                                                    border::RowSink rows) {
    constexpr std::uint64_t kMostBytes = std::uint64_t{512} << 20;
    border::Converter converter(pool, border::installed_converter(), pool.limits(), kMostBytes);
    border::Outcome<Descriptor> converted = co_await converter.convert(received.file.get(), nature);
    if (const auto* code = std::get_if<EventCode>(&converted)) co_return *code;
    border::DocumentJobs jobs(pool, std::get<Descriptor>(converted).get(), options.of(received.document));
    border::Outcome<CleanDocument> tables = co_await read_office(jobs, wanted, std::move(rows));
    if (auto* document = std::get_if<CleanDocument>(&tables))
        document->findings.push_back(converted_finding(nature));
    co_return tables;
}

Task<border::Outcome<CleanDocument>> read_clean(border::Pool& pool, const receive::Received& received,
                                                const WantedTables& wanted,
                                                const border::OpenOptions& options, border::RowSink rows) {
    border::DocumentJobs jobs(pool, received.file.get(), options.of(received.document));
    if (is_office(received.document.kind)) {
        border::RowSink again = rows;
        border::Outcome<CleanDocument> tables = co_await read_office(jobs, wanted, std::move(rows));
        if (is_convertible(jobs.nature()))
            tables =
                co_await read_converted(pool, received, jobs.nature(), wanted, options, std::move(again));
        co_return tables;
    }
    const border::Outcome<std::int32_t> opened = co_await jobs.open();
    if (const auto* code = std::get_if<EventCode>(&opened)) co_return *code;
    border::Outcome<CleanDocument> tables = co_await tables_of_pages(jobs, wanted);
    co_return tables;
}

Task<border::Outcome<std::string>> draw(border::Pool& pool, const receive::Received& received,
                                        PageNumber page, border::DrawFormat format,
                                        const border::OpenOptions& options) {
    border::DocumentJobs jobs(pool, received.file.get(), options.of(received.document));
    const border::Outcome<std::int32_t> opened = co_await jobs.open();
    const auto* code = std::get_if<EventCode>(&opened);
    if (code != nullptr && *code == EventCode::kNoPages && is_office(received.document.kind))
        throw_no_pages();
    if (code != nullptr) co_return *code;
    const std::int32_t count = std::get<std::int32_t>(opened);
    if (page.value > count) throw_no_such_page(count);
    border::Outcome<std::string> drawing = co_await jobs.draw(index_of(page), format);
    co_return drawing;
}

template <typename T>
T run_to_end(border::Pool& pool, Task<T> task) {
    task.start();
    while (!task.done()) pool.step();
    return task.result();
}

border::Pool pool_for(const FileOptions& options) {
    return {options.worker, options.limits, options.workers, options.interrupt};
}

}  // namespace

TablesReading read_tables(const std::string& path, std::optional<PageRange> range, bool by_page,
                          const FileOptions& options, const border::RowSink& rows) {
    TablesReading reading;
    bool streamed = false;
    border::RowSink sink;
    if (rows) {
        sink = [&](std::int32_t table, std::span<const std::string_view> texts) {
            streamed = true;
            rows(table, texts);
        };
    }
    const auto received = receive::receive(path, options.receiving);
    if (const auto* refused = std::get_if<receive::Refused>(&received)) {
        reading.code = refused->code;
    } else {
        border::Pool pool = pool_for(options);
        const WantedTables wanted{range, by_page};
        auto document = run_to_end(pool, read_clean(pool, std::get<receive::Received>(received), wanted,
                                                    options.opening, std::move(sink)));
        if (const auto* code = std::get_if<EventCode>(&document)) {
            reading.code = *code;
        } else {
            reading.document = std::move(std::get<CleanDocument>(document));
            reading.code = streamed ? EventCode::kOk : verdict_on(reading.document);
        }
    }
    add_finding_of(reading.code, reading.document.findings);
    return reading;
}

border::Outcome<std::string> draw_page(const std::string& path, PageNumber page, border::DrawFormat format,
                                       const FileOptions& options) {
    const auto received = receive::receive(path, options.receiving);
    if (const auto* refused = std::get_if<receive::Refused>(&received)) return refused->code;
    border::Pool pool = pool_for(options);
    return run_to_end(pool, draw(pool, std::get<receive::Received>(received), page, format, options.opening));
}

}  // namespace tarang::importing
