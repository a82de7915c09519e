#include "apps/cli/cmd_inspect.h"

#include <unistd.h>

#include <iostream>

#include "apps/cli/settings.h"
#include "apps/cli/output.h"
#include "host/import/file_reading.h"
#include "host/import/interrupt.h"

namespace tarang::cli {
namespace {

border::DrawFormat format_of(const std::optional<std::string>& output) {
    if (!output) {
        if (::isatty(STDOUT_FILENO) == 0) return border::DrawFormat::kPng;
        throw RunError(ExitCode::kUsage,
                       "a picture does not fit a terminal; name a file with -o FILE.png or -o FILE.svg");
    }
    if (output->ends_with(".svg")) return border::DrawFormat::kSvg;
    if (output->ends_with(".png")) return border::DrawFormat::kPng;
    throw RunError(ExitCode::kUsage, "the output's name must end in .png or .svg");
}

}  // namespace

ExitCode run_inspect(const InspectArguments& arguments, Language language) {
    const border::DrawFormat format = format_of(arguments.output);
    const importing::InterruptWatch interrupt;
    importing::FileOptions options;
    options.receiving.max_bytes = arguments.limits.max_bytes;
    options.opening = open_options_of(arguments.limits);
    options.limits = limits_of(arguments.limits);
    options.interrupt = interrupt.descriptor();

    const auto drawing = importing::draw_page(arguments.file, arguments.page, format, options);
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
