#include "host/import/taught_forms.h"

#include <algorithm>

#include "models/run_error.h"

namespace tarang::importing {

using store::TaughtForm;
using store::TaughtForms;

std::vector<TaughtForm> standing_forms(store::Database& database,
                                       const std::function<void(const std::string& why)>& refused) {
    std::vector<TaughtForm> forms = TaughtForms(database).standing();
    std::erase_if(forms, [&refused](const TaughtForm& form) {
        try {
            static_cast<void>(interpret::parse_profile(form.toml, form.name));
            return false;
        } catch (const RunError& error) {  // of an earlier program, and no form any more
            if (refused) refused(error.what());
            return true;
        }
    });
    return forms;
}

std::vector<interpret::Profile> taught_profiles(store::Database& database) {
    std::vector<interpret::Profile> profiles;
    for (const TaughtForm& form : standing_forms(database, {}))
        profiles.push_back(interpret::parse_profile(form.toml, form.name));
    return profiles;
}

std::vector<interpret::Profile> own_profiles(const border::FormChoice& choice) {
    std::vector<interpret::Profile> profiles;
    for (const std::string& text : choice.taught)
        profiles.push_back(interpret::parse_profile(text, "taught"));
    if (!choice.own_toml.empty())
        profiles.push_back(interpret::parse_profile(choice.own_toml, choice.own_origin));
    return profiles;
}

std::vector<LedgerEntry> teach(store::Database& database, std::string_view by, std::string_view name,
                               std::string_view toml, const std::vector<std::vector<std::string>>& header) {
    TaughtForms forms(database);
    std::vector<LedgerEntry> entries = forms.documents_read_with(name);
    forms.teach(by, name, toml);
    for (LedgerEntry& entry : forms.documents_that_may_be_of(header)) {
        const auto same = [&entry](const LedgerEntry& other) { return other.sha256 == entry.sha256; };
        if (std::none_of(entries.begin(), entries.end(), same)) entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<LedgerEntry> forget(store::Database& database, std::string_view by, std::string_view name) {
    TaughtForms forms(database);
    std::vector<LedgerEntry> entries = forms.documents_read_with(name);
    return forms.forget(by, name) ? entries : std::vector<LedgerEntry>();
}

}  // namespace tarang::importing
