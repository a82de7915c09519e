#include "pipeline/read/office/plain_cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "lib/thai/utf8.h"

namespace tarang::read::office {
namespace {

constexpr std::size_t kMostAttributes = 16;  // of a row: the format knows fewer

/// What did not fit may only be cut: so many bytes are seen before an element is left to the parser.
constexpr std::size_t kWhole = std::size_t{8} << 10;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Between quotes, without anything that XML gives a meaning there.
bool is_plain_in_quotes(char c) { return c >= ' ' && c < 0x7F && c != '"' && c != '<' && c != '&'; }

/// XML 1.0, production 2.
bool is_xml_character(std::uint32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// "<row>" as far as it is plain.
struct Row {
    std::optional<std::int32_t> number;
    bool hidden = false;
    bool empty = false;  ///< <row/>
};

}  // namespace

/// Each function moves past what it takes, or returns false anywhere in it.
class PlainCells::Scanner {
public:
    Scanner(std::string_view bytes, std::string& scratch)
        : at_(bytes.data()), end_(bytes.data() + bytes.size()), scratch_(scratch) {}

    const char* at() const { return at_; }
    std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

    template <std::size_t N>
    bool accept(const char (&literal)[N]) {
        if (left() < N - 1 || std::memcmp(at_, literal, N - 1) != 0) return false;
        at_ += N - 1;
        return true;
    }

    bool space() {
        const char* begin = at_;
        while (at_ < end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\t')) ++at_;
        return at_ > begin;
    }

    /// After "<c".
    bool cell(PlainCell& cell) {
        while (accept(" ")) {
            if (!attribute_of_cell(cell)) return false;
        }
        if (accept("/>")) return true;
        if (!accept(">")) return false;
        const bool is_text = cell.type == "inlineStr" || cell.type == "str";
        if (accept("<f>")) {
            cell.formula = true;
            if (!text() || !accept("</f>")) return false;
        }
        if (accept("<v>")) {
            // A text in place stands elsewhere; what stands here then is the parser's to judge.
            if (cell.type == "inlineStr" || !(is_text ? text() : word(cell.value)) || !accept("</v>"))
                return false;
            cell.has_value = true;
        } else if (cell.type == "inlineStr" && !cell.formula && accept("<is><t")) {
            if (!accept(">") && !accept(" xml:space=\"preserve\">")) return false;
            if (!text() || !accept("</t></is>")) return false;
            cell.has_value = true;
        }
        if (is_text && cell.has_value) cell.value = scratch_;
        return accept("</c>");
    }

    /// After "<row".
    bool row(Row& row, const std::vector<std::string>& prefixes) {
        std::array<std::string_view, kMostAttributes> names;
        std::size_t count = 0;
        while (accept(" ")) {
            std::string_view name;
            std::string_view value;
            if (count == names.size() || !attribute(name, value, prefixes)) return false;
            // With a prefix two names may be one; one such attribute alone cannot.
            for (std::size_t i = 0; i < count; ++i) {
                if (names[i] == name || (has_prefix(names[i]) && has_prefix(name))) return false;
            }
            names[count++] = name;
            if (name == "hidden")
                row.hidden = value != "0" && value != "false" && value != "off" && value != "none";
            if (name == "r" && !number(value, kSheetRows, row.number.emplace())) return false;
        }
        row.empty = accept("/>");
        return row.empty || accept(">");
    }

private:
    static bool has_prefix(std::string_view name) { return name.find(':') != std::string_view::npos; }

    /// From 1, without zeros before it.
    static bool number(std::string_view digits, std::int32_t most, std::int32_t& value) {
        if (digits.empty() || digits.size() > 7 || digits.front() == '0') return false;
        const auto [last, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc() && last == digits.data() + digits.size() && value >= 1 && value <= most;
    }

    bool attribute_of_cell(PlainCell& cell) {
        if (!cell.place && accept("r=\"")) return address(cell);
        if (!has_style_ && accept("s=\"")) {
            has_style_ = true;
            const char* begin = at_;
            for (; at_ < end_ && is_digit(*at_) && at_ - begin < 7; ++at_)
                cell.style = cell.style * 10 + static_cast<std::size_t>(*at_ - '0');
            return at_ > begin && accept("\"");
        }
        if (!cell.type.empty() || !accept("t=\"")) return false;
        const char* begin = at_;
        while (at_ < end_ && is_letter(*at_)) ++at_;
        cell.type = {begin, static_cast<std::size_t>(at_ - begin)};
        // "d" is rare, and what else there may be is no type.
        constexpr std::array<std::string_view, 6> kTypes{"s", "n", "str", "inlineStr", "b", "e"};
        return std::find(kTypes.begin(), kTypes.end(), cell.type) != kTypes.end() && accept("\"");
    }

    bool address(PlainCell& cell) {
        std::int32_t column = 0;
        const char* begin = at_;
        for (; at_ < end_ && *at_ >= 'A' && *at_ <= 'Z' && at_ - begin < 3; ++at_)
            column = column * 26 + (*at_ - 'A' + 1);
        const char* digits = at_;
        std::int32_t row = 0;
        for (; at_ < end_ && is_digit(*at_) && at_ - digits < 7; ++at_) row = row * 10 + (*at_ - '0');
        if (digits == begin || at_ == digits || *digits == '0' || column > kSheetColumns || row > kSheetRows)
            return false;
        cell.place = CellPlace{row - 1, column - 1};
        return accept("\"");
    }

    bool attribute(std::string_view& name, std::string_view& value,
                   const std::vector<std::string>& prefixes) {
        const char* begin = at_;
        while (at_ < end_ && (is_letter(*at_) || (at_ > begin && is_digit(*at_)))) ++at_;
        const std::string_view first(begin, static_cast<std::size_t>(at_ - begin));
        if (first.empty() || first.starts_with("xml")) return false;
        if (at_ < end_ && *at_ == ':') {
            if (std::find(prefixes.begin(), prefixes.end(), first) == prefixes.end()) return false;
            const char* local = ++at_;
            while (at_ < end_ && is_letter(*at_)) ++at_;
            if (at_ == local) return false;
        }
        name = {begin, static_cast<std::size_t>(at_ - begin)};
        if (!accept("=\"")) return false;
        const char* words = at_;
        while (at_ < end_ && is_plain_in_quotes(*at_)) ++at_;
        value = {words, static_cast<std::size_t>(at_ - words)};
        return accept("\"");
    }

    /// Of a number, an index, a truth value, an error.
    bool word(std::string_view& value) {
        const char* begin = at_;
        while (at_<end_&& * at_> ' ' && *at_ < 0x7F && *at_ != '<' && *at_ != '&' && *at_ != '>' &&
               *at_ != ']')
            ++at_;
        value = {begin, static_cast<std::size_t>(at_ - begin)};
        return at_ < end_ && *at_ == '<';
    }

    /// Into the scratch, up to the next '<'.
    bool text() {
        scratch_.clear();
        while (at_ < end_ && *at_ != '<') {
            const char* begin = at_;
            bool ascii = true;
            // A bracket may begin what may not stand in a text, a return would be another line end.
            while (at_ < end_ && *at_ != '<' && *at_ != '&') {
                const auto c = static_cast<unsigned char>(*at_);
                if ((c < ' ' && c != '\n' && c != '\t') || c == ']' || c == 0x7F) return false;
                ascii = ascii && c < 0x80;
                ++at_;
            }
            const std::string_view piece(begin, static_cast<std::size_t>(at_ - begin));
            if (!ascii && !is_plain_utf8(piece)) return false;
            scratch_ += piece;
            if (at_ < end_ && *at_ == '&' && !reference()) return false;
        }
        return at_ < end_;
    }

    /// U+FFFE and U+FFFF are no characters of XML.
    static bool is_plain_utf8(std::string_view text) {
        return thai::is_valid_utf8(text) && text.find("\xEF\xBF\xBE") == std::string_view::npos &&
               text.find("\xEF\xBF\xBF") == std::string_view::npos;
    }

    bool reference() {
        if (accept("&amp;")) return scratch_ += '&', true;
        if (accept("&lt;")) return scratch_ += '<', true;
        if (accept("&gt;")) return scratch_ += '>', true;
        if (accept("&quot;")) return scratch_ += '"', true;
        if (accept("&apos;")) return scratch_ += '\'', true;
        if (!accept("&#")) return false;
        const int base = accept("x") ? 16 : 10;
        std::uint32_t c = 0;
        const auto [last, error] = std::from_chars(at_, std::min(end_, at_ + 7), c, base);
        if (error != std::errc() || last == at_ || !is_xml_character(c)) return false;
        at_ = last;
        thai::append_utf8(scratch_, c);
        return accept(";");
    }

    const char* at_;
    const char* end_;
    std::string& scratch_;
    bool has_style_ = false;
};

XmlLane::Taken PlainCells::take(std::string_view bytes, const std::vector<std::string>& prefixes) {
    std::size_t taken = 0;
    for (;;) {
        Scanner scanner(bytes.substr(taken), scratch_);
        bool goes_on = true;
        bool whole = true;
        if (PlainCell cell; in_row_ && scanner.accept("<c")) {
            whole = scanner.cell(cell);
            if (whole) goes_on = taker_.plain_cell(cell);
        } else if (in_row_ && scanner.accept("</row>")) {
            in_row_ = false;
        } else if (Row row; !in_row_ && scanner.accept("<row")) {
            whole = scanner.row(row, prefixes);
            if (whole) goes_on = taker_.plain_row(row.number, row.hidden);
            if (whole) in_row_ = !row.empty;
        } else {
            whole = scanner.space();
        }
        if (!whole) return {taken, bytes.size() - taken < kWhole ? Met::kMaybeCut : Met::kOther};
        taken = bytes.size() - scanner.left();
        if (!goes_on) return {taken, Met::kStop};
    }
}

}  // namespace tarang::read::office
