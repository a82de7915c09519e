#include "pipeline/interpret/columns/contents.h"

#include <algorithm>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "lib/values/number.h"
#include "lib/values/period.h"
#include "pipeline/interpret/columns/calendar.h"
#include "pipeline/interpret/columns/printed_marks.h"
#include "pipeline/interpret/head/plain_text.h"
#include "pipeline/interpret/values/status.h"

namespace tarang::interpret {
namespace {

/// What the first rows hold, the others do; a table of thousands of rows is not read for it. A guess.
constexpr std::int32_t kRowsLookedAt = 40;
/// Letters and digits of the longest period and of the longest status; longer texts only mention one.
constexpr std::size_t kLongestPeriod = 50;
constexpr std::size_t kLongestStatus = 40;

struct Letters {
    int digits = 0;
    int letters = 0;
};

Letters count(std::u32string_view key) {
    Letters counted;
    for (const char32_t c : key) {
        if (thai::is_mark(c)) continue;
        ++(thai::is_digit(c) ? counted.digits : counted.letters);
    }
    return counted;
}

/// "1,250", "80.50", "5,000 บาท", "๒๐๐.-".
bool is_amount(std::string_view text) {
    return text.find(',') != std::string_view::npos || text.find('.') != std::string_view::npos ||
           text.find("บาท") != std::string_view::npos || text.find("ล้าน") != std::string_view::npos;
}

/// Nothing but digits, the signs of numbers and words of money.
bool is_numeric(const std::string& text, const Letters& counted) {
    if (counted.digits == 0) return false;
    if (counted.letters == 0) return true;
    constexpr int kWordsOfMoney = 8;  // "ล้านบาท"
    return counted.letters <= kWordsOfMoney && text.find("บาท") != std::string::npos;
}

/// "68,000 บาท (งบจังหวัด)": an amount, with its source in brackets behind it.
bool is_amount_with_source(const std::string& text) {
    const std::size_t open = text.find('(');
    if (open == 0 || open == std::string::npos) return false;
    const std::string before = text.substr(0, open);
    return is_numeric(before, count(keyed(before).key)) && is_amount(before);
}

bool is_percent(const std::string& text, const Letters& counted) {
    const bool said = text.find('%') != std::string::npos || text.find("ร้อยละ") != std::string::npos;
    constexpr int kWordOfShare = 5;  // "ร้อยละ" without its marks
    return said && counted.digits > 0 && counted.letters <= kWordOfShare;
}

bool begins_with(std::u32string_view key, const std::vector<Phrase>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&key](const Phrase& phrase) { return key.starts_with(phrase.key); });
}

/// "๑๓/๑/๒๕๖๖": numbers alone are a date only so.
bool may_be_date(const std::string& text) { return std::count(text.begin(), text.end(), '/') >= 2; }

bool is_period(const std::string& text, std::size_t length, const Letters& counted) {
    if (length > kLongestPeriod || (counted.letters == 0 && !may_be_date(text))) return false;
    const values::PeriodResult read = values::parse_period(text, std::nullopt);
    if (read.period && (read.period->start || read.period->school_year || read.period->term)) return true;
    // A month without a year is one, and so is a quarter, though neither has dates.
    return read.period && !read.period->quarters.empty() && counted.digits > 0;
}

}  // namespace

float Contents::share(Held kind) const {
    return cells == 0 ? 0 : static_cast<float>(of(kind)) / static_cast<float>(cells);
}

Held held_in(const std::string& text, const Profile& profile) {
    if (is_blank(text)) {
        switch (mark_in(text)) {
            case Mark::kTick:
            case Mark::kCross:
            case Mark::kArrow:
                return Held::kMark;
            default:
                return trimmed(text).empty() ? Held::kNothing : Held::kDash;
        }
    }
    const std::u32string key = keyed(text).key;
    const Letters counted = count(key);
    if (is_percent(text, counted)) return Held::kPercent;
    if (may_be_date(text) && is_period(text, key.size(), counted)) return Held::kPeriod;
    if (is_numeric(text, counted)) return is_amount(text) ? Held::kAmount : Held::kNumber;
    if (is_amount_with_source(text)) return Held::kAmount;
    if (is_period(text, key.size(), counted)) return Held::kPeriod;
    if (counted.letters < counted.digits) return Held::kCode;
    if (key.size() <= kLongestStatus) {
        const auto status = parse_status(text, profile);
        if (status && *status != Status::kUnknown) return Held::kStatus;
    }
    const bool person =
        begins_with(key, profile.evidence.persons) && !begins_with(key, profile.evidence.offices);
    return person ? Held::kPerson : Held::kWords;
}

namespace {

void count(const Field& value, const Profile& profile, Contents& contents) {
    const Held held = held_in(value.text, profile);
    ++contents.counts[static_cast<std::size_t>(held)];
    if (held == Held::kNothing || held == Held::kDash) return;
    ++contents.cells;
    if (held == Held::kWords) contents.letters += static_cast<std::int32_t>(keyed(value.text).key.size());
}

}  // namespace

const Contents& ColumnContents::of(std::int32_t column) {
    if (columns_.empty()) columns_.resize(static_cast<std::size_t>(view_->columns()));
    std::optional<Contents>& known = columns_[static_cast<std::size_t>(column)];
    if (known) return *known;
    Contents& contents = known.emplace();
    std::vector<const Field*> unread;
    const std::int32_t end = std::min(view_->rows(), header_rows_ + kRowsLookedAt);
    for (std::int32_t row = header_rows_; row < end; ++row) {
        const CleanCell* cell = view_->at(row, column);
        // A cell over several columns is a heading's, a total's or nobody's.
        if (cell == nullptr || cell->row != row || cell->column_span > 1) continue;
        if (is_hardly_read(cell->value)) {
            unread.push_back(&cell->value);
        } else {
            count(cell->value, *profile_, contents);
        }
    }
    // Specks tell nothing of a column most of whose cells were read.
    if (std::ssize(unread) <= contents.cells) return contents;
    for (const Field* value : unread) count(*value, *profile_, contents);
    return contents;
}

const TimeColumns& ColumnContents::time() {
    if (!time_) time_ = time_columns(*view_, header_rows_);
    return *time_;
}

bool names_accounts(const TableView& view, std::int32_t column, std::int32_t header_rows,
                    const Profile& profile) {
    constexpr std::ptrdiff_t kFewest = 2;
    auto cells = cells_below(view, header_rows, column);
    cells.resize(std::min<std::size_t>(cells.size(), kRowsLookedAt));
    const auto accounts = std::count_if(cells.begin(), cells.end(), [&profile](const CleanCell* cell) {
        return says_one_of(phrase_of(cell->value.text), profile.evidence.accounts);
    });
    return accounts >= kFewest && accounts * 3 >= std::ssize(cells) * 2;
}

}  // namespace tarang::interpret
