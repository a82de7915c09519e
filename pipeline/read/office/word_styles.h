// Paragraph styles of a Word document, as far as they decide what is printed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "pipeline/read/office/container.h"
#include "pipeline/read/office/numbering.h"

namespace tarang::read::office {

struct WordStyle {
    std::string based_on;
    std::optional<ListPlace> list;  ///< automatic numbers; list 0: none, whatever it is based on
    std::string font;               ///< of its text, where it names one
    std::optional<bool> hidden;     ///< its text is not printed
};

class WordStyles {
public:
    std::map<std::string, WordStyle, std::less<>> styles;  ///< by w:styleId

    /// What holds for a style, with all that it is based on.
    WordStyle of(std::string_view id) const;
};

std::variant<WordStyles, EventCode> read_word_styles(Container& container, std::string_view part,
                                                     const Limits& limits);

}  // namespace tarang::read::office
