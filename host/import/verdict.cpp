#include "host/import/verdict.h"

#include <algorithm>

namespace tarang::importing {
namespace {

bool was_not_read(const PageInfo& page) { return !page.source.has_value(); }

/// Whether the page itself, and not only its text layer, was the trouble.
bool says_unreadable(const Finding& finding) {
    return finding.code == FindingCode::kPageUnreadable || finding.code == FindingCode::kPageTooComplex;
}

EventCode verdict_on_pages(const std::vector<PageInfo>& pages, const std::vector<Finding>& findings) {
    if (std::none_of(pages.begin(), pages.end(), was_not_read)) return EventCode::kOk;
    const bool unreadable = std::any_of(findings.begin(), findings.end(), says_unreadable);
    return unreadable ? EventCode::kPageUnreadable : EventCode::kNoTextLayer;
}

}  // namespace

EventCode verdict_on(const DocumentRecords& records, std::int32_t tables) {
    const EventCode pages = verdict_on_pages(records.pages, records.findings);
    if (pages != EventCode::kOk) return pages;
    if (tables == 0) return EventCode::kNoTable;
    // A table that should have become records and gave none.
    const bool unknown =
        std::any_of(records.findings.begin(), records.findings.end(),
                    [](const Finding& finding) { return finding.code == FindingCode::kUnknownForm; });
    if (unknown) return EventCode::kUnknownForm;
    return records.activities.empty() ? EventCode::kNoRecords : EventCode::kOk;
}

EventCode verdict_on(const CleanDocument& document) {
    const EventCode pages = verdict_on_pages(document.pages, document.findings);
    if (pages != EventCode::kOk) return pages;
    return document.tables.empty() ? EventCode::kNoTable : EventCode::kOk;
}

std::int32_t pages_read(const std::vector<PageInfo>& pages) {
    return static_cast<std::int32_t>(pages.size()) -
           static_cast<std::int32_t>(std::count_if(pages.begin(), pages.end(), was_not_read));
}

Finding converted_finding(Nature nature) {
    Finding finding;
    finding.code = FindingCode::kConverted;
    finding.arguments = {std::string(ending_of(nature)), converts_to_sheet(nature) ? "xlsx" : "docx"};
    return finding;
}

void add_finding_of(EventCode code, std::vector<Finding>& findings) {
    const auto wanted = finding_of(code);
    if (!wanted) return;
    const bool there = std::any_of(findings.begin(), findings.end(),
                                   [&](const Finding& finding) { return finding.code == *wanted; });
    if (!there)
        findings.push_back(
            {.code = *wanted, .page = {}, .region = {}, .activity_id = {}, .field = {}, .arguments = {}});
}

}  // namespace tarang::importing
