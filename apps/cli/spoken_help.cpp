#include "apps/cli/spoken_help.h"

#include <CLI/CLI.hpp>
#include <cassert>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <utility>

#include "apps/cli/thai_help.h"
#include "apps/cli/usage_error.h"

namespace tarang::cli {
namespace {

/// Thai unless the environment or --lang says otherwise: the reports and most of their readers are Thai.
Language language_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        return std::string_view(value).starts_with("en") ? Language::kEnglish : Language::kThai;
    }
    return Language::kThai;
}

std::string in_thai(const std::string& english) {
    const std::string_view thai = thai_help(english);
    assert((english.empty() || !thai.empty()) && "the catalogue of the help has every text");
    return std::string(thai.empty() ? std::string_view(english) : thai);
}

/// What a value may be: "TEXT:{th,en}" is "{th,en}", "N:INT in [1 - 9]" is "จำนวน [1 - 9]".
std::string type_in_thai(const std::string& type) {
    if (const std::size_t list = type.find('{'); list != std::string::npos) return type.substr(list);
    if (const std::size_t range = type.find(" in ["); range != std::string::npos)
        return "จำนวน " + type.substr(range + 4);
    if (type == "INT" || type == "UINT" || type == "FLOAT") return "จำนวน";
    return type == "TEXT" ? "ข้อความ" : type;
}

}  // namespace

Language language_of(int argc, const char* const* argv) {
    Language language = language_of_environment();
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const std::string_view value = word.starts_with("--lang=")        ? word.substr(7)
                                       : word == "--lang" && i + 1 < argc ? std::string_view(argv[i + 1])
                                                                          : std::string_view();
        if (value == "th") language = Language::kThai;
        if (value == "en") language = Language::kEnglish;
    }
    return language;
}

std::string command_in(int argc, const char* const* argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--lang") ++i;
        if (!word.starts_with('-')) return std::string(word);
    }
    return {};
}

void translate(CLI::App& app) {
    app.description(in_thai(app.get_description()));
    app.footer(in_thai(app.get_footer()));
    const auto formatter = std::make_shared<CLI::Formatter>();
    for (const auto& [label, thai] : {std::pair{"Usage", "วิธีใช้"},
                                      {"OPTIONS", "ตัวเลือก"},
                                      {"SUBCOMMAND", "คำสั่ง"},
                                      {"Positionals", "ค่าที่ระบุ"},
                                      {"REQUIRED", "(ต้องระบุ)"},
                                      {"Needs", "ใช้คู่กับ"},
                                      {"Excludes", "ใช้พร้อมกันไม่ได้กับ"}})
        formatter->label(label, thai);
    for (CLI::Option* option : app.get_options()) {
        formatter->label(option->get_type_name(), type_in_thai(option->get_type_name()));
        option->description(in_thai(option->get_description()));
        if (!option->get_positional()) option->group("ตัวเลือก");
    }
    app.formatter(formatter);
    for (CLI::App* command : app.get_subcommands({})) {
        command->group("คำสั่ง");
        translate(*command);
    }
}

std::string usage_error(const CLI::App& app, const std::string& what, const std::string& command,
                        Language language) {
    UsageError error{what, command, {}, {}};
    for (const CLI::App* known : app.get_subcommands([](const CLI::App*) { return true; })) {
        error.commands.push_back(known->get_name());
        if (known->get_name() != command) continue;
        for (const CLI::Option* option : known->get_options()) {
            for (const std::string& name : option->get_lnames()) error.options.push_back("--" + name);
        }
    }
    return message_of(error, language);
}

}  // namespace tarang::cli
