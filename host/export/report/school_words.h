// What a submission came to and what its sender has to do, in words for a school rather than for who runs the
// program.
#pragma once

#include <cstdint>
#include <string>

#include "host/export/report/import_report.h"

namespace tarang::exporting {

/// Where a submission stands.
enum class Standing : std::uint8_t {
    kFine,     ///< it came, and nobody has to do anything
    kOffice,   ///< it came, and the office that collects has to look at it
    kSender,   ///< it came, and has to be sent anew or another has
    kMissing,  ///< nothing came
};

struct SchoolWords {
    Standing standing = Standing::kFine;
    std::string request;  ///< what the sender has to do; empty for nothing
};

/// "ใช้ได้"
std::string words_of(Standing standing, Language language);

/// Of a file that ended so.
SchoolWords school_words(EventCode code, Language language);

/// Of all that the report knows of the submission.
SchoolWords school_words(const Submission& submission, const ImportReport& report, Language language);

}  // namespace tarang::exporting
