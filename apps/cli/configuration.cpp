#include "apps/cli/configuration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

#include "apps/cli/usage_error.h"
#include "lib/toml/toml.h"

namespace tarang::cli {
namespace {

namespace fs = std::filesystem;
using toml_file::Value;

/// "90", "0.5": as short as it can be.
std::string text_of(double number) {
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

std::string value_of(const std::string& name, const Value& value, const std::string& file) {
    if (const auto* text = value.text()) return *text;
    if (const auto* truth = value.truth()) return *truth ? "true" : "false";
    if (const auto* whole = std::get_if<std::int64_t>(&value.content)) return std::to_string(*whole);
    if (const auto* number = std::get_if<double>(&value.content)) return text_of(*number);
    toml_file::refuse(file, value.line,
                      {name + " ต้องเป็นข้อความใน \"...\" ตัวเลข true หรือ false หนึ่งค่า",
                       name + " must be one text in \"...\", one number, true or false"});
}

/// Logs of the system, forms by name: no files.
bool names_a_file(const std::string& name, const std::string& value) {
    if (name == "log") return value != "syslog" && value != "journald";
    if (name == "profile") return value.ends_with(".toml") || value.find('/') != std::string::npos;
    return true;
}

[[noreturn]] void refuse_name(const std::string& name, const Value& value, const std::string& file,
                              const std::vector<Configurable>& known) {
    std::vector<std::string> names;
    for (const Configurable& option : known) names.push_back(option.name);
    const std::string near = nearest(name, names);
    const bool section = value.table() != nullptr;
    toml_file::refuse(
        file, value.line,
        {"ไม่รู้จัก " + name + (section ? " ไฟล์นี้ไม่มีหมวด" : "") +
             (near.empty() ? "" : " หมายถึง " + near + " หรือไม่") + " ดูชื่อทั้งหมดด้วย tarang config",
         name + " is not known" + (section ? "; this file has no tables" : "") +
             (near.empty() ? "" : ", did you mean " + near + "?") + "; tarang config lists all names"});
}

}  // namespace

std::string configuration_beside(const std::string& database) {
    return (fs::path(database).parent_path() / "tarang.toml").string();
}

Configuration parse_configuration(std::string_view text, const std::string& file,
                                  const std::vector<Configurable>& known) {
    Configuration made{file, {}};
    for (const auto& [name, value] : toml_file::parse(text, file).entries) {
        const auto option = std::find_if(known.begin(), known.end(),
                                         [&key = name](const Configurable& one) { return one.name == key; });
        if (option == known.end()) refuse_name(name, value, file, known);
        Setting setting{name, value_of(name, value, file), value.line};
        if (option->is_path && names_a_file(name, setting.value) && !setting.value.empty())
            setting.value = (fs::path(file).parent_path() / setting.value).string();
        made.settings.push_back(std::move(setting));
    }
    std::stable_sort(made.settings.begin(), made.settings.end(),
                     [](const Setting& a, const Setting& b) { return a.line < b.line; });
    return made;
}

}  // namespace tarang::cli
