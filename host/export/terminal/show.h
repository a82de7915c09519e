// What `tarang show` prints: the documents of a database, and a document's activities, for people at a
// terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "models/ledger.h"
#include "models/summary.h"

namespace tarang::exporting {

struct ShowOptions {
    std::size_t width = 0;  ///< of the terminal, in columns; 0: not limited
    bool color = false;
    Language language = Language::kThai;
};

/// Who handed in what, by the document's SHA-256.
using Senders = std::map<std::string, Expected>;

/// One line a document: who handed it in, state, pages read, activities, fields to check, why it is not done.
void show_documents(std::ostream& out, const std::vector<LedgerEntry>& entries, const ShowOptions& options,
                    const Senders& senders = {});

/// Title and agency, then one line an activity, money in baht. A document without activities shows its title
/// and says so.
void show_activities(std::ostream& out, const StoredDocument& document, const ShowOptions& options);

/// What `tarang show --summary` prints: counts of the whole, then sums by status, strategy and quarter.
/// Amounts that are not known are counted beside each sum.
void show_summary(std::ostream& out, const Summary& summary, const ShowOptions& options);

/// "มี.ค. - ก.ค. 2562": whole months without days, the first year only where it is another one.
/// English: "2019-03-01 - 2019-07-31". An end that is not known is "?".
std::string text_of_period(const Period& period, Language language);

/// "159,100.00"
std::string text_of_satang(Satang amount);

/// The same; "-" where the paper says that there is none, "?" where it could not be read.
std::string text_of_money(const Budget& budget);

}  // namespace tarang::exporting
