#include "pipeline/receive/signature.h"

#include <array>

namespace tarang::receive {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t offset;
    std::string_view bytes;
};

constexpr std::array kPng{Signature{0, "\x89PNG\r\n\x1A\n"sv}};
constexpr std::array kJpeg{Signature{0, "\xFF\xD8\xFF"sv}};
constexpr std::array kTiff{Signature{0, "II*\0"sv}, Signature{0, "MM\0*"sv}, Signature{0, "II+\0"sv},
                           Signature{0, "MM\0+"sv}};

constexpr std::array kZip{Signature{0, "PK\x03\x04"sv}, Signature{0, "PK\x05\x06"sv}};  // the latter: empty
constexpr std::string_view kCompound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

/// Formats that arrive in offices and are no document to us, each by its published magic number.
constexpr std::array kUnsupported{
    Signature{0, "PK\x07\x08"sv},  // spanned zip
    Signature{4, "ftyp"sv},        // ISO media: HEIC, AVIF, MP4
    Signature{0, "{\\rtf"sv},
    Signature{0, "GIF87a"sv},
    Signature{0, "GIF89a"sv},
    Signature{8, "WEBP"sv},
    Signature{0, "\0\0\0\x0CjP  \r\n\x87\n"sv},  // JPEG 2000
    Signature{0, "\xFF\x4F\xFF\x51"sv},          // JPEG 2000 code stream
    Signature{0, "AT&TFORM"sv},                  // DjVu
    Signature{0, "%!PS"sv},
    Signature{0, "8BPS"sv},  // Photoshop
    Signature{0, "\x97JB2\r\n\x1A\n"sv},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv},
    Signature{0, "Rar!\x1A\x07"sv},
    Signature{0, "\x1F\x8B\x08"sv},  // gzip
    Signature{0, "BZh"sv},
    Signature{0,
              "\xFD"
              "7zXZ\0"sv},
    Signature{0, "\x28\xB5\x2F\xFD"sv},  // zstd
    Signature{257, "ustar"sv},           // tar: a report in it may stand within a PDF's first bytes
    Signature{0, "SQLite format 3\0"sv},
    Signature{0,
              "\x7F"
              "ELF"sv},
};

/// "BM" alone would take words for pictures: the two reserved fields must be zero as well.
bool is_bitmap(std::string_view bytes) {
    return bytes.size() >= 14 && bytes.substr(0, 2) == "BM" && bytes.substr(6, 4) == "\0\0\0\0"sv;
}

template <std::size_t N>
bool any_matches(const std::array<Signature, N>& signatures, std::string_view bytes) {
    for (const Signature& signature : signatures) {
        if (bytes.size() < signature.offset) continue;
        if (bytes.substr(signature.offset, signature.bytes.size()) == signature.bytes) return true;
    }
    return false;
}

}  // namespace

std::variant<DocumentKind, EventCode> kind_by_signature(std::string_view first_bytes) {
    const std::string_view bytes = first_bytes.substr(0, kSignatureBytes);
    if (bytes.empty()) return EventCode::kEmpty;
    if (bytes.substr(0, 5) == "%PDF-") return DocumentKind::kPdf;
    if (any_matches(kPng, bytes)) return DocumentKind::kPng;
    if (any_matches(kJpeg, bytes)) return DocumentKind::kJpeg;
    if (any_matches(kTiff, bytes)) return DocumentKind::kTiff;
    if (any_matches(kZip, bytes)) return DocumentKind::kZip;
    if (bytes.substr(0, kCompound.size()) == kCompound) return DocumentKind::kCompound;
    if (any_matches(kUnsupported, bytes) || is_bitmap(bytes)) return EventCode::kUnsupportedFormat;
    if (bytes.find("%PDF-") != std::string_view::npos) return DocumentKind::kPdf;
    return EventCode::kNotADocument;
}

}  // namespace tarang::receive
