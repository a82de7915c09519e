#include "host/import/manifest.h"

#include <gtest/gtest.h>

#include "host/import/csv_reader.h"
#include "models/run_error.h"

namespace tarang::importing {
namespace {

using Strings = std::vector<std::string>;

std::vector<Strings> cells(std::string_view text) {
    std::vector<Strings> all;
    for (const CsvRow& row : read_csv(text)) all.push_back(row.cells);
    return all;
}

TEST(Csv, AsOfficeProgramsWriteIt) {
    EXPECT_EQ(cells("a,b\r\n1, 2 \r\n"), (std::vector<Strings>{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(cells("\xEF\xBB\xBF"
                    "a;b\n\"x;\"\"y\"\"\";\"two\nlines\""),
              (std::vector<Strings>{{"a", "b"}, {"x;\"y\"", "two\nlines"}}));
    EXPECT_EQ(cells("a\tb\n1\t\n\n"), (std::vector<Strings>{{"a", "b"}, {"1", ""}}));
    EXPECT_EQ(cells("\xC3\xCB\xD1\xCA,b"), (std::vector<Strings>{{"รหัส", "b"}})) << "Windows-874";
    EXPECT_EQ(cells("a\r1\r2"), (std::vector<Strings>{{"a"}, {"1"}, {"2"}})) << "an old Mac";
    EXPECT_EQ(cells(""), std::vector<Strings>{});
    EXPECT_EQ(cells("\"never ends,"), (std::vector<Strings>{{"never ends,"}}));
}

TEST(Csv, RowsKnowTheirLine) {
    const auto rows = read_csv("a\n\"1\n2\"\n\n3\n");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1].line, 2U);
    EXPECT_EQ(rows[2].line, 5U);
}

Manifest parse(std::string_view text) { return Manifest::parse(text, "/in", "m.csv"); }

std::string refusal(std::string_view text) {
    try {
        parse(text);
    } catch (const RunError& error) {
        return error.code() == ExitCode::kUsage ? error.what() : "another code";
    }
    return "no error";
}

TEST(Manifest, RowsArePathsAndWhatIsDue) {
    const Manifest manifest = parse(
        "code,name,year,form,path\n"
        "01,โรงเรียนหนึ่ง,๒๕๖๗,monitoring,one/a.pdf\n"
        "02,\"โรงเรียน \"\"สอง\"\"\",2024,monitoring,\n"
        "01,โรงเรียนหนึ่ง,67,monitoring,/else/b.pdf\n");
    const Expected one{{"01", 2567, "monitoring"}, "โรงเรียนหนึ่ง"};
    EXPECT_EQ(manifest.expected(),
              (std::vector<Expected>{one, {{"02", 2567, "monitoring"}, "โรงเรียน \"สอง\""}}));
    EXPECT_EQ(manifest.paths(), (Strings{"/in/one/a.pdf", "/else/b.pdf"}));
    ASSERT_NE(manifest.at("/else/b.pdf"), nullptr);
    EXPECT_EQ(*manifest.at("/else/b.pdf"), one);
    EXPECT_EQ(manifest.at("/in/a.pdf"), nullptr);
}

TEST(Manifest, TitlesInThaiAndInAnyOrder) {
    const Manifest manifest = parse("ไฟล์,ปีงบประมาณ,รหัสโรงเรียน\nก.pdf,2567,7\n");
    EXPECT_EQ(manifest.expected(), (std::vector<Expected>{{{"7", 2567, ""}, ""}}));
    EXPECT_NE(manifest.at("/in/ก.pdf"), nullptr);
}

TEST(Manifest, MistakesAreToldWithTheirLine) {
    EXPECT_NE(refusal("").find("is empty"), std::string::npos);
    EXPECT_NE(refusal("code,name\n").find("line 1: there is no column 'year'"), std::string::npos);
    EXPECT_NE(refusal("code,year\n1,2567\n,2567\n").find("line 3: the row has no code"), std::string::npos);
    EXPECT_NE(refusal("code,year\n1,soon\n").find("line 2: 'soon' is no year"), std::string::npos);
    EXPECT_NE(refusal("code,year,path\n1,2567,a\n2,2567,./a\n").find("line 3: the path ./a"),
              std::string::npos);
    EXPECT_EQ(refusal("code,year,path\n1,2567,a\n1,2567,a\n"), "no error") << "the same again";
}

}  // namespace
}  // namespace tarang::importing
