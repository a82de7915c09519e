// A line of the journal: what happened, and its facts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "host/journal/event.h"

namespace tarang::journal {

/// "worker_ended pid=12 cause=crashed words=\"...\"".
class Line {
public:
    explicit Line(Event event) : event_(event) {}

    /// Control characters become spaces: a line stays one line.
    Line& with(std::string_view name, std::string_view value);
    Line& with(std::string_view name, const std::string& value) {
        return with(name, std::string_view(value));
    }
    Line& with(std::string_view name, const char* value) { return with(name, std::string_view(value)); }
    Line& with(std::string_view name, double value);  ///< three decimals
    template <typename T>
    requires std::is_integral_v<T> Line& with(std::string_view name, T value) {
        if constexpr (std::is_same_v<T, bool>)
            return with(name, std::string_view(value ? "yes" : "no"));
        else
            return with(name, std::string_view(std::to_string(value)));
    }
    /// Left out where there is none.
    template <typename T>
    Line& with(std::string_view name, const std::optional<T>& value) {
        return value ? with(name, *value) : *this;
    }

    Event event() const { return event_; }
    /// In the order in which they came.
    const std::vector<std::pair<std::string, std::string>>& facts() const { return facts_; }
    /// A value with anything but plain characters is quoted.
    std::string text() const;

private:
    Event event_;
    std::vector<std::pair<std::string, std::string>> facts_;
};

}  // namespace tarang::journal
