#include "host/export/days.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <sstream>

#include "host/export/words.h"
#include "lib/thai/month_names.h"
#include "lib/values/date.h"

namespace tarang::exporting {
namespace {

constexpr std::array<std::string_view, 12> kEnglishMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::chrono::hours kAhead{7};  // Thailand has one time, all year

/// Two digits at `begin`, or -1.
int pair_at(std::string_view text, std::size_t begin) {
    int value = -1;
    const char* end = text.data() + begin + 2;
    return std::from_chars(text.data() + begin, end, value).ptr == end ? value : -1;
}

}  // namespace

std::string_view thai_month(std::chrono::month month) {
    return thai::kMonthNames.at(static_cast<unsigned>(month) - 1).brief;
}

std::string text_of_day(Date day, Language language) {
    const bool thai = language == Language::kThai;
    const int year = static_cast<int>(day.year());
    return std::to_string(static_cast<unsigned>(day.day())) + " " +
           std::string(thai ? thai_month(day.month())
                            : kEnglishMonths.at(static_cast<unsigned>(day.month()) - 1)) +
           " " + std::to_string(thai ? values::buddhist_era(year).value : year);
}

std::string text_of_time(std::string_view utc, Language language) {
    using namespace std::chrono;
    constexpr std::size_t kToMinutes = 16;  // "2026-11-29T03:41"
    if (utc.size() < kToMinutes || utc[10] != 'T' || utc[13] != ':') return std::string(utc);
    const auto day = values::parse_iso(utc.substr(0, 10));
    const int hour = pair_at(utc, 11);
    const int minute = pair_at(utc, 14);
    if (!day || hour < 0 || minute < 0) return std::string(utc);
    const auto local = sys_days(*day) + hours(hour) + minutes(minute) + kAhead;
    const auto local_day = floor<days>(local);
    const hh_mm_ss time(local - local_day);
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), " %02d:%02d", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()));
    return text_of_day(Date(local_day), language) + clock.data() + (language == Language::kThai ? " น." : "");
}

std::string told(const Finding& finding, Language language) {
    Finding shown = finding;
    for (std::string& argument : shown.arguments) {
        if (const auto day = values::parse_iso(argument)) argument = text_of_day(*day, language);
    }
    return message_of(shown, language);
}

std::string told(const TableRecord::Reason& reason, Language language) {
    TableRecord::Reason shown = reason;
    if (reason.code == FindingCode::kFormChosen && reason.arguments.size() > 1) {
        shown.arguments[0] = words_of_form(reason.arguments[0], language);
        std::string columns;
        std::istringstream names(reason.arguments[1]);
        for (std::string name; std::getline(names >> std::ws, name, ',');)
            columns += (columns.empty() ? "" : ", ") + words_of_field(name, language);
        shown.arguments[1] = columns;
    }
    return message_of(shown, language);
}

}  // namespace tarang::exporting
