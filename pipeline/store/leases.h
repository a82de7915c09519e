// Who has a record open for checking, so that two people do not work on the same one.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/store/database.h"

namespace tarang::store {

/// One person's browser.
struct Holder {
    std::string session;
    std::string reviewer;
};

class Leases {
public:
    explicit Leases(Database& database) : connection_(&database.connection()) {}

    /// Takes or renews the record for so long, and lets go of what the session held before. Gives the name of
    /// who holds it otherwise; then nothing changes.
    std::optional<std::string> hold(std::string_view sha256, std::string_view activity, const Holder& holder,
                                    std::chrono::seconds time = std::chrono::minutes(2));

    /// Lets go of what the session holds, or of this record where it holds it.
    void let_go(std::string_view session);
    void let_go(std::string_view session, std::string_view sha256, std::string_view activity);
    /// Takes the record from the holder's other sessions: those of the same reviewer.
    void let_go_elsewhere(std::string_view sha256, std::string_view activity, const Holder& holder);

    /// Who other than this session holds the record.
    std::optional<std::string> held_by_other(std::string_view sha256, std::string_view activity,
                                             std::string_view session);

    /// Reviewer by (SHA-256, activity), of all records that others than this session hold.
    std::map<std::pair<std::string, std::string>, std::string> others(std::string_view session);

private:
    Connection* connection_;
};

}  // namespace tarang::store
