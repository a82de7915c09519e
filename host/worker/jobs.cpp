#include "host/worker/jobs.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "host/border/child.h"
#include "host/border/freed_memory.h"
#include "host/border/messages.h"
#include "host/border/process.h"
#include "host/worker/archive_members.h"
#include "host/worker/inspect.h"
#include "host/worker/office_document.h"
#include "host/worker/open_pages.h"
#include "host/worker/scan_reader.h"
#include "host/worker/second_looks.h"
#include "lib/image/png.h"
#include "pipeline/interpret/interpret.h"
#include "pipeline/layout/layout.h"
#include "pipeline/normalize/normalize.h"
#include "pipeline/read/office/sheet_stream.h"
#include "pipeline/receive/descriptor.h"
#include "pipeline/stitch/stitch.h"
#include "pipeline/verify/second_looks.h"
#include "pipeline/verify/verify.h"

namespace tarang::worker {
namespace {

using border::Channel;

/// The forms among which the document finds its own; those of the program stay where they are.
using Candidates = std::variant<std::span<const interpret::Profile>, std::vector<interpret::Profile>>;
Candidates candidates_of(const border::FormChoice& choice) {
    using Own = std::vector<interpret::Profile>;
    if (!choice.own_toml.empty()) return Own{interpret::parse_profile(choice.own_toml, choice.own_origin)};
    if (const auto* named = interpret::shipped_profile(choice.name)) return std::span(named, 1);
    if (choice.taught.empty()) return std::span(interpret::shipped_profiles());
    // Of two that explain a table as much the later is taken, and general ones come last.
    Own forms = interpret::shipped_profiles();
    for (const std::string& text : choice.taught) forms.push_back(interpret::parse_profile(text, "taught"));
    std::stable_partition(forms.begin(), forms.end(),
                          [](const interpret::Profile& form) { return !form.judged; });
    return forms;
}

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

/// Pages go out together when so much time has gone into them: each answer costs both ends, and a stop costs
/// no more than this.
constexpr Milliseconds kMoment{250};

constexpr std::size_t kTextsOfAnAnswer = 20'000;

/// Pages that are being read.
struct Span {
    PageIndex first;
    std::int32_t count = 0;
    Milliseconds most{};
    std::int32_t read = 0;
    std::vector<PageLayout> held = {};  ///< that were not given out yet
};

std::int64_t microseconds_since(Clock::time_point began) {
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began).count();
}

/// Does it, and adds how long that took.
template <typename Work>
auto timed(std::int64_t& sum, Work work) {
    const auto began = Clock::now();
    auto result = work();
    sum += microseconds_since(began);
    return result;
}

/// One request after the other; false from a handler means that the parent broke the protocol.
class Jobs {
public:
    bool handle(Channel& channel, Channel::Message message) {
        channel_ = &channel;
        auto request = border::decode<border::Request>(message.payload);
        if (!request) return false;
        message.payload.clear();
        const bool output = std::holds_alternative<border::UnpackMember>(*request);
        if (message.document) (output ? output_ : file_) = std::move(message.document);
        return std::visit([this](auto& wanted) { return serve(wanted); }, *request);
    }

private:
    bool serve(const border::OpenDocument& wanted) {
        document_.close();
        archive_.close();
        ::malloc_trim(0);  // what the last document took must not count against this one
        opening_ = wanted;
        opened_ = false;
        if (wanted.office && !wanted.answer) return true;
        const EventCode code = state_of_pages();
        if (!wanted.answer) return true;
        return code == EventCode::kOk ? answer(border::Opened{document_.count()}) : refuse_pages();
    }

    bool serve(const border::ReadPages& wanted) {
        if (state_of_pages() != EventCode::kOk) return refuse_pages();
        Span span{PageIndex{wanted.first}, wanted.count, Milliseconds(wanted.milliseconds)};
        return read(span) && give_out(span) && answer(border::PagesRead{span.read, told_times()});
    }

    bool serve(const border::ReadDocument& wanted) {
        if (opening_.office) {
            auto office = open_office();
            if (const auto* code = std::get_if<EventCode>(&office)) return answer(refusal_of(*code));
            auto& document = std::get<OfficeDocument>(office).document;
            if (document_.count() == 0) {
                border::Records records = records_of(std::move(document), wanted.form);
                records.times = told_times();
                return answer(std::move(records));
            }
        }
        if (document_.state() != EventCode::kOk) return refuse_pages();
        if (!answer(border::Opened{document_.count()})) return false;
        Span span{PageIndex{0}, document_.count(), Milliseconds(wanted.milliseconds)};
        if (!read(span)) return false;
        // A scan may want second looks, for which its pages must be kept.
        const bool digital = std::none_of(span.held.begin(), span.held.end(), [](const PageLayout& page) {
            return page.info.source == Source::kOcr;
        });
        if (digital && static_cast<std::int32_t>(span.held.size()) == span.count)
            return assemble({wanted.form, {}, opening_.office}, std::move(span.held));
        return give_out(span) && answer(border::PagesRead{span.read, told_times()});
    }

    bool serve(border::Assemble& wanted) {
        pending_ = std::move(wanted);
        return true;
    }
    bool serve(const border::ListTables& wanted) {
        pending_ = wanted;
        return true;
    }

    bool serve(const border::PageInput& input) {
        auto layout = border::decode<PageLayout>(input.layout.data);
        if (!layout) return false;
        pages_.push_back(std::move(*layout));
        return true;
    }

    bool serve(const border::EndOfPages&) {
        std::vector<PageLayout> pages = std::exchange(pages_, {});
        const auto wanted = std::move(pending_);
        pending_.emplace<std::monostate>();
        if (const auto* asked = std::get_if<border::Assemble>(&wanted))
            return assemble(*asked, std::move(pages));
        if (const auto* list = std::get_if<border::ListTables>(&wanted))
            return list_tables(*list, std::move(pages));
        return false;
    }

    bool serve(const border::ReadAgain& wanted) {
        if (state_of_pages() != EventCode::kOk) return refuse_pages();
        auto looks = timed(times_.scan, [&] {
            return document_.look_again(PageIndex{wanted.page}, wanted.turned, wanted.places);
        });
        return answer(border::SeenAgain{std::move(looks), told_times()});
    }

    bool serve(const border::DrawPage& wanted) {
        if (state_of_pages() != EventCode::kOk) return refuse_pages();
        auto drawn = inspect_page(
            document_, PageIndex{wanted.page},
            wanted.format == border::DrawFormat::kSvg ? InspectFormat::kSvg : InspectFormat::kPng);
        if (drawn.empty()) return answer(border::Refusal{EventCode::kPageUnreadable});
        return answer(border::Drawing{{std::move(drawn)}});
    }

    bool serve(const border::ShowPage& wanted) {
        if (state_of_pages() != EventCode::kOk) return refuse_pages();
        auto picture = image::to_png(document_.shown(PageIndex{wanted.page}, wanted.dots_per_inch));
        if (picture.empty()) return answer(border::Refusal{EventCode::kPageUnreadable});
        return answer(border::Drawing{{std::move(picture)}});
    }

    bool serve(const border::ListOffice& wanted) {
        if (wanted.rows) {
            if (const auto given = give_rows(document_limits().max_cells)) return *given;
        }
        auto office = wanted.text ? text_of_office() : open_office();
        if (auto* read = std::get_if<OfficeDocument>(&office)) {
            if (!wanted.text && document_.count() > 0) return answer(border::Opened{document_.count()});
            return answer(border::Tables{std::move(read->document)});
        }
        const auto* code = std::get_if<EventCode>(&office);
        const bool large = wanted.rows && *code == EventCode::kTooComplex;
        // Its hidden sheets may be what is large.
        const auto given = large ? give_rows(0) : std::nullopt;
        return given ? *given : answer(refusal_of(*code));
    }

    std::variant<OfficeDocument, EventCode> open_office() {
        opened_ = true;
        return timed(times_.read, [&] { return document_.open_office(file_.get(), opening_); });
    }

    /// Without a look at its pictures. Its pages, should it have some, are opened anew when they are asked
    /// for.
    std::variant<OfficeDocument, EventCode> text_of_office() {
        opened_ = false;
        border::OpenDocument opening = opening_;
        opening.ocr = border::OcrMode::kSkip;
        return document_.open_office(file_.get(), opening);
    }

    /// kOk where the document has pages. An office file is opened when they are asked for: most have none.
    EventCode state_of_pages() {
        return std::exchange(opened_, true) ? document_.state() : document_.open(file_.get(), opening_);
    }

    bool refuse_pages() {
        const EventCode code = document_.state();
        return answer(opening_.office ? refusal_of(code) : border::Refusal{code});
    }

    border::Refusal refusal_of(EventCode code) const { return ArchiveMembers::refusal_of(file_.get(), code); }

    bool serve(const border::ListMembers& wanted) { return answer(archive_.list(file_.get(), wanted)); }
    bool serve(const border::UnpackMember& wanted) {
        const Descriptor output = std::move(output_);
        return answer(archive_.unpack(file_.get(), wanted, output.get()));
    }

    /// Rows on their way to the parent.
    class RowsOut {
    public:
        explicit RowsOut(Jobs& jobs) : jobs_(jobs) {}

        void add(const read::office::TextRow& row) {
            if (row.sheet != rows_.table || rows_.lengths.size() >= kTextsOfAnAnswer) send();
            rows_.table = row.sheet;
            rows_.sizes.push_back(static_cast<std::int32_t>(row.lengths.size()));
            rows_.lengths.insert(rows_.lengths.end(), row.lengths.begin(), row.lengths.end());
            rows_.texts += row.texts;
        }

        /// False when the parent is gone.
        bool send() {
            border::Answer answer = std::move(rows_);
            auto& rows = std::get<border::TableRows>(answer);
            if (!rows.sizes.empty()) sent_ = sent_ && border::send_answer(*jobs_.channel_, answer);
            rows.sizes.clear();
            rows.lengths.clear();
            rows.texts.clear();
            rows_ = std::move(rows);
            return sent_;
        }

    private:
        Jobs& jobs_;
        border::TableRows rows_;
        bool sent_ = true;
    };

    /// A workbook that is data rather than a report, row by row; no answer where it has no more cells than
    /// `beyond`.
    std::optional<bool> give_rows(std::int64_t beyond) {
        RowsOut rows(*this);
        auto streamed = read::office::stream_rows(
            beyond, file_.get(), {}, [&rows](const read::office::TextRow& row) { rows.add(row); });
        if (!streamed) return std::nullopt;
        if (!rows.send()) return false;
        if (const auto* failed = std::get_if<EventCode>(&*streamed)) return answer(border::Refusal{*failed});
        CleanDocument rest;
        rest.findings = std::move(std::get<std::vector<Finding>>(*streamed));
        return answer(border::Tables{std::move(rest)});
    }

    /// Each stage's input is gone before the next but one begins: a long document must not be held thrice.
    bool assemble(const border::Assemble& asked, std::vector<PageLayout> pages) {
        auto stitched = timed(times_.stitch, [&] { return stitch::stitch(std::move(pages)); });
        CleanDocument clean =
            timed(times_.normalize, [&] { return normalize::normalize(std::move(stitched)); });
        add_looks(asked.looks, clean);
        const EventCode code = asked.office ? add_office(clean) : EventCode::kOk;
        if (code != EventCode::kOk) return answer(border::Refusal{code});
        border::Records result = records_of(std::move(clean), asked.form);
        if (asked.looks.empty()) result.rereads = verify::worth_a_second_look(result.records);
        result.times = told_times();
        return answer(std::move(result));
    }

    border::Records records_of(CleanDocument clean, const border::FormChoice& form) {
        border::Records result;
        result.tables = static_cast<std::int32_t>(clean.tables.size());
        const Candidates forms = candidates_of(form);
        result.records = timed(times_.interpret, [&] {
            return std::visit([&](const auto& all) { return interpret::interpret(clean, all); }, forms);
        });
        clean = {};
        result.records = timed(times_.verify, [&] { return verify::verify(std::move(result.records)); });
        return result;
    }

    bool list_tables(const border::ListTables& asked, std::vector<PageLayout> pages) {
        CleanDocument clean = normalize::normalize(asked.by_page ? stitch::by_page(std::move(pages))
                                                                 : stitch::stitch(std::move(pages)));
        const EventCode code = asked.office ? add_office(clean) : EventCode::kOk;
        return code == EventCode::kOk ? answer(border::Tables{std::move(clean)})
                                      : answer(border::Refusal{code});
    }

    /// What stands as text in the office file, to the tables of its pages.
    EventCode add_office(CleanDocument& clean) {
        auto office = open_office();
        if (const auto* code = std::get_if<EventCode>(&office)) return *code;
        clean = with_pages(std::move(std::get<OfficeDocument>(office)), std::move(clean));
        return EventCode::kOk;
    }

    /// At least one page, then more until the time is over.
    bool read(Span& span) {
        const auto began = Clock::now();
        auto given_out = began;
        while (span.read < span.count && (span.read == 0 || Clock::now() - began < span.most)) {
            span.held.push_back(lay_out(PageIndex{span.first.value + span.read++}));
            if (Clock::now() - given_out < kMoment) continue;
            if (!give_out(span)) return false;
            given_out = Clock::now();
        }
        return true;
    }

    PageLayout lay_out(PageIndex page) {
        const auto began = Clock::now();
        PageReading reading = document_.read(page);
        const bool scan = reading.info.source == Source::kOcr;
        (scan ? times_.scan : times_.read) += microseconds_since(began);
        return timed(times_.layout, [&] { return layout::lay_out(std::move(reading)); });
    }

    /// What was not told yet.
    border::StageTimes told_times() { return std::exchange(times_, {}); }

    bool give_out(Span& span) {
        for (const PageLayout& layout : std::exchange(span.held, {})) {
            if (!answer(border::PageRead{{border::encode(layout)}})) return false;
        }
        return true;
    }

    bool answer(border::Answer answer) { return border::send_answer(*channel_, answer); }

    Channel* channel_ = nullptr;
    border::StageTimes times_;  ///< since they were told
    Descriptor file_;
    Descriptor output_;             ///< of the request under way
    border::OpenDocument opening_;  ///< of the document under way
    bool opened_ = false;           ///< for its pages
    OpenPages document_;
    ArchiveMembers archive_;
    std::variant<std::monostate, border::Assemble, border::ListTables> pending_;
    std::vector<PageLayout> pages_;
};

}  // namespace

int serve_as_worker() {
    border::keep_freed_memory();
    Jobs jobs;
    return border::serve(
        [&](Channel& channel, Channel::Message message) { return jobs.handle(channel, std::move(message)); },
        border::kSocketInWorker, scan_module_places());
}

}  // namespace tarang::worker
