// Whole outputs of hand-made records, byte by byte. schemas_test.py holds the same files against the schemas.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "host/export/json/events_json.h"
#include "host/export/json/export_json.h"
#include "host/export/json/export_jsonl.h"
#include "host/export/json/tables_json.h"
#include "host/export/report/tables_html.h"
#include "host/export/tables/export_csv.h"
#include "host/export/tables/tables_csv.h"
#include "host/export/terminal/show.h"
#include "tests/support/golden.h"
#include "tests/support/sample_records.h"

namespace tarang::exporting {
namespace {

std::string golden(const std::string& name) { return std::string(TARANG_GOLDENS) + "/" + name; }

/// A document in which nothing was found: every list empty, every value unknown.
StoredDocument empty_document() {
    StoredDocument document;
    document.entry.sha256 = std::string(64, '0');
    document.entry.file_name = "ว่าง.pdf";
    document.entry.state = DocumentState::kPartial;
    document.entry.code = EventCode::kNoTable;
    document.entry.finished = true;
    document.entry.superseded_by = std::string(64, 'b');
    return document;
}

StoredDocument done_document() {
    StoredDocument document = test::sample_document();
    document.entry.sha256 = std::string(64, 'd');
    document.entry.file_name = "done.pdf";
    document.entry.state = DocumentState::kDone;
    document.entry.code = EventCode::kOk;
    document.records.activities.pop_back();
    document.records.activities[0].period = Period{std::nullopt, test::date(2019, 9, 30), {}};
    document.records.activities[0].budget = Budget{std::nullopt, Budget::Stated::kUnreadable};
    document.records.activities[0].targets = Targets{};
    document.records.rows.clear();
    return document;
}

/// What a format makes of the documents.
template <typename Format, typename... Arguments>
std::string written(const std::vector<StoredDocument>& documents, const Arguments&... arguments) {
    std::ostringstream out;
    Format writer(out, arguments...);
    for (const StoredDocument& document : documents) writer.add(document);
    writer.finish();
    return out.str();
}

std::string exported(const std::vector<StoredDocument>& documents, Language language) {
    return written<JsonExport>(documents, language);
}

TEST(Export, Thai) {
    TARANG_EXPECT_GOLDEN(golden("export-th.json"), exported({test::sample_document()}, Language::kThai));
}
TEST(Export, English) {
    TARANG_EXPECT_GOLDEN(golden("export-en.json"),
                         exported({done_document(), empty_document()}, Language::kEnglish));
}
TEST(Export, Nothing) { TARANG_EXPECT_GOLDEN(golden("export-empty.json"), exported({}, Language::kThai)); }

/// Values that spreadsheets and shells take for something else, and two unknown columns of one name.
StoredDocument hostile_document() {
    StoredDocument document = done_document();
    document.entry.file_name = "=cmd|' /C calc'!A0.pdf";
    ActivityRecord& activity = document.records.activities[0];
    activity.number = "-1";
    activity.field(FieldKey::kActivity)->text = "- เพื่อ \"พัฒนา\", ครู\r\n＝1+1";
    activity.field(FieldKey::kProblems)->text = "\t@SUM(A1)";
    activity.extra[0].header = {"=HYPERLINK(\"http://x\")\nสอง"};
    activity.extra.push_back(activity.extra[0]);
    activity.extra[1].field.text = "'=2";
    activity.budget = Budget{Satang{-12345678901234567}, Budget::Stated::kAmount};
    return document;
}

TEST(Export, ActivitiesAsLines) {
    TARANG_EXPECT_GOLDEN(golden("activity.jsonl"),
                         written<JsonlExport>({test::sample_document(), empty_document(), hostile_document()},
                                              Language::kThai));
}

TEST(Export, ActivitiesAsCsv) {
    const std::vector<StoredDocument> documents{test::sample_document(), empty_document(),
                                                hostile_document()};
    std::vector<std::string> extra;
    for (const StoredDocument& document : documents) {
        if (document.records.activities.empty()) continue;
        for (const ExtraField& field : document.records.activities[0].extra) extra.push_back(name_of(field));
    }
    TARANG_EXPECT_GOLDEN(golden("activities.csv"), written<CsvExport>(documents, extra));
}

CleanDocument sample_tables() {
    CleanTable table;
    table.pages = {{1}, {2}};
    table.columns = 2;
    table.header_rows = 1;
    table.rows = 2;
    const ActivityRecord activity = test::full_activity();
    table.cells = {{0, 0, 1, 2, true, test::field("กิจกรรม")},
                   {1, 0, 1, 1, false, *activity.field(FieldKey::kActivity)},
                   {1, 1, 1, 1, false, *activity.field(FieldKey::kBudget)}};
    CleanDocument document;
    document.pages = test::sample_records().pages;
    document.tables = {table};
    Finding doubtful{FindingCode::kJoinDoubtful, PageNumber{2}, std::nullopt, "", "", {"1", "2"}};
    document.findings = {doubtful};
    return document;
}

TEST(Tables, OfTwoPages) {
    std::ostringstream out;
    write_tables(out, sample_tables(), Language::kThai);
    TARANG_EXPECT_GOLDEN(golden("tables.json"), out.str());
}

TEST(Tables, OfAFileThatCannotBeRead) {
    CleanDocument document;
    document.findings = {{FindingCode::kEncrypted, std::nullopt, std::nullopt, "", "", {}}};
    std::ostringstream out;
    write_tables(out, document, Language::kEnglish);
    TARANG_EXPECT_GOLDEN(golden("tables-unreadable.json"), out.str());
}

/// A second table that is all header, and texts that want to be more than text.
CleanDocument hostile_tables() {
    CleanDocument document = sample_tables();
    CleanTable table;
    table.pages = {{3}};
    table.columns = 2;
    table.header_rows = 1;
    table.rows = 3;
    table.cells = {{0, 0, 1, 2, true, test::field("</th><script>alert('x')</script>")},
                   {1, 0, 2, 1, false, test::field("<!-- &amp; \"\u202Egnp.exe\x1b[2J\n- ข้อ ๑")},
                   {1, 1, 1, 1, false, test::field("=1+1")},
                   {2, 1, 1, 1, false, test::field("")}};
    table.cells[1].value.confidence = 0.5F;
    document.tables.push_back(table);
    return document;
}

TEST(Tables, AsCsv) {
    std::ostringstream out;
    write_tables_csv(out, hostile_tables());
    TARANG_EXPECT_GOLDEN(golden("tables.csv"), out.str());
}

TEST(Tables, AsHtml) {
    std::ostringstream out;
    write_tables_html(out, hostile_tables(), "<b>รายงาน</b>.pdf", Language::kThai);
    TARANG_EXPECT_GOLDEN(golden("tables.html"), out.str());
}

TEST(Tables, HtmlSaysThePapersLanguage) {
    CleanDocument document;
    CleanCell cell;
    cell.value.text = "Annual budget";
    document.tables.push_back({{PageNumber{1}}, 1, 0, 1, {cell}, {}, {}, {}});
    std::ostringstream english;
    write_tables_html(english, document, "a.pdf", Language::kThai);
    EXPECT_NE(english.str().find("<html lang=\"en\">"), std::string::npos);
    document.tables[0].cells[0].value.text = "Budget งบประมาณ";
    std::ostringstream thai;
    write_tables_html(thai, document, "a.pdf", Language::kEnglish);
    EXPECT_NE(thai.str().find("<html lang=\"th\">"), std::string::npos);
}

TEST(Tables, NoneAsHtml) {
    std::ostringstream out;
    write_tables_html(out, {}, "none.pdf", Language::kEnglish);
    TARANG_EXPECT_GOLDEN(golden("tables-none.html"), out.str());
}

TEST(Events, OfABatch) {
    const std::string sha(64, 'a');
    std::ostringstream out;
    write_event(out, {"/in/ก.pdf", sha, DocumentState::kDone, EventCode::kOk, "", 11, 11, 6, 1, {}, 0.125});
    write_event(out, {"/in/\xFF.pdf", sha, DocumentState::kDuplicate, EventCode::kOk, "", 11, 11, 6, 1,
                      "/in/ก.pdf", 0});
    write_event(out, {"/in/none",
                      {},
                      DocumentState::kFailed,
                      EventCode::kMissing,
                      message_of(EventCode::kMissing, Language::kThai),
                      {},
                      {},
                      0,
                      0,
                      {},
                      0});
    StateCounts counts;
    for (const auto state : {DocumentState::kDone, DocumentState::kFailed, DocumentState::kDuplicate})
        counts.add(state);
    write_summary(out, counts, std::nullopt, ExitCode::kFailed);
    const std::vector<Expected> missing{{{"57010002", 2567, "monitoring"}, "โรงเรียน \"สอง\""}};
    write_summary(out, counts, missing, ExitCode::kFailed);
    TARANG_EXPECT_GOLDEN(golden("events.jsonl"), out.str());
}

std::vector<LedgerEntry> ledger() {
    std::vector<LedgerEntry> entries{test::sample_document().entry, done_document().entry,
                                     empty_document().entry};
    LedgerEntry failed;
    failed.file_name = "แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. ๒๕๖๗ สำนักงานเขตพื้นที่การศึกษา (ฉบับแก้ไขครั้งที่ ๒).pdf";
    failed.finished = true;
    failed.code = EventCode::kEncrypted;
    entries.push_back(failed);
    failed.state = DocumentState::kQuarantined;
    failed.code = EventCode::kCrashed;
    entries.push_back(failed);
    LedgerEntry unfinished;
    unfinished.file_name = "unfinished.pdf";
    entries.push_back(unfinished);
    return entries;
}

std::string shown_documents(const ShowOptions& options) {
    std::ostringstream out;
    show_documents(out, ledger(), options);
    return out.str();
}

std::string shown_activities(const ShowOptions& options) {
    StoredDocument document = test::sample_document();
    for (const auto& [number, name] :
         {std::pair{"6", "ประชุมเชิงปฏิบัติการการจัดทำแผนปฏิบัติการประจำปีและการติดตามผลการดำเนินงาน"},
          std::pair{"12", "น้ำใจผู้ให้"}}) {
        ActivityRecord activity = test::full_activity();
        activity.number = number;
        activity.field(FieldKey::kActivity)->text = name;
        activity.period = Period{test::date(2018, 10, 1), test::date(2019, 9, 30), {}};
        activity.budget = Budget{Satang{123456789012}, Budget::Stated::kAmount};
        activity.status = Status::kInProgress;
        document.records.activities.push_back(activity);
    }
    std::ostringstream out;
    show_activities(out, document, options);
    return out.str();
}

TEST(Show, Documents) {
    TARANG_EXPECT_GOLDEN(golden("show-documents.txt"), shown_documents({100, false, Language::kThai}));
}
TEST(Show, DocumentsInColor) {
    TARANG_EXPECT_GOLDEN(golden("show-documents-color.txt"), shown_documents({80, true, Language::kEnglish}));
}
TEST(Show, Activities) {
    TARANG_EXPECT_GOLDEN(golden("show-activities.txt"), shown_activities({100, false, Language::kThai}));
}
TEST(Show, ActivitiesInANarrowTerminal) {
    TARANG_EXPECT_GOLDEN(golden("show-activities-narrow.txt"), shown_activities({80, true, Language::kThai}));
}
TEST(Show, ActivitiesUnlimited) {
    TARANG_EXPECT_GOLDEN(golden("show-activities-wide.txt"),
                         shown_activities({0, false, Language::kEnglish}));
}

Summary sample_summary() {
    Summary summary;
    summary.documents[static_cast<std::size_t>(DocumentState::kDone)] = 2;
    summary.documents[static_cast<std::size_t>(DocumentState::kFailed)] = 1;
    summary.unfinished = 1;
    summary.pages = 22;
    summary.pages_read = 20;
    summary.flagged_fields = 1;
    const GroupSum known{2, 0, {Satang{159464950}, 2, 0, 0, 0, 0}, {Satang{0}, 0, 1, 1, 0, 0}};
    const GroupSum unknown{3, 1, {Satang{0}, 0, 0, 2, 1, 1}, {std::nullopt, 3, 0, 0, 0, 0}};
    summary.activities = 5;
    KindSums kind{TableRecord::Kind::kReport, {}, {}, {}, {}};
    kind.whole = {5, 1, {Satang{159464950}, 2, 0, 2, 1, 1}, {std::nullopt, 3, 1, 1, 0, 0}};
    kind.by_status = {{Status::kNotStarted, known}, {std::nullopt, unknown}};
    kind.by_strategy = {{"ยุทธศาสตร์ที่ ๒ ยกระดับทักษะดิจิทัลเพื่อการเรียนรู้ตลอดชีวิต", known}, {std::nullopt, unknown}};
    const BuddhistYear year{2567};
    kind.by_quarter = {{{year, year, {1}}, known},
                          {{year, year, {1, 2, 3}}, known},
                          {{year, year, {1, 4}}, known},
                          {{year, BuddhistYear{2568}, {}}, known},
                          {{std::nullopt, std::nullopt, {2}}, known},
                          {{}, unknown}};
    summary.kinds = {kind};
    return summary;
}

std::string shown_summary(const Summary& summary, const ShowOptions& options) {
    std::ostringstream out;
    show_summary(out, summary, options);
    return out.str();
}

TEST(Show, ASummarySaysWhichReadingsItCountedTogether) {
    Summary summary = sample_summary();
    summary.kinds[0].by_strategy[0].alike = {"ยุทธศาสตรที่ ๒", "ยุทธศาสตร์ที ๒"};
    EXPECT_THAT(shown_summary(summary, {0, false, Language::kEnglish}),
                testing::HasSubstr("(with what was read as: ยุทธศาสตรที่ ๒; ยุทธศาสตร์ที ๒)"));
}

TEST(Show, SummaryInThai) {
    TARANG_EXPECT_GOLDEN(golden("show-summary-th.txt"),
                         shown_summary(sample_summary(), {100, false, Language::kThai}));
}
TEST(Show, SummaryOfTwoKinds) {
    Summary summary = sample_summary();
    summary.kinds.push_back(summary.kinds[0]);
    summary.kinds[1].kind = std::nullopt;
    TARANG_EXPECT_GOLDEN(golden("show-summary-kinds.txt"), shown_summary(summary, {100, false, Language::kThai}));
}
TEST(Show, SummaryInEnglishInANarrowTerminal) {
    TARANG_EXPECT_GOLDEN(golden("show-summary-en.txt"),
                         shown_summary(sample_summary(), {72, false, Language::kEnglish}));
}
TEST(Show, SummaryOfNothing) {
    EXPECT_EQ(shown_summary({}, {80, false, Language::kEnglish}),
              "Documents: 0\nPages: 0/0\nActivities: 0\n");
}

// The comparer itself must be able to fail.
TEST(Golden, AWrongOneIsFound) {
    const std::string path = golden("export-empty.json");
    EXPECT_FALSE(test::equals_golden(path, test::content_of(path) + " "));
    EXPECT_FALSE(test::equals_golden(path, ""));
    EXPECT_FALSE(test::equals_golden(golden("no-such-file"), "x"));
    EXPECT_EQ(test::difference("a\nbc\n", "a\nbd\n"), "line 2\n  golden: bc\n  actual: bd");
}

}  // namespace
}  // namespace tarang::exporting
