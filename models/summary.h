// Sums over the activities of a database: what `show --summary` and the spreadsheet's sheet of sums say.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/activity.h"
#include "models/document.h"

namespace tarang {

/// Money of several activities. What is no amount is counted, never taken for zero.
struct MoneySum {
    std::optional<Satang> total = Satang{0};  ///< of the amounts; null: larger than can be counted
    std::int64_t amounts = 0;
    std::int64_t none = 0;   ///< the paper says that there is none
    std::int64_t blank = 0;  ///< an empty cell, or no such column
    std::int64_t unreadable = 0;
    std::int64_t flagged = 0;  ///< of all of these, those that a person must check
    bool operator==(const MoneySum&) const = default;

    void add(const MoneySum& more) {
        std::int64_t sum = 0;
        const bool fits =
            total && more.total && !__builtin_add_overflow(total->value, more.total->value, &sum);
        total = fits ? std::optional(Satang{sum}) : std::nullopt;
        amounts += more.amounts;
        none += more.none;
        blank += more.blank;
        unreadable += more.unreadable;
        flagged += more.flagged;
    }

    void add(const std::optional<Budget>& money, bool is_flagged) {
        flagged += is_flagged ? 1 : 0;
        if (!money) {
            ++blank;
        } else if (money->stated == Budget::Stated::kNone) {
            ++none;
        } else if (!money->amount) {
            ++unreadable;
        } else {
            ++amounts;
            std::int64_t sum = 0;
            const bool fits = total && !__builtin_add_overflow(total->value, money->amount->value, &sum);
            total = fits ? std::optional(Satang{sum}) : std::nullopt;
        }
    }
};

struct GroupSum {
    std::int64_t activities = 0;
    std::int64_t flagged = 0;  ///< activities with at least one field to check
    MoneySum budget;
    MoneySum spent;
    bool operator==(const GroupSum&) const = default;

    void add(const GroupSum& more) {
        activities += more.activities;
        flagged += more.flagged;
        budget.add(more.budget);
        spent.add(more.spent);
    }
};

/// The quarters in which an activity runs: those that are printed, else those that its days touch. An
/// activity of several quarters is in one group, that of all of them, so that no amount is counted twice or
/// divided.
struct QuarterGroup {
    std::optional<BuddhistYear> first_year;  ///< fiscal; empty: not known
    std::optional<BuddhistYear>
        last_year;  ///< another one than `first_year` only where the days run over several
    std::vector<std::uint8_t> quarters;  ///< 1..4 ascending; empty: not known, or of several years
    auto operator<=>(const QuarterGroup&) const = default;
};

template <typename Key>
struct Group {
    Key key;
    GroupSum sum;
    std::vector<std::string> alike = {};  ///< other readings of the key that were counted with it
    bool operator==(const Group&) const = default;
};

/// Over the tables of one kind: a plan and a report tell of the same money, and are never added up. An
/// activity that stands in several tables of the kind is counted where it stands first; each grouping has
/// every activity once.
struct KindSums {
    std::optional<TableRecord::Kind> kind;  ///< empty: not known, of an earlier program's reading
    GroupSum whole;
    std::vector<Group<std::optional<Status>>> by_status;  ///< in the order of Status; blank last
    std::vector<Group<std::optional<std::string>>>
        by_strategy;  ///< as first printed, in that order; none last. What a scan read almost as another
                      ///< document prints it, and no document has beside it, is in the other's group
    std::vector<Group<QuarterGroup>> by_quarter;  ///< by year and quarter; unknown ones last
    bool operator==(const KindSums&) const = default;
};

/// Over the current documents that are done or partial.
struct Summary {
    std::array<std::int64_t, 7> documents{};  ///< all of the ledger, by DocumentState
    std::int64_t unfinished = 0;              ///< documents whose reading has not ended
    std::int64_t pages = 0;                   ///< of current documents
    std::int64_t pages_read = 0;
    std::int64_t flagged_fields = 0;
    std::int64_t activities = 0;  ///< each once, whatever tables it stands in
    std::vector<KindSums> kinds;  ///< that have activities, in the order of the kinds; unknown last
    bool operator==(const Summary&) const = default;

    std::int64_t documents_in(DocumentState state) const {
        return documents[static_cast<std::size_t>(state)];
    }
};

}  // namespace tarang
