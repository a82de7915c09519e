#include "apps/cli/cmd_review.h"

#include <iostream>

#include "apps/cli/settings.h"
#include "apps/cli/system_user.h"
#include "apps/review/review.h"
#include "host/border/confine.h"
#include "host/export/words.h"
#include "host/import/backup.h"
#include "host/import/interrupt.h"

namespace tarang::cli {

ExitCode run_review(const ReviewArguments& arguments, Language language) {
    using exporting::Words;
    const importing::InterruptWatch watch;
    review::ReviewOptions options;
    options.reviewer = arguments.reviewer.empty() ? system_user() : arguments.reviewer;
    options.port = static_cast<std::uint16_t>(arguments.port);
    options.interrupt = watch.descriptor();
    options.pictures.originals = importing::originals_of(arguments.db);
    options.pictures.own = own_files_of(arguments.db);
    options.pictures.opening = open_options_of(arguments.limits);
    options.pictures.limits = limits_of(arguments.limits);
    options.import.receiving.max_bytes = arguments.limits.max_bytes;
    options.import.receiving.own = options.pictures.own;
    options.import.receiving.originals = options.pictures.originals;
    options.import.opening = options.pictures.opening;
    options.import.limits = options.pictures.limits;
    options.import.language = language;
    options.import.workers = workers_of(0);
    // Closed in the other order: the one that may reserve the database goes last.
    auto background = store::Database::open(arguments.db, store::Access::kWrite, language);
    auto database = store::Database::open(arguments.db, store::Access::kWrite, language);
    const journal::Journal journal =
        journal_of(log_of(arguments.log, arguments.db), receive::OwnFiles(arguments.db));
    journal.started(start_of("review", arguments.limits));
    journal.confined({border::can_confine(), border::landlock_version()});
    options.journal = options.pictures.journal = options.import.journal = &journal;
    review::serve(database, background, options, [&](const std::string& address) {
        std::cout << Words{"เปิดที่อยู่นี้ในเบราว์เซอร์: ", "Open this address in a browser: "}.in(language) << address
                  << '\n'
                  << Words{"กด Ctrl-C เพื่อเลิก", "Ctrl-C ends it."}.in(language) << std::endl;
    });
    return ExitCode::kDone;
}

}  // namespace tarang::cli
