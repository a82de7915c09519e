#include "apps/cli/cmd_review.h"

#include <iostream>

#include "apps/cli/settings.h"
#include "apps/cli/system_user.h"
#include "apps/review/review.h"
#include "host/border/confine.h"
#include "host/export/words.h"
#include "host/import/backup.h"
#include "host/import/csv_reader.h"
#include "host/import/interrupt.h"

namespace tarang::cli {

namespace {

using exporting::Words;

/// Names of the list, in its order: the first cell of each row, so that a saved spreadsheet will do.
std::vector<std::string> names_in(const std::string& path) {
    std::vector<std::string> names;
    for (const importing::CsvRow& row : importing::read_csv(read_text_file(path))) {
        if (row.cells.empty() || row.cells.front().empty()) continue;
        const auto name = review::People::name_in(row.cells.front());
        const std::string line = std::to_string(row.line);
        if (!name)
            throw RunError(ExitCode::kUsage, path + " บรรทัดที่ " + line + ": ชื่อผู้ตรวจต้องไม่เกิน 80 ตัวอักษร",
                           path + ", line " + line + ": a name has at most 80 letters");
        names.push_back(*name);
    }
    return names;
}

/// Where a proxy answers: by TLS, and nothing behind its name, since browsers send no more as their origin.
std::string https_address(const std::string& address) {
    constexpr std::string_view kScheme = "https://";
    const bool fits = address.starts_with(kScheme) && address.size() > kScheme.size() &&
                      address.find_first_of("/?# \t@\\", kScheme.size()) == std::string::npos;
    if (!address.empty() && !fits)
        throw RunError(
            ExitCode::kUsage, "--address: ต้องเป็นที่อยู่ เช่น https://review.office.example โดยไม่มีส่วนต่อท้าย",
            "--address: an address such as https://review.office.example is needed, without a path");
    return address;
}

void tell(const review::Admitted& people, Language language) {
    for (const auto& [name, link] : people.links)
        std::cout << Words{"ลิงก์ของ ", "Link of "}.in(language) << name << ": " << link << '\n';
    for (const std::string& name : people.known)
        std::cout << name
                  << Words{" ใช้ลิงก์เดิม (ขอลิงก์ใหม่ให้ได้ที่ชื่อผู้ตรวจมุมขวาบนของหน้าเว็บ)",
                           " has a link from before (a new one: under your name on the page)"}
                         .in(language)
                  << '\n';
    for (const std::string& name : people.revoked)
        std::cout << Words{"ถอนลิงก์แล้ว: ", "Link taken back: "}.in(language) << name << '\n';
}

}  // namespace

ExitCode run_review(const ReviewArguments& arguments, Language language) {
    const importing::InterruptWatch watch;
    review::ReviewOptions options;
    options.reviewer = arguments.reviewer.empty() ? system_user() : arguments.reviewer;
    if (arguments.reviewers) options.reviewers = names_in(*arguments.reviewers);
    options.address = https_address(arguments.address);
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
    note_upgrade(background, journal);
    journal.confined({border::can_confine(), border::landlock_version()});
    options.journal = options.pictures.journal = options.import.journal = &journal;
    review::serve(
        database, background, options, [&](const std::string& address, const review::Admitted& people) {
            tell(people, language);
            std::cout << Words{"เปิดที่อยู่นี้ในเบราว์เซอร์: ", "Open this address in a browser: "}.in(language)
                      << address << '\n'
                      << Words{"กด Ctrl-C เพื่อเลิก", "Ctrl-C ends it."}.in(language) << std::endl;
        });
    return ExitCode::kDone;
}

}  // namespace tarang::cli
