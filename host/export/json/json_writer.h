// Writes JSON as it goes, so that an export of any size needs the memory of one document.
//
// Our own, since it is small and no library at hand does all of this: nlohmann-json keeps the whole tree in
// memory and costs 3 s of compile time a source file (11 s with sanitizers), and neither prints a number with
// two decimals. Reading JSON is another matter; nothing here does that.
#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace tarang::exporting {

/// The caller keeps the order: key before each value of an object, and every `begin` its `end`; assertions
/// check it. What goes out is valid UTF-8: bad bytes become U+FFFD.
class JsonWriter {
public:
    enum class Style {
        kLine,      ///< everything on one line
        kIndented,  ///< a member a line, but for what is begun as kInline
    };
    enum class Shape { kBroken, kInline };

    JsonWriter(std::ostream& out, Style style) : out_(out), style_(style) {}

    void begin_object(Shape shape = Shape::kBroken) { begin('{', shape); }
    void end_object() { end('}'); }
    void begin_array(Shape shape = Shape::kBroken) { begin('[', shape); }
    void end_array() { end(']'); }

    JsonWriter& key(std::string_view name);

    void value(std::string_view text);
    void value(const std::string& text) { value(std::string_view(text)); }
    void value(const char* text) { value(std::string_view(text)); }
    void value(bool truth);
    /// At most two decimals, at least one: "842.0", "0.98". What is no finite number becomes null.
    void value(double number);
    template <typename T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) void value(T number) {
        integer(static_cast<std::int64_t>(number));
    }
    void value(float number) { value(static_cast<double>(number)); }
    void null();
    template <typename T>
    void value(const std::optional<T>& maybe) {
        if (maybe)
            value(*maybe);
        else
            null();
    }

    template <typename T>
    void member(std::string_view name, const T& content) {
        key(name).value(content);
    }

private:
    struct Level {
        bool is_inline = false;
        bool empty = true;
    };

    void begin(char bracket, Shape shape);
    void end(char bracket);
    void integer(std::int64_t number);
    void quoted(std::string_view text);
    /// What stands before an element: a comma, and a new line or a space.
    void separate();
    void new_line();

    std::ostream& out_;
    Style style_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

}  // namespace tarang::exporting
