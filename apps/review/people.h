// Several people on one server: each has a name and a link, which can be taken back.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "apps/review/access.h"
#include "pipeline/store/database.h"
#include "pipeline/store/reviewers.h"

namespace tarang::review {

/// What became of a list of people when the server started.
struct Admitted {
    std::vector<std::pair<std::string, std::string>> links;  ///< name and new link
    std::vector<std::string> known;                          ///< whose link stands from before
    std::vector<std::string> revoked;                        ///< who are no more on the list
};

/// Used on the server's thread.
class People {
public:
    /// `owner`: who started the server; `address`: where a proxy answers, or empty.
    People(store::Database& database, std::string owner, std::string address);

    Access& access() { return access_; }
    std::vector<store::Reviewer> all() { return reviewers_.all(); }

    /// Names as they are kept: white space around them goes. Nothing where it is no name: empty, over 80 code
    /// points, or with control characters.
    static std::optional<std::string> name_in(const std::string& text);

    /// A new link, in the place of an earlier one, whose sessions end.
    std::string add(const std::string& name);
    /// False where the person has no link. Her sessions end at once.
    bool revoke(const std::string& name);
    /// Only these people, and who started the server, have access from now on.
    Admitted admit_only(const std::vector<std::string>& names);

private:
    store::Reviewers reviewers_;
    Access access_;
};

}  // namespace tarang::review
