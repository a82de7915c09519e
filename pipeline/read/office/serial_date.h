// Days as workbooks count them.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tarang::read::office {

/// A moment of the common era, as a serial number tells it.
struct Moment {
    std::chrono::year_month_day date{};
    int hour = 0;
    int minute = 0;
    int second = 0;
    double days = 0;  ///< the serial number itself: elapsed hours need it
};

/// Day 1 is 1 January 1900, and day 60 is 29 February 1900, which never was (it is given as the 28th); from
/// 1904 day 0 is 1 January 1904. Times are rounded to the second. Empty outside the years 1900 to 9999.
std::optional<Moment> moment_of(double serial, bool from_1904);

/// The serial number (of the 1900 count) of an ISO 8601 date, date and time, or time; empty where it is none.
std::optional<double> serial_of_iso(std::string_view text);

}  // namespace tarang::read::office
