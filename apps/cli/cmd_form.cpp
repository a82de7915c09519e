#include "apps/cli/cmd_form.h"

#include <iostream>

#include "apps/cli/document_named.h"
#include "apps/cli/import_session.h"
#include "apps/cli/noted_database.h"
#include "apps/cli/output.h"
#include "apps/cli/settings.h"
#include "apps/cli/system_user.h"
#include "host/audit/suggested_form.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"
#include "host/import/taught_forms.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/taught_forms.h"

namespace tarang::cli {
namespace {

using exporting::TextTable;
using exporting::Words;
using store::TaughtForm;
using store::TaughtForms;

[[noreturn]] void refuse(const Words& why, const std::string& what, Language language) {
    throw RunError(ExitCode::kUsage, why.in(language) + " '" + what + "'");
}

TaughtForm form_named(TaughtForms& forms, const std::string& name, Language language) {
    auto form = forms.named(name);
    if (!form) refuse({"ไม่มีแบบที่สอนไว้ชื่อ", "no form was taught that is called"}, name, language);
    return *form;
}

ExitCode list_forms(TaughtForms& forms, Language language) {
    TextTable table({{Words{"แบบ", "Form"}.in(language)},
                     {Words{"ผู้สอน", "Taught by"}.in(language)},
                     {Words{"เมื่อ", "At"}.in(language)},
                     {Words{"เอกสาร", "Documents"}.in(language), thai::Align::kRight}});
    for (const TaughtForm& form : forms.standing())
        table.add({{form.name},
                   {form.by},
                   {form.at},
                   {std::to_string(forms.documents_read_with(form.name).size())}});
    if (forms.standing().empty())
        std::cout << Words{"ยังไม่มีแบบที่สอนไว้", "No form was taught."}.in(language) << '\n';
    else
        table.write(std::cout, terminal_width(), terminal_has_color());
    return ExitCode::kDone;
}

/// A form that was taught, else one that came with the program.
std::string text_of(TaughtForms& forms, const std::string& name, Language language) {
    if (const auto taught = forms.named(name)) return taught->toml;
    const std::string_view shipped = interpret::shipped_toml(name);
    if (!shipped.empty()) return std::string(shipped);
    return form_named(forms, name, language).toml;
}

ExitCode show_form(TaughtForms& forms, const FormArguments& arguments, Language language) {
    const std::string text = text_of(forms, arguments.subject, language);
    const interpret::Profile form = interpret::parse_profile(text, arguments.subject);
    std::cout << form.name << "  " << form.title << '\n';
    for (std::size_t i = 0; i < interpret::kColumnKeyCount; ++i) {
        const auto key = static_cast<interpret::ColumnKey>(i);
        std::string spellings;
        for (const auto& spelling : form.spellings(key)) {
            std::string path;
            for (const auto& level : spelling) path += (path.empty() ? "" : " > ") + level.text;
            spellings += (spellings.empty() ? "" : " | ") + path;
        }
        if (!spellings.empty()) std::cout << "  " << name_of(key) << ": " << spellings << '\n';
    }
    return ExitCode::kDone;
}

ExitCode write_text(const std::string& text, const FormArguments& arguments) {
    Output output(arguments.output, receive::OwnFiles(arguments.import.db));
    output.stream() << text;
    output.finish();
    return ExitCode::kDone;
}

ExitCode suggest(store::Database& database, const FormArguments& arguments, Language language) {
    store::Ledger ledger(database);
    const LedgerEntry entry = document_named(ledger, arguments.subject, language);
    const auto document = store::Archive(database).document(entry.sha256);
    const std::string name = "form_" + entry.sha256.substr(0, 8);
    const std::string text = document ? audit::suggested_form(document->records, name) : std::string();
    if (text.empty())
        refuse({"ไม่มีตารางที่ไม่มีแบบใดอธิบายได้ใน", "no table without a form is in"}, entry.file_name, language);
    return write_text(text, arguments);
}

/// Reads documents again with the forms that stand now.
ExitCode read_again(const std::vector<LedgerEntry>& entries, const FormArguments& arguments,
                    Language language) {
    ImportSession session(import_settings("form", arguments.import, language), store::Access::kWrite);
    session.read_stored_pages();
    return session.finish(session.retry(entries));
}

ExitCode teach(const FormArguments& arguments, Language language) {
    const std::string text = read_text_file(arguments.subject);
    const interpret::Profile form = interpret::parse_profile(text, arguments.subject);
    if (interpret::shipped_profile(form.name) != nullptr)
        refuse({"มีแบบของโปรแกรมชื่อนี้อยู่แล้ว ตั้งชื่ออื่น", "a form of the program has this name; choose another than"},
               form.name, language);
    std::vector<LedgerEntry> entries;
    {
        auto database = open_database(arguments.import.db, store::Access::kWrite, language);
        entries = importing::teach(database, system_user(), form.name, text, {});
    }
    return read_again(entries, arguments, language);
}

ExitCode forget(const FormArguments& arguments, Language language) {
    std::vector<LedgerEntry> entries;
    {
        auto database = open_database(arguments.import.db, store::Access::kWrite, language);
        TaughtForms forms(database);
        static_cast<void>(form_named(forms, arguments.subject, language));
        entries = importing::forget(database, system_user(), arguments.subject);
    }
    return read_again(entries, arguments, language);
}

}  // namespace

ExitCode run_form(const FormArguments& arguments, Language language) {
    if (arguments.action != "list" && arguments.subject.empty())
        refuse({"ระบุชื่อแบบ ไฟล์ หรือเอกสาร หลัง", "name a form, a file or a document after"}, arguments.action,
               language);
    if (arguments.action == "import") return teach(arguments, language);
    if (arguments.action == "forget") return forget(arguments, language);
    auto database = open_database(arguments.import.db, store::Access::kRead, language);
    TaughtForms forms(database);
    if (arguments.action == "list") return list_forms(forms, language);
    if (arguments.action == "show") return show_form(forms, arguments, language);
    if (arguments.action == "suggest") return suggest(database, arguments, language);
    return write_text(text_of(forms, arguments.subject, language), arguments);
}

}  // namespace tarang::cli
