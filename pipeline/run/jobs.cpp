#include "pipeline/run/jobs.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "pipeline/image/png.h"
#include "pipeline/interpret/interpret.h"
#include "pipeline/layout/layout.h"
#include "pipeline/normalize/normalize.h"
#include "pipeline/receive/descriptor.h"
#include "pipeline/receive/sha256.h"
#include "pipeline/run/inspect.h"
#include "pipeline/run/messages.h"
#include "pipeline/run/open_pages.h"
#include "pipeline/run/scan_reader.h"
#include "pipeline/run/second_looks.h"
#include "pipeline/stitch/stitch.h"
#include "pipeline/verify/second_looks.h"
#include "pipeline/verify/verify.h"
#include "pipeline/worker/child.h"
#include "pipeline/worker/process.h"

namespace tarang::run {
namespace {

using worker::Channel;

/// The forms among which the document finds its own.
std::vector<interpret::Profile> candidates_of(const FormChoice& choice) {
    if (!choice.own_toml.empty()) return {interpret::parse_profile(choice.own_toml, choice.own_origin)};
    if (const auto* named = interpret::shipped_profile(choice.name)) return {*named};
    return interpret::shipped_profiles();
}

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

/// Pages go out together when so much time has gone into them: each answer costs both ends, and a stop costs
/// no more than this.
constexpr Milliseconds kMoment{250};

/// Pages that are being read.
struct Span {
    PageIndex first;
    std::int32_t count = 0;
    Milliseconds most{};
    std::int32_t read = 0;
    std::vector<PageLayout> held = {};  ///< that were not given out yet
};

/// One request after the other; false from a handler means that the parent broke the protocol.
class Jobs {
public:
    bool handle(Channel& channel, Channel::Message message) {
        channel_ = &channel;
        auto request = worker::decode<Request>(message.payload);
        if (!request) return false;
        message.payload.clear();
        if (message.document) file_ = std::move(message.document);
        return std::visit([this](auto& wanted) { return serve(wanted); }, *request);
    }

private:
    bool serve(const OpenDocument& wanted) {
        document_.close();
        ::malloc_trim(0);  // what the last document took must not count against this one
        const EventCode code = document_.open(file_.get(), wanted);
        if (!wanted.answer) return true;
        return code == EventCode::kOk ? answer(Opened{document_.count()}) : answer(Refusal{code});
    }

    bool serve(const ReadPages& wanted) {
        if (document_.state() != EventCode::kOk) return answer(Refusal{document_.state()});
        Span span{PageIndex{wanted.first}, wanted.count, Milliseconds(wanted.milliseconds)};
        return read(span) && give_out(span) && answer(PagesRead{span.read});
    }

    bool serve(const ReadDocument& wanted) {
        if (document_.state() != EventCode::kOk) return answer(Refusal{document_.state()});
        if (!answer(Opened{document_.count()})) return false;
        Span span{PageIndex{0}, document_.count(), Milliseconds(wanted.milliseconds)};
        if (!read(span)) return false;
        // A scan may want second looks, for which its pages must be kept.
        const bool digital = std::none_of(span.held.begin(), span.held.end(), [](const PageLayout& page) {
            return page.info.source == Source::kOcr;
        });
        if (digital && static_cast<std::int32_t>(span.held.size()) == span.count)
            return assemble({wanted.form, {}}, std::move(span.held));
        return give_out(span) && answer(PagesRead{span.read});
    }

    bool serve(Assemble& wanted) {
        pending_ = std::move(wanted);
        return true;
    }
    bool serve(const ListTables& wanted) {
        pending_ = wanted;
        return true;
    }

    bool serve(const PageInput& input) {
        auto layout = worker::decode<PageLayout>(input.layout.data);
        if (!layout) return false;
        pages_.push_back(std::move(*layout));
        return true;
    }

    bool serve(const EndOfPages&) {
        std::vector<PageLayout> pages = std::exchange(pages_, {});
        const auto wanted = std::move(pending_);
        pending_.emplace<std::monostate>();
        if (const auto* asked = std::get_if<Assemble>(&wanted)) return assemble(*asked, std::move(pages));
        if (const auto* list = std::get_if<ListTables>(&wanted))
            return list_tables(list->by_page, std::move(pages));
        return false;
    }

    bool serve(const ReadAgain& wanted) {
        if (document_.state() != EventCode::kOk) return answer(Refusal{document_.state()});
        return answer(SeenAgain{document_.look_again(PageIndex{wanted.page}, wanted.turned, wanted.places)});
    }

    bool serve(const DrawPage& wanted) {
        if (document_.state() != EventCode::kOk) return answer(Refusal{document_.state()});
        auto drawn =
            inspect_page(document_, PageIndex{wanted.page},
                         wanted.format == DrawFormat::kSvg ? InspectFormat::kSvg : InspectFormat::kPng);
        if (drawn.empty()) return answer(Refusal{EventCode::kPageUnreadable});
        return answer(Drawing{{std::move(drawn)}});
    }

    bool serve(const ShowPage& wanted) {
        if (document_.state() != EventCode::kOk) return answer(Refusal{document_.state()});
        auto picture = image::to_png(document_.shown(PageIndex{wanted.page}, wanted.dots_per_inch));
        if (picture.empty()) return answer(Refusal{EventCode::kPageUnreadable});
        return answer(Drawing{{std::move(picture)}});
    }

    /// Each stage's input is gone before the next but one begins: a long document must not be held thrice.
    bool assemble(const Assemble& asked, std::vector<PageLayout> pages) {
        const FormChoice& form = asked.form;
        CleanDocument clean = normalize::normalize(stitch::stitch(std::move(pages)));
        add_looks(asked.looks, clean);
        Records result;
        result.tables = static_cast<std::int32_t>(clean.tables.size());
        result.records = interpret::interpret(clean, candidates_of(form));
        const std::string_view shipped = interpret::shipped_toml(result.records.profile);
        const bool own = !form.own_toml.empty();
        if (!result.records.profile.empty())
            result.form_hash = receive::sha256_of(own ? form.own_toml : shipped);
        clean = {};
        result.records = verify::verify(std::move(result.records));
        if (asked.looks.empty()) result.rereads = verify::worth_a_second_look(result.records);
        return answer(std::move(result));
    }

    bool list_tables(bool by_page, std::vector<PageLayout> pages) {
        return answer(Tables{normalize::normalize(by_page ? stitch::by_page(std::move(pages))
                                                          : stitch::stitch(std::move(pages)))});
    }

    /// At least one page, then more until the time is over.
    bool read(Span& span) {
        const auto began = Clock::now();
        auto given_out = began;
        while (span.read < span.count && (span.read == 0 || Clock::now() - began < span.most)) {
            span.held.push_back(layout::lay_out(document_.read(PageIndex{span.first.value + span.read++})));
            if (Clock::now() - given_out < kMoment) continue;
            if (!give_out(span)) return false;
            given_out = Clock::now();
        }
        return true;
    }

    bool give_out(Span& span) {
        for (const PageLayout& layout : std::exchange(span.held, {})) {
            if (!answer(PageRead{{worker::encode(layout)}})) return false;
        }
        return true;
    }

    bool answer(Answer answer) { return channel_->send(worker::encode(answer)); }

    Channel* channel_ = nullptr;
    Descriptor file_;
    OpenPages document_;
    std::variant<std::monostate, Assemble, ListTables> pending_;
    std::vector<PageLayout> pages_;
};

}  // namespace

int serve_as_worker() {
    Jobs jobs;
    return worker::serve(
        [&](Channel& channel, Channel::Message message) { return jobs.handle(channel, std::move(message)); },
        worker::kSocketInWorker, scan_module_places());
}

}  // namespace tarang::run
