#include "apps/review/people.h"

#include <algorithm>
#include <sstream>

#include "apps/review/app.h"
#include "host/export/json/json_writer.h"
#include "lib/thai/utf8.h"
#include "pipeline/receive/sha256.h"

namespace tarang::review {
namespace {

constexpr std::size_t kLongestName = 80;  // code points

using exporting::JsonWriter;

bool is_in(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

People::People(store::Database& database, std::string owner, std::string address)
    : reviewers_(database), access_({std::move(owner), std::move(address), [this](const std::string& token) {
                                         return reviewers_.named(receive::sha256_of(token));
                                     }}) {}

std::optional<std::string> People::name_in(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return std::nullopt;
    const std::string name = text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
    const bool control = std::any_of(
        name.begin(), name.end(), [](char c) { return (static_cast<unsigned char>(c) < 0x20) || c == 0x7F; });
    if (control || thai::decode(name).size() > kLongestName) return std::nullopt;
    return name;
}

std::string People::add(const std::string& name) {
    const std::string token = random_text();
    reviewers_.add(name, receive::sha256_of(token));
    access_.end_sessions_of(name);
    return access_.link_of(token);
}

bool People::revoke(const std::string& name) {
    access_.end_sessions_of(name);
    return reviewers_.revoke(name);
}

Admitted People::admit_only(const std::vector<std::string>& names) {
    Admitted result;
    for (const store::Reviewer& reviewer : reviewers_.all()) {
        if (reviewer.revoked_at) continue;
        if (is_in(names, reviewer.name)) {
            result.known.push_back(reviewer.name);
        } else {
            revoke(reviewer.name);
            result.revoked.push_back(reviewer.name);
        }
    }
    std::vector<std::string> added;
    for (const std::string& name : names) {
        if (is_in(result.known, name) || is_in(added, name)) continue;
        result.links.emplace_back(name, add(name));
        added.push_back(name);
    }
    return result;
}

/// Who may check here; for who started the server.
std::string ReviewApp::reviewers(const Call& call) {
    check_owner(call);
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.key("reviewers").begin_array();
    for (const store::Reviewer& reviewer : people_.all()) {
        json.begin_object();
        json.member("name", reviewer.name);
        json.member("added_at", reviewer.added_at);
        json.member("revoked_at", reviewer.revoked_at);
        json.member("here", people_.access().is_here(reviewer.name));
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return out.str();
}

/// Gives somebody a link, which is told this once.
std::string ReviewApp::admit(const Call& call) {
    check_owner(call);
    const auto name = People::name_in(call.body.text("name"));
    if (!name)
        throw Refused{400, "no_name", "ต้องมีชื่อผู้ตรวจ ไม่เกิน 80 ตัวอักษร",
                      "A name of at most 80 letters is needed."};
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.member("name", *name);
    json.member("link", people_.add(*name));
    json.end_object();
    return out.str();
}

std::string ReviewApp::revoke(const Call& call) {
    check_owner(call);
    if (!people_.revoke(call.body.text("name")))
        throw Refused{404, "not_found", "ผู้นี้ไม่มีลิงก์แล้ว", "This person has no link any more."};
    return "{}";
}

void ReviewApp::check_owner(const Call& call) {
    if (!call.owner)
        throw Refused{403, "not_owner", "เฉพาะผู้ที่เปิดโปรแกรมเท่านั้น",
                      "Only who started the program may do this."};
}

}  // namespace tarang::review
