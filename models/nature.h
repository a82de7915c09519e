// What a file is that is no document of the kinds that are read, as far as its own bytes say: it decides what
// a person is told, and what else can be done with it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "models/document.h"

namespace tarang {

enum class Nature : std::uint8_t {
    kUnknown,
    // hold documents
    kArchive,
    kMail,
    // another program can save them as what is read
    kOldText,  ///< Word 6 to 2003
    kRichText,
    kOpenText,
    kOldSheet,  ///< Excel 5 and 95
    kOpenSheet,
    // the sender has to
    kBinarySheet,  ///< XLSB
    kPresentation,
    kPagesOrNumbers,  ///< Apple's
    kOldThaiText,     ///< CU Writer, Rajavithi and others of DOS
    kPlainText,       ///< of today; comma-separated values too
    kWebPage,
    kOfficeXml,  ///< Excel's and Word's XML of 2003
    kHeic,
    kPicture,
    kOtherArchive,  ///< 7z, RAR and others
    kShortcut,      ///< of Windows: the file stayed where it was
    kOutlookMail,   ///< MSG
    kLocked,        ///< with a password that is not a PDF's
    kUnconfined,    ///< could be converted, were there a sandbox for the converter
};
inline constexpr int kNatureCount = 22;

std::string_view name_of(Nature nature);

/// Whether an office program can save it as what is read; as a workbook or as a text.
bool is_convertible(Nature nature);
bool converts_to_sheet(Nature nature);
/// How such a file is called: "doc".
std::string_view ending_of(Nature nature);

/// As message_of(code), with what to do about a file of that nature.
std::string message_of(EventCode code, Nature nature, Language language);

}  // namespace tarang
