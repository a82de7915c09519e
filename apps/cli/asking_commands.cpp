// The commands that change nothing: what a database holds, and what one file holds.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "apps/cli/common_options.h"
#include "apps/cli/help.h"
#include "apps/cli/parsed.h"
#include "apps/cli/size_text.h"
#include "models/activity.h"

namespace tarang::cli {
namespace {

/// `names` in the order of the enumeration; the first is the default.
template <typename Format>
void add_format(CLI::App& app, Format& format, const std::vector<std::string>& names) {
    const auto take = [&format, names](const std::string& name) {
        format = static_cast<Format>(std::find(names.begin(), names.end(), name) - names.begin());
    };
    app.add_option_function<std::string>("--format", take, "How to write it")
        ->check(CLI::IsMember(names))
        ->default_str(names.front());
}

std::string check_field(const std::string& name) {
    if (field_key_named(name)) return {};
    std::string known;
    for (std::size_t key = 0; key < kFieldKeyCount; ++key)
        known += (key == 0 ? "" : ", ") + std::string(name_of(static_cast<FieldKey>(key)));
    return "'" + name + "' is none of " + known;
}

void add_tables(CLI::App& app, Parsed& parsed) {
    TablesArguments& to = parsed.tables;
    CLI::App& command = add_command(app, parsed, "tables", to, "Every table of a document", help::kTables);
    command.add_option("FILE", to.file, "The document")->required();
    const auto take_pages = [&to](const std::string& text) {
        to.pages = pages_from(text);
        if (!to.pages)
            throw CLI::ValidationError("--pages", "'" + text + "' is no range of pages; write 3 or 3-9");
    };
    command.add_option_function<std::string>("--pages", take_pages, "Only these pages")->type_name("A-B");
    command.add_flag("--by-page", to.by_page, "Each page's part as printed, headers included");
    add_format(command, to.format, {"json", "csv", "html"});
    add_jobs(command, to.jobs);
    add_output(command, to.output, "Where to write; default: stdout");
    add_limits(command, to.limits);
}

void add_inspect(CLI::App& app, Parsed& parsed) {
    InspectArguments& to = parsed.inspect;
    CLI::App& command =
        add_command(app, parsed, "inspect", to, "Draw what was seen on a page", help::kInspect);
    command.add_option("FILE", to.file, "The document")->required();
    CLI::Option* page = command.add_option("--page", to.page, "Position in the file, from 1");
    page->check(CLI::Range(1, 1'000'000));
    command.add_option("--table", to.table, "Instead: the table of that number, as a grid (SVG)")
        ->check(CLI::Range(1, 1'000'000))
        ->excludes(page);
    add_output(command, to.output, "FILE.png or FILE.svg; default: to stdout, a page as PNG");
    add_limits(command, to.limits);
}

}  // namespace

void add_asking_commands(CLI::App& app, Parsed& parsed) {
    CLI::App& show = add_command(app, parsed, "show", parsed.show, "Documents and activities", help::kShow);
    show.add_option("DB", parsed.show.db, "The database")->required();
    show.add_option("DOCUMENT", parsed.show.document, kDocument);
    show.add_option("--state", parsed.show.state, "Only documents in this state")
        ->check(CLI::IsMember({"done", "partial", "failed", "quarantined", "superseded", "unfinished"}));
    show.add_option("--school", parsed.show.school, "Only what this code of the manifest submitted")
        ->type_name("CODE");
    show.add_flag("--summary", parsed.show.summary, "Sums by status, strategy and quarter instead");
    show.add_flag("--history", parsed.show.history,
                  "Decisions that can be undone, with their numbers, instead");

    CLI::App& explain = add_command(app, parsed, "explain", parsed.explain,
                                    "Everything about one document, and what to do", help::kExplain);
    explain.add_option("DB", parsed.explain.db, "The database")->required();
    explain.add_option("DOCUMENT", parsed.explain.document, kDocument)->required();

    CLI::App& find = add_command(app, parsed, "find", parsed.find, "Full-text search", help::kFind);
    find.add_option("DB", parsed.find.db, "The database")->required();
    find.add_option("WORDS", parsed.find.words, "What to look for")->required();
    find.add_option("--document", parsed.find.document, "Only in this document: its hash, path or file name");
    const auto take_field = [&parsed](const std::string& name) { parsed.find.field = field_key_named(name); };
    find.add_option_function<std::string>("--field", take_field, "Only in this field of activities")
        ->check(&check_field)
        ->type_name("FIELD");

    CLI::App& exporting =
        add_command(app, parsed, "export", parsed.exporting, "Write the records out", help::kExport);
    exporting.add_option("DB", parsed.exporting.db, "The database")->required();
    constexpr auto& kNames = tarang::exporting::kFormatNames;
    add_format(exporting, parsed.exporting.format, std::vector<std::string>(kNames.begin(), kNames.end()));
    exporting.add_flag("--all-versions", parsed.exporting.all_versions, "Superseded documents too");
    add_output(exporting, parsed.exporting.output, "Where to write; default: stdout");
}

void add_drawing_commands(CLI::App& app, Parsed& parsed) {
    add_tables(app, parsed);
    add_inspect(app, parsed);
}

}  // namespace tarang::cli
