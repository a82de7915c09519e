#include "apps/cli/manual/completions.h"

namespace tarang::cli::manual {
namespace {

std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char letter : text)
        out += letter == '\'' || letter == '\\' ? std::string("\\") + letter : std::string(1, letter);
    return out + "'";
}

/// What an option may be followed by; fish offers files unless told not to.
std::string value_of(const Parameter& parameter, const std::vector<std::string>& forms) {
    const Kind kind = kind_of(parameter);
    switch (kind.of) {
        case Kind::Of::kFlag:
            return {};
        case Kind::Of::kText:
            return " -x";
        case Kind::Of::kFiles:
            return kind.ending.empty() ? " -r -F"
                                       : " -x -a " + quoted("(__fish_complete_suffix " + kind.ending + ")");
        case Kind::Of::kFolders:
            return " -x -a '(__fish_complete_directories)'";
        case Kind::Of::kForms:
            return " -x -a " + quoted(joined(forms) + " (__fish_complete_suffix " + kind.ending + ")");
        case Kind::Of::kChoices:
            return " -x -a " + quoted(joined(parameter.choices));
    }
    return {};
}

std::string options_of(const Outline& outline, const Command& command, const std::string& condition) {
    std::string out;
    for (const Parameter& option : command.options) {
        out += "complete -c tarang -n " + quoted(condition);
        for (const std::string& name : option.names)
            out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        out += value_of(option, outline.forms) + " -d " + quoted(option.text) + "\n";
    }
    return out;
}

/// Arguments have no order in fish's eyes: what may stand at any place is offered at each.
std::string arguments_of(const Outline& outline, const Command& command, const std::string& condition) {
    std::string out;
    for (const Parameter& argument : command.arguments) {
        if (kind_of(argument).of == Kind::Of::kText) continue;
        std::string value = value_of(argument, outline.forms);
        if (value.starts_with(" -x")) value = " -f" + value.substr(3);
        if (value.starts_with(" -r")) value = value.substr(3);
        out += "complete -c tarang -n " + quoted(condition) + value + "\n";
    }
    return out;
}

std::string block(const Outline& outline) {
    const std::string none = "__fish_use_subcommand";
    std::string out = options_of(outline, outline.program, none);
    for (const Command& command : outline.commands) {
        const std::string chosen = "__fish_seen_subcommand_from " + command.name;
        out += "complete -c tarang -n " + quoted(none) + " -f -a " + command.name + " -d " +
               quoted(command.text) + "\n";
        out += options_of(outline, command, chosen) + arguments_of(outline, command, chosen);
    }
    return out;
}

}  // namespace

std::string fish_completion(const Spoken& spoken) {
    return "# fish completion for tarang, written when it was built\n\n"
           "complete -c tarang -f\n"
           "set -l languages $LC_ALL $LC_MESSAGES $LANG\n"
           "if string match -q 'en*' -- $languages[1]\n" +
           block(spoken.english) + "else\n" + block(spoken.thai) + "end\n";
}

}  // namespace tarang::cli::manual
