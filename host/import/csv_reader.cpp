#include "host/import/csv_reader.h"

#include <algorithm>
#include <utility>

#include "lib/thai/stripped.h"
#include "lib/thai/utf8.h"
#include "lib/thai/windows_874.h"

namespace tarang::importing {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

char separator_of(std::string_view text) {
    const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
    const auto count = [&](char c) { return std::count(first.begin(), first.end(), c); };
    constexpr std::string_view kSeparators = ",;\t";
    return *std::max_element(kSeparators.begin(), kSeparators.end(),
                             [&](char a, char b) { return count(a) < count(b); });
}

std::string trimmed(std::string_view text) { return std::string(thai::stripped(text, " \t")); }

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text), separator_(separator_of(text)) {}

    std::vector<CsvRow> rows() {
        std::vector<CsvRow> rows;
        while (at_ < text_.size()) {
            CsvRow row{line_, {}};
            do row.cells.push_back(cell());
            while (take(separator_));
            take('\r');
            if (take('\n') || (at_ > 0 && text_[at_ - 1] == '\r')) ++line_;
            const bool blank = row.cells.size() == 1 && row.cells[0].empty();
            if (!blank) rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    std::string cell() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] == '\t' && separator_ != '\t'))) ++at_;
        if (take('"')) return quoted();
        at_ = begin;
        return trimmed(until_end_of_cell());
    }

    std::string_view until_end_of_cell() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\r' && text_[at_] != '\n')
            ++at_;
        return text_.substr(begin, at_ - begin);
    }

    /// After the opening quote. What follows the closing one belongs to the cell all the same.
    std::string quoted() {
        std::string value;
        while (at_ < text_.size()) {
            const char c = text_[at_++];
            if (c == '"' && !take('"')) break;
            if (c == '\n') ++line_;
            value += c;
        }
        return value + trimmed(until_end_of_cell());
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

}  // namespace

std::vector<CsvRow> read_csv(std::string_view text) {
    std::string decoded;
    if (!thai::is_valid_utf8(text)) {
        decoded = thai::from_windows_874(text);
        text = decoded;
    }
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    return Reader(text).rows();
}

}  // namespace tarang::importing
