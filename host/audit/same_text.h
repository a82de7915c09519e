// When two texts of people and exports are the same.
#pragma once

#include <string_view>

namespace tarang::audit {

/// Equal but for spaces, tabs and line breaks. Stricter than thai::same, which also composes characters and
/// leaves out invisible ones: what is compared here must not differ in anything that was stored.
bool same_but_for_space(std::string_view a, std::string_view b);

}  // namespace tarang::audit
