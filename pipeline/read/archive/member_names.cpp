#include "pipeline/read/archive/member_names.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "lib/thai/windows_874.h"

namespace tarang::read::archive {
namespace {

constexpr std::size_t kLongest = 1'000;  // bytes; file systems end at 4,096 for a whole path

std::string in_utf8(const std::string& stored) {
    return thai::is_valid_utf8(stored) ? stored : thai::from_windows_874(stored);
}

std::string without_controls(std::string_view text) {
    std::string clean;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = thai::next_code_point(text, i);
        thai::append_utf8(clean, c < 0x20 || thai::is_control(c) ? U'_' : c);
    }
    return clean;
}

/// The end of a name, from a whole letter on.
std::string shortened(std::string name) {
    if (name.size() <= kLongest) return name;
    std::size_t begin = name.size() - kLongest;
    const auto inside_letter = [&name](std::size_t at) {
        return (static_cast<unsigned char>(name[at]) & 0xC0U) == 0x80U;
    };
    while (begin < name.size() && inside_letter(begin)) ++begin;
    name.erase(0, begin);
    if (const std::size_t leads = name.find_first_not_of('/'); leads != 0) name.erase(0, leads);
    return name;
}

std::string path_of(std::string_view text) {
    std::string path;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("/\\"), text.size());
        const std::string_view part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (part.empty() || part == ".") continue;
        path += path.empty() ? "" : "/";
        path += part == ".." ? "_" : part;
    }
    return path.empty() ? "_" : path;
}

/// "in/report.pdf", 2 -> "in/report (2).pdf"
std::string numbered(const std::string& path, int number) {
    const std::size_t slash = path.rfind('/');
    const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
    const std::size_t dot = path.rfind('.');
    const std::size_t end = dot == std::string::npos || dot <= name ? path.size() : dot;
    return path.substr(0, end) + " (" + std::to_string(number) + ")" + path.substr(end);
}

}  // namespace

std::vector<std::string> member_names(const std::vector<std::string>& stored) {
    std::vector<std::string> names;
    std::unordered_set<std::string> taken;
    for (const std::string& name : stored) {
        const std::string path = shortened(path_of(without_controls(in_utf8(name))));
        std::string own = path;
        for (int number = 2; !taken.insert(own).second; ++number) own = numbered(path, number);
        names.push_back(std::move(own));
    }
    return names;
}

}  // namespace tarang::read::archive
