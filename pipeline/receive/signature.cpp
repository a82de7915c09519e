#include "pipeline/receive/signature.h"

#include <algorithm>
#include <array>

#include "lib/thai/utf8.h"

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

constexpr std::string_view kRichText = "{\\rtf"sv;

/// Formats that arrive in offices and are no document to us, each by its published magic number.
struct Unsupported {
    Signature signature;
    Nature nature;
};
constexpr std::array kUnsupported{
    Unsupported{{0, "PK\x07\x08"sv}, Nature::kOtherArchive},  // spanned zip
    Unsupported{{4, "ftyphei"sv}, Nature::kHeic},             // heic, heix, heim, heis
    Unsupported{{4, "ftyphev"sv}, Nature::kHeic},
    Unsupported{{4, "ftypmif1"sv}, Nature::kHeic},
    Unsupported{{4, "ftypmsf1"sv}, Nature::kHeic},
    Unsupported{{4, "ftypavif"sv}, Nature::kPicture},
    Unsupported{{4, "ftyp"sv}, Nature::kUnknown},  // other ISO media: MP4
    Unsupported{{0, "GIF87a"sv}, Nature::kPicture},
    Unsupported{{0, "GIF89a"sv}, Nature::kPicture},
    Unsupported{{8, "WEBP"sv}, Nature::kPicture},
    Unsupported{{0, "\0\0\0\x0CjP  \r\n\x87\n"sv}, Nature::kPicture},  // JPEG 2000
    Unsupported{{0, "\xFF\x4F\xFF\x51"sv}, Nature::kPicture},          // JPEG 2000 code stream
    Unsupported{{0, "AT&TFORM"sv}, Nature::kPicture},                  // DjVu
    Unsupported{{0, "%!PS"sv}, Nature::kPicture},
    Unsupported{{0, "8BPS"sv}, Nature::kPicture},  // Photoshop
    Unsupported{{0, "\x97JB2\r\n\x1A\n"sv}, Nature::kPicture},
    Unsupported{{0, "7z\xBC\xAF\x27\x1C"sv}, Nature::kOtherArchive},
    Unsupported{{0, "Rar!\x1A\x07"sv}, Nature::kOtherArchive},
    Unsupported{{0, "\x1F\x8B\x08"sv}, Nature::kOtherArchive},  // gzip
    Unsupported{{0, "BZh"sv}, Nature::kOtherArchive},
    Unsupported{{0,
                 "\xFD"
                 "7zXZ\0"sv},
                Nature::kOtherArchive},
    Unsupported{{0, "\x28\xB5\x2F\xFD"sv}, Nature::kOtherArchive},  // zstd
    Unsupported{{257, "ustar"sv},
                Nature::kOtherArchive},  // tar: a report in it may stand within a PDF's first bytes
    Unsupported{{0, "L\0\0\0\x01\x14\x02\0\0\0\0\0"sv}, Nature::kShortcut},  // MS-SHLLINK 2.1
    Unsupported{{0, "[InternetShortcut]"sv}, Nature::kShortcut},
    Unsupported{{0, "SQLite format 3\0"sv}, Nature::kUnknown},
    Unsupported{{0,
                 "\x7F"
                 "ELF"sv},
                Nature::kUnknown},
};

/// "BM" alone would take words for pictures: the two reserved fields must be zero as well.
bool is_bitmap(std::string_view bytes) {
    return bytes.size() >= 14 && bytes.substr(0, 2) == "BM" && bytes.substr(6, 4) == "\0\0\0\0"sv;
}

bool matches(const Signature& signature, std::string_view bytes) {
    return bytes.size() >= signature.offset &&
           bytes.substr(signature.offset, signature.bytes.size()) == signature.bytes;
}

template <std::size_t N>
bool any_matches(const std::array<Signature, N>& signatures, std::string_view bytes) {
    return std::any_of(signatures.begin(), signatures.end(),
                       [bytes](const Signature& signature) { return matches(signature, bytes); });
}

std::string_view without_mark(std::string_view bytes) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    return bytes;
}

bool begins_with(std::string_view bytes, std::string_view word) {
    return bytes.size() >= word.size() &&
           std::equal(word.begin(), word.end(), bytes.begin(),
                      [](char lower, char c) { return lower == (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
}

/// Fields with which mails begin (RFC 5322 and what servers add). One alone may be a line of any text.
constexpr std::array<std::string_view, 16> kMailFields{"from:",
                                                       "to:",
                                                       "subject:",
                                                       "date:",
                                                       "mime-version:",
                                                       "received:",
                                                       "return-path:",
                                                       "message-id:",
                                                       "delivered-to:",
                                                       "reply-to:",
                                                       "sender:",
                                                       "content-type:",
                                                       "dkim-signature:",
                                                       "authentication-results:",
                                                       "cc:",
                                                       "x-mailer:"};

/// Three fields of a mail's head, with nothing but fields and their folded lines between them.
bool is_mail(std::string_view bytes) {
    constexpr int kEnough = 3;
    int known = 0;
    for (bytes = without_mark(bytes); !bytes.empty() && known < kEnough;) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.starts_with(' ') || line.starts_with('\t')) continue;
        const std::size_t colon = line.find(':');
        const bool field = colon != std::string_view::npos && colon > 0 &&
                           line.substr(0, colon).find_first_of(" \t\0"sv) == std::string_view::npos;
        if (!field) return false;
        known += std::any_of(kMailFields.begin(), kMailFields.end(),
                             [line](std::string_view name) { return begins_with(line, name); });
    }
    return known >= kEnough;
}

/// Thai of before Unicode, as programs of DOS and plain text have it: more than a third of the bytes are
/// letters of TIS-620, and none is zero. A guess.
bool is_old_thai_text(std::string_view bytes) {
    const auto letters = std::count_if(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xA1 && byte <= 0xFB;
    });
    return bytes.find('\0') == std::string_view::npos && 3 * letters > std::ssize(bytes);
}

/// Whether the beginning of a file is text of today: UTF-8 without controls. The last letter may be cut.
bool is_plain_text(std::string_view bytes) {
    constexpr std::size_t kLongestLetter = 4;
    const bool controls = std::any_of(bytes.begin(), bytes.end(), [](char c) {
        return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\r' && c != '\n';
    });
    for (std::size_t cut = 0; !controls && cut < std::min(kLongestLetter, bytes.size()); ++cut)
        if (thai::is_valid_utf8(bytes.substr(0, bytes.size() - cut))) return true;
    return false;
}

bool is_web_page(std::string_view text) {
    constexpr std::array<std::string_view, 8> kBeginnings{"<html", "<!doctype html", "<table", "<meta",
                                                          "<head", "<style",         "<body",  "<div"};
    return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                       [text](std::string_view beginning) { return begins_with(text, beginning); });
}

/// XML of Office 2003 says in its head which program it is for, or by its name spaces.
bool is_office_xml(std::string_view text) {
    if (!begins_with(text, "<?xml")) return false;
    for (const std::string_view sign : {"progid=\"Excel.Sheet\""sv, "progid=\"Word.Document\""sv,
                                        "urn:schemas-microsoft-com:office:spreadsheet"sv,
                                        "schemas.microsoft.com/office/word/2003/wordml"sv})
        if (text.find(sign) != std::string_view::npos) return true;
    return false;
}

const Unsupported* unsupported(std::string_view bytes) {
    const auto found =
        std::find_if(kUnsupported.begin(), kUnsupported.end(),
                     [bytes](const Unsupported& format) { return matches(format.signature, bytes); });
    return found == kUnsupported.end() ? nullptr : &*found;
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
    if (bytes.starts_with(kRichText)) return DocumentKind::kRichText;
    if (unsupported(bytes) != nullptr || is_bitmap(bytes)) return EventCode::kUnsupportedFormat;
    if (is_mail(bytes)) return DocumentKind::kMail;
    if (bytes.find("%PDF-") != std::string_view::npos) return DocumentKind::kPdf;
    return EventCode::kNotADocument;
}

Nature nature_by_signature(std::string_view first_bytes) {
    const std::string_view bytes = first_bytes.substr(0, kSignatureBytes);
    if (const Unsupported* known = unsupported(bytes)) return known->nature;
    if (is_bitmap(bytes)) return Nature::kPicture;
    const std::string_view text = without_mark(bytes);
    if (is_web_page(text)) return Nature::kWebPage;
    if (is_office_xml(text)) return Nature::kOfficeXml;
    if (!text.empty() && is_plain_text(text)) return Nature::kPlainText;
    return is_old_thai_text(bytes) ? Nature::kOldThaiText : Nature::kUnknown;
}

}  // namespace tarang::receive
