#include "host/import/taught_forms.h"

#include <algorithm>
#include <utility>

#include "models/run_error.h"
#include "pipeline/receive/sha256.h"

namespace tarang::importing {

using store::TaughtForm;
using store::TaughtForms;

namespace {

struct Standing {
    TaughtForm form;
    interpret::Profile profile;
};

std::vector<Standing> read_standing(store::Database& database,
                                    const std::function<void(const std::string& why)>& refused) {
    std::vector<Standing> standing;
    for (TaughtForm& form : TaughtForms(database).standing()) {
        try {
            interpret::Profile profile = interpret::parse_profile(form.toml, form.name);
            standing.push_back({std::move(form), std::move(profile)});
        } catch (const RunError& error) {  // of an earlier program, and no form any more
            if (refused) refused(error.what());
        }
    }
    return standing;
}

}  // namespace

std::vector<TaughtForm> standing_forms(store::Database& database,
                                       const std::function<void(const std::string& why)>& refused) {
    std::vector<TaughtForm> forms;
    for (Standing& standing : read_standing(database, refused)) forms.push_back(std::move(standing.form));
    return forms;
}

std::vector<interpret::Profile> taught_profiles(store::Database& database) {
    std::vector<interpret::Profile> profiles;
    for (Standing& standing : read_standing(database, {})) profiles.push_back(std::move(standing.profile));
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

std::string hash_of_form(const border::FormChoice& choice, const std::vector<interpret::Profile>& own,
                         std::string_view name) {
    if (name.empty()) return {};
    if (!choice.own_toml.empty()) return receive::sha256_of(choice.own_toml);
    for (std::size_t i = 0; i < choice.taught.size(); ++i) {
        if (own[i].name == name) return receive::sha256_of(choice.taught[i]);
    }
    return receive::sha256_of(interpret::shipped_toml(name));
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
