#include "pipeline/read/office/compound.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "lib/thai/utf8.h"

namespace tarang::read::office {
namespace {

// [MS-CFB]: the header, then sectors; a table says which sector follows which.
constexpr std::string_view kSignature("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
constexpr std::size_t kHeader = 512;
constexpr std::size_t kEntry = 128;
constexpr std::size_t kTablesInHeader = 109;
constexpr std::size_t kMostSectors = 512;  // of the directory
constexpr std::size_t kMostLists = 4096;
constexpr std::size_t kSmallSector = 64;
constexpr std::size_t kMostSmall = std::size_t{64} << 20;  // bytes of all small streams
constexpr std::uint32_t kLastSector = 0xFFFFFFFAU;

std::string bytes_at(int fd, std::uint64_t offset, std::size_t size) {
    std::string bytes(size, '\0');
    const ssize_t count = ::pread(fd, bytes.data(), size, static_cast<off_t>(offset));
    bytes.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
    return bytes;
}

std::uint32_t number_at(std::string_view bytes, std::size_t offset, int size = 4) {
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i) {
        const std::size_t at = offset + static_cast<std::size_t>(i);
        if (at < bytes.size())
            value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at])) << (8 * i);
    }
    return value;
}

struct Entry {
    std::string name;
    std::uint32_t first = 0;  ///< sector
    std::uint64_t size = 0;
};

class Compound {
public:
    Compound(int fd, std::string header) : fd_(fd), header_(std::move(header)) {
        const std::uint32_t shift = number_at(header_, 30, 2);
        sector_ = shift == 12 ? 4096 : 512;
    }

    std::vector<Entry> entries() {
        std::vector<Entry> entries;
        std::uint32_t sector = number_at(header_, 48);
        for (std::size_t i = 0; i < kMostSectors && sector < kLastSector; ++i) {
            const std::string bytes = bytes_at(fd_, offset_of(sector), sector_);
            for (std::size_t at = 0; at + kEntry <= bytes.size(); at += kEntry) add_entry(bytes, at, entries);
            sector = after(sector);
        }
        return entries;
    }

    /// Small streams lie in one large one, the root's, in sectors of 64 bytes with a table of their own.
    std::string stream(const Entry& entry, const std::vector<Entry>& entries, std::size_t most) {
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>({entry.size, most, file_size()}));
        if (entry.size >= number_at(header_, 56)) return chain(entry.first, size);
        if (entries.empty()) return {};
        const std::string table =
            chain(number_at(header_, 60), static_cast<std::size_t>(number_at(header_, 64)) * sector_);
        const std::string small =
            chain(entries.front().first,
                  static_cast<std::size_t>(std::min<std::uint64_t>(entries.front().size, kMostSmall)));
        std::string bytes;
        for (std::uint32_t at = entry.first; at < kLastSector && bytes.size() < size;
             at = number_at(table, static_cast<std::size_t>(at) * 4)) {
            const std::size_t offset = static_cast<std::size_t>(at) * kSmallSector;
            if (offset >= small.size() || static_cast<std::size_t>(at) * 4 + 4 > table.size()) return {};
            bytes += small.substr(offset, kSmallSector);
        }
        bytes.resize(std::min(bytes.size(), size));
        return bytes;
    }

private:
    std::uint64_t file_size() const {
        struct stat status {};
        return ::fstat(fd_, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
    }

    std::uint64_t offset_of(std::uint32_t sector) const {
        return (static_cast<std::uint64_t>(sector) + 1) * sector_;
    }

    /// `size` bytes from a sector on; what is there where the chain ends sooner or runs in a circle.
    std::string chain(std::uint32_t sector, std::size_t size) {
        std::string bytes;
        while (sector < kLastSector && bytes.size() < size) {
            const std::string piece = bytes_at(fd_, offset_of(sector), sector_);
            if (piece.empty()) break;
            bytes += piece;
            sector = after(sector);
        }
        bytes.resize(std::min(bytes.size(), size));
        return bytes;
    }

    /// The sector that follows.
    std::uint32_t after(std::uint32_t sector) {
        const std::size_t in_table = sector_ / 4;
        const std::uint32_t at = table_sector(sector / in_table);
        if (at >= kLastSector) return kLastSector;
        if (at != table_at_) {
            table_ = bytes_at(fd_, offset_of(at), sector_);
            table_at_ = at;
        }
        const std::size_t offset = (sector % in_table) * 4;
        return offset + 4 <= table_.size() ? number_at(table_, offset) : kLastSector;
    }

    /// Where the n-th sector of the table lies: the header knows the first ones, a chain of lists the others.
    std::uint32_t table_sector(std::size_t n) {
        if (n < kTablesInHeader) return number_at(header_, 76 + n * 4);
        const std::size_t in_list = sector_ / 4 - 1;
        const std::size_t wanted = (n - kTablesInHeader) / in_list;
        if (wanted >= kMostLists) return kLastSector;
        std::uint32_t list = number_at(header_, 68);
        while (lists_.size() <= wanted && list < kLastSector) {
            if (!lists_.empty()) list = number_at(lists_.back(), in_list * 4);
            if (list >= kLastSector) break;
            lists_.push_back(bytes_at(fd_, offset_of(list), sector_));
        }
        return wanted < lists_.size() ? number_at(lists_[wanted], ((n - kTablesInHeader) % in_list) * 4)
                                      : kLastSector;
    }

    static void add_entry(std::string_view bytes, std::size_t at, std::vector<Entry>& entries) {
        const std::uint32_t size = number_at(bytes, at + 64, 2);
        if (size < 2 || size > 64) return;
        Entry entry;
        for (std::size_t i = 0; i + 2 < size; i += 2)
            thai::append_utf8(entry.name, number_at(bytes, at + i, 2));
        entry.first = number_at(bytes, at + 116);
        entry.size = number_at(bytes, at + 120);
        entries.push_back(std::move(entry));
    }

    int fd_;
    std::string header_;
    std::size_t sector_ = 512;
    std::vector<std::string> lists_;
    std::string table_;
    std::uint32_t table_at_ = kLastSector;
};

std::string header_of(int fd) {
    std::string header = bytes_at(fd, 0, kHeader);
    return header.size() == kHeader && header.starts_with(kSignature) ? header : std::string();
}

}  // namespace

bool is_compound(int fd) { return bytes_at(fd, 0, kSignature.size()) == kSignature; }

std::vector<std::string> compound_names(int fd) {
    std::string header = header_of(fd);
    if (header.empty()) return {};
    std::vector<std::string> names;
    for (Entry& entry : Compound(fd, std::move(header)).entries()) names.push_back(std::move(entry.name));
    return names;
}

std::string compound_stream(int fd, std::string_view name, std::size_t most) {
    std::string header = header_of(fd);
    if (header.empty()) return {};
    Compound compound(fd, std::move(header));
    const std::vector<Entry> entries = compound.entries();
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [name](const Entry& entry) { return entry.name == name; });
    return found == entries.end() ? std::string() : compound.stream(*found, entries, most);
}

}  // namespace tarang::read::office
