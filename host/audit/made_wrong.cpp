#include "host/audit/made_wrong.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "host/audit/typed_text.h"
#include "lib/thai/utf8.h"
#include "models/flags.h"

namespace tarang::audit {
namespace {

constexpr std::size_t kMostTries = 8;  // places of a text that are tried

/// Each letter and what it is taken for.
constexpr std::array<std::pair<char32_t, char32_t>, 38> kAlike{
    {{U'0', U'8'}, {U'1', U'7'}, {U'2', U'3'}, {U'3', U'8'}, {U'4', U'9'}, {U'5', U'6'}, {U'6', U'5'},
     {U'7', U'1'}, {U'8', U'3'}, {U'9', U'4'}, {U'๐', U'๑'}, {U'๑', U'๓'}, {U'๒', U'๓'}, {U'๓', U'๒'},
     {U'๔', U'๕'}, {U'๕', U'๔'}, {U'๖', U'๗'}, {U'๗', U'๖'}, {U'๘', U'๙'}, {U'๙', U'๘'}, {U'ก', U'ถ'},
     {U'ถ', U'ก'}, {U'ด', U'ค'}, {U'ค', U'ด'}, {U'บ', U'ป'}, {U'ป', U'บ'}, {U'พ', U'ฟ'}, {U'ฟ', U'พ'},
     {U'ผ', U'ฝ'}, {U'ฝ', U'ผ'}, {U'ช', U'ซ'}, {U'ซ', U'ช'}, {U'น', U'ม'}, {U'ม', U'น'}, {U'ต', U'ด'},
     {U'ท', U'ห'}, {U'ห', U'ท'}, {U'ล', U'ส'}}};

char32_t alike(char32_t letter) {
    for (const auto& [one, other] : kAlike) {
        if (one == letter) return other;
    }
    return 0;
}

bool is_fit(const std::string& name, const Field* field) {
    return field != nullptr && name != name_of(FieldKey::kNumber) && name != name_of(FieldKey::kActivity) &&
           !field->needs_review && field->unsure.empty() && field->fragments.size() == 1;
}

/// Puts the text in the field's place and derives its typed values anew; what is doubtful about them.
std::vector<Finding> put(ActivityRecord& read, const std::string& name, const std::string& text,
                         const Reading& reading) {
    if (Field* field = field_named(read, name)) {
        field->text = text;
        field->unsure.clear();
        if (field->fragments.size() == 1) field->fragments.front().raw = text;
    }
    const auto key = field_key_named(name);
    return key ? reparse(read, *key, reading) : std::vector<Finding>{};
}

}  // namespace

ActivityRecord as_if_read(const ActivityRecord& activity, const std::string& name, const std::string& text,
                          const Reading& reading) {
    ActivityRecord read = activity;
    static_cast<void>(put(read, name, text, reading));
    return read;
}

std::optional<std::string> made_wrong(const ActivityRecord& activity, const std::string& name,
                                      const Reading& reading, std::uint32_t turn) {
    const Field* field = field_named(activity, name);
    if (!is_fit(name, field)) return std::nullopt;
    const std::u32string text = thai::decode(field->text);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (alike(text[i]) != 0) places.push_back(i);
    }
    const auto key = field_key_named(name);
    const std::string value = key ? value_text(activity, *key) : std::string();
    for (std::size_t i = 0; i < std::min(places.size(), kMostTries); ++i) {
        std::u32string changed = text;
        char32_t& letter = changed[places[(turn + i) % places.size()]];
        letter = alike(letter);
        const std::string wrong = thai::encode(changed);
        if (value.empty()) return wrong;
        ActivityRecord read = activity;
        const bool doubted = !put(read, name, wrong, reading).empty();
        const std::string other = value_text(read, *key);
        if (!doubted && !other.empty() && other != value) return wrong;
    }
    return std::nullopt;
}

}  // namespace tarang::audit
