// Page results as the workers gave them, so that an interrupted import goes on where it stopped and a report
// is interpreted again without being read again. Each `put` is a small transaction of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/provenance.h"
#include "pipeline/store/database.h"

namespace tarang::store {

/// What a page's result depends on. Another engine version or option is another result.
struct CacheKey {
    std::string sha256;   ///< of a document that the ledger knows
    std::string engines;  ///< as in ImportFacts
    std::string options;  ///< as in ImportFacts
};

class PageCache {
public:
    explicit PageCache(Database& database) : connection_(&database.connection()) {}

    /// Keeps a page's result; results of the same page from other engines or options go.
    void put(const CacheKey& key, PageNumber page, std::string_view result);
    /// The same for several pages of one document, in one transaction.
    void put(const CacheKey& key, const std::vector<std::pair<PageNumber, std::string>>& results);
    std::optional<std::string> get(const CacheKey& key, PageNumber page);
    /// Pages that are there, ascending.
    std::vector<PageNumber> pages(const CacheKey& key);

private:
    Connection* connection_;
};

}  // namespace tarang::store
