#include "pipeline/read/glued.h"

#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

namespace tarang::read {
namespace {

constexpr std::string_view kHeader = "%PDF-";
constexpr std::string_view kEnd = "%%EOF";
constexpr std::size_t kBlock = std::size_t{1} << 20;
constexpr std::size_t kBetween = 64;  // bytes of white space that somebody may have put there

/// Whether the text before a header is another file's end.
bool ends_a_file(std::string_view before) {
    while (!before.empty() && std::isspace(static_cast<unsigned char>(before.back())) != 0)
        before.remove_suffix(1);
    return before.ends_with(kEnd);
}

}  // namespace

bool holds_two_files(int fd) {
    std::string window;  // the end of the block before, and a block
    off_t offset = 0;
    while (true) {
        const std::size_t kept = std::min(window.size(), kBetween + kEnd.size() + kHeader.size());
        window.erase(0, window.size() - kept);
        window.resize(kept + kBlock);
        const ssize_t got = ::pread(fd, window.data() + kept, kBlock, offset);
        if (got <= 0) return false;
        window.resize(kept + static_cast<std::size_t>(got));
        offset += got;
        const std::string_view text = window;
        for (std::size_t at = text.find(kHeader); at != std::string_view::npos;
             at = text.find(kHeader, at + 1)) {
            const std::size_t begin = at - std::min(at, kBetween + kEnd.size());
            if (ends_a_file(text.substr(begin, at - begin))) return true;
        }
    }
}

}  // namespace tarang::read
