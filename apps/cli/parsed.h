// The command line while it is parsed: all commands' options, and how a command is added. For the sources
// that add commands alone.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "apps/cli/command_line.h"

namespace CLI {
class App;
}

namespace tarang::cli {

/// All commands' options while they are parsed; the chosen one goes out.
struct Parsed {
    ImportArguments import;
    WatchArguments watch;
    RetryArguments retry;
    UndoArguments undo;
    BackupArguments backup;
    MergeArguments merge;
    PublishArguments publish;
    ForgetArguments forget;
    ExplainArguments explain;
    ReviewArguments review;
    CheckArguments check;
    FormArguments form;
    ShowArguments show;
    FindArguments find;
    ExportArguments exporting;
    TablesArguments tables;
    InspectArguments inspect;
    StagesArguments stages;
    WatchArguments config;  ///< all that may stand in tarang.toml, with the server
    PublishArguments config_server;
    std::optional<std::string> config_file;
    std::string lang;
    Language language = Language::kThai;
    Command chosen;
};

/// --lang, which stands before a command and after it.
void add_language(CLI::App& app, Parsed& parsed);

/// One command without its options. `choose` is run when it was chosen, after tarang.toml was looked into.
CLI::App& add_command(CLI::App& app, Parsed& parsed, const std::string& name, const std::string& what,
                      std::string_view help, std::function<void()> choose);

/// One command whose arguments go out when it was chosen; `check` refuses what no option alone can.
template <typename Arguments>
CLI::App& add_command(CLI::App& app, Parsed& parsed, const std::string& name, const Arguments& arguments,
                      const std::string& what, std::string_view help, std::function<void()> check = {}) {
    return add_command(app, parsed, name, what, help, [&parsed, &arguments, check = std::move(check)] {
        if (check) check();
        parsed.chosen = arguments;
    });
}

inline constexpr const char* kDocument = "Its hash or the beginning of it, its path or its file name";

/// Show, explain, find and export: what a database holds.
void add_asking_commands(CLI::App& app, Parsed& parsed);
/// Tables and inspect: what one file holds.
void add_drawing_commands(CLI::App& app, Parsed& parsed);

}  // namespace tarang::cli
