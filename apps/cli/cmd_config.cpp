#include "apps/cli/cmd_config.h"

#include <iostream>

#include "apps/cli/output.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"

namespace tarang::cli {
namespace {

using exporting::TextCell;
using exporting::Tone;
using exporting::Words;

TextCell origin_of(const ConfigArguments::Option& option, Language language) {
    switch (option.origin) {
        case ConfigArguments::Origin::kCommandLine:
            return {Words{"บรรทัดคำสั่ง", "command line"}.in(language), Tone::kGood};
        case ConfigArguments::Origin::kFile:
            return {Words{"ไฟล์ บรรทัด ", "file, line "}.in(language) + std::to_string(option.line),
                    Tone::kGood};
        case ConfigArguments::Origin::kDefault:
            break;
    }
    return {Words{"ค่าปกติ", "default"}.in(language), Tone::kFaint};
}

}  // namespace

ExitCode run_config(const ConfigArguments& arguments, Language language) {
    if (arguments.file.empty())
        std::cout << Words{"ไม่มีไฟล์ tarang.toml ข้างฐานข้อมูล", "There is no tarang.toml beside the database."}
                         .in(language);
    else
        std::cout << Words{"ไฟล์ ", "File: "}.in(language) << exporting::terminal_text(arguments.file);
    std::cout << "\n\n";
    exporting::TextTable table({{Words{"ตัวเลือก", "option"}.in(language)},
                                {Words{"ค่า", "value"}.in(language)},
                                {Words{"มาจาก", "from"}.in(language)}});
    for (const ConfigArguments::Option& option : arguments.options) {
        const Tone tone = option.origin == ConfigArguments::Origin::kDefault ? Tone::kFaint : Tone::kPlain;
        table.add(
            {{option.name}, {exporting::terminal_text(option.value), tone}, origin_of(option, language)});
    }
    table.write(std::cout, 0, terminal_has_color());
    return ExitCode::kDone;
}

}  // namespace tarang::cli
