#include "host/export/json/events_json.h"

#include "host/export/json/record_json.h"

namespace tarang::exporting {

void write_event(std::ostream& out, const DocumentEvent& event, const std::optional<std::string>& time) {
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.member("event", "document");
    if (time) json.member("time", *time);
    json.member("path", event.path);
    json.member("sha256", event.sha256);
    json.member("state", name_of(event.state));
    json.member("code", name_of(event.code));
    json.member("reason", null_if_empty(event.reason));
    json.member("pages", event.pages);
    json.member("pages_read", event.pages_read);
    json.member("activities", event.activities);
    json.member("flagged", event.flagged);
    json.member("duplicate_of", event.duplicate_of);
    json.member("seconds", event.seconds);
    json.end_object();
    out << std::endl;
}

namespace {

void write_not_submitted(JsonWriter& json, const std::vector<Expected>& missing) {
    json.key("not_submitted").begin_array();
    for (const Expected& expected : missing) {
        json.begin_object();
        json.member("code", expected.key.code);
        json.member("name", expected.name);
        json.member("year", expected.key.year);
        json.member("form", expected.key.form);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

void write_summary(std::ostream& out, const StateCounts& counts,
                   const std::optional<std::vector<Expected>>& not_submitted, ExitCode exit_code) {
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.member("event", "summary");
    json.key("counts").begin_object();
    for (int i = 0; i <= static_cast<int>(DocumentState::kQuarantined); ++i) {
        const auto state = static_cast<DocumentState>(i);
        if (counts.of(state) > 0) json.member(name_of(state), counts.of(state));
    }
    json.end_object();
    if (not_submitted) write_not_submitted(json, *not_submitted);
    json.member("exit_code", static_cast<int>(exit_code));
    json.end_object();
    out << std::endl;
}

}  // namespace tarang::exporting
