// Group check: print of one kind side by side, so that the odd one shows.
#include <algorithm>
#include <map>
#include <sstream>

#include "apps/review/app.h"
#include "host/export/json/json_writer.h"
#include "host/export/json/record_json.h"
#include "host/export/words.h"
#include "models/flags.h"
#include "pipeline/store/printed_values.h"

namespace tarang::review {
namespace {

using exporting::JsonWriter;
using store::PrintedValue;

constexpr std::size_t kMostCrops = 300;

const std::map<std::string, std::vector<std::string>>& fields_by_kind() {
    static const std::map<std::string, std::vector<std::string>> kFields{
        {"money", {"budget", "spent", "committed", "remaining"}},
        {"status", {"result"}},
        {"number", {"number"}},
        {"period", {"period"}},
        {"digits", {"number", "period", "budget", "spent", "committed", "remaining", "progress"}}};
    return kFields;
}

/// The group or groups that a value is in: its typed value, or each Thai digit of its text.
std::vector<std::string> keys_of(const PrintedValue& value, const std::string& kind) {
    if (kind != "digits") return {value.value};
    std::vector<std::string> digits;
    for (const std::string digit : {"๐", "๑", "๒", "๓", "๔", "๕", "๖", "๗", "๘", "๙"}) {
        if (value.text.find(digit) != std::string::npos) digits.push_back(digit);
    }
    return digits;
}

void for_each_in(store::Database& database, const std::string& kind,
                 const std::function<void(const PrintedValue&)>& visit) {
    const auto fields = fields_by_kind().find(kind);
    if (fields == fields_by_kind().end())
        throw Refused{400, "bad_request", "ไม่มีกลุ่มชนิดนี้", "There are no groups of this kind."};
    for (const std::string& field : fields->second) store::for_each_value(database, field, visit);
}

std::string label_of(const std::string& key, const std::string& kind, Language language) {
    if (key.empty()) return language == Language::kThai ? "ไม่มีค่า" : "no value";
    for (int i = 0; kind == "status" && i <= static_cast<int>(Status::kUnknown); ++i) {
        const auto status = static_cast<Status>(i);
        if (name_of(status) == key) return exporting::words_of(status).in(language);
    }
    return key;
}

void write_crop(JsonWriter& json, const PrintedValue& value) {
    json.begin_object();
    json.member("document", value.sha256);
    json.member("activity", value.activity);
    json.member("field", value.field);
    json.member("text", value.text);
    json.member("value", exporting::null_if_empty(value.value));
    json.key("region");
    exporting::write_region(json, value.region);
    json.key("page_size").begin_array();
    json.value(value.page_width);
    json.value(value.page_height);
    json.end_array();
    json.member("turned", value.turned);
    json.member("awaiting", value.awaiting);
    json.member("decided", value.decided);
    json.member("confidence", value.confidence);
    json.end_object();
}

}  // namespace

std::string ReviewApp::groups(const Call& call) {
    const std::string& kind = call.request.parameter("kind");
    std::map<std::string, std::int64_t> counts;
    for_each_in(database_, kind, [&](const PrintedValue& value) {
        for (const std::string& key : keys_of(value, kind)) ++counts[key];
    });
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.key("groups").begin_array();
    for (const auto& [key, count] : counts) {
        json.begin_object();
        json.member("key", key);
        json.member("label", label_of(key, kind, call.language));
        json.member("count", count);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return out.str();
}

std::string ReviewApp::group(const Call& call) {
    const std::string& kind = call.request.parameter("kind");
    const std::string& wanted = call.request.parameter("key");
    const std::size_t offset = call.request.count("offset", 0);
    const std::size_t limit = std::min(call.request.count("limit", 120), kMostCrops);
    std::size_t total = 0;
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.key("items").begin_array();
    for_each_in(database_, kind, [&](const PrintedValue& value) {
        const auto keys = keys_of(value, kind);
        const bool all = wanted.empty() && call.request.query.count("key") == 0;
        if (!all && std::find(keys.begin(), keys.end(), wanted) == keys.end()) return;
        if (total >= offset && total < offset + limit) write_crop(json, value);
        ++total;
    });
    json.end_array();
    json.member("total", total);
    json.end_object();
    return out.str();
}

}  // namespace tarang::review
