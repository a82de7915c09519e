#include "host/audit/compare_exports.h"

#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "host/audit/same_text.h"
#include "models/run_error.h"

namespace tarang::audit {
namespace {

using nlohmann::json;

// An activity's plain and typed values, as the export names them.
constexpr std::array<const char*, 17> kValues{
    "number", "strategy",    "project",   "period",          "actual",  "budget",
    "spent",  "committed",   "remaining", "progress",        "amounts", "status",
    "steps",  "steps_intro", "targets",   "targets_by_year", "extra"};
constexpr std::array<const char*, 3> kOfDocument{"title", "agency", "fiscal_year"};

json parsed(const std::string& text) {
    json tree = json::parse(text, nullptr, /*allow_exceptions=*/false);
    const bool ours = tree.is_object() && tree.value("schema", "") == "tarang-export" &&
                      tree.contains("documents") && tree["documents"].is_array();
    if (!ours)
        throw RunError(ExitCode::kUsage, "ไฟล์นี้ไม่ใช่ไฟล์ที่ tarang ส่งออก สร้างได้ด้วย tarang export DB",
                       "the file is no export of tarang; make one with tarang export DB");
    return tree;
}

std::string string_of(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The texts alone of columns that the form does not know.
json texts_of(const json& extra) {
    json texts = json::array();
    for (const json& column : extra) {
        if (column.is_object()) texts.push_back({column.value("header", json()), string_of(column, "text")});
    }
    return texts;
}

/// Without the members that are null: an export of an older version has fewer of them.
json known_part(const json& value) {
    if (!value.is_object()) return value;
    json known = json::object();
    for (const auto& [name, member] : value.items()) {
        json part = known_part(member);
        if (!part.is_null() && !(part.is_structured() && part.empty())) known[name] = std::move(part);
    }
    return known;
}

std::string shown(const json& value) {
    const json known = known_part(value);
    if (known.is_null() || (known.is_structured() && known.empty())) return {};
    return known.is_string() ? known.get<std::string>() : known.dump();
}

class Comparison {
public:
    void documents(const json& before, const json& after) {
        std::map<std::string, const json*> later;
        for (const json& document : after) later[string_of(document, "sha256")] = &document;
        for (const json& document : before) {
            const auto same = later.find(string_of(document, "sha256"));
            begin(document);
            if (same == later.end()) {
                note("document", string_of(document, "file_name"), {});
                continue;
            }
            compare_document(document, *same->second);
            later.erase(same);
        }
        for (const json& document : after) {
            if (!later.contains(string_of(document, "sha256"))) continue;
            begin(document);
            note("document", {}, string_of(document, "file_name"));
        }
    }
    std::vector<Difference> take() { return std::move(differences_); }

private:
    void begin(const json& document) {
        if (!document.is_object())
            throw RunError(ExitCode::kUsage, "ไฟล์ที่ส่งออกมีเอกสารที่ไม่ถูกรูปแบบ",
                           "the export has a document that is none");
        file_name_ = string_of(document, "file_name");
        sha256_ = string_of(document, "sha256");
        activity_.clear();
    }

    void note(const std::string& field, const std::string& before, const std::string& after) {
        differences_.push_back({file_name_, sha256_, activity_, field, before, after});
    }

    void compare(const std::string& field, const std::string& before, const std::string& after) {
        if (!same_but_for_space(before, after)) note(field, before, after);
    }

    void compare_document(const json& before, const json& after) {
        for (const char* name : kOfDocument)
            compare(name, shown(before.value(name, json())), shown(after.value(name, json())));
        const json none = json::array();
        const json& old = before.contains("activities") ? before["activities"] : none;
        const json& now = after.contains("activities") ? after["activities"] : none;
        std::vector<const json*> left;
        for (const json& activity : now) left.push_back(&activity);
        for (const json& activity : old) {
            const auto same = match(activity, left);
            activity_ = name_of_activity(activity);
            if (same == left.end()) {
                note("activity", activity_, {});
                continue;
            }
            compare_activity(activity, **same);
            left.erase(same);
        }
        for (const json* activity : left) {
            activity_ = name_of_activity(*activity);
            note("activity", {}, activity_);
        }
    }

    using Left = std::vector<const json*>;
    static Left::iterator match(const json& activity, Left& left) {
        for (const char* name : {"id", "number"}) {
            const std::string wanted = string_of(activity, name);
            if (wanted.empty()) continue;
            const auto same = std::find_if(left.begin(), left.end(), [&](const json* other) {
                return string_of(*other, name) == wanted;
            });
            if (same != left.end()) return same;
        }
        return left.end();
    }

    static std::string name_of_activity(const json& activity) {
        const std::string number = string_of(activity, "number");
        return number.empty() ? string_of(activity, "id") : number;
    }

    void compare_activity(const json& before, const json& after) {
        for (const char* name : kValues) {
            json old = before.value(name, json());
            json now = after.value(name, json());
            if (name == std::string("extra")) {
                old = texts_of(old);
                now = texts_of(now);
            }
            compare(name, shown(old), shown(now));
        }
        const json none = json::object();
        const json& old = before.contains("fields") ? before["fields"] : none;
        const json& now = after.contains("fields") ? after["fields"] : none;
        for (const auto& [name, field] : old.items())
            compare("fields." + name, string_of(field, "text"),
                    now.contains(name) ? string_of(now[name], "text") : "");
        for (const auto& [name, field] : now.items()) {
            if (!old.contains(name)) compare("fields." + name, "", string_of(field, "text"));
        }
    }

    std::string file_name_;
    std::string sha256_;
    std::string activity_;
    std::vector<Difference> differences_;
};

}  // namespace

std::vector<Difference> compare_exports(const std::string& before, const std::string& after) {
    Comparison comparison;
    try {
        comparison.documents(parsed(before)["documents"], parsed(after)["documents"]);
    } catch (const json::exception& error) {
        throw RunError(ExitCode::kUsage, std::string("ไฟล์ที่ส่งออกไม่ถูกรูปแบบ: ") + error.what(),
                       std::string("the export is not as it should be: ") + error.what());
    }
    return comparison.take();
}

}  // namespace tarang::audit
