#include "apps/cli/cmd_import.h"

#include <iostream>

#include "apps/cli/file_list.h"
#include "apps/cli/file_options.h"
#include "apps/cli/import_lines.h"
#include "apps/cli/progress_line.h"
#include "pipeline/export/events_json.h"
#include "pipeline/interpret/profile.h"
#include "pipeline/run/import.h"
#include "pipeline/run/interrupt.h"

namespace tarang::cli {
namespace {

/// Checked here, before anything is read: a wrong form is wrong usage, not a fault of any document.
run::FormChoice form_of(const std::string& profile) {
    run::FormChoice choice;
    if (profile == "auto" || interpret::shipped_profile(profile) != nullptr) {
        choice.name = profile;
        return choice;
    }
    if (profile.find('/') == std::string::npos && !profile.ends_with(".toml")) {
        std::string known = "auto";
        for (const auto& shipped : interpret::shipped_profiles()) known += ", " + shipped.name;
        throw RunError(ExitCode::kUsage, "no form is called '" + profile + "'; there are: " + known +
                                             "; or give your own FILE.toml");
    }
    choice.own_toml = read_text_file(profile);
    choice.own_origin = profile;
    static_cast<void>(interpret::parse_profile(choice.own_toml, choice.own_origin));
    return choice;
}

run::ImportOptions options_of(const ImportArguments& arguments, Language language) {
    run::ImportOptions options;
    options.receiving.max_bytes = arguments.limits.max_bytes;
    if (!arguments.no_copy) options.receiving.originals = arguments.db + ".files";
    options.opening = open_options_of(arguments.limits);
    options.form = form_of(arguments.profile);
    options.reread = arguments.reread;
    options.language = language;
    options.workers = workers_of(arguments.jobs);
    options.limits = limits_of(arguments.limits);
    return options;
}

}  // namespace

ExitCode run_import(const ImportArguments& arguments, Language language) {
    run::ImportOptions options = options_of(arguments, language);
    const std::vector<std::string> files = files_of(arguments);
    auto database = store::Database::open(arguments.db, store::Access::kCreate, language);
    const run::InterruptWatch interrupt;
    options.interrupt = interrupt.descriptor();

    exporting::StateCounts counts;
    ProgressLine progress;
    run::Observer observer;
    observer.document = [&](const DocumentEvent& event) {
        counts.add(event.state);
        progress.clear();
        if (arguments.json) {
            exporting::write_event(std::cout, event);
        } else {
            std::cout << line_of(event, language) << std::endl;
        }
    };
    observer.progress = [&](const std::string& path, std::int32_t read, std::int32_t of) {
        progress.show(path, read, of);
    };

    auto next = files.begin();
    const auto paths = [&] { return next == files.end() ? std::nullopt : std::optional(*next++); };
    const ExitCode exit_code = run::import_documents(paths, options, database, observer);
    progress.clear();
    if (arguments.json) {
        exporting::write_summary(std::cout, counts, exit_code);
    } else {
        std::cout << summary_line(counts, language) << std::endl;
    }
    return exit_code;
}

}  // namespace tarang::cli
