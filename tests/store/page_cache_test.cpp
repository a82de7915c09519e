#include "pipeline/store/page_cache.h"

#include <gtest/gtest.h>

#include "pipeline/store/ledger.h"
#include "tests/support/temporary_folder.h"

namespace tarang::store {
namespace {

const std::string kSha(64, 'a');

class PageCacheTest : public ::testing::Test {
protected:
    PageCacheTest() { Ledger(database).begin({"/in/a.pdf", kSha, 1}, {}); }

    test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    PageCache cache{database};
    const CacheKey key{kSha, "poppler 22", "ocr=skip"};
};

TEST_F(PageCacheTest, GivesBackTheBytes) {
    const std::string bytes("\0\xFF page\0", 8);
    cache.put(key, {3}, bytes);
    cache.put(key, {1}, "");
    EXPECT_EQ(cache.get(key, {3}), bytes);
    EXPECT_EQ(cache.get(key, {1}), "");
    EXPECT_EQ(cache.get(key, {2}), std::nullopt);
    EXPECT_EQ(cache.pages(key), (std::vector<PageNumber>{{1}, {3}}));
}

TEST_F(PageCacheTest, SeveralPagesGoInTogether) {
    cache.put(key, {{{2}, "two"}, {{1}, "one"}});
    EXPECT_EQ(cache.get(key, {2}), "two");
    EXPECT_EQ(cache.pages(key), (std::vector<PageNumber>{{1}, {2}}));
}

TEST_F(PageCacheTest, OtherEnginesOrOptionsAreOtherResults) {
    cache.put(key, {1}, "old");
    CacheKey newer = key;
    newer.engines = "poppler 23";
    EXPECT_EQ(cache.get(newer, {1}), std::nullopt);
    cache.put(newer, {1}, "new");
    EXPECT_EQ(cache.get(newer, {1}), "new");
    EXPECT_EQ(cache.get(key, {1}), std::nullopt);  // one result a page
    CacheKey other = newer;
    other.options = "ocr=force";
    EXPECT_EQ(cache.pages(other), std::vector<PageNumber>{});
}

TEST_F(PageCacheTest, AFailedDocumentKeepsItsPages) {
    cache.put(key, {1}, "page");
    Ledger(database).fail(kSha, {EventCode::kTimedOut, "", {}, {}, 0, ""});
    EXPECT_EQ(cache.get(key, {1}), "page");
}

}  // namespace
}  // namespace tarang::store
