#include <array>
#include <cmath>
#include <cstdio>

#include "lib/thai/month_names.h"
#include "pipeline/read/office/number_format.h"

namespace tarang::read::office {
namespace {

using Kind = FormatToken::Kind;

constexpr int kEraOffset = 543;

using Names = thai::CalendarName;

constexpr std::array<Names, 12> kMonths{{{"January", "Jan"},
                                         {"February", "Feb"},
                                         {"March", "Mar"},
                                         {"April", "Apr"},
                                         {"May", "May"},
                                         {"June", "Jun"},
                                         {"July", "Jul"},
                                         {"August", "Aug"},
                                         {"September", "Sep"},
                                         {"October", "Oct"},
                                         {"November", "Nov"},
                                         {"December", "Dec"}}};
constexpr std::array<Names, 7> kThaiDays{{{"อาทิตย์", "อา."},
                                          {"จันทร์", "จ."},
                                          {"อังคาร", "อ."},
                                          {"พุธ", "พ."},
                                          {"พฤหัสบดี", "พฤ."},
                                          {"ศุกร์", "ศ."},
                                          {"เสาร์", "ส."}}};
constexpr std::array<Names, 7> kDays{{{"Sunday", "Sun"},
                                      {"Monday", "Mon"},
                                      {"Tuesday", "Tue"},
                                      {"Wednesday", "Wed"},
                                      {"Thursday", "Thu"},
                                      {"Friday", "Fri"},
                                      {"Saturday", "Sat"}}};

std::string number(std::int64_t value, int digits) {
    std::array<char, 32> buffer{};
    const int length =
        std::snprintf(buffer.data(), buffer.size(), "%0*lld", digits, static_cast<long long>(value));
    return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string year_of(int year, int letters) { return letters <= 2 ? number(year % 100, 2) : number(year, 4); }

std::string month_of(const FormatSection& section, unsigned month, int letters) {
    if (letters <= 2) return number(month, letters);
    const Names& names = (section.thai_names ? thai::kMonthNames : kMonths)[month - 1];
    if (letters == 3) return std::string(names.brief);
    if (letters == 4 || section.thai_names) return std::string(names.full);
    return std::string(names.full.substr(0, 1));
}

std::string day_of(const FormatSection& section, const std::chrono::year_month_day& date, int letters) {
    if (letters <= 2) return number(static_cast<unsigned>(date.day()), letters);
    const std::chrono::weekday day{std::chrono::sys_days{date}};
    const Names& names = (section.thai_names ? kThaiDays : kDays)[day.c_encoding()];
    return std::string(letters == 3 ? names.brief : names.full);
}

std::string elapsed(const FormatToken& token, double days) {
    const double seconds = std::round(days * 86'400);
    const double unit = token.text == "h" ? 3600 : (token.text == "m" ? 60 : 1);
    return number(static_cast<std::int64_t>(seconds / unit), token.count);
}

}  // namespace

std::string show_moment(const FormatSection& section, const Moment& moment) {
    bool half_day = false;
    for (const FormatToken& token : section.tokens) half_day = half_day || token.kind == Kind::kHalfDay;
    const int year = static_cast<int>(moment.date.year());
    std::string text;
    for (const FormatToken& token : section.tokens) {
        switch (token.kind) {
            case Kind::kYear:
                text += year_of(section.buddhist ? year + kEraOffset : year, token.count);
                break;
            case Kind::kBuddhistYear:
                text += year_of(year + kEraOffset, token.count);
                break;
            case Kind::kMonth:
                text += month_of(section, static_cast<unsigned>(moment.date.month()), token.count);
                break;
            case Kind::kDay:
                text += day_of(section, moment.date, token.count);
                break;
            case Kind::kHour:
                text += number(half_day ? (moment.hour + 11) % 12 + 1 : moment.hour, token.count);
                break;
            case Kind::kMinute:
                text += number(moment.minute, token.count);
                break;
            case Kind::kSecond:
                text += number(moment.second, token.count);
                break;
            case Kind::kElapsed:
                text += elapsed(token, moment.days);
                break;
            case Kind::kHalfDay:
                text += moment.hour < 12 ? "AM" : "PM";
                break;
            case Kind::kPoint:
            case Kind::kDigits:  // shares of a second
                break;
            default:
                text += token.text;
        }
    }
    return text;
}

}  // namespace tarang::read::office
