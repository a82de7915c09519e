#include "host/audit/compare_exports.h"

#include <gtest/gtest.h>

#include "models/run_error.h"

namespace tarang::audit {
namespace {

std::string export_of(const std::string& documents) {
    return R"({"schema": "tarang-export", "version": 1, "documents": [)" + documents + "]}";
}

std::string document(const std::string& sha256, const std::string& activities) {
    return R"({"sha256": ")" + sha256 +
           R"(", "file_name": "a.pdf", "title": "รายงาน", "agency": null, "fiscal_year": 2562, "activities": [)" +
           activities + "]}";
}

std::string activity(const std::string& id, const std::string& number, const std::string& amount,
                     const std::string& text) {
    return R"({"id": ")" + id + R"(", "number": ")" + number + R"(", "budget": {"amount": ")" + amount +
           R"("}, "fields": {"activity": {"text": ")" + text + R"("}}, "extra": []})";
}

TEST(CompareExports, EqualOnesHaveNoDifferences) {
    const std::string one = export_of(document("aa", activity("p1-r1", "1", "5.00", "อบรม ครู")));
    const std::string other = export_of(document("aa", activity("p1-r1", "1", "5.00", "อบรมครู")));
    EXPECT_EQ(compare_exports(one, other), std::vector<Difference>{});
}

TEST(CompareExports, NamesEachValue) {
    const auto differences =
        compare_exports(export_of(document("aa", activity("p1-r1", "1", "5.00", "อบรม"))),
                        export_of(document("aa", activity("p1-r1", "1", "6.00", "ประชุม"))));
    EXPECT_EQ(differences, (std::vector<Difference>{
                               {"a.pdf", "aa", "1", "budget", R"({"amount":"5.00"})", R"({"amount":"6.00"})"},
                               {"a.pdf", "aa", "1", "fields.activity", "อบรม", "ประชุม"}}));
}

TEST(CompareExports, MatchesByNumberWhereIdsDiffer) {
    const auto differences =
        compare_exports(export_of(document("aa", activity("p1-r1", "1", "5.00", "อบรม"))),
                        export_of(document("aa", activity("p1-r2", "1", "5.00", "อบรม"))));
    EXPECT_EQ(differences, std::vector<Difference>{});
}

TEST(CompareExports, NothingIsLostOnEitherSide) {
    const auto differences = compare_exports(
        export_of(document("aa", activity("p1-r1", "1", "5.00", "อบรม")) + "," + document("bb", "")),
        export_of(document("aa", activity("p1-r2", "2", "5.00", "อบรม")) + "," + document("cc", "")));
    EXPECT_EQ(differences, (std::vector<Difference>{{"a.pdf", "aa", "1", "activity", "1", ""},
                                                    {"a.pdf", "aa", "2", "activity", "", "2"},
                                                    {"a.pdf", "bb", "", "document", "a.pdf", ""},
                                                    {"a.pdf", "cc", "", "document", "", "a.pdf"}}));
}

TEST(CompareExports, OtherFilesAreRefused) {
    const std::string whole = export_of("");
    for (const char* text : {"", "[]", "{\"schema\": \"x\"}", "{\"schema\": \"tarang-export\"}", "\xff"})
        EXPECT_THROW(compare_exports(text, whole), RunError) << text;
    EXPECT_THROW(compare_exports(export_of("5"), whole), RunError);
}

}  // namespace
}  // namespace tarang::audit
