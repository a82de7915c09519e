// The table of event codes, by the contract: state and exit code belong together.
#include <gtest/gtest.h>

#include <set>
#include <string_view>

#include "models/document.h"

namespace tarang {
namespace {

EventCode code(int i) { return static_cast<EventCode>(i); }

TEST(Verdicts, StateAndExitCodeBelongTogether) {
    for (int i = 0; i < kEventCodeCount; ++i) {
        const int exit = exit_code_of(code(i));
        switch (state_of(code(i))) {
            case DocumentState::kDone:
                EXPECT_EQ(exit, 0) << name_of(code(i));
                break;
            case DocumentState::kPartial:
                EXPECT_EQ(exit, 3) << name_of(code(i));
                break;
            case DocumentState::kFailed:
                EXPECT_EQ(exit, 4) << name_of(code(i));
                break;
            case DocumentState::kSkipped:
                EXPECT_EQ(exit, code(i) == EventCode::kOfficeJunk ? 0 : 4);
                break;
            default:
                ADD_FAILURE() << name_of(code(i)) << " has a state that no first reading has";
        }
    }
}

TEST(Verdicts, OnlyWhatWasReadOrTakenOutIsDone) {
    for (int i = 0; i < kEventCodeCount; ++i) {
        const bool whole = code(i) == EventCode::kOk || code(i) == EventCode::kArchive;
        EXPECT_EQ(state_of(code(i)) == DocumentState::kDone, whole) << name_of(code(i));
    }
}

TEST(Verdicts, NamesLeadBackToTheirCodes) {
    std::set<std::string_view> names;
    for (int i = 0; i < kEventCodeCount; ++i) {
        EXPECT_TRUE(names.insert(name_of(code(i))).second);
        EXPECT_EQ(event_code_named(name_of(code(i))), code(i));
    }
    EXPECT_EQ(event_code_named("no such code"), std::nullopt);
}

TEST(Verdicts, WhatIsNotDoneSaysWhatToDo) {
    for (int i = 0; i < kEventCodeCount; ++i) {
        EXPECT_FALSE(message_of(code(i), Language::kThai).empty());
        EXPECT_FALSE(message_of(code(i), Language::kEnglish).empty());
        EXPECT_NE(message_of(code(i), Language::kThai), message_of(code(i), Language::kEnglish));
    }
}

TEST(Verdicts, TheFindingOfACodeHasItsName) {
    for (int i = 0; i < kEventCodeCount; ++i) {
        const auto finding = finding_of(code(i));
        const DocumentState state = state_of(code(i));
        const bool in_the_ledger = state == DocumentState::kPartial || state == DocumentState::kFailed;
        if (!finding) continue;
        EXPECT_EQ(name_of(*finding), name_of(code(i)));
        EXPECT_TRUE(in_the_ledger) << name_of(code(i));
    }
}

}  // namespace
}  // namespace tarang
