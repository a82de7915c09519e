// What is to be checked, and one record of it.
#include <algorithm>
#include <set>
#include <sstream>

#include "apps/review/app.h"
#include "apps/review/fields.h"
#include "apps/review/record_view.h"
#include "host/border/versions.h"
#include "host/export/days.h"
#include "host/export/json/record_json.h"
#include "models/flags.h"
#include "pipeline/interpret/forms/keyed.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/corrections.h"
#include "pipeline/store/samples.h"
#include "pipeline/store/search.h"
#include "pipeline/store/seeds.h"

namespace tarang::review {
namespace {

using exporting::JsonWriter;
using store::WorkItem;
using store::WorkList;

constexpr std::size_t kMostFound = 10'000;
constexpr std::size_t kMostLines = 500;

/// Records that have all the words, by (SHA-256, key). An empty key stands for all of a document: that of a
/// school which is looked for.
std::set<std::pair<std::string, std::string>> found(store::Database& database, const std::string& words) {
    std::set<std::pair<std::string, std::string>> records;
    for (const store::Hit& hit : store::find(database, words, {.limit = kMostFound}).hits) {
        if (!hit.activity_id.empty() || hit.field == "submission")
            records.emplace(hit.sha256, hit.activity_id);
    }
    return records;
}

bool passes(const WorkItem& item, const std::string& filter) {
    if (filter == "awaiting") return item.awaiting > 0;
    if (filter == "sample") return item.sampled;
    if (filter == "unseen") return item.decided == 0;
    return true;
}

void write_progress(JsonWriter& json, const WorkList& list) {
    std::int64_t awaiting = 0;
    std::int64_t decided = 0;
    for (const WorkItem& item : list.items) {
        awaiting += item.awaiting;
        decided += item.decided;
    }
    json.key("progress").begin_object();
    json.member("records", list.items.size());
    json.member("fields", list.fields);
    json.member("awaiting", awaiting);
    json.member("decided", decided);
    json.end_object();
}

bool is_headed(const std::vector<std::string>& path) {
    return std::any_of(path.begin(), path.end(),
                       [](const std::string& level) { return !interpret::is_blank(level); });
}

/// The documents that gave nothing: nobody has checked these when every record is checked.
void write_empty_documents(JsonWriter& json, store::Database& database, Language language) {
    json.key("without").begin_array();
    for (const EmptyDocument& document : store::Archive(database).empty_documents()) {
        json.begin_object();
        json.member("file_name", document.entry.file_name);
        json.member("reason", message_of(document.entry.code, language));
        json.key("tables").begin_array();
        for (std::size_t i = 0; i < document.tables.size(); ++i) {
            const TableRecord& table = document.tables[i];
            if (!table.reason) continue;
            json.begin_object();
            json.member("index", i);
            json.member("reason", exporting::told(*table.reason, language));
            json.member("headed", std::count_if(table.header.begin(), table.header.end(), is_headed) > 1);
            json.end_object();
        }
        json.end_array();
        json.member("document", document.entry.sha256);
        json.end_object();
    }
    json.end_array();
}

void write_item(JsonWriter& json, store::Database& database, const WorkList& list, const WorkItem& item,
                const std::optional<std::string>& held_by) {
    const store::WorkDocument& document = list.documents.at(item.document);
    const store::WorkDetails details = store::read_work_details(database, item);
    json.begin_object();
    json.member("document", document.sha256);
    json.member("file_name", document.file_name);
    json.member("activity", item.activity);
    json.member("number", item.number);
    json.member("text", details.text);
    json.member("page", details.pages.empty() ? 1 : details.pages.front().value);
    json.key("pages").begin_array();
    for (const PageNumber page : details.pages) json.value(page.value);
    json.end_array();
    json.member("risk", store::name_of(item.risk));
    json.member("awaiting", item.awaiting);
    json.member("decided", item.decided);
    json.member("fields", details.fields);
    json.member("held_by", held_by);
    json.end_object();
}

}  // namespace

const WorkList& ReviewApp::work_list() {
    const std::int64_t version = store::Corrections(database_).version();
    if (work_version_ != version) {
        work_list_ = store::read_work_list(database_);
        teach_items_ = read_teach_items(database_);
        work_version_ = version;
    }
    return work_list_;
}

std::vector<TeachItem> ReviewApp::teach_items(const Call& call) {
    const std::string& filter = call.request.parameter("filter");
    if (filter == "sample" || filter == "unseen" || !call.request.parameter("search").empty()) return {};
    const std::string& only = call.request.parameter("document");
    std::vector<TeachItem> items = teach_items_;
    std::erase_if(items, [&](const TeachItem& item) { return !only.empty() && item.sha256 != only; });
    return items;
}

std::string ReviewApp::session(const Call& call) {
    const WorkList& list = work_list();
    std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> counts;  // records, awaiting
    for (const WorkItem& item : list.items) {
        ++counts[item.document].first;
        counts[item.document].second += item.awaiting;
    }
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.member("reviewer", call.holder.reviewer);
    json.member("owner", call.owner);
    json.member("database", database_.path().substr(database_.path().rfind('/') + 1));
    json.member("program", border::program_version());
    write_empty_documents(json, database_, call.language);
    json.key("documents").begin_array();
    for (const auto& [number, document] : list.documents) {
        json.begin_object();
        json.member("sha256", document.sha256);
        json.member("file_name", document.file_name);
        json.member("title", document.title);
        json.member("records", counts[number].first);
        json.member("awaiting", counts[number].second);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return out.str();
}

std::string ReviewApp::work(const Call& call) {
    const WorkList& list = work_list();
    const std::string& words = call.request.parameter("search");
    const auto hits = words.empty() ? decltype(found(database_, words)){} : found(database_, words);
    std::vector<const WorkItem*> items;
    for (const WorkItem& item : list.items) {
        const std::string& sha256 = list.documents.at(item.document).sha256;
        const std::string& only = call.request.parameter("document");
        if (!only.empty() && only != sha256) continue;
        if (!passes(item, call.request.parameter("filter"))) continue;
        if (words.empty() || hits.contains({sha256, item.activity}) || hits.contains({sha256, ""}))
            items.push_back(&item);
    }
    const std::vector<TeachItem> tables = teach_items(call);
    const std::size_t total = tables.size() + items.size();
    const std::size_t offset = std::min(call.request.count("offset", 0), total);
    const std::size_t limit = std::min(call.request.count("limit", 200), kMostLines);
    const auto held = store::Leases(database_).others(call.holder.session);
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.member("total", total);
    json.member("tables", tables.size());
    json.member("offset", offset);
    write_progress(json, list);
    json.key("items").begin_array();
    for (std::size_t i = offset; i < std::min(offset + limit, total); ++i) {
        if (i < tables.size()) {
            write_item(json, tables[i]);
            continue;
        }
        const WorkItem& item = *items[i - tables.size()];
        const auto holder = held.find({list.documents.at(item.document).sha256, item.activity});
        write_item(json, database_, list, item,
                   holder == held.end() ? std::nullopt : std::optional(holder->second));
    }
    json.end_array();
    json.end_object();
    return out.str();
}

void ReviewApp::write_record_of(JsonWriter& json, const Call& call, const std::string& sha256,
                                const std::string& activity) {
    const auto document = document_of(sha256);
    const std::size_t position = position_of(*document, activity);
    RecordContext context;
    context.language = call.language;
    context.held_by = store::Leases(database_).held_by_other(sha256, activity, call.holder.session);
    context.held_elsewhere = context.held_by == call.holder.reviewer;
    context.in_sample = store::Samples(database_).undecided_fields(sha256, activity);
    if (call.checking) context.seeds = store::Seeds(database_).of(sha256, activity);
    write_record(json, *document, position, context);
}

std::string ReviewApp::record(const Call& call) {
    const std::string& sha256 = call.request.parameter("document");
    const std::string& activity = call.request.parameter("activity");
    const auto document = document_of(sha256);
    const std::size_t position = position_of(*document, activity);
    const std::string& hold = call.request.parameter("hold");  // "1": as usual, "2": from oneself as well
    store::Leases leases(database_);
    if (hold == "2") leases.let_go_elsewhere(sha256, activity, call.holder);
    if (hold == "1" || hold == "2") static_cast<void>(leases.hold(sha256, activity, call.holder));
    std::set<PageNumber> pages;
    for (const std::string& name : field_names(document->stored.records.activities[position])) {
        const Field* field = field_named(document->stored.records.activities[position], name);
        for (const Fragment& piece : field->fragments) pages.insert(piece.region.page);
    }
    for (const PageNumber page : pages) images_.ahead(document->stored.entry, page);
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    write_record_of(json, call, sha256, activity);
    return out.str();
}

/// All pages of the document, their sizes and how they are turned.
std::string ReviewApp::pages(const Call& call) {
    const auto document = document_of(call.request.parameter("document"));
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    exporting::write_pages(json, document->stored.records.pages);
    json.end_object();
    return out.str();
}

/// A page that is being closed lets go of its record.
std::string ReviewApp::release(const Call& call) {
    store::Leases(database_).let_go(call.holder.session, call.body.text("document"),
                                    call.body.text("activity"));
    return "{}";
}

/// The number of the newest decision about a record, and who has it open: asked for often, while a page shows
/// the record.
std::string ReviewApp::changes(const Call& call) {
    const std::string& sha256 = call.request.parameter("document");
    const std::string& activity = call.request.parameter("activity");
    const auto document = document_of(sha256);
    std::int64_t newest = 0;
    for (std::size_t i = 0; i < document->log.size(); ++i) {
        if (document->is_about(i, activity)) newest = std::max(newest, document->log[i].number);
    }
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.member("newest", newest);
    json.member("held_by", store::Leases(database_).held_by_other(sha256, activity, call.holder.session));
    json.end_object();
    return out.str();
}

/// The first field that needs a person: behind the given one in its record, then in the list's order behind
/// the record, then from its top.
std::string ReviewApp::next(const Call& call) {
    const WorkList& list = work_list();
    const bool sample = call.request.parameter("filter") == "sample";
    const auto wants = [&](const OpenedDocument& document, const WorkItem& item,
                           const std::string& behind) -> std::optional<std::string> {
        const auto position = document.position_of(item.activity);
        if (!position) return std::nullopt;
        const ActivityRecord& activity = document.stored.records.activities[*position];
        const auto undecided =
            sample ? store::Samples(database_).undecided_fields(document.stored.entry.sha256, item.activity)
                   : std::set<std::string>{};
        bool open = behind.empty();
        const auto is_next = [&](const std::string& id, const std::string& name, const Field& field) {
            if (!open) {
                open = name == behind;
                return false;
            }
            if (sample) return undecided.contains(name);
            return field.needs_review && document.decision_about(id, name) == nullptr;
        };
        for (const std::string& name : field_names(activity)) {
            if (is_next(item.activity, name, *field_named(activity, name))) return name;
        }
        if (*position != 0) return std::nullopt;  // what belongs to the document stands with its first record
        for (const std::string& name : document_field_names(document.stored.records)) {
            if (is_next({}, name, *field_of_document(document.stored.records, name))) return name;
        }
        return std::nullopt;
    };
    const std::string& sha256 = call.request.parameter("document");
    const std::string& activity = call.request.parameter("activity");
    const auto here = std::find_if(list.items.begin(), list.items.end(), [&](const WorkItem& item) {
        return item.activity == activity && list.documents.at(item.document).sha256 == sha256;
    });
    const auto held = store::Leases(database_).others(call.holder.session);
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    const auto tell = [&](const std::string& document, const std::string& record, const std::string& field) {
        json.begin_object();
        json.member("document", document);
        json.member("activity", record);
        json.member("field", field);
        json.end_object();
        return out.str();
    };
    const std::size_t start =
        here == list.items.end() ? 0 : static_cast<std::size_t>(here - list.items.begin());
    for (std::size_t i = 0; i <= list.items.size() && !list.items.empty(); ++i) {
        const WorkItem& item = list.items[(start + i) % list.items.size()];
        const bool first = i == 0 && here != list.items.end();
        if (sample ? !item.sampled : item.awaiting == 0) continue;
        const std::string& its = list.documents.at(item.document).sha256;
        if (!first && held.contains({its, item.activity})) continue;
        const auto document = opened_.get(its);
        if (!document) continue;
        if (const auto field =
                wants(*document, item, first ? call.request.parameter("field") : std::string()))
            return tell(its, item.activity, *field);
    }
    json.begin_object();
    json.member("done", true);
    json.end_object();
    return out.str();
}

}  // namespace tarang::review
