#include "apps/cli/manual/completions.h"

namespace tarang::cli::manual {
namespace {

constexpr const char* kBegin = R"(# bash completion for tarang, written when it was built

)";

/// What reads the two tables above it. `=` parts words in bash, so that "--ocr=auto" comes as three.
constexpr const char* kEngine = R"(
# Files whose names end so (all, without), and folders as a way to them.
_tarang_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(
        if [ -n "$2" ]; then compgen -f -X "!*$2" -- "$1"; else compgen -f -- "$1"; fi
        compgen -d -- "$1"
    )
}

_tarang() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
    local command='' options kind place=0 word i
    COMPREPLY=()
    if [ "$current" = = ]; then
        current=''
    elif [ "$before" = = ]; then
        before=${COMP_WORDS[COMP_CWORD-2]}
    fi

    # Which command, and how many arguments stand before the cursor: an option's value is none.
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case $word in
            -*)
                _tarang_kind "$command" "$word"
                if [ "${COMP_WORDS[i+1]}" = = ]; then ((i += 2)); elif [ "$kind" != flag ]; then ((i++)); fi
                ;;
            *) if [ -z "$command" ]; then command=$word; else ((place++)); fi ;;
        esac
    done

    if [[ $before == -* ]]; then
        _tarang_kind "$command" "$before"
        [ "$kind" != flag ] || kind=''
    else
        kind=''
    fi
    if [ -z "$kind" ]; then
        if [[ $current == -* ]]; then
            _tarang_options "$command"
            kind="words $options"
        elif [ -z "$command" ]; then
            kind="words $_tarang_commands"
        else
            _tarang_kind "$command" "$place"
        fi
    fi
    case $kind in
        words\ *) mapfile -t COMPREPLY < <(compgen -W "${kind#words }" -- "$current") ;;
        folders) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
        files*) _tarang_files "$current" "${kind#files}" ;;
        forms)
            _tarang_files "$current" .toml
            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -W "$_tarang_forms" -- "$current")
            ;;
    esac
}

complete -F _tarang tarang
)";

std::string kind_text(const Parameter& parameter) {
    const Kind kind = kind_of(parameter);
    switch (kind.of) {
        case Kind::Of::kFlag:
            return "flag";
        case Kind::Of::kText:
            return "text";
        case Kind::Of::kFiles:
            return "files" + kind.ending;
        case Kind::Of::kFolders:
            return "folders";
        case Kind::Of::kForms:
            return "forms";
        case Kind::Of::kChoices:
            return "words " + joined(parameter.choices);
    }
    return "text";
}

/// A pattern for "COMMAND OPTION", all its names, or for "COMMAND PLACE".
std::string kinds_of(const Command& command, const std::string& name) {
    std::string out;
    const auto add = [&](const std::string& what, const Parameter& parameter) {
        out += "        '" + name + " '" + what + ") kind='" + kind_text(parameter) + "' ;;\n";
    };
    for (const Parameter& option : command.options) {
        for (const std::string& word : option.names) add(word, option);
    }
    for (std::size_t i = 0; i < command.arguments.size(); ++i)
        add(command.arguments[i].many ? "[0-9]*" : std::to_string(i), command.arguments[i]);
    return out;
}

std::string options_of(const Command& command, const std::string& name) {
    std::vector<std::string> words;
    for (const Parameter& option : command.options)
        words.insert(words.end(), option.names.begin(), option.names.end());
    return "        '" + name + "') options='" + joined(words) + "' ;;\n";
}

}  // namespace

std::string bash_completion(const Outline& outline) {
    std::vector<std::string> names;
    std::string options = options_of(outline.program, "");
    std::string kinds = kinds_of(outline.program, "");
    for (const Command& command : outline.commands) {
        names.push_back(command.name);
        options += options_of(command, command.name);
        kinds += kinds_of(command, command.name);
    }
    return kBegin + ("_tarang_commands='" + joined(names)) + "'\n_tarang_forms='" + joined(outline.forms) +
           "'\n\n# COMMAND: its options.\n_tarang_options() {\n    options=''\n    case $1 in\n" + options +
           "    esac\n}\n\n# COMMAND, and an option or the number of an argument from 0: what stands there.\n"
           "_tarang_kind() {\n    kind=text\n    case \"$1 $2\" in\n" +
           kinds + "    esac\n}\n" + kEngine;
}

}  // namespace tarang::cli::manual
