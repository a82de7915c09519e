#include "apps/cli/manual/man_pages.h"

#include "apps/cli/manual/roff.h"
#include "host/export/words.h"

namespace tarang::cli::manual {
namespace {

using exporting::Words;

constexpr Words kSynopsis{"รูปแบบการใช้", "SYNOPSIS"};
constexpr Words kDescription{"คำอธิบาย", "DESCRIPTION"};
constexpr Words kArguments{"ค่าที่ระบุ", "ARGUMENTS"};
constexpr Words kOptions{"ตัวเลือก", "OPTIONS"};
constexpr Words kCommands{"คำสั่ง", "COMMANDS"};
constexpr Words kExitStatus{"รหัสเมื่อจบ", "EXIT STATUS"};
constexpr Words kEnvironment{"ตัวแปรสภาพแวดล้อม", "ENVIRONMENT"};
constexpr Words kFiles{"ไฟล์", "FILES"};
constexpr Words kExamples{"ตัวอย่าง", "EXAMPLES"};
constexpr Words kSeeAlso{"ดูเพิ่มเติม", "SEE ALSO"};
constexpr Words kOneOf{"เลือกได้", "One of"};
constexpr Words kRange{"ช่วง", "Range"};
constexpr Words kUsual{"ค่าปกติ", "Default"};

struct Line {
    std::string_view what;
    Words meaning;
};

constexpr Line kVariables[] = {{"LC_ALL, LC_MESSAGES, LANG",
                                {"ภาษาของข้อความ ตัวแรกที่มีค่าเป็นตัวกำหนด ขึ้นต้นด้วย en เป็นภาษาอังกฤษ อื่นๆ เป็นภาษาไทย",
                                 "The language of messages. The first that is set decides: English where it "
                                 "begins with en, else Thai."}}};

constexpr Line kPlaces[] = {
    {"DB", {"ฐานข้อมูล เป็นไฟล์ SQLite ไฟล์เดียว", "The database, a single SQLite file."}},
    {"DB.files",
     {"โฟลเดอร์ต้นฉบับ ชื่อไฟล์เป็นรหัส SHA-256", "The folder of its originals, named by their SHA-256."}},
    {"DB.log", {"บันทึกการทำงาน", "What happened, noted down."}},
    {"/usr/share/doc/tarang", {"คู่มือ และตัวอย่างใน examples", "The documentation, with examples."}}};

constexpr Line kTrials[] = {
    {"tarang import --recursive inbox --db office.db",
     {"นำเข้ารายงานทั้งโฟลเดอร์", "Reads a folder of reports into a database."}},
    {"tarang show office.db", {"แสดงเอกสารและกิจกรรม", "Lists its documents and activities."}},
    {"tarang review office.db",
     {"เปิดหน้าเว็บสำหรับตรวจเทียบกับต้นฉบับ", "Serves the page to check them on, beside the originals."}},
    {"tarang export office.db --format xlsx -o office.xlsx", {"ส่งออกเป็นสมุดงาน Excel", "Writes a workbook."}}};

/// man-db finds what a page is about under this heading alone, in Thai pages too.
std::string head(const Outline& outline, const std::string& name, std::string_view what, Language language) {
    std::string out;
    if (language == Language::kThai) out += "'\\\" -*- coding: utf-8 -*-\n";
    out += ".TH " + in_quotes(name) + " 1 \"\" " + in_quotes("tarang " + outline.version) + " \"tarang\"\n";
    out += ".nh\n.ad l\n.SH NAME\n" + unbroken(name) + " \\- " + unbroken(what) + "\n";
    return out;
}

/// Thai in the regular font, see roff.h.
std::string section(const Words& title, Language language) {
    const std::string font = language == Language::kThai ? "\\fR" : "";
    return ".SH \"" + font + unbroken(title.in(language)) + "\"\n";
}

std::string entry(const std::string& what, const std::string& meaning) {
    return ".TP\n" + what + "\n" + meaning + "\n";
}

/// "Turns reports into records. No network is used." is more than a line to be found by.
std::string first_sentence(const std::string& text, Language language) {
    const std::string end = language == Language::kThai ? " " : ". ";
    std::string first = text.substr(0, text.find(end));
    while (first.ends_with('.')) first.pop_back();
    return first;
}

std::string value_of(const Parameter& option) {
    if (option.choices.empty()) return italic(option.value);
    std::string out;
    for (const std::string& choice : option.choices) out += (out.empty() ? "" : "|") + bold(choice);
    return out;
}

std::string names_of(const Parameter& option) {
    std::string out;
    for (const std::string& name : option.names) {
        if (!out.empty()) out += ", ";
        out += bold(name);
        if (!option.value.empty()) out += (name.starts_with("--") ? "=" : " ") + value_of(option);
    }
    return out;
}

/// What it means, within which bounds, and what holds without it.
std::string meaning_of(const Parameter& parameter, Language language) {
    std::string out = roff(parameter.text);
    const std::string stop = language == Language::kThai ? " " : ". ";
    const auto add = [&](const Words& word, const std::string& what) {
        if (!what.empty()) out += stop + roff(word.in(language)) + ": " + roff(what);
    };
    if (parameter.names.front().front() != '-') {
        std::string all;
        for (const std::string& choice : parameter.choices) all += (all.empty() ? "" : ", ") + choice;
        add(kOneOf, all);
    }
    add(kRange, parameter.range);
    add(kUsual, parameter.usual);
    return out + (language == Language::kThai ? "" : ".");
}

std::string arguments_of(const Command& command) {
    std::string out;
    for (const Parameter& argument : command.arguments) {
        const std::string name = italic(argument.names.front()) + (argument.many ? "..." : "");
        out += " " + (argument.required ? name : "[" + name + "]");
    }
    return out;
}

template <std::size_t N>
std::string lines(const Words& title, const Line (&all)[N], Language language) {
    std::string out = section(title, language);
    for (const Line& line : all) out += entry(bold(line.what), roff(line.meaning.in(language)));
    return out;
}

std::string options_of(const Command& command, Language language) {
    std::string out = section(kOptions, language);
    for (const Parameter& option : command.options)
        out += entry(names_of(option), meaning_of(option, language));
    return out;
}

std::string page_name(const Command& command) { return "tarang-" + command.name; }

std::string reference(const std::string& page) { return bold(page) + "(1)"; }

}  // namespace

std::string program_page(const Outline& outline, Language language) {
    std::string out = head(outline, "tarang", first_sentence(outline.program.text, language), language);
    out += section(kSynopsis, language) + bold("tarang") + " [" + italic("OPTION") + "...] " +
           italic("COMMAND") + " [" + italic("ARGUMENT") + "...]\n";
    out += section(kDescription, language) + roff(outline.program.text) + "\n";
    out += section(kCommands, language);
    for (const Command& command : outline.commands)
        out += entry(reference(page_name(command)),
                     roff(command.text) + (language == Language::kThai ? "" : "."));
    out += options_of(outline.program, language);
    out += section(kExitStatus, language) + roff(outline.program.details) + "\n";
    out += lines(kEnvironment, kVariables, language) + lines(kFiles, kPlaces, language);
    out += lines(kExamples, kTrials, language) + section(kSeeAlso, language);
    std::string others;
    for (const Command& command : outline.commands)
        others += (others.empty() ? "" : ",\n") + reference(page_name(command));
    return out + others + "\n";
}

std::string command_page(const Outline& outline, const Command& command, Language language) {
    std::string out = head(outline, page_name(command), command.text, language);
    out += section(kSynopsis, language) + bold("tarang " + command.name) + " [" + italic("OPTION") + "...]" +
           arguments_of(command) + "\n";
    out += section(kDescription, language) + roff(command.details) + "\n";
    if (!command.arguments.empty()) {
        out += section(kArguments, language);
        for (const Parameter& argument : command.arguments)
            out += entry(italic(argument.names.front()), meaning_of(argument, language));
    }
    out += options_of(command, language);
    out += section(kExitStatus, language) + roff(outline.program.details) + "\n";
    return out + section(kSeeAlso, language) + reference("tarang") + "\n";
}

}  // namespace tarang::cli::manual
