#include "apps/cli/cmd_check.h"

#include <iostream>
#include <sstream>

#include "apps/cli/document_named.h"
#include "apps/cli/noted_database.h"
#include "apps/cli/output.h"
#include "apps/cli/settings.h"
#include "apps/cli/system_user.h"
#include "host/audit/compare_exports.h"
#include "host/export/json/export_json.h"
#include "host/export/terminal/show_checks.h"
#include "host/import/samples.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/corrections.h"

namespace tarang::cli {
namespace {

std::vector<exporting::SampleLine> sample_lines(store::Database& database) {
    std::vector<exporting::SampleLine> lines;
    for (const store::Sample& sample : store::Samples(database).all()) {
        std::vector<exporting::SampleLine::Share> shares;
        for (const store::SeedShare& share : sample.shares)
            shares.push_back({share.reviewer, share.found, share.seeds});
        lines.push_back({sample.number, sample.lot, static_cast<std::int64_t>(sample.items.size()),
                         sample.accept, sample.checked, sample.wrong, sample.aql, sample.verdict, sample.low,
                         sample.high, std::move(shares)});
    }
    return lines;
}

ExitCode list_what_awaits(store::Database& database, const exporting::ShowOptions& options) {
    const store::Snapshot snapshot(database);
    store::Corrections corrections(database);
    store::Archive(database).for_each(store::Versions::kCurrent, [&](const StoredDocument& document) {
        exporting::show_checks(std::cout, document, corrections.states(document.entry.sha256), options);
    });
    exporting::show_empty_documents(std::cout, store::Archive(database).empty_documents(), options);
    const auto samples = sample_lines(database);
    if (!samples.empty()) exporting::show_samples(std::cout << '\n', samples, options);
    return ExitCode::kDone;
}

ExitCode judge_by_sample(store::Database& database, const CheckArguments& arguments,
                         const exporting::ShowOptions& options) {
    importing::SampleOrder order;
    order.seed = arguments.seed;
    order.aql = arguments.aql;
    order.known_wrong = static_cast<std::size_t>(arguments.known_wrong);
    order.reviewer = system_user();
    store::Ledger ledger(database);
    if (!arguments.document.empty())
        order.filter = "document:" + document_named(ledger, arguments.document, options.language).sha256;
    static_cast<void>(importing::draw_sample(database, order));
    exporting::show_samples(std::cout, sample_lines(database), options);
    return ExitCode::kDone;
}

ExitCode compare(store::Database& database, const std::string& before,
                 const exporting::ShowOptions& options) {
    std::ostringstream today;
    exporting::JsonExport writer(today, options.language);
    store::Archive(database).for_each(store::Versions::kCurrent,
                                      [&](const StoredDocument& document) { writer.add(document); });
    writer.finish();
    const auto differences = audit::compare_exports(before, today.str());
    exporting::show_differences(std::cout, differences, options);
    return differences.empty() ? ExitCode::kDone : ExitCode::kPartial;
}

}  // namespace

ExitCode run_check(const CheckArguments& arguments, Language language) {
    const exporting::ShowOptions options{terminal_width(), terminal_has_color(), language};
    const auto access = arguments.sample ? store::Access::kWrite : store::Access::kRead;
    // Before the database is open: to close any descriptor of its file would drop its locks (own_files.h).
    std::string before;
    if (arguments.against) before = read_text_file(*arguments.against);
    auto database = open_database(arguments.db, access, language);
    if (arguments.sample) return judge_by_sample(database, arguments, options);
    if (arguments.against) return compare(database, before, options);
    return list_what_awaits(database, options);
}

}  // namespace tarang::cli
