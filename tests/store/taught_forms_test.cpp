// A log of forms, of which the newest entry of each name stands.
#include "pipeline/store/taught_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/store/ledger.h"
#include "pipeline/store/sqlite.h"
#include "tests/support/sample_records.h"
#include "tests/support/temporary_folder.h"

namespace tarang::store {
namespace {

using ::testing::ElementsAre;

class TaughtFormsTest : public ::testing::Test {
protected:
    std::vector<std::string> standing() {
        std::vector<std::string> names;
        for (const TaughtForm& form : forms.standing()) names.push_back(form.name + "=" + form.toml);
        return names;
    }
    test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    TaughtForms forms{database};
};

TEST_F(TaughtFormsTest, TheNewestOfANameStands) {
    EXPECT_THAT(standing(), ElementsAre());
    forms.teach("สมศรี", "river", "1");
    forms.teach("มานะ", "forest", "2");
    forms.teach("มานะ", "river", "3");
    EXPECT_THAT(standing(), ElementsAre("forest=2", "river=3"));
    EXPECT_EQ(forms.named("river")->by, "มานะ");
    EXPECT_EQ(forms.named("sea"), std::nullopt);
}

TEST_F(TaughtFormsTest, AForgottenOneStandsNoMoreAndStaysInTheLog) {
    forms.teach("สมศรี", "river", "1");
    EXPECT_TRUE(forms.forget("มานะ", "river"));
    EXPECT_FALSE(forms.forget("มานะ", "river"));
    EXPECT_THAT(standing(), ElementsAre());
    Query entries = database.connection().query("SELECT count(*), count(toml) FROM taught_forms");
    ASSERT_TRUE(entries.next());
    EXPECT_EQ(entries.integer(0), 2);
    EXPECT_EQ(entries.integer(1), 1);
    EXPECT_THROW(database.connection().run("DELETE FROM taught_forms"), ConstraintError);
    forms.teach("สมศรี", "river", "2");
    EXPECT_THAT(standing(), ElementsAre("river=2"));
}

TEST_F(TaughtFormsTest, KnowsTheDocumentsOfWhichATableWasReadWithIt) {
    DocumentRecords by_document;
    by_document.profile = "river";
    DocumentRecords by_table;
    by_table.profile = "monitoring";
    by_table.tables.emplace_back();
    by_table.tables[0].form = "river";
    Ledger ledger(database);
    const auto import = [&](char sha, const DocumentRecords& records) {
        ledger.begin({std::string("/in/") + sha, std::string(64, sha), 1}, {});
        ledger.finish(std::string(64, sha), {}, records);
    };
    import('a', by_document);
    import('b', by_table);
    import('c', {});
    std::string found;
    for (const LedgerEntry& entry : forms.documents_read_with("river")) found += entry.sha256[0];
    EXPECT_EQ(found, "ab");
}

TEST_F(TaughtFormsTest, KnowsTheDocumentsThatANewFormMayExplain) {
    const std::vector<std::vector<std::string>> header{{"งานที่ทำ"}, {"เงิน", "จ่าย"}};
    DocumentRecords explained = test::sample_records();
    explained.tables.resize(1);
    explained.tables[0].form = "monitoring";
    DocumentRecords headed = explained;
    headed.tables[0].header = header;
    DocumentRecords general = explained;
    general.tables[0].form = "general";
    DocumentRecords other = explained;
    other.tables.emplace_back();
    Ledger ledger(database);
    const auto import = [&](char sha, const DocumentRecords& records) {
        ledger.begin({std::string("/in/") + sha, std::string(64, sha), 1}, {});
        ledger.finish(std::string(64, sha), {}, records);
    };
    import('a', explained);
    import('b', headed);
    import('c', general);
    import('d', other);
    import('e', {});
    ledger.begin({"/in/f", std::string(64, 'f'), 1}, {});
    const auto found = [&](const std::vector<std::vector<std::string>>& wanted) {
        std::string letters;
        for (const LedgerEntry& entry : forms.documents_that_may_be_of(wanted)) letters += entry.sha256[0];
        return letters;
    };
    EXPECT_EQ(found(header), "bcde");
    EXPECT_EQ(found({{"งานที่ทำ"}}), "cde");
    EXPECT_EQ(found({}), "cde");
    EXPECT_EQ(forms.documents_headed(header), 1);
    EXPECT_EQ(forms.use_of("monitoring").documents, 3);  // a, b and d
    EXPECT_EQ(forms.use_of("monitoring").activities,
              3 * static_cast<std::int64_t>(explained.activities.size()));
    EXPECT_EQ(forms.use_of("river"), FormUse{});
    std::string seen;
    forms.for_each_unexplained([&](const UnexplainedTable& one) {
        seen += one.sha256[0] + std::to_string(one.index) + (one.gave_nothing ? "!" : "");
    });
    EXPECT_EQ(seen, "c0d1");
}

}  // namespace
}  // namespace tarang::store
