#include "pipeline/store/json_text.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace tarang::store {
namespace {

void append_quoted(std::string& json, std::string_view text) {
    json += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') json += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) {
            json += c;
            continue;
        }
        std::array<char, 8> escape{};
        std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
        json += escape.data();
    }
    json += '"';
}

}  // namespace

std::string json_numbers(std::span<const double> numbers) {
    std::string json = "[";
    for (const double number : numbers) {
        std::array<char, 32> text{};
        const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
        if (json.size() > 1) json += ',';
        json.append(text.data(), end);
    }
    return json + "]";
}

std::string json_strings(std::span<const std::string> strings) {
    std::string json = "[";
    for (const std::string& text : strings) {
        if (json.size() > 1) json += ',';
        append_quoted(json, text);
    }
    return json + "]";
}

std::string json_paths(std::span<const std::vector<std::string>> paths) {
    std::string json = "[";
    for (const auto& path : paths) json += (json.size() > 1 ? "," : "") + json_strings(path);
    return json + "]";
}

std::vector<std::vector<std::string>> paths_of(Connection& connection, std::string_view json) {
    std::vector<std::vector<std::string>> paths;
    for (Query rows = connection.query("SELECT value FROM json_each(?1) ORDER BY key", json); rows.next();) {
        paths.push_back(strings_of(connection, rows.text(0)));
    }
    return paths;
}

std::vector<double> numbers_of(std::string_view json) {
    std::vector<double> numbers;
    const char* end = json.data() + json.size();
    for (const char* here = json.data(); here < end; ++here) {
        double number = 0;
        const auto [next, error] = std::from_chars(here + 1, end, number);
        if (error != std::errc()) break;
        numbers.push_back(number);
        here = next - 1;
        while (here + 1 < end && here[1] == ' ') ++here;
    }
    return numbers;
}

std::vector<std::string> strings_of(Connection& connection, std::string_view json) {
    std::vector<std::string> strings;
    for (Query rows = connection.query("SELECT value FROM json_each(?1) ORDER BY key", json); rows.next();) {
        strings.push_back(rows.text(0));
    }
    return strings;
}

}  // namespace tarang::store
