// Teaching a form: a table and what its columns may be, a trial, and the form for all documents.
#include <sstream>

#include "apps/review/app.h"
#include "apps/review/form_draft.h"
#include "host/audit/suggested_form.h"
#include "host/export/days.h"
#include "host/export/json/json_writer.h"
#include "host/export/json/record_json.h"
#include "host/import/taught_forms.h"
#include "pipeline/store/taught_forms.h"

namespace tarang::review {
namespace {

using exporting::JsonWriter;

/// What a form is called while it is tried; no person can give a form this name.
constexpr const char* kDraft = "/draft/";

const TableRecord& table_of(const OpenedDocument& document, std::int64_t index) {
    const auto& tables = document.stored.records.tables;
    if (index < 0 || static_cast<std::size_t>(index) >= tables.size())
        throw Refused{404, "not_found", "ไม่พบตารางนี้แล้ว", "This table is no more."};
    return tables[static_cast<std::size_t>(index)];
}

void write_columns(JsonWriter& json, const TableRecord& table) {
    const auto guesses = audit::guesses_of(table);
    json.begin_array();
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const auto& path = table.header[i];
        if (std::all_of(path.begin(), path.end(), interpret::is_blank)) continue;  // nothing to know it by
        json.begin_object();
        json.member("index", i);
        json.key("path").begin_array();
        for (const std::string& level : table.header[i]) json.value(level);
        json.end_array();
        json.member("field", guesses[i] ? std::optional(std::string(name_of(*guesses[i]))) : std::nullopt);
        json.end_object();
    }
    json.end_array();
}

/// The pages on which the table stands.
void write_table_pages(JsonWriter& json, const DocumentRecords& records, const TableRecord& table) {
    json.key("pages").begin_array();
    for (const PageInfo& page : records.pages) {
        const bool here = std::any_of(table.regions.begin(), table.regions.end(),
                                      [&](const Region& region) { return region.page == page.number; });
        if (!here) continue;
        json.begin_object();
        json.member("page", page.number.value);
        json.member("width", page.width);
        json.member("height", page.height);
        json.member("turned", page.turned);
        json.end_object();
    }
    json.end_array();
    json.key("regions").begin_array();
    for (const Region& region : table.regions) exporting::write_region(json, region);
    json.end_array();
}

std::string answer_of(const std::function<void(JsonWriter&)>& members) {
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    members(json);
    json.end_object();
    return out.str();
}

std::string trial_answer(const Teaching::Tried& tried, Language language) {
    return answer_of([&](JsonWriter& json) {
        if (const auto* code = std::get_if<EventCode>(&tried))
            json.member("problem", message_of(*code, language));
        else
            write_trial(json, std::get<DocumentRecords>(tried), kDraft, language);
    });
}

}  // namespace

/// A table, what each of its columns may be, and the choice of fields.
std::string ReviewApp::table(const Call& call) {
    const auto document = document_of(call.request.parameter("document"));
    const auto index = static_cast<std::int64_t>(call.request.count("table", 0));
    const TableRecord& table = table_of(*document, index);
    store::TaughtForms forms(database_);
    for (const Region& region : table.regions) images_.ahead(document->stored.entry, region.page);
    return answer_of([&](JsonWriter& json) {
        json.member("document", document->stored.entry.sha256);
        json.member("table", index);
        json.member("file_name", document->stored.entry.file_name);
        json.member("title", table.title);
        json.member("form", exporting::null_if_empty(table.form));
        json.member("reason", table.reason ? std::optional(exporting::told(*table.reason, call.language))
                                           : std::nullopt);
        json.member("documents", forms.documents_headed(table.header));
        json.member("name", free_name(forms.standing(), call.language));
        write_table_pages(json, document->stored.records, table);
        json.key("columns");
        write_columns(json, table);
        json.key("choices");
        write_field_choices(json, call.language);
    });
}

ReviewApp::Draft ReviewApp::draft_of(const Call& call, const std::string& name) {
    Draft draft;
    draft.document = document_of(call.body.text("document"));
    const TableRecord& table = table_of(*draft.document, call.body.integer("table", -1));
    const auto choices = choices_in(call.body, table.header.size());
    if (!choices) throw Refused{400, "bad_request", "คำขอไม่ถูกต้อง", "There is no such column or field."};
    draft.problem = problem_of(*choices, call.language);
    draft.header = table.header;
    draft.toml = audit::form_of_choices(name, table.title.value_or(name), table.header, *choices);
    return draft;
}

/// The records that the form would give of its own document; nothing is stored.
void ReviewApp::try_form(const Call& call, const Reply& reply) {
    const Draft draft = draft_of(call, kDraft);
    if (!draft.problem.empty())
        return reply(answer_of([&](JsonWriter& json) { json.member("problem", draft.problem); }));
    static_cast<void>(interpret::parse_profile(draft.toml, kDraft));
    teaching_.try_form(call.holder.session, draft.document->stored.entry, draft.toml,
                       [reply, language = call.language](const std::optional<Teaching::Tried>& tried) {
                           if (tried) return reply(trial_answer(*tried, language));
                           reply(answer_of([](JsonWriter& json) { json.member("overtaken", true); }));
                       });
}

void ReviewApp::teach(const Call& call, const Reply& reply) {
    FormOrder order;
    order.by = call.holder.reviewer;
    order.name = interpret::trimmed(call.body.text("name"));
    Draft draft = draft_of(call, order.name);
    const auto standing = store::TaughtForms(database_).standing();
    if (draft.problem.empty()) draft.problem = problem_of_name(order.name, standing, call.language);
    if (!draft.problem.empty()) throw Refused{400, "not_a_form", draft.problem, draft.problem};
    static_cast<void>(interpret::parse_profile(draft.toml, order.name));
    order.toml = std::move(draft.toml);
    order.header = std::move(draft.header);
    carry_out(std::move(order), reply);
}

void ReviewApp::forget_form(const Call& call, const Reply& reply) {
    FormOrder order;
    order.forget = true;
    order.by = call.holder.reviewer;
    order.name = call.body.text("name");
    if (!store::TaughtForms(database_).named(order.name))
        throw Refused{404, "not_found", "ไม่มีแบบนี้แล้ว", "There is no such form any more."};
    carry_out(std::move(order), reply);
}

void ReviewApp::carry_out(FormOrder order, const Reply& reply) {
    teaching_.carry_out(std::move(order), [reply](const Teaching::Begun& begun) {
        if (const auto* why = std::get_if<std::string>(&begun))
            return reply(RunError(ExitCode::kDatabase, *why));
        reply(answer_of([&](JsonWriter& json) { json.member("documents", std::get<std::size_t>(begun)); }));
    });
}

/// The forms that stand, what they gave, and how far the documents are that are being read again.
std::string ReviewApp::forms(const Call& call) {
    static_cast<void>(call);
    store::TaughtForms forms(database_);
    const FormWork work = teaching_.work();
    return answer_of([&](JsonWriter& json) {
        json.key("forms").begin_array();
        for (const store::TaughtForm& form : forms.standing()) {
            const store::FormUse use = forms.use_of(form.name);
            json.begin_object();
            json.member("name", form.name);
            json.member("by", form.by);
            json.member("at", form.at);
            json.member("documents", use.documents);
            json.member("records", use.activities);
            json.end_object();
        }
        json.end_array();
        json.key("work").begin_object();
        json.member("running", work.running);
        json.member("name", work.order.name);
        json.member("forget", work.order.forget);
        json.member("total", work.total);
        json.member("done", work.done);
        json.member("failed", work.failed);
        json.member("seconds", work.seconds);
        json.member("error", exporting::null_if_empty(work.error));
        json.end_object();
    });
}

}  // namespace tarang::review
