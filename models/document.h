// A file on its way through the line: what it is, and the verdict it ends with.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/finding.h"

namespace tarang {

enum class DocumentKind : std::uint8_t {
    kPdf,
    kPng,
    kJpeg,
    kTiff,
    kZip,       ///< DOCX, XLSX or an archive; which, the worker finds out
    kCompound,  ///< OLE2: DOC, XLS, and files with a password
    kRichText,
    kMail,      ///< with files attached to it
};

/// Kinds of files that are not pages: those have pages only where pictures of some were pasted in.
constexpr bool is_office(DocumentKind kind) {
    return kind == DocumentKind::kZip || kind == DocumentKind::kCompound || kind == DocumentKind::kRichText ||
           kind == DocumentKind::kMail;
}

/// The result of `receive`: a file worth handing to a worker.
struct SourceDocument {
    std::string path;          ///< absolute, as given by the person
    DocumentKind kind = DocumentKind::kPdf;
    std::string sha256;        ///< 64 lower-case hexadecimal digits: the document's identity
    std::uint64_t size = 0;    ///< bytes
    bool operator==(const SourceDocument&) const = default;
};

/// Why a file ended as it did. The closed list of the command line's contract.
enum class EventCode : std::uint8_t {
    kOk, kNotADocument, kUnsupportedFormat, kEmpty, kDamaged, kEncrypted, kNoPages, kTooLarge, kTooManyPages,
    kTimedOut, kOutOfMemory, kCrashed, kNoTextLayer, kNoTable, kNoRecords, kUnknownForm, kPageUnreadable,
    kSymlink, kSpecialFile, kOfficeJunk, kOwnFile, kMissing, kUnreadableFile, kTooComplex,
    kArchive, kArchiveIncomplete,
};
inline constexpr int kEventCodeCount = 26;

enum class DocumentState : std::uint8_t {
    kDone, kPartial, kFailed, kDuplicate, kSuperseded, kSkipped, kQuarantined,
};

std::string_view name_of(EventCode code);
std::string_view name_of(DocumentState state);
std::optional<EventCode> event_code_named(std::string_view name);
std::optional<DocumentState> document_state_named(std::string_view name);

/// The state that a code means when it is given for the first time (never duplicate or quarantined).
DocumentState state_of(EventCode code);

/// The command line's exit code for one file: 0, 3 or 4. The worst of a batch wins.
int exit_code_of(EventCode code);

/// What the event says to a person, with what can be done next.
std::string message_of(EventCode code, Language language);

/// The finding that says the same about a document; only for codes with state failed or partial.
std::optional<FindingCode> finding_of(EventCode code);

/// One line of `tarang import --json`: exactly one for each input file.
struct DocumentEvent {
    std::string path;
    std::optional<std::string> sha256;
    DocumentState state = DocumentState::kFailed;
    EventCode code = EventCode::kOk;
    std::string reason;                        ///< for people; empty when done
    std::optional<std::int32_t> pages;
    std::optional<std::int32_t> pages_read;
    std::int32_t activities = 0;
    std::int32_t flagged = 0;                  ///< fields
    std::optional<std::string> duplicate_of;   ///< the first path
    double seconds = 0;
    bool operator==(const DocumentEvent&) const = default;
};

}  // namespace tarang
