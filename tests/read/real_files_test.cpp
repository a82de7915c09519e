// Files that are not part of the project: real reports and broken PDFs, where the environment names their
// folders.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>

#include "pipeline/read/document.h"

namespace tarang::read {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> folder(const char* variable) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return fs::path(value);
}

using Opened = std::variant<std::unique_ptr<Document>, OpenFailure>;

Opened open(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);  // stays open: the document reads through it
    EXPECT_GE(fd, 0) << path;
    return Document::open(fd, std::nullopt);
}

std::size_t occurrences(const std::string& text, std::string_view word) {
    std::size_t count = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++count;
    return count;
}

struct Summary {
    std::map<LayerVerdict, int> pages;
    std::string text;  ///< all clusters in content order, without spaces
};

Summary summary_of(const fs::path& path) {
    Summary summary;
    auto opened = open(path);
    if (opened.index() != 0) {
        ADD_FAILURE() << path << " did not open";
        return summary;
    }
    for (std::int32_t i = 0; i < std::get<0>(opened)->page_count(); ++i) {
        const PageReading page = std::get<0>(opened)->read({i});
        ++summary.pages[page.info.layer];
        for (const Cluster& cluster : page.clusters) summary.text += cluster.space ? "" : cluster.text;
    }
    return summary;
}

class RealReports : public testing::Test {
protected:
    void SetUp() override {
        const auto found = folder("TARANG_REAL_REPORTS");
        if (!found) GTEST_SKIP() << "TARANG_REAL_REPORTS is not set";
        folder_ = *found;
    }
    fs::path folder_;
};

TEST_F(RealReports, ChromiumsReportIsReadWhole) {
    auto opened = open(folder_ / "nakhonsawan3-2562.pdf");
    ASSERT_EQ(opened.index(), 0U);
    ASSERT_EQ(std::get<0>(opened)->page_count(), 11);
    for (std::int32_t i = 0; i < 11; ++i) {
        const PageReading page = std::get<0>(opened)->read({i});
        EXPECT_EQ(page.info.source, Source::kTextLayer);
        // Ten columns: eleven vertical rules, and three horizontal ones around header and body.
        EXPECT_EQ(page.rules.size(), 14U) << "page " << i + 1;
        for (const Finding& finding : page.findings) {
            EXPECT_NE(finding.code, FindingCode::kGlyphsWithoutUnicode) << "page " << i + 1;
            EXPECT_NE(finding.code, FindingCode::kActualTextContradiction) << "page " << i + 1;
        }
    }
}

TEST_F(RealReports, GoodLayersGarbageAndScansAreToldApart) {
    using Pages = std::map<LayerVerdict, int>;
    // Its names are garbage, its fonts know better.
    EXPECT_EQ(summary_of(folder_ / "thai/layer-garbage.pdf").pages, (Pages{{LayerVerdict::kRepaired, 8}}));
    EXPECT_EQ(summary_of(folder_ / "thai/scan-project-report.pdf").pages, (Pages{{LayerVerdict::kNone, 17}}));
    EXPECT_EQ(summary_of(folder_ / "thai/layer-pua.pdf").pages, (Pages{{LayerVerdict::kRepaired, 24}}));
    EXPECT_EQ(summary_of(folder_ / "thai/layer-word2007.pdf").pages, (Pages{{LayerVerdict::kRepaired, 9}}));
}

TEST_F(RealReports, SaraAmIsWholeInEveryLayer) {
    for (const char* name : {"layer-pua.pdf", "layer-decomposed-sara-am.pdf", "layer-word-lost-sara-am.pdf",
                             "layer-word2007.pdf", "action-plan-split-rows.pdf"}) {
        const std::string text = summary_of(folder_ / "thai" / name).text;
        for (const char* broken : {"สานักงาน", "ดาเนิน", "จานวน"})
            EXPECT_EQ(occurrences(text, broken), 0U) << name;
        EXPECT_GT(occurrences(text, "สำนักงาน"), 0U) << name;
        // One is a slip in print.
        const std::size_t printed = std::string_view(name) == "layer-word2007.pdf" ? 1 : 0;
        EXPECT_EQ(occurrences(text, "\u0E4D"), printed) << name;
    }
}

TEST(HostileFiles, EachHasItsVerdict) {
    const auto found = folder("TARANG_HOSTILE");
    if (!found) GTEST_SKIP() << "TARANG_HOSTILE is not set";
    std::map<EventCode, int> verdicts;
    for (const auto& entry : fs::directory_iterator(*found)) {
        if (entry.path().extension() != ".pdf") continue;
        auto opened = open(entry.path());
        const auto* failure = std::get_if<OpenFailure>(&opened);
        ++verdicts[failure == nullptr ? EventCode::kOk : failure->code];
        if (failure == nullptr) std::get<0>(opened)->read({0});
    }
    EXPECT_EQ(verdicts,
              (std::map<EventCode, int>{
                  {EventCode::kDamaged, 17}, {EventCode::kEncrypted, 15}, {EventCode::kNoPages, 6}}));
}

}  // namespace
}  // namespace tarang::read
