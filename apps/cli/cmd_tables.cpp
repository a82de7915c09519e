#include "apps/cli/cmd_tables.h"

#include <filesystem>
#include <iostream>

#include "apps/cli/output.h"
#include "apps/cli/settings.h"
#include "host/export/json/tables_json.h"
#include "host/export/report/tables_html.h"
#include "host/export/tables/tables_csv.h"
#include "host/import/file_reading.h"
#include "host/import/interrupt.h"

namespace tarang::cli {
namespace {

void write(std::ostream& out, const CleanDocument& document, const TablesArguments& arguments,
           Language language) {
    switch (arguments.format) {
        case TablesFormat::kJson:
            return exporting::write_tables(out, document, language);
        case TablesFormat::kCsv:
            return exporting::write_tables_csv(out, document);
        case TablesFormat::kHtml: {
            const std::string name = std::filesystem::path(arguments.file).filename().string();
            return exporting::write_tables_html(out, document, name, language);
        }
    }
}

}  // namespace

ExitCode run_tables(const TablesArguments& arguments, Language language) {
    const importing::InterruptWatch interrupt;
    importing::FileOptions options;
    options.receiving.max_bytes = arguments.limits.max_bytes;
    options.opening = open_options_of(arguments.limits);
    options.workers = workers_of(arguments.jobs);
    options.limits = limits_of(arguments.limits);
    options.interrupt = interrupt.descriptor();
    std::optional<importing::PageRange> range;
    if (arguments.pages) range = importing::PageRange{arguments.pages->first, arguments.pages->second};

    receive::OwnFiles read;
    read.add(arguments.file);
    // Made when the first row comes: what is wrong with the arguments or the file is said before any is.
    std::optional<Output> output;
    std::optional<exporting::TablesCsv> rows;
    border::RowSink take;
    if (arguments.format == TablesFormat::kCsv) {
        take = [&](std::int32_t table, std::span<const std::string_view> texts) {
            if (!output) output.emplace(arguments.output, read);
            if (!rows) rows.emplace(output->stream());
            rows->add(table, texts);
        };
    }
    const importing::TablesReading reading =
        importing::read_tables(arguments.file, range, arguments.by_page, options, take);
    if (!output) output.emplace(arguments.output, read);
    if (!rows) write(output->stream(), reading.document, arguments, language);
    output->finish();
    if (reading.code != EventCode::kOk)
        std::cerr << "tarang: " << arguments.file << ": " << message_of(reading.code, language) << '\n';
    return static_cast<ExitCode>(exit_code_of(reading.code));
}

}  // namespace tarang::cli
