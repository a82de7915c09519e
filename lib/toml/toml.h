// TOML, as offices write forms and settings in it: every value with its line, and what is wrong said in the
// person's language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tarang::toml_file {

struct Value;

using List = std::vector<Value>;

/// The entries of a table by their keys, in alphabetical order.
struct Table {
    std::vector<std::pair<std::string, Value>> entries;

    /// nullptr: there is none.
    const Value* get(std::string_view key) const;
};

/// A day or a time of day; nothing here is told by one.
struct Time {};

struct Value {
    std::variant<std::string, bool, std::int64_t, double, Time, List, Table> content;
    std::size_t line = 0;  ///< from 1; 0: unknown

    const std::string* text() const { return std::get_if<std::string>(&content); }
    const bool* truth() const { return std::get_if<bool>(&content); }
    const List* list() const { return std::get_if<List>(&content); }
    const Table* table() const { return std::get_if<Table>(&content); }
};

/// What a person is told.
struct Message {
    std::string thai;
    std::string english;
};

/// Throws RunError(kUsage): "origin, line 7: ...". `line` 0: without a line.
[[noreturn]] void refuse(std::string_view origin, std::size_t line, const Message& message);

/// The whole file. Throws RunError(kUsage) with the line where it is no TOML, or longer than a megabyte:
/// nobody writes more by hand.
Table parse(std::string_view text, std::string_view origin);

}  // namespace tarang::toml_file
