// Writes two workbooks for xlsx_test.py to read back: xlsx_sample FOLDER. whole.xlsx has Excel's own limits
// and texts that want to be more than texts; small.xlsx has limits so small that everything runs over them.
#include <fstream>

#include "host/export/tables/export_xlsx.h"
#include "models/flags.h"
#include "tests/support/sample_records.h"

namespace {

using namespace tarang;

StoredDocument document() {
    StoredDocument made = test::sample_document();
    ActivityRecord& activity = made.records.activities[0];
    activity.number = "1.10";
    activity.field(FieldKey::kActivity)->text = "=1+1";
    activity.field(FieldKey::kProblems)->text = "http://example.org/ _x0041_\tก\x01 😀\r\n- ข";
    activity.spent = Budget{Satang{-50}, Budget::Stated::kAmount};
    activity.extra.push_back(activity.extra[0]);
    activity.extra[1].field.text = "สอง";
    ActivityRecord& bare = made.records.activities[1];
    bare.budget = Budget{Satang{1234567890123456789}, Budget::Stated::kAmount};
    bare.period = Period{test::date(1899, 12, 31), test::date(1900, 3, 1), {}};
    bare.field(FieldKey::kActivity)->text.assign(40'000, 'x');
    return made;
}

void write(const std::string& path, const std::vector<std::string>& extra, exporting::XlsxLimits limits) {
    std::ofstream out(path, std::ios::binary);
    Summary summary;
    summary.kinds.emplace_back();
    summary.kinds[0].kind = TableRecord::Kind::kReport;
    summary.kinds[0].whole.activities = 2;
    summary.kinds[0].whole.budget = {std::nullopt, 2, 0, 0, 0, 1};
    exporting::FormSurvey survey;
    survey.see(document());
    exporting::XlsxExport book(out, Language::kEnglish, extra, summary, survey, limits);
    book.add(document());
    book.finish();
}

/// A document without anything but its line.
void write_bare(const std::string& path) {
    std::ofstream out(path, std::ios::binary);
    StoredDocument made = test::sample_document();
    made.records = {};
    exporting::FormSurvey survey;
    survey.see(made);
    exporting::XlsxExport book(out, Language::kEnglish, {}, {}, survey);
    book.add(made);
    book.finish();
}

}  // namespace

int main(int, char** argv) {
    const std::string folder = argv[1];
    const std::string name = name_of(test::full_activity().extra[0]);
    write(folder + "/whole.xlsx", {name, name}, {});
    write(folder + "/small.xlsx", {name, name}, {2, 4, 200});
    write_bare(folder + "/bare.xlsx");
    return 0;
}
