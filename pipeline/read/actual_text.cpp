#include "pipeline/read/actual_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"

namespace tarang::read {
namespace {

using thai::kReplacement;

// PDFDocEncoding, where it is not Latin-1 (ISO 32000-1, annex D.2).
constexpr std::array<char16_t, 8> kDocAccents{0x02D8, 0x02C7, 0x02C6, 0x02D9, 0x02DD, 0x02DB, 0x02DA, 0x02DC};
constexpr std::array<char16_t, 33> kDocHigh{
    0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A, 0x2212,
    0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141,
    0x0152, 0x0160, 0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161, 0x017E, 0xFFFD, 0x20AC};

char32_t doc_character(unsigned char byte) {
    if (byte >= 0x18 && byte <= 0x1F) return kDocAccents[byte - 0x18U];
    if (byte >= 0x80 && byte <= 0xA0) return kDocHigh[byte - 0x80U];
    return byte;
}

std::u32string from_utf16(std::string_view bytes, bool big_endian, std::size_t limit) {
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    std::u32string text;
    for (std::size_t i = 0; i + 1 < bytes.size() && text.size() < limit; i += 2) {
        char32_t c = unit(i);
        const bool high = c >= 0xD800 && c < 0xDC00;
        if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
            i += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = kReplacement;
        }
        text += c;
    }
    return text;
}

bool good(char32_t c) {
    const bool noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || c > 0x10FFFF;
    return !noncharacter && c != kReplacement && !thai::is_control(c) && !thai::is_private_use(c);
}

/// Without what draws nothing, sara am as its two glyphs: fonts draw it so.
std::u32string comparable(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text) {
        if (thai::is_space(c) || thai::is_ignorable(c)) continue;
        if (c == thai::chars::kSaraAm) {
            out += {thai::chars::kNikhahit, thai::chars::kSaraAa};
        } else {
            out += c;
        }
    }
    return out;
}

/// A part of the span's text and the glyphs without a character that stand for it.
struct Assignment {
    std::u32string text;
    std::vector<Glyph*> glyphs;
};

std::vector<std::u32string_view> clusters_in(std::u32string_view text) {
    std::vector<std::u32string_view> clusters;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= text.size(); ++i) {
        if (i < text.size() && thai::is_combining(text[i])) continue;
        clusters.push_back(text.substr(begin, i - begin));
        begin = i;
    }
    return clusters;
}

void hand_out(const Assignment& assignment) {
    const std::size_t glyphs = assignment.glyphs.size();
    if (glyphs == 0 || assignment.text.empty()) return;
    for (Glyph* glyph : assignment.glyphs) {
        glyph->unicode.clear();
        glyph->from_actual_text = true;
    }
    if (assignment.text.size() <= glyphs) {
        for (std::size_t i = 0; i < assignment.text.size(); ++i) {
            assignment.glyphs[i]->unicode = assignment.text[i];
        }
        return;
    }
    // More characters than glyphs: whole clusters, spread evenly.
    const auto clusters = clusters_in(assignment.text);
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const std::size_t at = clusters.size() <= glyphs ? i : i * glyphs / clusters.size();
        assignment.glyphs[at]->unicode += clusters[i];
    }
}

constexpr float kNoAdvance = 0.01F;  // of the size

bool advances(const Glyph& glyph) {
    return std::hypot(glyph.advance_x, glyph.advance_y) > kNoAdvance * glyph.size;
}

bool is_sara_am(const Glyph& glyph) { return glyph.unicode == std::u32string(1, thai::chars::kSaraAm); }

/// Walks the span's glyphs and its text side by side.
class Alignment {
public:
    /// How far glyphs are believed.
    struct Trust {
        bool marks = true;    ///< false: the span decides which mark it is
        bool sara_am = true;  ///< false: a glyph called ำ is its nikhahit, as LibreOffice calls it
        bool still = true;    ///< false: a letter that does not move the pen is a mark under a wrong name
    };

    Alignment(std::u32string text, Trust trust) : text_(std::move(text)), trust_(trust) {}

    /// False where the glyph contradicts the text.
    bool take(Glyph& glyph) {
        if (glyph.proven()) return take_proven(comparable(glyph.unicode));
        if (!has_good_unicode(glyph)) {
            open_.glyphs.push_back(&glyph);
            return true;
        }
        std::u32string own = comparable(glyph.unicode);
        // A whole ำ advances.
        if (is_sara_am(glyph) && !(trust_.sara_am && advances(glyph))) {
            own = {thai::chars::kNikhahit};
            nikhahit_.push_back(&glyph);
        }
        const bool mark = std::all_of(own.begin(), own.end(), thai::is_combining);
        if (!trust_.still && !advances(glyph) && (!mark || own.empty())) {
            open_.glyphs.push_back(&glyph);
            return true;
        }
        if (own.empty()) return true;
        if (!trust_.marks && mark) {
            open_.glyphs.push_back(&glyph);
            return true;
        }
        return own.size() == 1 && thai::is_combining(own[0]) ? take_mark(own[0]) : take_base(own);
    }

    bool finish() { return close(text_.size()); }

    /// Whether every glyph that takes room has a text now.
    bool complete() const {
        return std::all_of(assignments_.begin(), assignments_.end(), [](const Assignment& assignment) {
            return !assignment.text.empty() ||
                   std::none_of(assignment.glyphs.begin(), assignment.glyphs.end(),
                                [](const Glyph* glyph) { return advances(*glyph); });
        });
    }
    void apply() const {
        std::for_each(assignments_.begin(), assignments_.end(), hand_out);
        for (Glyph* glyph : nikhahit_) {
            glyph->unicode = {thai::chars::kNikhahit};
            glyph->from_actual_text = true;
        }
    }

private:
    /// No span renames what the font itself shows.
    bool take_proven(const std::u32string& own) {
        if (own.empty()) return true;
        return own.size() == 1 && thai::is_combining(own[0]) ? take_mark(own[0]) : take_base(own);
    }

    /// Marks of one cluster are drawn in any order: this one may stand anywhere among the text's next marks.
    bool take_mark(char32_t mark) {
        std::size_t place = at_;
        const std::size_t bases = open_.glyphs.size();  // unknown glyphs before it may be bases
        for (std::size_t passed = 0; place < text_.size() && text_[place] != mark; ++place) {
            if (!thai::is_combining(text_[place]) && ++passed > bases) return false;
        }
        if (place == text_.size()) return false;
        text_.erase(place, 1);
        return true;
    }

    bool take_base(const std::u32string& own) {
        // Each glyph without a character stands for at least one, where there are enough.
        std::size_t place = text_.find(own, open_.glyphs.empty() ? at_ : at_ + 1);
        if (place == std::u32string::npos) place = text_.find(own, at_);
        if (place == std::u32string::npos || !close(place)) return false;
        at_ = place + own.size();
        return true;
    }

    /// The text up to `end` goes to the glyphs that wait for one.
    bool close(std::size_t end) {
        open_.text = text_.substr(at_, end - at_);
        if (open_.glyphs.empty() && !open_.text.empty()) return false;
        assignments_.push_back(std::exchange(open_, {}));
        return true;
    }

    std::u32string text_;
    Trust trust_;
    std::size_t at_ = 0;  ///< the first character that is not accounted for
    Assignment open_;
    std::vector<Assignment> assignments_;
    std::vector<Glyph*> nikhahit_;  ///< glyphs that their font calls ำ
};

/// Whether the span says what the fonts show, marks in any order.
bool same_characters(std::span<const Glyph> glyphs, std::u32string_view text) {
    std::u32string shown;
    for (const Glyph& glyph : glyphs) shown += glyph.unicode;
    shown = comparable(shown);
    std::u32string said = comparable(text);
    std::sort(shown.begin(), shown.end());
    std::sort(said.begin(), said.end());
    return shown == said;
}

/// What the file calls glyphs by their codes is no false name where its span says what they are.
void forget_false_names(std::span<Glyph> glyphs) {
    for (Glyph& glyph : glyphs) glyph.said.clear();
}

}  // namespace

std::u32string text_string(std::string_view bytes, std::size_t limit) {
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true, limit);
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false, limit);
    std::u32string text;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        std::size_t at = 3;
        while (at < bytes.size() && text.size() < limit) text += thai::next_code_point(bytes, at);
        return text;
    }
    for (const char byte : bytes.substr(0, limit)) text += doc_character(static_cast<unsigned char>(byte));
    return text;
}

bool has_good_unicode(const Glyph& glyph) {
    return !glyph.unicode.empty() && std::all_of(glyph.unicode.begin(), glyph.unicode.end(), good);
}

std::u32string marks_not_drawn(std::span<const Glyph> glyphs, std::u32string_view text) {
    if (text.empty() || thai::is_combining(text[0]) || clusters_in(text).size() != 1) return {};
    if (!std::all_of(glyphs.begin(), glyphs.end(), has_good_unicode)) return {};
    std::u32string missing(text);
    for (const Glyph& glyph : glyphs) {
        for (const char32_t shown : glyph.unicode) {
            const std::size_t place = missing.find(shown);
            if (place == std::u32string::npos) return {};
            missing.erase(place, 1);
        }
    }
    return std::all_of(missing.begin(), missing.end(), thai::is_combining) ? missing : std::u32string{};
}

SpanResult apply_actual_text(std::span<Glyph> glyphs, std::u32string_view text) {
    if (text.find(kReplacement) != std::u32string_view::npos) return SpanResult::kAgrees;
    const auto proven = [](const Glyph& glyph) { return glyph.proven(); };
    if (std::all_of(glyphs.begin(), glyphs.end(), proven)) {
        if (same_characters(glyphs, text)) {
            forget_false_names(glyphs);
        } else if (glyphs.size() == 1) {
            glyphs[0].said = text;
        }
        return SpanResult::kAgrees;
    }
    std::optional<Alignment> second_best;
    for (const auto& trust :
         {Alignment::Trust{}, {.marks = false}, {.sara_am = false}, {.sara_am = false, .still = false}}) {
        Alignment alignment(comparable(text), trust);
        const bool agrees =
            std::all_of(glyphs.begin(), glyphs.end(), [&](Glyph& glyph) { return alignment.take(glyph); });
        if (!agrees || !alignment.finish()) continue;
        if (alignment.complete()) {
            alignment.apply();
            forget_false_names(glyphs);
            return SpanResult::kAgrees;
        }
        if (!second_best) second_best = std::move(alignment);
    }
    if (!second_best) return SpanResult::kContradicts;
    second_best->apply();
    return SpanResult::kAgrees;
}

}  // namespace tarang::read
