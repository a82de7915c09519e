// The manifest in the database: who is to submit what, and what came.
#pragma once

#include <functional>
#include <vector>

#include "models/submission.h"
#include "pipeline/store/database.h"

namespace tarang::store {

class Submissions {
public:
    explicit Submissions(Database& database) : connection_(&database.connection()) {}

    /// Adds what is due; the name of what was due already is renewed. Nothing is taken away: an office may
    /// give one manifest a district.
    void expect(const std::vector<Expected>& expected);

    /// All that is due in the order of code, year and form, each with its current document. Of several the
    /// newest in the ledger.
    void for_each(const std::function<void(const Submission&)>& visit);

private:
    Connection* connection_;
};

}  // namespace tarang::store
