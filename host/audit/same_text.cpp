#include "host/audit/same_text.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace tarang::audit {
namespace {

std::string without_space(std::string_view text) {
    std::string result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result),
                 [](char c) { return c != ' ' && c != '\n' && c != '\t'; });
    return result;
}

}  // namespace

bool same_but_for_space(std::string_view a, std::string_view b) {
    return without_space(a) == without_space(b);
}

}  // namespace tarang::audit
