// A report line by line, as a table of its office's form: headings, activities, sums.
#pragma once

#include <string>
#include <vector>

#include "host/export/form/survey.h"
#include "host/export/tables/columns.h"
#include "models/summary.h"

namespace tarang::exporting {

struct FormCell {
    Value value;          ///< nothing, a text or money
    bool marked = false;  ///< somebody must look at it
};

struct FormLine {
    enum class Kind : std::uint8_t { kHeading, kActivity, kTotal };
    Kind kind = Kind::kActivity;
    std::string text;                 ///< of a total, or of the headings that are others than before
    std::vector<FormCell> cells;      ///< one a column; of a total its sums, of a heading none
    std::vector<FormCell> beneath{};  ///< of an activity, one for each text that stands beneath its row
};

/// What stands over the lines: who handed it in, what it is, whose, of which year. Empty where not known.
struct FormHead {
    std::string submission;  ///< "57010002 โรงเรียนบ้านตัวอย่าง"
    std::string title;
    std::string agency;
    std::string year;   ///< "ปีงบประมาณ 2562"
    std::string state;  ///< "มีฉบับใหม่แล้ว" of a version that is not current
    std::vector<std::string> parts() const;  ///< those that are known
};

struct FormPart {
    FormHead head;
    std::vector<FormLine> lines;
};

/// Sums of money by column, of activities that were not counted before.
class FormSums {
public:
    explicit FormSums(const FormTable& table) : table_(&table), money_(table.columns.size()) {}
    void add(const DocumentRecords& records, const ActivityRecord& activity);
    std::int64_t activities() const { return activities_; }
    /// "รวม 6 กิจกรรม", and how many amounts could not be read.
    FormLine line(Language language) const;

private:
    const FormTable* table_;
    std::vector<MoneySum> money_;
    std::int64_t activities_ = 0;
};

/// What the document has in the table of this kind, one part for each report in it, the last ended by the
/// document's sums; none where it has nothing. Adds to `all`, if the document is current.
std::vector<FormPart> form_parts(const StoredDocument& document, const FormTable& table, Language language,
                                 FormSums& all);

}  // namespace tarang::exporting
