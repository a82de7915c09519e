// Text inside HTML and XML.
#pragma once

#include <string>

namespace tarang::thai {

/// One byte of a text as it stands in an element or an attribute.
inline void append_escaped(std::string& markup, char c) {
    switch (c) {
        case '&':
            markup += "&amp;";
            break;
        case '<':
            markup += "&lt;";
            break;
        case '>':
            markup += "&gt;";
            break;
        case '"':
            markup += "&quot;";
            break;
        case '\'':
            markup += "&#39;";
            break;
        default:
            markup += c;
    }
}

}  // namespace tarang::thai
