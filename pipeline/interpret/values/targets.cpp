#include "pipeline/interpret/values/targets.h"

#include <algorithm>
#include <vector>

namespace tarang::interpret {
namespace {

struct Label {
    std::size_t begin = 0;  ///< in the key
    std::size_t end = 0;
    bool quantitative = false;
};

/// White space, punctuation, or nothing between the label and the letter before it: only the first two end
/// a word. Digits of a marker ("๑. เชิงปริมาณ") are followed by a dot and so end it too.
bool starts_a_word(const Keyed& text, const std::string& printed, std::size_t index) {
    if (index == 0) return true;
    const char before = printed[text.offsets[index] - 1];
    return before == ' ' || before == '\n' || before == '.' || before == ')' || before == '-' ||
           before == ':' || before == '(';
}

std::vector<std::size_t> places_of(const Phrase& phrase, const std::u32string& key) {
    std::vector<std::size_t> places;
    for (std::size_t at = key.find(phrase.key); at != std::u32string::npos; at = key.find(phrase.key, at + 1))
        places.push_back(at);
    return places;
}

/// The printed lines, to ask where a word of the text stood on the paper.
struct Print {
    Keyed key;
    const std::string& lines;

    bool starts_a_line(std::size_t index) const {
        std::size_t at = key.offsets[index];
        while (at > 0 && lines[at - 1] == ' ') --at;
        return at == 0 || lines[at - 1] == '\n';
    }
};

void find_labels(const Keyed& text, const std::string& joined, const Print& print,
                 const std::vector<Phrase>& phrases, bool quantitative, std::vector<Label>& labels) {
    for (const Phrase& phrase : phrases) {
        const std::vector<std::size_t> places = places_of(phrase, text.key);
        // Repair may have made or unmade an occurrence; then print and text cannot be told against each
        // other.
        const std::vector<std::size_t> printed = places_of(phrase, print.key.key);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const bool on_its_line = printed.size() == places.size() && print.starts_a_line(printed[i]);
            if (on_its_line || starts_a_word(text, joined, places[i]))
                labels.push_back({places[i], places[i] + phrase.key.size(), quantitative});
        }
    }
}

/// By position, the longest of those that overlap.
std::vector<Label> labels_in(const Keyed& text, const std::string& joined, const std::string& raw,
                             const Profile& profile) {
    const Print print{keyed(raw), raw};
    std::vector<Label> labels;
    find_labels(text, joined, print, profile.quantitative, true, labels);
    find_labels(text, joined, print, profile.qualitative, false, labels);
    std::stable_sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<Label> kept;
    for (const Label& label : labels) {
        if (kept.empty() || label.begin >= kept.back().end) kept.push_back(label);
    }
    return kept;
}

/// What stands between two positions of the key, without the label's own colon and the next one's marker.
std::string text_between(const Keyed& text, const std::string& printed, const Label& label, std::size_t end) {
    const std::size_t last = text.offsets[label.end - 1];
    std::size_t from = last + 1;
    while (from < printed.size() && (static_cast<unsigned char>(printed[from]) & 0xC0U) == 0x80U) ++from;
    std::string part = trimmed(std::string_view(printed).substr(from, text.offsets[end] - from));
    if (part.starts_with(':')) part = trimmed(std::string_view(part).substr(1));
    return part;
}

/// A list's marker that belongs to the label after it: "๒. " and "(๒) " before the second label, "- ".
std::string without_marker_at_end(const std::string& part, std::size_t ordinal) {
    const Keyed text = keyed(part);
    std::string_view cut(part);
    const bool marked = !text.key.empty() && text.key.back() == U'0' + ordinal && ordinal < 10 &&
                        (part.back() == '.' || part.back() == ')') &&
                        starts_a_word(text, part, text.key.size() - 1);
    if (marked) cut = cut.substr(0, text.offsets[text.key.size() - 1]);
    std::string result = trimmed(cut);
    while (!result.empty() && (result.back() == '-' || result.back() == '(')) {
        result.pop_back();
        result = trimmed(result);
    }
    return result;
}

/// "เชิงปริมาณและเชิงคุณภาพ ..." names both at once and tells nothing apart; so does "เชิงปริมาณ/เชิงคุณภาพ".
bool names_both(const Keyed& text, const std::string& printed, const Label& label, const Profile& profile) {
    static const Phrase kAnd = phrase_of("และ");
    std::size_t next = label.end;
    const bool joined = std::u32string_view(text.key).substr(next).starts_with(kAnd.key);
    if (joined) next += kAnd.key.size();
    const std::u32string_view rest = std::u32string_view(text.key).substr(next);
    const auto begins = [&rest](const Phrase& phrase) { return rest.starts_with(phrase.key); };
    const bool label_follows =
        std::any_of(profile.quantitative.begin(), profile.quantitative.end(), begins) ||
        std::any_of(profile.qualitative.begin(), profile.qualitative.end(), begins);
    return label_follows && (joined || !starts_a_word(text, printed, next));
}

void add(std::optional<std::string>& target, const std::string& part) {
    target = target ? *target + "\n" + part : part;
}

}  // namespace

std::optional<Targets> split_targets(const std::string& text, const std::string& raw,
                                     const Profile& profile) {
    const Keyed key = keyed(text);
    const std::vector<Label> labels = labels_in(key, text, raw, profile);
    Targets targets;
    const auto both = [&](const Label& label) { return names_both(key, text, label, profile); };
    if (std::any_of(labels.begin(), labels.end(), both)) return std::nullopt;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const bool last = i + 1 == labels.size();
        std::string part = text_between(key, text, labels[i], last ? key.key.size() : labels[i + 1].begin);
        if (!last) part = without_marker_at_end(part, i + 2);
        add(labels[i].quantitative ? targets.quantitative : targets.qualitative, part);
    }
    if (!targets.quantitative && !targets.qualitative) return std::nullopt;
    return targets;
}

}  // namespace tarang::interpret
