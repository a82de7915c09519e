// Days as people read them, and what findings say with such days in it.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "models/activity.h"
#include "models/finding.h"

namespace tarang::exporting {

/// "มี.ค."
std::string_view thai_month(std::chrono::month month);

/// "29 พ.ย. 2569", in the Buddhist era; English: "29 Nov 2026".
std::string text_of_day(Date day, Language language);

/// A point of time in UTC as the ledger writes it ("2026-11-29T03:41:07Z"), as the clock stood in Thailand:
/// "29 พ.ย. 2569 10:41 น."; English: "29 Nov 2026 10:41". What is no such time comes back as it is.
std::string text_of_time(std::string_view utc, Language language);

/// message_of, for people: each argument that is an ISO date is a day of their calendar.
std::string told(const Finding& finding, Language language);

/// Why a table was read as it was, with forms and columns by the names that people have for them.
std::string told(const TableRecord::Reason& reason, Language language);

}  // namespace tarang::exporting
