// A second reading by another person, who does not see what the first decided.
#include <sstream>

#include "apps/review/app.h"
#include "apps/review/fields.h"
#include "apps/review/shown.h"
#include "host/export/json/json_writer.h"
#include "host/export/json/record_json.h"
#include "models/flags.h"
#include "pipeline/store/second_readings.h"

namespace tarang::review {
namespace {

using exporting::JsonWriter;

/// "budget,period" as a list; all fields where nothing is chosen.
std::vector<std::string> chosen_fields(const std::string& text) {
    std::vector<std::string> names;
    std::istringstream in(text);
    for (std::string name; std::getline(in, name, ',');) {
        if (!name.empty()) names.push_back(name);
    }
    return names;
}

}  // namespace

/// The next field that others decided about and nobody has read again: its print, and nothing of its text.
std::string ReviewApp::second(const Call& call) {
    const auto chosen = chosen_fields(call.request.parameter("fields"));
    const auto waiting = store::SecondReadings(database_).waiting(call.holder.reviewer, chosen);
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.member("left", waiting.size());
    json.key("item");
    // What is skipped is for later, or for somebody else: the list begins anew behind its end.
    const std::size_t skipped = waiting.empty() ? 0 : call.request.count("skip", 0) % waiting.size();
    const auto document = waiting.empty() ? nullptr : opened_.get(waiting[skipped].sha256);
    const auto position = document ? document->position_of(waiting[skipped].activity) : std::nullopt;
    if (!position) {
        json.null();
    } else {
        const store::SampleItem& item = waiting[skipped];
        const DocumentRecords& records = document->stored.records;
        json.begin_object();
        json.member("document", item.sha256);
        json.member("activity", item.activity);
        json.member("field", item.field);
        json.member("label", label_of(item.field, call.language));
        json.member("kind", kind_of_field(item.field));
        json.member("file_name", document->stored.entry.file_name);
        json.key("regions");
        exporting::write_regions(json, field_named(records.activities[*position], item.field)->fragments);
        exporting::write_pages(json, records.pages);
        json.end_object();
    }
    json.end_object();
    return out.str();
}

std::string ReviewApp::read_second(const Call& call) {
    const std::string sha256 = call.body.text("document");
    const std::string name = call.body.text("field");
    const auto document = document_of(sha256);
    const std::size_t position = position_of(*document, call.body.text("activity"));
    const ActivityRecord& activity = document->stored.records.activities[position];
    const Field* field = field_named(activity, name);
    const Correction* first = document->decision_about(activity.id, name);
    const auto text = call.body.maybe_text("text");
    if (field == nullptr || first == nullptr || !text)
        throw Refused{400, "bad_request", "ช่องนี้ยังไม่มีผู้ตรวจคนแรก",
                      "Nobody has decided about this field first."};
    if (first->reviewer == call.holder.reviewer)
        throw Refused{403, "same_person", "ผู้อ่านซ้ำต้องเป็นคนละคนกับผู้ตรวจคนแรก",
                      "Who reads again must be another person than who decided."};
    Correction second = about(call, *document, position, Correction::Kind::kSecond);
    second.field = name;
    second.place = field->fragments;
    second.text = text;
    store_decision(*document, second, first->number);
    const auto now = document_of(sha256);
    const bool agrees = now->decision_about(activity.id, name) != nullptr;
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.member("agrees", agrees);
    json.end_object();
    return out.str();
}

}  // namespace tarang::review
