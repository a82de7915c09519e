// Automatic numbers of paragraphs, as Word prints them. They stand in no text of the file, and steps are
// counted by them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "pipeline/read/office/container.h"

namespace tarang::read::office {

inline constexpr int kListLevels = 9;

struct ListLevel {
    std::int64_t start = 1;
    std::string format = "decimal";  ///< w:numFmt
    std::string text;                ///< "%1.%2" with the places of numbers
    int restarts_after = -1;         ///< -1: after any level above; 0: never
    bool plain_digits = false;       ///< w:isLgl: all its numbers in 1, 2, 3
    char after = ' ';                ///< between number and text; '\0': nothing
    std::string style;               ///< paragraph style that stands at this level
};

struct ListDefinition {
    std::array<ListLevel, kListLevels> levels{};
    std::string style_link;  ///< name of the list style that defines it instead
    std::string style_name;  ///< name of the list style that it defines
};

/// One list of the document: a definition, some levels of which it changes.
struct ListInstance {
    std::int64_t definition = -1;
    std::array<std::optional<std::int64_t>, kListLevels> starts{};
    std::array<std::optional<ListLevel>, kListLevels> levels{};
};

/// Where a paragraph stands.
struct ListPlace {
    std::int64_t list = 0;  ///< 0: in none
    int level = 0;
    bool operator==(const ListPlace&) const = default;
};

class Numbering {
public:
    std::map<std::int64_t, ListDefinition> definitions;  ///< by w:abstractNumId
    std::map<std::int64_t, ListInstance> lists;          ///< by w:numId

    /// The printed number of the document's next paragraph at this place, with what parts it from the text;
    /// bullets as "•". Empty where none is printed. Paragraphs must come in the document's order.
    std::string next(const ListPlace& place);
    /// The level of a list that the paragraph style stands at; `place.level` where none does.
    int level_for_style(const ListPlace& place, const std::string& style) const;

private:
    const ListLevel* level_of(const ListInstance& list, int level) const;
    const ListDefinition* definition_of(const ListInstance& list) const;

    struct Counters {
        std::array<std::optional<std::int64_t>, kListLevels> values{};
    };
    std::map<std::int64_t, Counters> counters_;                ///< by definition
    std::map<std::pair<std::int64_t, int>, bool> overridden_;  ///< starts of a list that were used
};

/// A number in Word's format of that name: "decimal", "thaiNumbers", "thaiLetters", "thaiCounting",
/// "lowerRoman" ...; in 1, 2, 3 where the format is not known.
std::string formatted(std::int64_t number, std::string_view format);

std::variant<Numbering, EventCode> read_numbering(Container& container, std::string_view part,
                                                  const Limits& limits);

}  // namespace tarang::read::office
