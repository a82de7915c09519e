#include "pipeline/store/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/store/fold.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/migrations.h"
#include "pipeline/store/record_writer.h"
#include "pipeline/store/search_index.h"
#include "pipeline/store/submissions.h"
#include "tests/support/sample_records.h"
#include "tests/support/temporary_folder.h"

namespace tarang::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kFirst(64, 'a');

class SearchTest : public ::testing::Test {
protected:
    SearchTest() { import(kFirst, "/in/รายงาน.pdf", test::sample_records()); }

    void import(const std::string& sha256, const std::string& path, const DocumentRecords& records) {
        Ledger ledger(database);
        ledger.begin({path, sha256, 1}, {});
        ledger.finish(sha256, {}, records);
    }
    /// Each hit as "field: before[hit]after", in short.
    std::vector<std::string> found(std::string_view words, const SearchIn& in = {}) {
        std::vector<std::string> lines;
        for (const Hit& hit : find(database, words, in).hits) {
            std::string snippet = hit.snippet;
            snippet.insert(hit.match_begin + hit.match_length, "]");
            snippet.insert(hit.match_begin, "[");
            lines.push_back(hit.field + ": " + snippet);
        }
        return lines;
    }

    test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
};

TEST_F(SearchTest, OneDocumentOrOneFieldAlone) {
    const std::string second(64, 'b');
    import(second, "/in/ข.pdf", test::sample_records());
    const std::size_t everywhere = found("159100").size();
    EXPECT_EQ(found("159100", {.sha256 = second}).size() * 2, everywhere);
    EXPECT_THAT(found("159100", {.sha256 = second, .field = FieldKey::kBudget}),
                ElementsAre("budget: [๑๕๙,๑๐๐].-"));
    EXPECT_THAT(found("159100", {.field = FieldKey::kActivity}), IsEmpty());
    // All words must stand in that field.
    EXPECT_THAT(found("159,100.00 อบรม", {.field = FieldKey::kBudget}), IsEmpty());
    EXPECT_THAT(found("159100", {.sha256 = std::string(64, 'c')}), IsEmpty());
}

TEST_F(SearchTest, AmountsAndDaysAreFoundByWhatTheyAreNotByTheirPrint) {
    EXPECT_THAT(found("159100"), ElementsAre("budget: [๑๕๙,๑๐๐].-", "cell: [๑๕๙,๑๐๐]"));
    EXPECT_THAT(found("159,100.00 อบรม").size(), 3U);  // the amount, and the activity and its steps
    DocumentRecords words = test::sample_records();
    words.activities[0].field(FieldKey::kBudget)->text = "หนึ่งแสนห้าหมื่นเก้าพันหนึ่งร้อยบาท";
    words.activities[0].field(FieldKey::kPeriod)->text = "มี.ค. - ก.ค. ๖๒";
    import(std::string(64, 'b'), "/in/ข.pdf", words);
    EXPECT_THAT(found("159100"), testing::Contains("budget: []หนึ่งแสนห้าหมื่นเก้าพันหนึ่งร้อยบาท"));
    // Its first day, which is printed as a month.
    EXPECT_THAT(found("1/3/2562").size(), 2U);
    EXPECT_THAT(found("2019-07-31").size(), 2U);
    EXPECT_THAT(found("2/3/2562"), IsEmpty());
}

TEST_F(SearchTest, AHitTellsWhereItStands) {
    const Hit expected{kFirst,
                       "รายงาน.pdf",
                       "t0-r1",
                       "5",
                       "activity",
                       "อบรมครู ปีงบประมาณ ๒๕๖๒",
                       std::string("อบรมครู ").size(),
                       std::string("ปีงบประมาณ").size(),
                       PageNumber{2}};
    const SearchResult result = find(database, "อบรม ปีงบประมาณ");
    ASSERT_EQ(result.hits.size(), 2U);  // the steps have อบรม, too
    EXPECT_FALSE(result.more);
    Hit first = result.hits[0];
    EXPECT_EQ(first.match_begin, 0U);  // shown at the first word asked for
    first = find(database, "ปีงบประมาณ").hits[1];
    EXPECT_EQ(first, expected);
}

TEST_F(SearchTest, PartsOfWordsAreFoundOverLineEnds) {
    EXPECT_THAT(found("ครูปีงบ"), ElementsAre("activity: อบรม[ครู ปีงบ]ประมาณ ๒๕๖๒"));
}

TEST_F(SearchTest, DigitsOfEitherKindFindTheOther) {
    const auto expected = ElementsAre("title: รายงานผลการดำเนินงาน ปีงบประมาณ [๒๕๖๒]", "fiscal_year: [๒๕๖๒]",
                                      "activity: อบรมครู ปีงบประมาณ [๒๕๖๒]");
    EXPECT_THAT(found("2562"), expected);
    EXPECT_THAT(found("๒๕๖๒"), expected);
}

TEST_F(SearchTest, ShortWordsAreFound) {
    EXPECT_THAT(found("๖๒"),
                ElementsAre("title: รายงานผลการดำเนินงาน ปีงบประมาณ ๒๕[๖๒]", "fiscal_year: ๒๕[๖๒]",
                            "activity: อบรมครู ปีงบประมาณ ๒๕[๖๒]", "period: มี.ค. - ก.ค. [๖๒] ไตรมาส ๓-๔"));
    EXPECT_THAT(found("มี"), ElementsAre("period: [มี].ค. - ก.ค. ๖๒ ไตรมาส ๓-๔"));
    EXPECT_THAT(found("๕"), ::testing::Contains("number: [๕]"));
}

TEST_F(SearchTest, LatinLettersOfEitherCase) {
    EXPECT_THAT(found("sChOOl"), ElementsAre("activity: นิเทศโรงเรียน [School] ICT"));
    EXPECT_THAT(found("ict"), ElementsAre("activity: นิเทศโรงเรียน School [ICT]"));
}

TEST_F(SearchTest, AHeadingIsShownOnce) {
    DocumentRecords records = test::sample_records();
    records.activities[1].headings = records.activities[0].headings;
    import(std::string(64, 'b'), "/in/b.pdf", records);
    EXPECT_THAT(found("ทั้งระบบ"),
                ElementsAre("heading: โครงการพัฒนาครู[ทั้งระบบ]", "heading: โครงการพัฒนาครู[ทั้งระบบ]"));
}

TEST_F(SearchTest, AHeadingBelongsToNoActivity) {
    const Hit expected{kFirst,
                       "รายงาน.pdf",
                       "",
                       "",
                       "heading",
                       "โครงการพัฒนาครูทั้งระบบ",
                       std::string("โครงการพัฒนาครู").size(),
                       std::string("ทั้งระบบ").size(),
                       PageNumber{1}};
    EXPECT_THAT(find(database, "ทั้งระบบ").hits, ElementsAre(expected));
}

TEST_F(SearchTest, OtherRowsAndUnknownColumnsAreSearched) {
    EXPECT_THAT(found("รวม"), ElementsAre("cell: [รวม]"));
    EXPECT_THAT(found("เงินอุดหนุน"), ElementsAre("extra:งบประมาณ > แหล่งเงิน: [เงินอุดหนุน]"));
}

TEST_F(SearchTest, AllWordsMustStandInOneActivity) {
    EXPECT_THAT(found("นิเทศ อุดหนุน"), IsEmpty());
    EXPECT_THAT(found("วางแผน อุดหนุน"), ElementsAre("steps: เตรียมการ ๑. [วางแผน] ๒. \"อบรม\" \\ สรุป",
                                                   "extra:งบประมาณ > แหล่งเงิน: เงิน[อุดหนุน]"));
}

TEST_F(SearchTest, WhatLooksLikeAQueryIsOnlyText) {
    EXPECT_THAT(found("\"อบรม\" \\"), ElementsAre("steps: เตรียมการ ๑. วางแผน ๒. [\"อบรม\"] \\ สรุป"));
    for (const char* words : {"", " ", "AND", "NOT xx OR", "a*b", "\"\"\"", "(((", "folded:abc",
                              "'; DROP TABLE fields", "\xFF\xFE\xFF"}) {
        EXPECT_THAT(found(words), IsEmpty()) << words;
    }
}

TEST_F(SearchTest, SupersededDocumentsAreNotSearched) {
    import(std::string(64, 'b'), "/in/รายงาน.pdf", {});
    EXPECT_THAT(found("2562"), IsEmpty());
}

TEST_F(SearchTest, TheLimitSaysThatThereIsMore) {
    EXPECT_EQ(find(database, "2562", {.limit = 2}).hits.size(), 2U);
    EXPECT_TRUE(find(database, "2562", {.limit = 2}).more);
    EXPECT_FALSE(find(database, "2562", {.limit = 3}).more);
}

TEST_F(SearchTest, WhatIsInTheIndexAndWhatWaitsForItIsFoundAlike) {
    DocumentRecords records = test::sample_records();
    records.title->text = "ฉบับที่สอง";
    for (int i = 0; i < 70; ++i) {
        std::string sha256(64, 'c');
        sha256.replace(0, 2, std::to_string(10 + i));
        import(sha256, "/in/" + std::to_string(i), i == 40 ? records : test::sample_records());
        EXPECT_EQ(find(database, "ปีงบประมาณ", {.limit = 1000}).hits.size(), 2U * (i + 2) - (i >= 40 ? 1 : 0));
        EXPECT_EQ(found("ฉบับ").size(), i >= 40 ? 1U : 0U);
    }
    Ledger(database).index_records();
    EXPECT_THAT(found("ฉบับที่"), ElementsAre("title: [ฉบับที่]สอง"));
}

TEST_F(SearchTest, WhatADecisionChangesIsFoundInItsNewFormOnly) {
    Ledger(database).index_records();
    const std::int64_t document = Ledger(database).known(kFirst)->number;
    DocumentRecords after = test::sample_records();
    after.activities[0].field(FieldKey::kActivity)->text = "อบรมผู้บริหาร";
    update_records(database.connection(), document, test::sample_records(), after);
    EXPECT_THAT(found("ผู้บริหาร"), ElementsAre("activity: อบรม[ผู้บริหาร]"));
    EXPECT_THAT(found("ครูปีงบ"), IsEmpty());
    EXPECT_THAT(found("วางแผน ผู้บริหาร"), ::testing::SizeIs(2))
        << "in one activity, of which one field changed";
    EXPECT_THAT(found("เงินอุดหนุน"), ::testing::SizeIs(1)) << "elsewhere, what was there";
}

TEST(IndexTextTest, KeepsEachTrigramOnce) {
    IndexText texts;
    texts.add("รายงาน ผล");
    texts.add("รายงาน ผล");
    texts.add("รายงานผลการ");
    texts.add("AB");
    EXPECT_EQ(texts.text(), " รายงานผล ผลการ");
    IndexText others;
    others.add("aaaaaa");
    others.add("xbcdefghijklmnopqr1bcdefghijklmnopqr2");
    EXPECT_EQ(others.text(), " aaa xbcdefghijklmnopqr1bc qr2");
}

TEST(OlderDatabase, ItsIndexIsMadeAnew) {
    const test::TemporaryFolder folder;
    {
        Connection old(folder / "a.db", Connection::Mode::kCreate, Language::kEnglish, {});
        migrate(old, migrations().first(4));
        old.run(
            "INSERT INTO documents (id, sha256, size, first_path, file_name, seen_at, state, code)"
            " VALUES (1, ?1, 1, '/in/a.pdf', 'a.pdf', '', 'done', 'ok')",
            kFirst);
        for (const char* text : {"ปีงบประมาณ ๒๕๖๒", "รายงาน", "ผลการดำเนินงาน ปีงบประมาณ"}) {
            old.run(
                "INSERT INTO fields (document, kind, key, position, text, source, confidence, needs_review, "
                "corrected,"
                " folded) VALUES (1, 'document', 'title', 0, ?1, 'text_layer', 1, 0, 0, ?2)",
                text, fold(text));
        }
    }
    Database database = Database::open(folder / "a.db", Access::kWrite);
    EXPECT_EQ(find(database, "ปีงบประมาณ").hits.size(), 2U);
    EXPECT_EQ(find(database, "รายงาน 2562").hits.size(), 2U);
    EXPECT_EQ(find(database, "ไม่มีคำนี้").hits.size(), 0U);
}

TEST(Fold, MakesEqualWhatIsMeantEqual) {
    EXPECT_EQ(fold(" ปี ๒๕๖๒\nABC\u200B"), "ปี2562abc");
    EXPECT_EQ(fold("\u00AD \n"), "");
    EXPECT_EQ(fold("กู้ ๆ น้ำ เเ\u200B"), "กู้ๆน้ำเเ");
    EXPECT_EQ(fold("ก\u0E49\u0E38 ๓"), "ก\u0E38\u0E493");  // another order of marks is the same text
    EXPECT_EQ(fold("ก\u0E38\u0E3A"), "ก\u0E3A\u0E38");
    EXPECT_EQ(fold("e\u0301 A\xE0\xB8"), "éa\uFFFD");
    EXPECT_EQ(fold("\u0E3E"), "\u0E3E");
}

TEST(Snippet, IsCutBetweenLettersAndTheirMarks) {
    const Snippet snippet = snippet_around("ผู้เข้าร่วม ที่ดีงาม น้ำใจ", "ดีงาม", 3);
    EXPECT_EQ(snippet.text, "…ม ที่ดีงาม น้ำใจ");
    EXPECT_EQ(snippet.text.substr(snippet.match_begin, snippet.match_length), "ดีงาม");
}

TEST(Snippet, WithoutAHitShowsTheBeginning) {
    const Snippet snippet = snippet_around("กขคงจ", "xyz", 2);
    EXPECT_EQ(snippet.text, "กข…");
    EXPECT_EQ(snippet.match_length, 0U);
}

TEST_F(SearchTest, ADocumentIsFoundByWhoSubmittedIt) {
    Submissions(database).expect({{{"57010002", 2567, "monitoring"}, "โรงเรียนบ้านหนองตัวอย่าง"}});
    Ledger ledger(database);
    ledger.seen({"/in/รายงาน.pdf", kFirst, 1, SubmissionKey{"57010002", 2567, "monitoring"}});
    EXPECT_THAT(found("๕๗๐๑๐๐๐๒"), ElementsAre("submission: [57010002] โรงเรียนบ้านหนองตัวอย่าง"));
    EXPECT_THAT(found("หนอง โรงเรียน"), ElementsAre("submission: 57010002 โรงเรียนบ้าน[หนอง]ตัวอย่าง"));
    EXPECT_THAT(found("โรงเรียน หนองอื่น"), IsEmpty());
}

}  // namespace
}  // namespace tarang::store
