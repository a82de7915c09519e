// A ZIP file of stored members (APPNOTE.TXT 6.3.3), written front to back: a pipe will do.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include "host/export/temporary_file.h"

namespace tarang::exporting {

/// CRC-32 of `bytes` that follow those of which `before` is the CRC; 0 for none.
std::uint32_t crc_of(std::string_view bytes, std::uint32_t before = 0);

class ZipWriter {
public:
    explicit ZipWriter(std::ostream& out) : out_(out) {}
    void add(std::string_view name, std::string_view bytes);

    /// The whole of `file`, which has `size` bytes (fewer than four gigabytes) of that CRC.
    void add(std::string_view name, const TemporaryFile& file, std::uint64_t size, std::uint32_t crc);

    /// The directory; nothing may follow.
    void finish();

private:
    void begin(std::string_view name, std::uint64_t size, std::uint32_t crc);
    void write(std::string_view bytes);

    std::ostream& out_;
    std::string directory_;
    std::uint64_t written_ = 0;
    std::uint16_t members_ = 0;
};

}  // namespace tarang::exporting
