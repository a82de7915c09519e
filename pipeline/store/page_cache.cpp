#include "pipeline/store/page_cache.h"

#include "pipeline/store/sqlite.h"

namespace tarang::store {

void PageCache::put(const CacheKey& key, PageNumber page, std::string_view result) {
    // One statement is one transaction.
    connection_->run(
        "INSERT INTO page_cache (document, page, engines, options, result)"
        " SELECT id, ?2, ?3, ?4, ?5 FROM documents WHERE sha256 = ?1"
        " ON CONFLICT (document, page) DO UPDATE SET"
        " engines = excluded.engines, options = excluded.options, result = excluded.result",
        key.sha256, page.value, key.engines, key.options, Blob{result});
}

void PageCache::put(const CacheKey& key, const std::vector<std::pair<PageNumber, std::string>>& results) {
    Transaction transaction(*connection_);
    for (const auto& [page, result] : results) put(key, page, result);
    transaction.commit();
}

std::optional<std::string> PageCache::get(const CacheKey& key, PageNumber page) {
    Query rows = connection_->query(
        "SELECT result FROM page_cache JOIN documents ON documents.id = document"
        " WHERE sha256 = ?1 AND page = ?2 AND page_cache.engines = ?3 AND page_cache.options = ?4",
        key.sha256, page.value, key.engines, key.options);
    if (!rows.next()) return std::nullopt;
    return rows.text(0);
}

std::vector<PageNumber> PageCache::pages(const CacheKey& key) {
    std::vector<PageNumber> pages;
    Query rows = connection_->query(
        "SELECT page FROM page_cache JOIN documents ON documents.id = document"
        " WHERE sha256 = ?1 AND page_cache.engines = ?2 AND page_cache.options = ?3 ORDER BY page",
        key.sha256, key.engines, key.options);
    while (rows.next()) pages.push_back({rows.small(0)});
    return pages;
}

}  // namespace tarang::store
