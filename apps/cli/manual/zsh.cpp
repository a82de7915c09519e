#include "apps/cli/manual/completions.h"

namespace tarang::cli::manual {
namespace {

/// For a word in single quotes in which `[`, `]`, `:` and `\` are _arguments' own.
std::string escaped(const std::string& text) {
    std::string out;
    for (const char letter : text) {
        if (letter == '\'') {
            out += "'\\''";
            continue;
        }
        if (std::string("[]:\\").find(letter) != std::string::npos) out += '\\';
        out += letter;
    }
    return out;
}

/// The action of _arguments that offers it.
std::string action_of(const Parameter& parameter, const std::vector<std::string>& forms) {
    const Kind kind = kind_of(parameter);
    const std::string files = kind.ending.empty() ? "_files" : "_files -g \"*" + kind.ending + "\"";
    switch (kind.of) {
        case Kind::Of::kFlag:
            return {};
        case Kind::Of::kText:
            return " ";
        case Kind::Of::kFiles:
            return files;
        case Kind::Of::kFolders:
            return "_files -/";
        case Kind::Of::kForms:
            return "{ compadd -- " + joined(forms) + "; " + files + " }";
        case Kind::Of::kChoices:
            return "(" + joined(parameter.choices) + ")";
    }
    return {};
}

std::string option_lines(const Outline& outline, const Command& command, const std::string& indent) {
    std::string out;
    for (const Parameter& option : command.options) {
        for (const std::string& name : option.names) {
            const bool flag = option.value.empty();
            const std::string attached = flag ? "" : name.starts_with("--") ? "=" : "+";
            out += indent + "'(" + joined(option.names) + ")" + name + attached + "[" + escaped(option.text) +
                   "]" + (flag ? "" : ":" + escaped(option.value) + ":" + action_of(option, outline.forms)) +
                   "' \\\n";
        }
    }
    return out;
}

std::string argument_lines(const Outline& outline, const Command& command, const std::string& indent) {
    std::string out;
    for (const Parameter& argument : command.arguments) {
        const std::string place = argument.many ? "*" : argument.required ? "" : ":";
        out += indent + "'" + place + ":" + escaped(argument.names.front()) + ":" +
               action_of(argument, outline.forms) + "' \\\n";
    }
    return out;
}

std::string command_case(const Outline& outline, const Command& command) {
    const std::string indent = "                ";
    return "            " + command.name + ")\n" + indent.substr(2) + "_arguments -s \\\n" +
           option_lines(outline, command, indent) + argument_lines(outline, command, indent) + indent +
           "&& return 0\n" + indent.substr(2) + ";;\n";
}

std::string function(const std::string& name, const Outline& outline) {
    std::string commands, cases;
    for (const Command& command : outline.commands) {
        commands += "        '" + command.name + ":" + escaped(command.text) + "'\n";
        cases += command_case(outline, command);
    }
    return name + "() {\n    local -a commands=(\n" + commands + "    )\n" + "    _arguments -C \\\n" +
           option_lines(outline, outline.program, "        ") +
           "        '1: :->command' \\\n        '*:: :->argument' && return 0\n"
           "    case $state in\n        command) _describe -t commands command commands ;;\n        "
           "argument)\n"
           "            case $words[1] in\n" +
           cases + "            esac\n            ;;\n    esac\n}\n";
}

}  // namespace

std::string zsh_completion(const Spoken& spoken) {
    return "#compdef tarang\n# zsh completion for tarang, written when it was built\n\n" +
           function("_tarang_in_thai", spoken.thai) + "\n" + function("_tarang_in_english", spoken.english) +
           "\n_tarang() {\n    local curcontext=\"$curcontext\" context state state_descr line ret=1\n"
           "    typeset -A opt_args\n"
           "    local language=${LC_ALL:-${LC_MESSAGES:-$LANG}}\n"
           "    if [[ $language == en* ]]; then _tarang_in_english; else _tarang_in_thai; fi\n}\n\n"
           "_tarang \"$@\"\n";
}

}  // namespace tarang::cli::manual
