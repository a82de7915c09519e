#include "pipeline/receive/office_junk.h"

#include <algorithm>
#include <array>
#include <string>

namespace tarang::receive {
namespace {

/// The rest of these systems' names is ASCII; Thai letters have no case.
std::string lower(std::string_view name) {
    std::string text(name);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

constexpr std::array<std::string_view, 4> kNames{"thumbs.db", "ehthumbs.db", ".ds_store", "desktop.ini"};

}  // namespace

bool is_office_junk(std::string_view name, std::uint64_t size) {
    const std::string low = lower(name);
    if (std::find(kNames.begin(), kNames.end(), low) != kNames.end()) return true;
    if (low.starts_with("~$")) return true;                             // Word, Excel: owner file
    if (low.starts_with(".~lock.") && low.ends_with("#")) return true;  // LibreOffice
    if (low.starts_with("~wr") && low.ends_with(".tmp")) return true;   // Word: scratch copy
    if (low.starts_with("._")) return true;                             // macOS on foreign disks
    return size == 0 && (low.ends_with(".lock") || low.ends_with(".lck"));
}

}  // namespace tarang::receive
