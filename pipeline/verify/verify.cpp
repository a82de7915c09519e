#include "pipeline/verify/verify.h"

#include <iterator>

#include "models/flags.h"
#include "pipeline/verify/checks.h"

namespace tarang::verify {

namespace {

template <typename Check>
void run(Check check, DocumentRecords& records) {
    std::vector<Finding> findings = check(records);
    records.findings.insert(records.findings.end(), std::make_move_iterator(findings.begin()),
                            std::make_move_iterator(findings.end()));
}

}  // namespace

DocumentRecords verify(DocumentRecords records) {
    for (const auto check : {check_quarters, check_fiscal_year, check_numbering, check_steps, check_cuts,
                             check_totals, check_satang, check_percents, check_remaining, check_status,
                             check_heads, check_shared_letters, check_worn_pages, check_confidence}) {
        run(check, records);
    }
    raise_flags(records);
    run(check_spellings, records);  // asks which texts are not flagged
    raise_flags(records);
    return records;
}

}  // namespace tarang::verify
