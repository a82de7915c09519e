// What a file is, by its first bytes. The name says nothing: half of all "report.pdf" in an inbox are
// something else.
#pragma once

#include <cstddef>
#include <string_view>
#include <variant>

#include "models/document.h"
#include "models/nature.h"

namespace tarang::receive {

/// So many bytes decide; "%PDF-" may stand anywhere in them, as readers have always allowed.
inline constexpr std::size_t kSignatureBytes = 1024;

/// The kind, or kEmpty, kUnsupportedFormat (the signature of something else) or kNotADocument (none).
/// A mail is known by the fields with which it begins. A signature at the very start outweighs a "%PDF-" behind it: a zip that holds a stored PDF is a zip.
std::variant<DocumentKind, EventCode> kind_by_signature(std::string_view first_bytes);

/// Of what has no kind: what it is all the same, as far as its beginning says.
Nature nature_by_signature(std::string_view first_bytes);

}  // namespace tarang::receive
