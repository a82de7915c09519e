#include <array>
#include <charconv>
#include <cstdlib>
#include <utility>

#include "pipeline/read/office/number_format.h"

namespace tarang::read::office {
namespace {

using Kind = FormatToken::Kind;

// The bracket's parts: which digits, which calendar, which language.
constexpr unsigned kThaiDigits = 0x0D;
constexpr unsigned kBuddhistCalendar = 0x07;
constexpr unsigned kThaiLanguage = 0x041E;

bool equal_letters(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
        if (c != word[i]) return false;
    }
    return true;
}

/// Walks through one format code, section by section.
class FormatParser {
public:
    explicit FormatParser(std::string_view code) : rest_(code) {}

    std::vector<FormatSection> parse() {
        std::vector<FormatSection> sections(1);
        section_ = &sections.back();
        while (!rest_.empty()) {
            if (rest_.front() == ';') {
                rest_.remove_prefix(1);
                sections.emplace_back();
                section_ = &sections.back();
            } else {
                step();
            }
        }
        for (FormatSection& section : sections) settle(section);
        return sections;
    }

private:
    void add(Kind kind, std::string_view text, int count = 0) {
        if (kind == Kind::kLiteral && !section_->tokens.empty() &&
            section_->tokens.back().kind == Kind::kLiteral) {
            section_->tokens.back().text += text;
        } else {
            section_->tokens.push_back({kind, std::string(text), count});
        }
    }

    std::string_view take(std::size_t count) {
        const std::string_view piece = rest_.substr(0, count);
        rest_.remove_prefix(piece.size());
        return piece;
    }

    /// So many bytes as the UTF-8 character at the beginning has.
    std::size_t character() const {
        std::size_t length = 1;
        while (length < rest_.size() && (static_cast<unsigned char>(rest_[length]) & 0xC0U) == 0x80U)
            ++length;
        return length;
    }

    void step() {
        switch (rest_.front()) {
            case '"': {
                take(1);
                const std::size_t end = std::min(rest_.find('"'), rest_.size());
                add(Kind::kLiteral, take(end));
                take(1);
                return;
            }
            case '\\':
                take(1);
                if (!rest_.empty()) add(Kind::kLiteral, take(character()));
                return;
            case '_':
                take(1);
                if (!rest_.empty()) take(character());
                add(Kind::kLiteral, " ");
                return;
            case '*':
                take(1);
                if (!rest_.empty()) take(character());
                return;
            case '[':
                return bracket();
            default:
                return letters();
        }
    }

    void bracket() {
        const std::size_t end = rest_.find(']');
        if (end == std::string_view::npos) {
            take(rest_.size());
            return;
        }
        const std::string_view inner = take(end + 1).substr(1, end - 1);
        if (inner.starts_with('$')) return locale(inner.substr(1));
        if (!inner.empty() && std::string_view("<>=").find(inner.front()) != std::string_view::npos)
            return condition(inner);
        const bool elapsed = !inner.empty() && inner.find_first_not_of("hH") == std::string_view::npos;
        const bool minutes = !inner.empty() && inner.find_first_not_of("mM") == std::string_view::npos;
        const bool seconds = !inner.empty() && inner.find_first_not_of("sS") == std::string_view::npos;
        if (elapsed || minutes || seconds)
            add(Kind::kElapsed, elapsed ? "h" : (minutes ? "m" : "s"), static_cast<int>(inner.size()));
    }

    void condition(std::string_view inner) {
        using Test = FormatSection::Test;
        constexpr std::array kTests =
            std::to_array<std::pair<std::string_view, Test>>({{"<=", Test::kLessEqual},
                                                              {">=", Test::kGreaterEqual},
                                                              {"<>", Test::kNotEqual},
                                                              {"<", Test::kLess},
                                                              {">", Test::kGreater},
                                                              {"=", Test::kEqual}});
        for (const auto& [sign, test] : kTests) {
            if (!inner.starts_with(sign)) continue;
            section_->test = test;
            section_->bound = std::strtod(std::string(inner.substr(sign.size())).c_str(), nullptr);
            return;
        }
    }

    /// "$฿-41E", "$-D07041E", "$-th-TH,D07": the symbol, then digits, calendar and language.
    void locale(std::string_view inner) {
        const std::size_t dash = inner.find('-');
        add(Kind::kLiteral, inner.substr(0, dash));
        if (dash == std::string_view::npos) return;
        std::string_view code = inner.substr(dash + 1);
        const bool tag = code.size() >= 2 && equal_letters(code, "th") &&
                         (code.size() == 2 || code[2] == '-' || code[2] == ',');
        const std::size_t comma = code.find(',');
        const bool named = tag || comma != std::string_view::npos;
        if (named) code = comma == std::string_view::npos ? std::string_view() : code.substr(comma + 1);
        unsigned value = 0;
        std::from_chars(code.data(), code.data() + code.size(), value, 16);
        const unsigned language = named ? (tag ? kThaiLanguage : 0xFFFF) : value & 0xFFFFU;
        const unsigned style = named ? value : value >> 16U;
        section_->thai_digits |= (style >> 8U) == kThaiDigits;
        section_->buddhist |= (style & 0xFFU) == kBuddhistCalendar;
        // Language 0 is the system's, which in these files was a Thai one where it asks for Thai years.
        section_->thai_names |= language == kThaiLanguage || (language == 0 && section_->buddhist);
    }

    std::size_t run_of(std::string_view letters) const {
        std::size_t length = 0;
        while (length < rest_.size() && letters.find(rest_[length]) != std::string_view::npos) ++length;
        return length;
    }

    void part(Kind kind, std::string_view letters) {
        const std::size_t length = run_of(letters);
        add(kind, take(length), static_cast<int>(length));
    }

    void letters() {
        if (equal_letters(rest_, "general")) return take(7), add(Kind::kGeneral, "");
        if (equal_letters(rest_, "am/pm")) return take(5), add(Kind::kHalfDay, "");
        if (equal_letters(rest_, "a/p")) return take(3), add(Kind::kHalfDay, "");
        if (const std::size_t digits = run_of("0#?,"); digits > 0) return add(Kind::kDigits, take(digits));
        switch (rest_.front()) {
            case '.':
                return take(1), add(Kind::kPoint, ".");
            case '%':
                return take(1), add(Kind::kPercent, "%");
            case '@':
                return take(1), add(Kind::kText, "");
            case 'y':
            case 'Y':
            case 'e':
                return part(Kind::kYear, "yYe");
            case 'b':
            case 'B':
                return part(Kind::kBuddhistYear, "bB");
            case 'm':
            case 'M':
                return part(Kind::kMonth, "mM");
            case 'd':
            case 'D':
                return part(Kind::kDay, "dD");
            case 'h':
            case 'H':
                return part(Kind::kHour, "hH");
            case 's':
            case 'S':
                return part(Kind::kSecond, "sS");
            case 'g':
            case 'G':
                run_of("gG") > 0 ? static_cast<void>(take(run_of("gG"))) : void();
                return;
            case 't':
            case 'T':
                return take(1), static_cast<void>(section_->thai_digits = true);
            case '/':
                return take(1), add(Kind::kSlash, "/");
            case 'E': {
                if (rest_.size() > 2 && (rest_[1] == '+' || rest_[1] == '-')) {
                    take(2);
                    return add(Kind::kExponent, take(run_of("0#?")));
                }
                return part(Kind::kYear, "E");
            }
            default:
                return add(Kind::kLiteral, take(character()));
        }
    }

    static bool is_time(Kind kind) {
        return kind == Kind::kHour || kind == Kind::kSecond || kind == Kind::kElapsed;
    }

    /// Minutes are the months after hours or before seconds; slashes of dates are text.
    static void settle(FormatSection& section) {
        auto& tokens = section.tokens;
        const auto part_beside = [&tokens](std::size_t i, int step) {
            for (auto j = static_cast<std::ptrdiff_t>(i) + step;
                 j >= 0 && j < static_cast<std::ptrdiff_t>(tokens.size()); j += step) {
                const Kind kind = tokens[static_cast<std::size_t>(j)].kind;
                if (kind >= Kind::kYear && kind != Kind::kHalfDay) return kind;
            }
            return Kind::kLiteral;
        };
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            section.date = section.date || tokens[i].kind >= Kind::kYear;
            if (tokens[i].kind == Kind::kMonth && tokens[i].count <= 2 &&
                (is_time(part_beside(i, -1)) || part_beside(i, 1) == Kind::kSecond))
                tokens[i].kind = Kind::kMinute;
        }
        if (!section.date) return;
        for (FormatToken& token : tokens) {
            if (token.kind == Kind::kSlash) token.kind = Kind::kLiteral;
        }
    }

    std::string_view rest_;
    FormatSection* section_ = nullptr;
};

}  // namespace

std::vector<FormatSection> parse_format(std::string_view code) { return FormatParser(code).parse(); }

}  // namespace tarang::read::office
