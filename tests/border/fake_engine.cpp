// Stands in for the worker with its engines: a document of three pages whose one table has one activity,
// and one fault that the first argument names. It speaks the worker's language truly or not at all.
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <limits>
#include <string>
#include <thread>
#include <utility>

#include "host/border/child.h"
#include "host/border/messages.h"
#include "host/border/process.h"

namespace {

using namespace tarang;
using namespace tarang::border;
using border::Channel;

constexpr std::int32_t kPages = 3;
std::string fault;
std::int32_t pages_received = 0;
std::int32_t documents = 0;
bool wants_tables = false;

bool is(std::string_view name) { return fault == name; }

bool send(Channel& channel, const Answer& answer) { return channel.send(border::encode(answer)); }

PageLayout layout_of(std::int32_t page) {
    PageLayout layout;
    layout.info.number = {is("wrong-page") ? 1 : page + 1};
    if (is("page-beyond"))
        layout.findings = {{FindingCode::kPageSuspect, PageNumber{kPages + 1}, {}, {}, {}, {}}};
    if (!is("scan")) layout.info.source = Source::kTextLayer;
    TextBlock block;
    block.lines.resize(1);
    block.lines[0].text = is("bad-utf8") ? "\xE0\xB8" : "ข้อความ";
    if (is("nan-box")) block.box.left = std::numeric_limits<float>::quiet_NaN();
    layout.blocks = {block};
    return layout;
}

/// A list that says it has very many items, where there are none.
std::string huge_count() { return border::encode(Answer(PageRead{{"\x01\xFF\xFF\xFF\xFF\xFF\xFF\x7F"}})); }

bool serve(Channel& channel, const OpenDocument& wanted) {
    ++documents;
    if (is("crash-on-open")) std::raise(SIGSEGV);
    if (!wanted.answer) return true;
    if (is("damaged")) return send(channel, Refusal{EventCode::kDamaged});
    if (is("no-pages")) return send(channel, Opened{0});
    if (is("too-many-pages")) return send(channel, Opened{std::numeric_limits<std::int32_t>::max()});
    if (is("wrong-answer")) return send(channel, PagesRead{1});
    if (is("garbage")) return channel.send("\xFF\xFF\xFF");
    return send(channel, Opened{kPages});
}

/// Whole, or in pieces of a few bytes.
bool send_records(Channel& channel, const Records& records) {
    constexpr std::size_t kPiece = 7;
    if (is("a-piece-between")) channel.send(encode(Answer(Piece{{"half"}, false})));
    if (is("empty-pieces")) channel.send(encode(Answer(Piece{{""}, false})));
    return is("pieces") ? send_answer(channel, records, kPiece) : send(channel, records);
}

Records records_of(std::int32_t pages) {
    Records records;
    records.tables = is("no-table") ? 0 : 1;
    records.records.profile = is("unknown-form") ? "" : "monitoring";
    for (std::int32_t page = 0; page < pages; ++page) records.records.pages.push_back(layout_of(page).info);
    if (is("unknown-form")) {
        records.records.findings.emplace_back();
        records.records.findings[0].code = FindingCode::kUnknownForm;
    }
    if (is("unknown-form") || is("no-records")) return records;
    records.records.activities.resize(1);
    records.records.activities[0].id = "a1";
    if (is("a-page-less")) records.records.pages.pop_back();
    if (is("flags-lie")) {
        records.records.activities[0].field(FieldKey::kBudget) = Field{};
        records.records.activities[0].field(FieldKey::kBudget)->needs_review = true;
    }
    if (is("many")) records.records.activities.resize(2'000);
    if (is("records-beyond")) records.records.pages.back().number = {kPages + 1};
    return records;
}

bool serve(Channel& channel, const ReadPages& wanted) {
    std::int32_t read = wanted.count;
    for (std::int32_t page = wanted.first; page < wanted.first + wanted.count; ++page) {
        if (page == 1 && is("crash-on-page")) std::raise(SIGSEGV);
        if (page == 1 && is("crash-when-used") && documents > 1) std::raise(SIGSEGV);
        if (page == 1 && is("slow-page")) std::this_thread::sleep_for(std::chrono::milliseconds(300));
        if (page == 1 && is("late-page")) std::this_thread::sleep_for(std::chrono::milliseconds(900));
        if (page == 1 && is("leave-on-page")) {
            ::close(kSocketInWorker);
            std::this_thread::sleep_for(std::chrono::hours(1));
        }
        if (page == 1 && is("hang-on-page")) std::this_thread::sleep_for(std::chrono::hours(1));
        if (page == 1 && is("killed-on-page")) std::raise(SIGKILL);
        if (page == 1 && is("memory-on-page")) ::_exit(border::kExitOutOfMemory);
        if (page == 1 && is("stop-early")) break;
        if (page > wanted.first && is("one-at-a-time")) {
            read = 1;
            break;
        }
        if (page == 1 && is("huge-count")) return channel.send(huge_count());
        if (!send(channel, PageRead{{border::encode(layout_of(page))}})) return false;
    }
    if (is("a-page-more")) send(channel, PageRead{{border::encode(layout_of(2))}});
    return send(channel, PagesRead{read});
}

bool serve(Channel& channel, const ReadDocument&) {
    if (is("damaged")) return send(channel, Refusal{EventCode::kDamaged});
    if (is("old-text")) return send(channel, Refusal{EventCode::kUnsupportedFormat, Nature::kOldText});
    if (is("no-pages")) return send(channel, Opened{0});
    if (is("too-many-pages")) return send(channel, Opened{std::numeric_limits<std::int32_t>::max()});
    if (is("opened-for-ever")) {
        while (send(channel, Opened{kPages})) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    if (is("records-unopened")) return send_records(channel, records_of(kPages));
    if (!send(channel, Opened{kPages})) return false;
    if (is("records-after-a-page")) send(channel, PageRead{{border::encode(layout_of(0))}});
    if (is("quick") || is("pieces") || is("a-piece-between") || is("empty-pieces") || is("a-page-less") ||
        is("flags-lie") || is("many") || is("records-beyond") || is("records-after-a-page"))
        return send_records(channel, records_of(kPages));
    return serve(channel, ReadPages{0, kPages, 0});
}

bool serve(Channel&, const Assemble&) {
    wants_tables = false;
    return true;
}
bool serve(Channel&, const ListTables&) { return wants_tables = true; }
bool serve(Channel&, const PageInput&) { return ++pages_received > 0; }

bool serve(Channel& channel, const EndOfPages&) {
    if (is("crash-on-assemble")) std::raise(SIGSEGV);
    if (wants_tables) return send(channel, Tables{});
    return send_records(channel, records_of(std::exchange(pages_received, 0)));
}

bool serve(Channel& channel, const ReadAgain& wanted) {
    if (wanted.page == 1 && is("crash-on-look")) std::raise(SIGSEGV);
    if (wanted.page == 1 && is("killed-on-look")) std::raise(SIGKILL);
    SeenAgain seen;
    for (const Reread& place : wanted.places) seen.looks.push_back({place.page, place.quad, {}});
    if (wanted.page == 1 && is("a-look-more")) seen.looks.resize(seen.looks.size() + 1);
    if (wanted.page == 1 && is("look-elsewhere")) seen.looks.front().page = {kPages};
    return send(channel, std::move(seen));
}

bool serve(Channel& channel, const DrawPage& wanted) {
    if (is("no-drawing")) return send(channel, Refusal{EventCode::kPageUnreadable});
    return send(channel, Drawing{{std::string(name_of(wanted.format)) + std::to_string(wanted.page)}});
}

bool serve(Channel& channel, const ShowPage&) { return send(channel, Refusal{EventCode::kPageUnreadable}); }
bool serve(Channel& channel, const ListOffice&) { return send(channel, Refusal{EventCode::kDamaged}); }

bool serve(Channel& channel, const ListMembers&) {
    Members members{{{"a.pdf", 6}, {"b.pdf", 6}}};
    if (is("name-leads-out")) members.members[0].name = "../a.pdf";
    if (is("name-twice")) members.members[1].name = "a.pdf";
    if (is("name-of-two-lines")) members.members[0].name = "a\nb.pdf";
    if (is("members-too-large")) members.members[0].size = std::numeric_limits<std::int64_t>::max();
    if (is("a-member-more")) members.members.push_back({"c.pdf", 6});
    return send(channel, members);
}

/// The descriptor of the request under way.
Descriptor output;

bool serve(Channel& channel, const UnpackMember&) {
    std::string content = "%PDF-1";
    if (is("member-too-large")) content.resize(std::size_t{4} << 20);
    const bool written = ::write(output.get(), content.data(), content.size()) == std::ssize(content);
    if (is("seals-first")) ::fcntl(output.get(), F_ADD_SEALS, F_SEAL_SEAL);
    if (is("another-size")) content += "x";
    if (!written) return send(channel, Refusal{EventCode::kTooLarge});
    return send(channel, Unpacked{std::ssize(content)});
}

bool handle(Channel& channel, Channel::Message message) {
    const auto request = border::decode<Request>(message.payload);
    if (request && std::holds_alternative<UnpackMember>(*request)) output = std::move(message.document);
    return request && std::visit([&](const auto& wanted) { return serve(channel, wanted); }, *request);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 1) fault = argv[1];
    return border::serve(handle, border::kSocketInWorker);
}
