// The checks, each a pure function from records to findings.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "models/activity.h"

namespace tarang::verify {

/// Printed quarters against those that the months touch; both must be there. Flags period.
std::vector<Finding> check_quarters(const DocumentRecords& records);

/// Dates outside the report's fiscal year, in part too. Flags period.
std::vector<Finding> check_fiscal_year(const DocumentRecords& records);

/// Activities' numbers: one after the other, beginning again at 1 under another heading or project. Numbers
/// of several levels ("1.2") go on at any level. Repeats and gaps flag the later number; a number merged over
/// several activities is one.
std::vector<Finding> check_numbering(const DocumentRecords& records);

/// Steps' numbers: 1, 2, 3... Flags steps, once an activity.
std::vector<Finding> check_steps(const DocumentRecords& records);

/// On scans, evidence that a row was cut or two were joined: neighbours in one list with the same number;
/// steps that go on in the next record; an empty cell for a value that the records beside it have, in a
/// record without any, or in a column that four fifths of the others fill (a guess); an empty cell into which
/// words of another column reach. Flags the fields that this touches, empty ones too, of both records where
/// it is about both. Everywhere: several amounts, one a line, beside a name of as many lines; flags the name.
std::vector<Finding> check_cuts(const DocumentRecords& records);

/// Printed totals of budget and spent against the sums of the activities since the last total or section,
/// since the last section, and of the table and the document so far: one of them must be the total. No
/// verdict where an amount of the sum is unreadable.
std::vector<Finding> check_totals(const DocumentRecords& records);

/// On scans, amounts whose satang are no round part of a baht (.25, .50, .75) where hardly any of the
/// document's other amounts of that kind has such: one in ten at most, of four at least (guesses). What was
/// read there is mostly a misread .00. Flags the amount.
std::vector<Finding> check_satang(const DocumentRecords& records);

/// On scans, columns of percentages in `extra` that tell what share of the budget was spent: three quarters
/// of them agree with the amounts beside them within one of the last printed digit, two at least of more than
/// nothing and less than all. Where one does not: flags it, budget and spent.
std::vector<Finding> check_percents(const DocumentRecords& records);

/// On scans, what is left of a budget: three quarters of a table's rows agree that budget less spent is what
/// remains, two at least where both are more than nothing. Where they do not: flags the three.
std::vector<Finding> check_remaining(const DocumentRecords& records);

/// A summary that says the contrary of the status in so many words. Flags result.
std::vector<Finding> check_status(const DocumentRecords& records);

/// Words read with less than kLowConfidence (short ones kLowConfidenceOfShortTexts), values with less than
/// kLowConfidenceOfValues; on scans also words that are in no word list, amounts with a dash apart ("6 -"),
/// January read with less than .9, values with digits of both scripts or with Latin letters at a digit, and
/// what is no number in a column of numbers (NumberColumns). Flags the field.
std::vector<Finding> check_confidence(const DocumentRecords& records);

/// Words of a scan that nothing else flagged: where a letter stands among the same three letters on either
/// side (spaces and line breaks left out) with other marks in another place of the document, or as a letter
/// of like shape, flags the spelling that fewer printed places have; both, where as many have each. Offices,
/// target groups and turns of phrase stand in many records.
std::vector<Finding> check_spellings(const DocumentRecords& records);

/// On pages whose file stores letters that look alike once (kLettersShared): flags each value with digits.
std::vector<Finding> check_shared_letters(const DocumentRecords& records);

/// On worn copies (kPageWorn): flags amounts and periods with digits that not every look confirmed, numbers
/// without any digit, and empty cells in columns of values that a third of the other records fill (a guess).
std::vector<Finding> check_worn_pages(const DocumentRecords& records);

/// Whether two activities stand under the same headings of one table, where numbers count on.
bool same_list(const ActivityRecord& a, const ActivityRecord& b);

/// Whether one cell, merged over rows, is the number of both.
bool same_number_cell(const ActivityRecord& a, const ActivityRecord& b);

/// The same for title, agency and headings, where single unsure letters count as well, and for the digits of
/// the line that tells the fiscal year. A heading is named once, in the first record below it.
std::vector<Finding> check_heads(const DocumentRecords& records);

/// A finding about a field of an activity, at its first place in print.
Finding finding_on(const ActivityRecord& activity, FieldKey key, FindingCode code,
                   std::vector<std::string> arguments = {});
/// The same about a column that no form names.
Finding finding_on(const ActivityRecord& activity, const ExtraField& extra, FindingCode code);

/// The pages about which a finding of an earlier stage tells something.
class ToldPages {
public:
    ToldPages(const DocumentRecords& records, FindingCode code);

    bool empty() const { return pages_.empty(); }
    /// Whether a part of the field stands on one of them.
    bool hold(const Field& field) const;

private:
    std::set<std::int32_t> pages_;
};

bool has_digit(const Field& field);

/// Whether what stands there is read as a number, a time or a status.
bool is_value(FieldKey key);

/// Whether the column is one of the activity's amounts.
bool is_amount(const ActivityRecord& activity, const ExtraField& extra);

}  // namespace tarang::verify
