// A row of a manifest: what somebody is to submit.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace tarang {

/// What makes documents versions of one another: the same school's same report of the same year.
struct SubmissionKey {
    std::string code;       ///< the school's
    std::int32_t year = 0;  ///< Buddhist era
    std::string form;       ///< as the manifest names it
    auto operator<=>(const SubmissionKey&) const = default;
};

/// A submission that is due.
struct Expected {
    SubmissionKey key;
    std::string name;  ///< the school's
    bool operator==(const Expected&) const = default;
};

}  // namespace tarang
