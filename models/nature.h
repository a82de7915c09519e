// What a file is that holds no document of the kinds that are read, as far as its own bytes say.
#pragma once

#include <cstdint>
#include <string_view>

namespace tarang {

enum class Nature : std::uint8_t {
    kUnknown,
    kArchive,  ///< holds files, each a document of its own
};
inline constexpr int kNatureCount = 2;

std::string_view name_of(Nature nature);

}  // namespace tarang
