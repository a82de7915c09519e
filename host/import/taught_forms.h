// Forms that people taught, beside the program's own: which stand, and what is to be read again with them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "host/border/messages.h"
#include "models/ledger.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/store/database.h"
#include "pipeline/store/taught_forms.h"

namespace tarang::importing {

/// The forms of the database that today's program can read. `refused` hears why another is none; may be
/// empty.
std::vector<store::TaughtForm> standing_forms(store::Database& database,
                                              const std::function<void(const std::string& why)>& refused);

/// The same as profiles, for what is read in the parent: what people type.
std::vector<interpret::Profile> taught_profiles(store::Database& database);

/// Those of a choice that are no part of the program: the taught ones, and a person's own.
std::vector<interpret::Profile> own_profiles(const border::FormChoice& choice);

/// SHA-256 of the form of that name among those that a document may be read with; `own` are its own_profiles.
/// Empty where there is none.
std::string hash_of_form(const border::FormChoice& choice, const std::vector<interpret::Profile>& own,
                         std::string_view name);

/// Takes the form into the database, in the place of one of its name, and gives the current documents that
/// may be of it: that were read with the one before, gave nothing, have a table that no form explains, or one
/// whose headers are `header` (a path a column; empty: no table in particular).
std::vector<LedgerEntry> teach(store::Database& database, std::string_view by, std::string_view name,
                               std::string_view toml, const std::vector<std::vector<std::string>>& header);

/// Takes the form back, and gives the documents that were read with it. None where no such form stands.
std::vector<LedgerEntry> forget(store::Database& database, std::string_view by, std::string_view name);

}  // namespace tarang::importing
