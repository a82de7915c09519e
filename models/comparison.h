// How two exports of the same documents differ.
#pragma once

#include <string>

namespace tarang {

/// One value that is not the same. Values are as in the export; "" where it is not there.
struct Difference {
    std::string file_name;
    std::string sha256;
    std::string activity;  ///< number, or where it has none the id; empty: the document itself
    std::string field;     ///< "period" for the typed value, "fields.period" for the printed text
    std::string before;
    std::string after;
    bool operator==(const Difference&) const = default;
};

}  // namespace tarang
