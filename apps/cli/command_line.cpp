#include "apps/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <string_view>

#include "apps/cli/common_options.h"
#include "apps/cli/configured.h"
#include "apps/cli/help.h"
#include "apps/cli/parsed.h"
#include "apps/cli/size_text.h"
#include "apps/cli/spoken_help.h"
#include "models/run_error.h"

namespace tarang::cli {
namespace {

std::string check_report_name(const std::string& name) {
    if (name.ends_with(".html") || name.ends_with(".csv")) return {};
    return "'" + name + "' ends neither with .html nor with .csv";
}

/// What reads documents into a database, wherever they come from.
void add_reading(CLI::App& command, ImportArguments& to) {
    command
        .add_option("--profile", to.profile,
                    "Report form: auto, a shipped or taught form, or your own FILE.toml")
        ->type_name("NAME|FILE")
        ->capture_default_str();
    add_jobs(command, to.jobs);
    command.add_flag("--json", to.json, "One JSON object a line");
    command.add_option("--report", to.report, "Write a report to hand on: FILE.html or FILE.csv")
        ->check(&check_report_name)
        ->type_name("FILE");
    add_config(command, to.config);
    add_log(command, to.log);
    add_limits(command, to.limits);
}

void add_sources(CLI::App& command, ImportArguments& to) {
    command.add_option("--db", to.db, "The database; made where it is not there")
        ->type_name("FILE")
        ->capture_default_str();
    command.add_option("--manifest", to.manifest, "Who is to submit what: code, name, year, form, path")
        ->type_name("FILE.csv");
    command.add_flag("--reread", to.reread, "Read known content again, with today's program");
    command.add_flag("--no-copy", to.no_copy, "Keep no copy of the originals");
}

void add_import(CLI::App& app, Parsed& parsed) {
    ImportArguments& to = parsed.import;
    const auto check = [&to] {
        if (to.paths.empty() && !to.files_from && !to.manifest)
            throw CLI::RequiredError("PATH, --files-from or --manifest");
    };
    CLI::App& command =
        add_command(app, parsed, "import", to, "Read reports into a database", help::kImport, check);
    command.add_option("PATH", to.paths, "Files, folders and patterns");
    command
        .add_option("--files-from", to.files_from, "Paths from a file, one a line; -: from standard input")
        ->type_name("FILE");
    add_recursive(command, to.recursive);
    add_sources(command, to);
    add_shard(command, to);
    add_reading(command, to);
}

void add_watch(CLI::App& app, Parsed& parsed) {
    WatchArguments& to = parsed.watch;
    CLI::App& command =
        add_command(app, parsed, "watch", to, "Import what arrives in a folder", help::kWatch);
    to.import.paths.resize(1);
    to.import.recursive = true;
    command.add_option("FOLDER", to.import.paths.front(), "The folder, with all its subfolders")->required();
    add_settle(command, to.settle_seconds);
    add_sources(command, to.import);
    add_reading(command, to.import);
}

/// What people decided or published is kept under it.
std::string check_name(const std::string& name) {
    return name.find_first_not_of(" \t") == std::string::npos ? "a name is needed" : "";
}

/// Where to publish, and under which name.
void add_server(CLI::App& command, PublishArguments& to) {
    command.add_option("--to", to.to, "The server: postgresql://USER@HOST/DATABASE, without a password")
        ->type_name("ADDRESS");
    command
        .add_option("--office", to.office,
                    "Whose database this is; default: as before, at first the file's name")
        ->check(&check_name)
        ->type_name("NAME");
}

void add_publish(CLI::App& app, Parsed& parsed) {
    PublishArguments& to = parsed.publish;
    const auto check = [&to] {
        if (to.to.empty()) throw CLI::RequiredError("--to");
    };
    CLI::App& command = add_command(app, parsed, "publish", to, "Send what changed to a PostgreSQL server",
                                    help::kPublish, check);
    command.add_option("DB", to.db, "The database")->required();
    add_server(command, to);
    command.add_flag("--replace", to.replace,
                     "Take over the name from another database, or change one's own");
    add_config(command, parsed.config_file);
    add_log(command, to.log);
}

void add_ledger_commands(CLI::App& app, Parsed& parsed) {
    CLI::App& retry =
        add_command(app, parsed, "retry", parsed.retry, "Read documents again that failed", help::kRetry);
    retry.add_option("DB", parsed.retry.import.db, "The database")->required();
    CLI::Option* document =
        retry.add_option("DOCUMENT", parsed.retry.document, "One document, whatever its fault");
    retry.add_flag("--without-records", parsed.retry.without_records, "Every document that gave no activity")
        ->excludes(document);
    add_reading(retry, parsed.retry.import);

    CLI::App& undo =
        add_command(app, parsed, "undo", parsed.undo, "Take back a decision of the history", help::kUndo);
    undo.add_option("DB", parsed.undo.db, "The database")->required();
    undo.add_option("EVENT", parsed.undo.event,
                    "Its number in show --history, or a document: the newest about it")
        ->required();
    add_config(undo, parsed.config_file);
    add_log(undo, parsed.undo.log);

    CLI::App& backup = add_command(app, parsed, "backup", parsed.backup, "Copy a database with its originals",
                                   help::kBackup);
    backup.add_option("DB", parsed.backup.db, "The database")->required();
    backup.add_option("FILE", parsed.backup.file, "The copy")->required();
    add_config(backup, parsed.config_file);
    add_log(backup, parsed.backup.log);

    CLI::App& merge =
        add_command(app, parsed, "merge", parsed.merge, "Shards into one database", help::kMerge);
    merge.add_option("DB", parsed.merge.db, "The database; made where it is not there")->required();
    merge.add_option("SHARD", parsed.merge.shards, "Databases of import --shard, or any others")->required();
    add_config(merge, parsed.config_file);
    add_log(merge, parsed.merge.log);

    add_publish(app, parsed);

    CLI::App& forget =
        add_command(app, parsed, "forget", parsed.forget, "Remove a document for good", help::kForget);
    forget.add_option("DB", parsed.forget.db, "The database")->required();
    forget.add_option("DOCUMENT", parsed.forget.document, kDocument)->required();
    forget.add_flag("--yes", parsed.forget.yes, "Do not ask");
    add_config(forget, parsed.config_file);
    add_log(forget, parsed.forget.log);
}

void add_checking_commands(CLI::App& app, Parsed& parsed) {
    ReviewArguments& review = parsed.review;
    CLI::App& reviewing =
        add_command(app, parsed, "review", review, "Check values against the originals", help::kReview);
    reviewing.add_option("DB", review.db, "The database")->required();
    reviewing.add_option("--reviewer", review.reviewer, "Who decides; default: the system's user")
        ->check(&check_name)
        ->type_name("NAME");
    CLI::Option* port =
        reviewing.add_option("--port", review.port, "Port on this computer; default: any free one")
            ->check(CLI::Range(1024, 65'535))
            ->type_name("N");
    reviewing
        .add_option("--reviewers", review.reviewers,
                    "Who else may check, each by a link of their own: names, one a line")
        ->needs(port)
        ->type_name("FILE");
    reviewing.add_option("--address", review.address, "Where a proxy with TLS answers: https://HOST")
        ->needs(port)
        ->type_name("URL");
    add_config(reviewing, parsed.config_file);
    add_log(reviewing, review.log);
    add_limits(reviewing, review.limits);

    CheckArguments& check = parsed.check;
    CLI::App& checking = add_command(app, parsed, "check", check, "What awaits a person", help::kCheck);
    checking.add_option("DB", check.db, "The database")->required();
    CLI::Option* sample = checking.add_flag("--sample", check.sample, "Draw a sample to judge a lot by");
    checking.add_option("--document", check.document, "Only of this document: its hash, path or file name")
        ->needs(sample);
    checking.add_option("--seed", check.seed, "The same seed draws the same sample")
        ->needs(sample)
        ->capture_default_str();
    checking.add_option("--aql", check.aql, "Percent of wrong fields that is still good")
        ->needs(sample)
        ->capture_default_str();
    checking
        .add_option("--known-wrong", check.known_wrong,
                    "Mix in so many values made wrong, to tell who notices")
        ->needs(sample)
        ->check(CLI::Range(0, 100))
        ->type_name("N")
        ->capture_default_str();
    checking.add_option("--against", check.against, "Compare with an export, field by field")
        ->type_name("EXPORT.json")
        ->excludes(sample);
}

void add_form(CLI::App& app, Parsed& parsed) {
    FormArguments& to = parsed.form;
    CLI::App& command = add_command(app, parsed, "form", to, "Forms that people taught", help::kForm);
    command.add_option("ACTION", to.action, "What to do")
        ->required()
        ->check(CLI::IsMember({"list", "show", "suggest", "export", "import", "forget"}));
    command.add_option("DB", to.import.db, "The database")->required();
    command.add_option("SUBJECT", to.subject, "A form's name; suggest: a document; import: FILE.toml");
    add_output(command, to.output, "Of suggest and export; default: stdout");
    add_jobs(command, to.import.jobs);
    command.add_flag("--json", to.import.json, "Events of what is read again, as JSON");
    add_config(command, to.import.config);
    add_log(command, to.import.log);
}

/// Every option that may stand in tarang.toml is one of this command.
void add_configuration(CLI::App& app, Parsed& parsed) {
    WatchArguments& to = parsed.config;
    CLI::App& command = *app.add_subcommand("config", "What a job would be told, and by whom");
    command.footer(std::string(help::kConfig));
    add_language(command, parsed);
    add_recursive(command, to.import.recursive);
    add_settle(command, to.settle_seconds);
    add_sources(command, to.import);
    add_reading(command, to.import);
    add_server(command, parsed.config_server);
    command.callback([&parsed, &command] {
        parsed.chosen = configured_options(command, configure(command, parsed.language));
    });
}

/// The whole command line, in `language`.
void describe(CLI::App& app, Parsed& parsed, Language language) {
    app.set_version_flag("--version", "tarang " TARANG_VERSION);
    app.require_subcommand(1);
    app.footer(std::string(help::kExitCodes));
    add_language(app, parsed);
    add_import(app, parsed);
    add_watch(app, parsed);
    add_ledger_commands(app, parsed);
    add_asking_commands(app, parsed);
    add_checking_commands(app, parsed);
    add_form(app, parsed);
    add_drawing_commands(app, parsed);
    add_configuration(app, parsed);
    add_command(app, parsed, "stages", parsed.stages, "The stages in order", help::kStages);
    if (language == Language::kThai) translate(app);
}

}  // namespace

void add_language(CLI::App& app, Parsed& parsed) {
    app.add_option("--lang", parsed.lang, "Language of messages; default by LANG")
        ->check(CLI::IsMember({"th", "en"}));
}

CLI::App& add_command(CLI::App& app, Parsed& parsed, const std::string& name, const std::string& what,
                      std::string_view help, std::function<void()> choose) {
    CLI::App& command = *app.add_subcommand(name, what);
    command.footer(std::string(help));
    add_language(command, parsed);
    command.callback([&parsed, &command, choose = std::move(choose)] {
        configure(command, parsed.language);
        choose();
    });
    return command;
}

void look_at_command_line(Language language, const std::function<void(const CLI::App&)>& look) {
    CLI::App app(std::string(help::kProgram), "tarang");
    Parsed parsed;
    describe(app, parsed, language);
    look(app);
}

CommandLine parse_command_line(int argc, const char* const* argv) {
    const Language language = language_of(argc, argv);
    CLI::App app(std::string(help::kProgram), "tarang");
    Parsed parsed;
    parsed.language = language;
    describe(app, parsed, language);

    CommandLine result{NothingToDo{}, language};
    try {
        app.parse(argc, argv);
        result.command = std::move(parsed.chosen);
    } catch (const CLI::Success& asked_for) {
        app.exit(asked_for);
        result.command = NothingToDo{0};
    } catch (const CLI::ParseError& error) {
        std::cerr << "tarang: " << usage_error(app, error.what(), command_in(argc, argv), language) << '\n';
        result.command = NothingToDo{static_cast<int>(ExitCode::kUsage)};
    }
    return result;
}

}  // namespace tarang::cli
