#include "apps/cli/cmd_inspect.h"

#include <unistd.h>

#include <iostream>

#include "apps/cli/output.h"
#include "apps/cli/settings.h"
#include "host/export/report/table_drawing.h"
#include "host/import/file_reading.h"
#include "host/import/interrupt.h"

namespace tarang::cli {
namespace {

bool is_svg(const std::string& name) { return name.ends_with(".svg"); }

border::DrawFormat format_of(const std::optional<std::string>& output) {
    if (!output) {
        if (::isatty(STDOUT_FILENO) == 0) return border::DrawFormat::kPng;
        throw RunError(ExitCode::kUsage, "แสดงภาพบนจอข้อความไม่ได้ ระบุไฟล์ด้วย -o FILE.png หรือ -o FILE.svg",
                       "a picture does not fit a terminal; name a file with -o FILE.png or -o FILE.svg");
    }
    if (is_svg(*output)) return border::DrawFormat::kSvg;
    if (output->ends_with(".png")) return border::DrawFormat::kPng;
    throw RunError(ExitCode::kUsage, "ชื่อไฟล์ผลต้องลงท้ายด้วย .png หรือ .svg",
                   "the output's name must end in .png or .svg");
}

/// The grid of one table of the whole file.
border::Outcome<std::string> draw_table(const InspectArguments& arguments,
                                        const importing::FileOptions& options) {
    const importing::TablesReading reading = importing::read_tables(arguments.file, {}, false, options);
    const std::vector<CleanTable>& tables = reading.document.tables;
    const auto number = static_cast<std::size_t>(*arguments.table);
    if (tables.empty() && reading.code != EventCode::kOk) return reading.code;
    if (number > tables.size())
        throw RunError(ExitCode::kUsage, "ไฟล์มีตาราง 1-" + std::to_string(tables.size()) + " ระบุตารางในช่วงนี้",
                       "the file has tables 1-" + std::to_string(tables.size()) + "; name one of these");
    const CleanTable& table = tables[number - 1];
    return exporting::svg_of(exporting::drawing_of(table, table.headings));
}

}  // namespace

ExitCode run_inspect(const InspectArguments& arguments, Language language) {
    if (!arguments.table && !arguments.page)
        throw RunError(ExitCode::kUsage, "ระบุสิ่งที่จะวาด: --page N หรือ --table N",
                       "name what is to be drawn: --page N or --table N");
    if (arguments.table && arguments.output && !is_svg(*arguments.output))
        throw RunError(ExitCode::kUsage, "ตารางวาดเป็น SVG ชื่อไฟล์ผลต้องลงท้ายด้วย .svg",
                       "a table is drawn as SVG; the output's name must end in .svg");
    const border::DrawFormat format =
        arguments.table ? border::DrawFormat::kSvg : format_of(arguments.output);
    const importing::InterruptWatch interrupt;
    importing::FileOptions options;
    options.receiving.max_bytes = arguments.limits.max_bytes;
    options.opening = open_options_of(arguments.limits);
    options.limits = limits_of(arguments.limits);
    options.interrupt = interrupt.descriptor();

    const auto drawing = arguments.table
                             ? draw_table(arguments, options)
                             : importing::draw_page(arguments.file, {*arguments.page}, format, options);
    if (const auto* code = std::get_if<EventCode>(&drawing)) {
        std::cerr << "tarang: " << arguments.file << ": " << message_of(*code, language) << '\n';
        return static_cast<ExitCode>(exit_code_of(*code));
    }
    receive::OwnFiles read;
    read.add(arguments.file);
    Output output(arguments.output, read);
    output.stream() << std::get<std::string>(drawing);
    output.finish();
    return ExitCode::kDone;
}

}  // namespace tarang::cli
