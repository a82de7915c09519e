#include "apps/cli/progress_line.h"

#include <gtest/gtest.h>

#include "lib/thai/width.h"

namespace tarang::cli {
namespace {

TEST(ProgressText, PagesRateAndTimeLeft) {
    // Two files of ten are open, with 40 pages; so there will be some 200.
    const importing::Progress progress{
        .files = 1, .files_begun = 2, .pages_known = 40, .pages_done = 20, .pages_read = 10};
    EXPECT_EQ(progress_text(progress, 10, 5.0, "/in/a.pdf", 0, Language::kEnglish),
              "[##------------------]  20/~200 pages  2.0 pages/s  1:30 left  a.pdf");
    EXPECT_EQ(progress_text(progress, 2, 5.0, "/in/ก.pdf", 0, Language::kThai),
              "[##########----------]  20/40 หน้า  2.0 หน้า/วินาที  เหลือ 0:10  ก.pdf");
}

TEST(ProgressText, NothingIsKnownYet) {
    EXPECT_EQ(progress_text({}, 0, 0, "", 0, Language::kEnglish),
              "[--------------------]  0/0 pages  0.0 pages/s  ");
}

TEST(ProgressText, FitsTheTerminalAndCannotWriteOnIt) {
    const importing::Progress progress{
        .files = 0, .files_begun = 1, .pages_known = 9000, .pages_done = 10, .pages_read = 1};
    const std::string text =
        progress_text(progress, 500, 10, "/in/evil\n\x1b[31mname.pdf", 60, Language::kEnglish);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find('\n'), std::string::npos);
    EXPECT_LT(thai::display_width(text), 60U);
}

}  // namespace
}  // namespace tarang::cli
