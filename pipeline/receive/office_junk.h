// What office programs and file managers leave lying beside documents. The one thing that a name decides.
#pragma once

#include <cstdint>
#include <string_view>

namespace tarang::receive {

/// `name` without folders; `size` in bytes: a lock file of any program is empty.
bool is_office_junk(std::string_view name, std::uint64_t size);

}  // namespace tarang::receive
