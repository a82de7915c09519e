// Fields that a second person should read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/database.h"
#include "pipeline/store/samples.h"

namespace tarang::store {

class SecondReadings {
public:
    explicit SecondReadings(Database& database) : connection_(&database.connection()) {}

    /// Fields of current documents that others than `reviewer` found right or corrected, and that nobody has
    /// read a second time since, the oldest decision first. `fields`: names to choose from; empty: all.
    std::vector<SampleItem> waiting(std::string_view reviewer, const std::vector<std::string>& fields);

private:
    Connection* connection_;
};

}  // namespace tarang::store
