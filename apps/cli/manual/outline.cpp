#include "apps/cli/manual/outline.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "apps/cli/command_line.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::cli::manual {
namespace {

/// Lines of the help are broken for a terminal.
std::string in_one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

/// "TEXT:{th,en}": the words between the braces.
std::vector<std::string> choices_of(const std::string& type) {
    const std::size_t open = type.find('{');
    const std::size_t close = type.find('}', open);
    if (open == std::string::npos || close == std::string::npos) return {};
    return CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
}

/// "FLOAT:FLOAT in [0.1 - 9]": what stands in brackets, with them.
std::string range_of(const std::string& type) {
    const std::size_t open = type.find(" in [");
    return open == std::string::npos ? std::string() : type.substr(open + 4);
}

/// The parser's names of C++ types are nothing to read.
std::string value_of(const std::string& type) {
    const std::string name = type.substr(0, type.find(':'));
    if (name == "INT" || name == "UINT" || name == "FLOAT") return "N";
    return name;
}

std::vector<std::string> names_of(const CLI::Option& option) {
    if (option.get_positional()) return {option.get_name(true)};
    std::vector<std::string> names;
    for (const std::string& name : option.get_snames()) names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
    return names;
}

Parameter parameter_of(const CLI::Option& option) {
    const bool flag = option.get_items_expected_max() == 0;
    const std::string type = option.get_type_name();
    Parameter made;
    made.names = names_of(option);
    if (!flag) made.value = value_of(type);
    made.choices = choices_of(type);
    made.range = range_of(type);
    made.usual = option.get_default_str();
    made.text = in_one_line(option.get_description());
    made.required = option.get_required();
    made.many = option.get_items_expected_max() > 1;
    return made;
}

Command command_of(const CLI::App& app) {
    Command made{app.get_name(), in_one_line(app.get_description()), in_one_line(app.get_footer()), {}, {}};
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_group().empty()) continue;  // hidden
        (option->get_positional() ? made.arguments : made.options).push_back(parameter_of(*option));
    }
    return made;
}

}  // namespace

Outline outline_of(Language language) {
    Outline outline;
    look_at_command_line(language, [&outline](const CLI::App& app) {
        outline.program = command_of(app);
        outline.version = app.version().substr(app.version().rfind(' ') + 1);
        for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
            if (!command->get_group().empty()) outline.commands.push_back(command_of(*command));
        }
    });
    for (const std::string_view name : interpret::shipped_names()) outline.forms.emplace_back(name);
    return outline;
}

}  // namespace tarang::cli::manual
