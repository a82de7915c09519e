#include "pipeline/read/archive/file_nature.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "pipeline/read/office/compound.h"
#include "pipeline/read/office/container.h"

namespace tarang::read::archive {
namespace {

std::string beginning_of(int fd, std::size_t size) {
    std::string bytes(size, '\0');
    const ssize_t count = ::pread(fd, bytes.data(), bytes.size(), 0);
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(0, count)));
    return bytes;
}

/// Word's file information block says whether the rest is encrypted (MS-DOC 2.5.2, fEncrypted).
bool is_locked_word(int fd) {
    constexpr std::size_t kFlags = 11;
    const std::string block = office::compound_stream(fd, "WordDocument", kFlags + 1);
    return block.size() > kFlags && (static_cast<unsigned char>(block[kFlags]) & 1U) != 0;
}

Nature nature_of_compound(int fd) {
    const std::vector<std::string> names = office::compound_names(fd);
    const auto has = [&names](std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (has("EncryptedPackage")) return Nature::kLocked;
    if (has("WordDocument")) return is_locked_word(fd) ? Nature::kLocked : Nature::kOldText;
    if (has("Workbook")) return Nature::kUnknown;
    if (has("Book")) return Nature::kOldSheet;
    if (has("PowerPoint Document")) return Nature::kPresentation;
    return has("__properties_version1.0") ? Nature::kOutlookMail : Nature::kUnknown;
}

/// OpenDocument names its kind in a member of its own.
Nature nature_of_open_document(office::Container& container) {
    constexpr std::string_view kKind = "application/vnd.oasis.opendocument.";
    constexpr std::size_t kLongest = 100;
    std::string type;
    container.read("mimetype", [&type](std::string_view piece) {
        type += piece.substr(0, kLongest);
        return type.size() < kLongest;
    });
    if (!type.starts_with(kKind)) return Nature::kUnknown;
    const std::string_view kind = std::string_view(type).substr(kKind.size());
    if (kind.starts_with("text")) return Nature::kOpenText;
    if (kind.starts_with("spreadsheet")) return Nature::kOpenSheet;
    return kind.starts_with("presentation") ? Nature::kPresentation : Nature::kUnknown;
}

Nature nature_of_zip(office::Container& container) {
    if (container.has("xl/workbook.bin")) return Nature::kBinarySheet;
    if (container.has("ppt/presentation.xml")) return Nature::kPresentation;
    if (container.has("[Content_Types].xml") || container.has("_rels/.rels")) return Nature::kUnknown;
    if (container.has("META-INF/manifest.xml")) return nature_of_open_document(container);
    const auto& members = container.members();
    const bool apple = std::any_of(members.begin(), members.end(), [](const office::Member& member) {
        return member.name.starts_with("Index/") && member.name.ends_with(".iwa");
    });
    return apple ? Nature::kPagesOrNumbers : Nature::kArchive;
}

}  // namespace

Nature nature_of(int fd) {
    if (office::is_compound(fd)) return nature_of_compound(fd);
    constexpr std::string_view kRichText = "{\\rtf";
    if (beginning_of(fd, kRichText.size()) == kRichText) return Nature::kRichText;
    auto opened = office::Container::open(fd, {});
    if (auto* container = std::get_if<office::Container>(&opened)) return nature_of_zip(*container);
    return std::get<EventCode>(opened) == EventCode::kEncrypted ? Nature::kLocked : Nature::kUnknown;
}

}  // namespace tarang::read::archive
