// The command line as data: what the manual pages and the completions are written from.
#pragma once

#include <string>
#include <vector>

#include "models/finding.h"

namespace tarang::cli::manual {

/// An option, or an argument at its place.
struct Parameter {
    std::vector<std::string> names;    ///< "-o", "--output"; of an argument its one name, "DB"
    std::string value;                 ///< what it takes, in capitals: "FILE.csv"; empty for a flag
    std::vector<std::string> choices;  ///< all that it may be; empty where that is no list
    std::string range;                 ///< "[1 - 9]"; empty where there are no bounds
    std::string usual;  ///< what holds without it; empty where the text says it or nothing does
    std::string text;   ///< one line
    bool required = false;
    bool many = false;  ///< any number of them
};

struct Command {
    std::string name;
    std::string text;     ///< one line
    std::string details;  ///< a paragraph, whose lines are of no meaning; may be empty
    std::vector<Parameter> arguments;
    std::vector<Parameter> options;
};

struct Outline {
    Command program;  ///< its text is what it does, its details the exit codes
    std::string version;
    std::vector<Command> commands;   ///< in the order of the help
    std::vector<std::string> forms;  ///< names of the forms that come with the program
};

/// What `--help` says, of everything that is not hidden.
Outline outline_of(Language language);

}  // namespace tarang::cli::manual
