#include "apps/cli/manual/roff.h"

#include "lib/thai/utf8.h"
#include "lib/thai/words.h"

namespace tarang::cli::manual {
namespace {

/// Letters of groff that stand for the plain ones; its own typography would change them in a terminal.
std::string escaped(char32_t letter) {
    switch (letter) {
        case U'\\':
            return "\\e";
        case U'-':
            return "\\-";
        case U'\'':
            return "\\(aq";
        case U'"':
            return "\\(dq";
        case U'`':
            return "\\(ga";
        case U'^':
            return "\\(ha";
        case U'~':
            return "\\(ti";
        default:
            return thai::encode(std::u32string(1, letter));
    }
}

bool is_thai(char32_t letter) { return letter >= 0x0E01 && letter <= 0x0E5B; }

/// `breaks`: where in the text a line may end; ascending.
std::string escaped(std::u32string_view letters, const std::vector<std::size_t>& breaks) {
    auto next = breaks.begin();
    std::string out;
    // A control line begins with one of these.
    if (!letters.empty() && (letters.front() == U'.' || letters.front() == U'\'')) out = "\\&";
    for (std::size_t i = 0; i < letters.size(); ++i) {
        while (next != breaks.end() && *next < i) ++next;
        const bool word_begins = next != breaks.end() && *next == i;
        if (word_begins && is_thai(letters[i - 1]) && is_thai(letters[i])) out += "\\:";
        out += escaped(letters[i]);
    }
    return out;
}

}  // namespace

std::string roff(std::string_view text) {
    const std::u32string letters = thai::decode(text);
    return escaped(letters, thai::word_breaks(letters));
}

std::string unbroken(std::string_view text) { return escaped(thai::decode(text), {}); }

std::string in_quotes(std::string_view text) { return '"' + unbroken(text) + '"'; }

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }

std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

}  // namespace tarang::cli::manual
