#include "pipeline/read/office/serial_date.h"

#include <charconv>
#include <cmath>

namespace tarang::read::office {
namespace {

constexpr double kLastSerial = 2'958'465;  // 31 December 9999
constexpr std::int64_t kSecondsOfDay = 86'400;
constexpr std::int64_t kDays1904 = 1'462;  // between the two counts

/// Day 0 of the 1900 count from 1 March 1900 on, where the day that never was is behind it.
constexpr std::chrono::sys_days kDayZero =
    std::chrono::year{1899} / std::chrono::December / std::chrono::day{30};

std::optional<int> number_at(std::string_view text, std::size_t position, std::size_t length) {
    if (position + length > text.size()) return std::nullopt;
    int value = 0;
    const char* first = text.data() + position;
    const auto [end, error] = std::from_chars(first, first + length, value);
    if (error != std::errc() || end != first + length) return std::nullopt;
    return value;
}

/// "hh:mm", "hh:mm:ss", "hh:mm:ss.sss" as a share of a day.
std::optional<double> time_of_day(std::string_view text) {
    const auto hour = number_at(text, 0, 2);
    const auto minute = number_at(text, 3, 2);
    if (!hour || !minute || text[2] != ':') return std::nullopt;
    const int second = number_at(text, 6, 2).value_or(0);
    if (*hour > 24 || *minute > 59 || second > 60) return std::nullopt;
    return static_cast<double>((*hour * 60 + *minute) * 60 + second) / static_cast<double>(kSecondsOfDay);
}

}  // namespace

std::optional<Moment> moment_of(double serial, bool from_1904) {
    if (!std::isfinite(serial)) return std::nullopt;
    Moment moment;
    moment.days = serial;
    if (from_1904) serial += kDays1904;
    if (serial < 0 || serial >= kLastSerial + 1) return std::nullopt;
    const auto seconds = static_cast<std::int64_t>(std::llround(serial * static_cast<double>(kSecondsOfDay)));
    std::int64_t day = seconds / kSecondsOfDay;
    const std::int64_t rest = seconds % kSecondsOfDay;
    // Up to February 1900 the count is one behind; the day that never was falls on its neighbour.
    if (!from_1904 && day < 60) ++day;
    moment.date = std::chrono::sys_days{kDayZero + std::chrono::days{day}};
    moment.hour = static_cast<int>(rest / 3600);
    moment.minute = static_cast<int>(rest / 60 % 60);
    moment.second = static_cast<int>(rest % 60);
    return moment;
}

std::optional<double> serial_of_iso(std::string_view text) {
    if (text.size() >= 8 && text[2] == ':') return time_of_day(text);
    const auto year = number_at(text, 0, 4);
    const auto month = number_at(text, 5, 2);
    const auto day = number_at(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-') return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || *year < 1900) return std::nullopt;
    auto days = static_cast<double>((std::chrono::sys_days{date} - kDayZero).count());
    if (days < 61) days -= 1;
    if (text.size() > 11) days += time_of_day(text.substr(11)).value_or(0);
    return days;
}

}  // namespace tarang::read::office
