// What the form's columns say of a header, worked out once: the same headers stand over table after table.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "pipeline/interpret/columns/header_match.h"

namespace tarang::interpret {

/// Fits of one header to all keys of a form; 0 where it is none of a key's spellings.
using Fits = std::array<float, kColumnKeyCount>;

/// Lives as long as one document is interpreted.
class HeaderCache {
public:
    /// The reference holds until the cache ends.
    const Fits& fits_of(const std::vector<const CleanCell*>& cells, const Profile& profile);

private:
    std::map<std::pair<const Profile*, std::string>, Fits> known_;
};

}  // namespace tarang::interpret
