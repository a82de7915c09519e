// The tables of an office file: they come as a stream of rows, or whole.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "host/border/document_jobs.h"
#include "host/border/incoming.h"

namespace tarang::border {
namespace {

/// The texts that are one after the other in `whole`; fewer where the lengths are not theirs, or part a
/// character.
std::vector<std::string_view> parted(std::string_view whole, std::span<const std::int32_t> lengths) {
    std::vector<std::string_view> texts;
    texts.reserve(lengths.size());
    for (const std::int32_t length : lengths) {
        if (length < 0 || static_cast<std::size_t>(length) > whole.size()) break;
        texts.push_back(whole.substr(0, static_cast<std::size_t>(length)));
        whole.remove_prefix(static_cast<std::size_t>(length));
        const bool inside = !whole.empty() && (static_cast<unsigned char>(whole.front()) & 0xC0U) == 0x80;
        if (inside) break;
    }
    if (!whole.empty()) texts.clear();
    return texts;
}

/// Whether the rows are as many as their texts.
bool give_rows(const TableRows& rows, const RowSink& sink) {
    const std::vector<std::string_view> texts = parted(rows.texts, rows.lengths);
    if (texts.size() != rows.lengths.size()) return false;
    std::size_t next = 0;
    for (const std::int32_t size : rows.sizes) {
        if (size < 0 || static_cast<std::size_t>(size) > texts.size() - next) return false;
        sink(rows.table, std::span(texts).subspan(next, static_cast<std::size_t>(size)));
        next += static_cast<std::size_t>(size);
    }
    return next == texts.size();
}

}  // namespace

Task<Outcome<std::optional<CleanDocument>>> DocumentJobs::office_tables(RowSink rows) {
    Job listing = job(true, ListOffice{static_cast<bool>(rows)});
    Outcome<std::optional<CleanDocument>> result = EventCode::kCrashed;
    Incoming incoming;
    listing.begin = [&incoming] { incoming = {}; };
    listing.receive = [this, &result, &rows, &incoming](std::string_view bytes) {
        if (!incoming.take(bytes, limits())) return refuse(incoming.too_large ? "too_large" : "undecodable");
        if (!incoming.answer) return Reply::kMore;
        if (const auto* some = std::get_if<TableRows>(&*incoming.answer)) {
            if (!rows || !give_rows(*some, rows)) return refuse("rows_not_asked_for");
            incoming = {};
            return Reply::kMore;
        }
        if (const auto* refusal = std::get_if<Refusal>(&*incoming.answer)) {
            result = refusal->code;
            nature_ = refusal->nature;
        } else if (auto* tables = std::get_if<Tables>(&*incoming.answer)) {
            result = std::move(tables->document);
        } else if (const auto* opened = std::get_if<Opened>(&*incoming.answer)) {
            if (opened->pages < 1 || opened->pages > options_.max_pages) return refuse("number_of_pages");
            pages_ = opened->pages;
            result = std::optional<CleanDocument>();
        } else {
            return refuse("another_kind_of_answer");
        }
        return Reply::kDone;
    };
    const JobEnd outcome = co_await pool_.run(std::move(listing));
    const EventCode code = code_of(outcome);
    if (code != EventCode::kOk) result = code;
    if (incoming.too_large) result = EventCode::kOutOfMemory;
    co_return result;
}

Task<Outcome<CleanDocument>> DocumentJobs::text_tables() {
    Job listing = job(true, ListOffice{.text = true});
    Outcome<Tables> tables = co_await ask<Tables>(std::move(listing));
    if (const auto* code = std::get_if<EventCode>(&tables)) co_return *code;
    co_return std::move(std::get<Tables>(tables).document);
}

}  // namespace tarang::border
