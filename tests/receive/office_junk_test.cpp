#include "pipeline/receive/office_junk.h"

#include <gtest/gtest.h>

namespace tarang::receive {
namespace {

TEST(OfficeJunk, IsKnownByName) {
    for (const char* name : {"~$รายงาน.docx", ".~lock.report.odt#", "Thumbs.db", "THUMBS.DB", ".DS_Store",
                             "desktop.ini", "~WRL0003.tmp", "._report.pdf"}) {
        EXPECT_TRUE(is_office_junk(name, 100)) << name;
    }
}

TEST(OfficeJunk, DocumentsAreNot) {
    for (const char* name :
         {"report.pdf", "~report.pdf", "lock.pdf", "$report.pdf", "รายงาน.pdf", "a.tmp", ""}) {
        EXPECT_FALSE(is_office_junk(name, 100)) << name;
    }
}

TEST(OfficeJunk, LockFilesAreEmpty) {
    EXPECT_TRUE(is_office_junk("report.pdf.lock", 0));
    EXPECT_FALSE(is_office_junk("report.pdf.lock", 1));
    EXPECT_FALSE(is_office_junk("report.pdf", 0));
}

}  // namespace
}  // namespace tarang::receive
