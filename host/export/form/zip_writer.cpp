#include "host/export/form/zip_writer.h"

#include <array>

namespace tarang::exporting {
namespace {

void put(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
}

constexpr std::array<std::uint32_t, 256> make_crcs() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t crc = i;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ (0xEDB88320U & (0U - (crc & 1U)));
        table[i] = crc;
    }
    return table;
}
constexpr auto kCrcs = make_crcs();

}  // namespace

std::uint32_t crc_of(std::string_view bytes, std::uint32_t before) {
    std::uint32_t crc = ~before;
    for (const char c : bytes) crc = (crc >> 8U) ^ kCrcs[(crc ^ static_cast<unsigned char>(c)) & 0xFFU];
    return ~crc;
}

void ZipWriter::write(std::string_view bytes) {
    out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    written_ += bytes.size();
}

void ZipWriter::begin(std::string_view name, std::uint64_t size, std::uint32_t crc) {
    std::string entry;
    put(entry, 20, 2);          // needs version 2.0
    put(entry, 0x0800, 2);      // the name is UTF-8
    put(entry, 0, 2);           // stored
    put(entry, 0x00210000, 4);  // 1 January 1980: the same records make the same file
    put(entry, crc, 4);
    put(entry, size, 4);
    put(entry, size, 4);
    put(entry, name.size(), 2);
    put(entry, 0, 2);  // no extra field
    std::string header;
    put(header, 0x04034B50, 4);
    put(directory_, 0x02014B50, 4);
    put(directory_, 20, 2);
    directory_ += entry;
    put(directory_, 0, 2);  // no comment
    put(directory_, 0, 2);  // disk
    put(directory_, 0, 2);
    put(directory_, 0, 4);
    put(directory_, written_, 4);
    directory_ += name;
    ++members_;
    write(header + entry + std::string(name));
}

void ZipWriter::add(std::string_view name, std::string_view bytes) {
    begin(name, bytes.size(), crc_of(bytes));
    write(bytes);
}

void ZipWriter::add(std::string_view name, const TemporaryFile& file, std::uint64_t size, std::uint32_t crc) {
    constexpr std::uint64_t kMost = 0xF0000000;  // with room for the other members: no field is wider
    if (size > kMost) file.cannot_write("more than four gigabytes");
    begin(name, size, crc);
    file.copy_to(out_);
    written_ += size;
}

void ZipWriter::finish() {
    std::string end;
    put(end, 0x06054B50, 4);
    put(end, 0, 4);
    put(end, members_, 2);
    put(end, members_, 2);
    put(end, directory_.size(), 4);
    put(end, written_, 4);
    put(end, 0, 2);
    write(directory_ + end);
}

}  // namespace tarang::exporting
