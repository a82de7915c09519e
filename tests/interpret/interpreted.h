// What `interpret` makes of documents that tests write, by the forms that are shipped.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "models/flags.h"
#include "pipeline/interpret/interpret.h"

namespace tarang::test {

/// All findings of which name what is there.
inline DocumentRecords records_of(const CleanDocument& document) {
    DocumentRecords records = interpret::interpret(document, interpret::shipped_profiles());
    EXPECT_THAT(flag_violations(records), testing::IsEmpty());
    return records;
}

/// "code activity.field" of the warnings.
inline std::vector<std::string> warnings(const DocumentRecords& records) {
    std::vector<std::string> result;
    for (const Finding& finding : records.findings) {
        if (severity_of(finding.code) == Severity::kInfo) continue;
        result.push_back(std::string(name_of(finding.code)) + " " + finding.activity_id + "." +
                         finding.field);
    }
    return result;
}

}  // namespace tarang::test
