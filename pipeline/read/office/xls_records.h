// The records of a BIFF8 stream, and strings in them. Internal to xls.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/office/little_endian.h"

namespace tarang::read::office {

/// As number_in, of eight bytes.
double double_in(std::string_view bytes, std::size_t offset);

struct BiffRecord {
    std::uint16_t kind = 0;
    std::string_view body;
    std::vector<std::string_view> more;  ///< bodies of the CONTINUE records behind it
};

class BiffStream {
public:
    explicit BiffStream(std::string_view bytes, std::size_t position = 0)
        : bytes_(bytes), position_(position) {}

    /// The next record; false at the end, or where the stream is cut.
    bool next(BiffRecord& record);

private:
    std::string_view bytes_;
    std::size_t position_;
};

/// Reads strings from a record that goes on in others: where one is cut, its letters begin anew with a byte
/// that says how wide they are.
class BiffText {
public:
    explicit BiffText(const BiffRecord& record, std::size_t position = 0)
        : record_(record), position_(position) {}

    /// A string with a count of `count_bytes` (1 or 2) and its flags; in UTF-8.
    std::string read(std::size_t count_bytes);
    bool ended() const { return ended_; }

private:
    std::string_view part() const { return index_ == 0 ? record_.body : record_.more[index_ - 1]; }
    std::uint32_t take(std::size_t size);
    void skip(std::size_t size);
    bool go_on();

    const BiffRecord& record_;
    std::size_t index_ = 0;  ///< of the part; 0 is the record itself
    std::size_t position_;
    bool ended_ = false;
};

}  // namespace tarang::read::office
