// The only source file that knows toml++, whose headers cost seconds.
#include "lib/toml/toml.h"

// Some of its assertions depend on the file ("[" before a Thai letter, in 3.3), and in release builds they
// are promises to the compiler. Here a broken one is a mistake in the file.
#undef NDEBUG
#include <stdexcept>
namespace tarang::toml_file {
[[noreturn]] static void refuse_toml() { throw std::logic_error("a name or a sign stands where none may"); }
}  // namespace tarang::toml_file
#define TOML_ASSERT(expr) ((expr) ? void() : ::tarang::toml_file::refuse_toml())
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>

#include "models/run_error.h"

namespace tarang::toml_file {
namespace {

constexpr std::size_t kLargestFile = 1U << 20U;
constexpr std::size_t kLongestExcerpt = 80;  // bytes

Value value_of(const toml::node& node);

Table table_of(const toml::table& from) {
    Table table;
    table.entries.reserve(from.size());
    for (const auto& [key, node] : from) table.entries.emplace_back(std::string(key.str()), value_of(node));
    return table;
}

Value value_of(const toml::node& node) {
    Value value;
    value.line = node.source().begin.line;
    if (const auto* text = node.as_string()) {
        value.content = text->get();
    } else if (const auto* truth = node.as_boolean()) {
        value.content = truth->get();
    } else if (const auto* whole = node.as_integer()) {
        value.content = whole->get();
    } else if (const auto* number = node.as_floating_point()) {
        value.content = number->get();
    } else if (const auto* table = node.as_table()) {
        value.content = table_of(*table);
    } else if (const auto* array = node.as_array()) {
        List list;
        list.reserve(array->size());
        for (const toml::node& item : *array) list.push_back(value_of(item));
        value.content = std::move(list);
    } else {
        value.content = Time{};
    }
    return value;
}

/// The line as it stands in the file, cut between letters where it is long.
std::string excerpt(std::string_view text, std::size_t line) {
    for (std::size_t i = 1; i < line && !text.empty(); ++i) {
        const std::size_t end = text.find('\n');
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    text = text.substr(0, text.find_first_of("\r\n"));
    std::size_t length = std::min(text.size(), kLongestExcerpt);
    while (length < text.size() && length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        --length;
    std::string shown(text.substr(0, length));
    std::replace_if(
        shown.begin(), shown.end(), [](unsigned char c) { return c < ' ' || c == 0x7F; }, ' ');
    return shown.empty() ? shown : " (" + shown + ")";
}

}  // namespace

const Value* Table::get(std::string_view key) const {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.first == key; });
    return found == entries.end() ? nullptr : &found->second;
}

void refuse(std::string_view origin, std::size_t line, const Message& message) {
    const std::string number = std::to_string(line);
    throw RunError(
        ExitCode::kUsage,
        std::string(origin) + (line > 0 ? " บรรทัด " + number : std::string()) + ": " + message.thai,
        std::string(origin) + (line > 0 ? ", line " + number : std::string()) + ": " + message.english);
}

Table parse(std::string_view text, std::string_view origin) {
    if (text.size() > kLargestFile)
        refuse(origin, 0, {"ไฟล์ใหญ่เกินไป (เกิน 1 เมกะไบต์)", "the file is too large (more than a megabyte)"});
    std::size_t line = 0;
    std::string why;
    try {
        return table_of(toml::parse(text, origin));
    } catch (const toml::parse_error& error) {
        line = error.source().begin.line;
        why = error.description();
    } catch (const std::logic_error& broken) {
        why = broken.what();
    }
    const std::string there = line > 0 ? excerpt(text, line) : std::string();
    refuse(origin, line,
           {"ไม่ใช่รูปแบบ TOML" + there +
                " แต่ละบรรทัดเขียนว่า ชื่อ = ค่า ข้อความอยู่ในเครื่องหมาย \"...\" รายการอยู่ใน [ ] คั่นด้วยจุลภาค",
            "this is not valid TOML" + there + ": " + why});
}

}  // namespace tarang::toml_file
