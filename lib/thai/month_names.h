// The twelve months as offices write them.
#pragma once

#include <array>
#include <string_view>

namespace tarang::thai {

struct CalendarName {
    std::string_view full;
    std::string_view brief;  ///< the official abbreviation
};

/// January first.
inline constexpr std::array<CalendarName, 12> kMonthNames{{{"มกราคม", "ม.ค."},
                                                           {"กุมภาพันธ์", "ก.พ."},
                                                           {"มีนาคม", "มี.ค."},
                                                           {"เมษายน", "เม.ย."},
                                                           {"พฤษภาคม", "พ.ค."},
                                                           {"มิถุนายน", "มิ.ย."},
                                                           {"กรกฎาคม", "ก.ค."},
                                                           {"สิงหาคม", "ส.ค."},
                                                           {"กันยายน", "ก.ย."},
                                                           {"ตุลาคม", "ต.ค."},
                                                           {"พฤศจิกายน", "พ.ย."},
                                                           {"ธันวาคม", "ธ.ค."}}};

}  // namespace tarang::thai
