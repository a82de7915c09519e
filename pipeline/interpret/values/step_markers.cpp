#include "pipeline/interpret/values/step_markers.h"

#include <algorithm>
#include <optional>

#include "lib/thai/chars.h"
#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"

namespace tarang::interpret {
namespace {

/// No list of steps is longer; numbers of more digits are years and amounts.
constexpr int kMostDigits = 2;
/// A cell with more candidates is no list that anybody wrote.
constexpr std::size_t kMostMarkers = 1000;
/// A bracket that was opened further back is a slip, not the partner of a marker's bracket.
constexpr std::size_t kBracketReach = 80;  // characters
/// Text before a marker that is searched for a reference's word, in characters.
constexpr std::size_t kReferenceReach = 24;

/// A text by character, with byte offsets.
struct Characters {
    std::u32string text;
    std::vector<std::size_t> offsets;

    explicit Characters(const std::string& source) {
        for (std::size_t position = 0; position < source.size();) {
            offsets.push_back(position);
            text.push_back(thai::next_code_point(source, position));
        }
        offsets.push_back(source.size());
    }
    char32_t at(std::size_t i) const { return i < text.size() ? text[i] : U'\0'; }
    char32_t before(std::size_t i) const { return i == 0 ? U'\n' : text[i - 1]; }
};

std::size_t skip_spaces(const Characters& characters, std::size_t i) {
    while (thai::is_space(characters.at(i))) ++i;
    return i;
}

/// Blanks of the pattern match any white space, also none. Empty: the pattern does not stand here.
std::optional<std::size_t> match(const Characters& characters, std::size_t i, const std::u32string& pattern) {
    for (const char32_t c : pattern) {
        if (thai::is_space(c)) {
            i = skip_spaces(characters, i);
        } else if (characters.at(i) != c) {
            return std::nullopt;
        } else {
            ++i;
        }
    }
    return i;
}

Standing standing_of(const Characters& characters, std::size_t i) {
    const std::size_t first = skip_spaces(characters, 0);
    const char32_t before = characters.before(i);
    if (i <= first || before == U'\n') return Standing::kLineStart;
    return thai::is_space(before) ? Standing::kAfterSpace : Standing::kGlued;
}

/// A number that closes a bracket: "(ไตรมาส ๒)".
bool closes_bracket(const Characters& characters, std::size_t i) {
    const std::size_t reach = std::min(i, kBracketReach);
    int open = 0;
    for (std::size_t k = i - reach; k < i; ++k) {
        if (characters.text[k] == U'(') ++open;
        if (characters.text[k] == U')') open = std::max(0, open - 1);
    }
    return open > 0;
}

bool is_reference(const std::string& text, const Characters& characters, std::size_t i,
                  const Profile& profile) {
    const std::size_t reach = std::min(i, kReferenceReach);
    const std::size_t from = characters.offsets[i - reach];
    const Keyed before = keyed(std::string_view(text).substr(from, characters.offsets[i] - from));
    return std::any_of(profile.references.begin(), profile.references.end(),
                       [&before](const Phrase& word) { return before.key.ends_with(word.key); });
}

/// A form as it is matched; `worded` forms ("ขั้นที่ N") are clear wherever they stand.
struct Form {
    std::size_t index = 0;
    std::u32string before;
    std::u32string after;
    bool worded() const { return std::any_of(before.begin(), before.end(), thai::is_word_char); }
    bool closed() const { return !after.empty() && after.back() == U')'; }
};

std::vector<Form> forms_of(const Profile& profile) {
    std::vector<Form> forms;
    for (std::size_t i = 0; i < profile.step_markers.size(); ++i) {
        const StepMarker& marker = profile.step_markers[i];
        forms.push_back({i, thai::decode(marker.before), thai::decode(marker.after)});
    }
    return forms;
}

/// What may not stand before a bare number: it would be the rest of a longer number, a date, or a bracket's
/// content.
bool continues_a_number(const Characters& characters, std::size_t i) {
    const char32_t before = characters.before(i);
    return thai::is_digit(before) || before == U'.' || before == U',' || before == U'/' || before == U'(' ||
           before == U'-';
}

/// The form's marker that begins at character `i`, by its shape alone.
std::optional<Marker> shaped_marker(const Characters& characters, std::size_t i, const Form& form) {
    auto position = match(characters, i, form.before);
    if (!position) return std::nullopt;
    Marker marker;
    std::size_t digits = 0;
    for (; thai::is_digit(characters.at(*position)); ++*position, ++digits) {
        if (digits < kMostDigits)
            marker.number = marker.number * 10 + thai::digit_value(characters.at(*position));
    }
    if (digits == 0 || digits > kMostDigits || marker.number == 0) return std::nullopt;
    if (form.closed()) position = skip_spaces(characters, *position);
    position = match(characters, *position, form.after);
    if (!position || (!form.closed() && thai::is_digit(characters.at(*position)))) return std::nullopt;
    marker.begin = characters.offsets[i];
    marker.end = characters.offsets[skip_spaces(characters, *position)];
    marker.form = form.index;
    marker.standing = standing_of(characters, i);
    marker.at_text_start = i == skip_spaces(characters, 0);
    return marker;
}

bool is_prose(const std::string& text, const Characters& characters, std::size_t i, const Form& form,
              const Marker& marker, const Profile& profile) {
    if (form.worded()) return false;
    if (form.before.empty() && continues_a_number(characters, i)) return true;
    if (marker.standing == Standing::kGlued && !form.closed()) return true;
    if (form.before.empty() && closes_bracket(characters, i)) return true;
    return marker.standing != Standing::kLineStart && is_reference(text, characters, i, profile);
}

}  // namespace

std::vector<Marker> find_markers(const std::string& text, const Profile& profile) {
    const Characters characters(text);
    const std::vector<Form> forms = forms_of(profile);
    std::vector<Marker> markers;
    for (std::size_t i = 0; i < characters.text.size() && markers.size() < kMostMarkers; ++i) {
        for (const Form& form : forms) {
            const bool possible = form.before.empty() ? thai::is_digit(characters.text[i])
                                                      : characters.text[i] == form.before.front();
            if (!possible) continue;
            const auto marker = shaped_marker(characters, i, form);
            if (marker && !is_prose(text, characters, i, form, *marker, profile)) markers.push_back(*marker);
        }
    }
    return markers;
}

std::vector<Marker> find_bullets(const std::string& text, const Profile& profile) {
    const Characters characters(text);
    std::vector<Marker> bullets;
    for (std::size_t i = 0; i < characters.text.size(); ++i) {
        if (standing_of(characters, i) != Standing::kLineStart || thai::is_space(characters.text[i]))
            continue;
        for (const std::string& bullet : profile.bullets) {
            const auto end = match(characters, i, thai::decode(bullet));
            if (!end || thai::is_digit(characters.at(*end))) continue;
            bullets.push_back({.begin = characters.offsets[i],
                               .end = characters.offsets[skip_spaces(characters, *end)],
                               .standing = Standing::kLineStart,
                               .at_text_start = i == skip_spaces(characters, 0)});
            break;
        }
    }
    return bullets;
}

}  // namespace tarang::interpret
