// MIME as mail programs write it: headers, parameters, encodings. Pure functions over bytes.
//
// Our own: the libraries of Debian (GMime above all) bring GLib, which would cost each start of the program
// more than reading a small report; what attachments need of the standards is little. RFC 2045 to 2047, 2231.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace tarang::read::archive {

/// One part of a message: its header fields and its body, both views into the message.
struct MimePart {
    std::string_view header;
    std::string_view body;
};

/// Parts at the first empty line; without one all is header.
MimePart split_part(std::string_view bytes);

/// The field's value, unfolded, of the first field of that name (letter case aside); empty where there is
/// none.
std::string header_field(std::string_view header, std::string_view name);

/// "text/plain" of "Text/Plain; charset=utf-8", in lower case.
std::string main_value(std::string_view field);

/// The parameter of that name in a field such as Content-Type, in UTF-8 where it says which characters it
/// has, else as it stands: continued and percent-encoded (RFC 2231), or with encoded words (RFC 2047), as
/// many programs write names. Empty where there is none.
std::string parameter(std::string_view field, std::string_view name);

/// Text with its encoded words (=?utf-8?B?...?=) decoded; words in characters other than UTF-8, ASCII and
/// Thai stay as they are.
std::string decoded_words(std::string_view text);

/// Calls `part` with the bytes of each part of a multipart body, without the line break in front of a
/// boundary. What is never closed goes on to the end. False once `part` was.
bool for_each_part(std::string_view body, std::string_view boundary,
                   const std::function<bool(std::string_view part)>& part);

/// Gives the decoded bytes in pieces, until `take` returns false. Characters that have no meaning in base64
/// are skipped, as the standard says; other encodings than base64 and quoted-printable leave the bytes as
/// they are.
void decode_body(std::string_view body, std::string_view encoding,
                 const std::function<bool(std::string_view)>& take);

}  // namespace tarang::read::archive
