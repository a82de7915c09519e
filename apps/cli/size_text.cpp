#include "apps/cli/size_text.h"

#include <charconv>
#include <string>

namespace tarang::cli {
namespace {

std::optional<std::uint64_t> unit_from(std::string_view letters, std::uint64_t plain_unit) {
    while (letters.starts_with(' ')) letters.remove_prefix(1);
    if (letters.empty()) return plain_unit;
    constexpr std::string_view kLetters = "bkmgt";
    const char first = static_cast<char>(letters.front() | 0x20);
    const std::size_t power = kLetters.find(first);
    const std::string_view rest = letters.substr(1);
    const bool known = rest.empty() || rest == "B" || rest == "b" || rest == "iB";
    if (power == std::string_view::npos || !known || (power == 0 && !rest.empty())) return std::nullopt;
    return std::uint64_t{1} << (10 * power);
}

std::optional<std::int32_t> number_from(std::string_view digits) {
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number < 1) return std::nullopt;
    return number;
}

}  // namespace

std::optional<std::uint64_t> size_from(std::string_view text, std::uint64_t plain_unit) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || !(number >= 0)) return std::nullopt;
    const auto unit = unit_from(text.substr(static_cast<std::size_t>(end - text.data())), plain_unit);
    if (!unit || number * static_cast<double>(*unit) > 9e18) return std::nullopt;
    return static_cast<std::uint64_t>(number * static_cast<double>(*unit));
}

std::optional<std::pair<PageNumber, PageNumber>> pages_from(std::string_view text) {
    const std::size_t dash = text.find('-');
    const auto first = number_from(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : number_from(text.substr(dash + 1));
    if (!first || !last || *last < *first) return std::nullopt;
    return std::pair(PageNumber{*first}, PageNumber{*last});
}

std::optional<std::pair<int, int>> shard_from(std::string_view text) {
    constexpr int kMostShards = 1'000'000;
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto number = number_from(text.substr(0, slash));
    const auto of = number_from(text.substr(slash + 1));
    if (!number || !of || *number > *of || *of > kMostShards) return std::nullopt;
    return std::pair(*number, *of);
}

}  // namespace tarang::cli
