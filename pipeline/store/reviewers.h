// Who may check on a server that several people share. Of a link's secret only the digest is kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/database.h"

namespace tarang::store {

struct Reviewer {
    std::string name;
    std::string added_at;                   ///< UTC; when the link was made
    std::optional<std::string> revoked_at;  ///< UTC; none: the link stands
    bool operator==(const Reviewer&) const = default;
};

class Reviewers {
public:
    explicit Reviewers(Database& database) : connection_(&database.connection()) {}

    /// Gives the person a link, in the place of an earlier one. `token`: the digest of its secret.
    void add(std::string_view name, std::string_view token);
    /// The link counts no more. False where nobody of that name has one.
    bool revoke(std::string_view name);
    /// Whose link it is; nothing where there is none, or it was revoked.
    std::optional<std::string> named(std::string_view token);
    /// All that ever had one, in the order in which they were first added.
    std::vector<Reviewer> all();

private:
    Connection* connection_;
};

}  // namespace tarang::store
