// A page of the composed sample, drawn into pixels, must say the same as its text layer does.
#include "host/worker/scan_page.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>

#include "lib/thai/compare.h"
#include "pipeline/layout/layout.h"
#include "pipeline/read/document.h"

namespace tarang::worker {
namespace {

constexpr PageIndex kPage{4};  // few lines, a table whose rows end there
constexpr double kResolution = 150;

std::string words_of(const GridCell& cell) {
    std::string text;
    for (const TextLine& line : cell.lines) text += line.text;
    return text;
}

struct Sample {
    int file = ::open("samples/reading-2567.pdf", O_RDONLY | O_CLOEXEC);
    std::unique_ptr<read::Document> document =
        std::move(std::get<std::unique_ptr<read::Document>>(read::Document::open(file, std::nullopt)));
    ~Sample() { ::close(file); }
};

TEST(ScanPage, SaysWhatTheTextLayerSays) {
    Sample sample;
    const PageReading digital = sample.document->read(kPage);
    const auto pixels = sample.document->render(kPage, kResolution, image::Channels::kGray);
    PageReading blank;
    blank.info.number = digital.info.number;
    blank.info.width = digital.info.width;
    blank.info.height = digital.info.height;
    ScanPages pages;
    const PageReading scan = pages.read(std::get<image::Image>(pixels), blank);
    EXPECT_EQ(scan.info.source, Source::kOcr);
    ASSERT_TRUE(scan.info.upright.has_value());

    const PageLayout expected = layout::lay_out(digital);
    const PageLayout actual = layout::lay_out(scan);
    ASSERT_EQ(actual.grids.size(), expected.grids.size());
    std::size_t right = 0;
    std::size_t filled = 0;
    for (std::size_t g = 0; g < expected.grids.size(); ++g) {
        ASSERT_EQ(actual.grids[g].cells.size(), expected.grids[g].cells.size());
        for (std::size_t c = 0; c < expected.grids[g].cells.size(); ++c) {
            const GridCell& cell = actual.grids[g].cells[c];
            const GridCell& wanted = expected.grids[g].cells[c];
            EXPECT_NEAR(cell.box.left, wanted.box.left, 2);
            EXPECT_NEAR(cell.box.bottom, wanted.box.bottom, 2);
            EXPECT_EQ(cell.lines.empty(), wanted.lines.empty()) << words_of(cell);
            filled += wanted.lines.empty() ? 0 : 1;
            right += !wanted.lines.empty() && thai::same(words_of(cell), words_of(wanted)) ? 1 : 0;
        }
    }
    // Processors differ a little in what they read; at this resolution most cells come out whole.
    EXPECT_GE(right * 10, filled * 8) << right << " of " << filled;
}

/// Whitens the middle third of each side of the grid's cells, as a copier does that is low on toner; of every
/// fifth side all but its ends.
void wear_rules(image::Image& pixels, const Grid& grid) {
    constexpr double kScale = kResolution / 72;
    constexpr double kBeside = 2;  // points
    const auto whiten = [&pixels](double left, double top, double right, double bottom) {
        for (auto y = static_cast<int>(top * kScale); y < static_cast<int>(bottom * kScale); ++y) {
            for (auto x = static_cast<int>(left * kScale); x < static_cast<int>(right * kScale); ++x)
                pixels.bytes[static_cast<std::size_t>(y) * pixels.row_bytes() + static_cast<std::size_t>(x)] =
                    255;
        }
    };
    int side = 0;
    for (const GridCell& cell : grid.cells) {
        const Rect& box = cell.box;
        const double part = ++side % 5 == 0 ? 0.02 : 0.33;
        const double across = part * (box.right - box.left);
        const double down = part * (box.bottom - box.top);
        whiten(box.left + across, box.top - kBeside, box.right - across, box.top + kBeside);
        whiten(box.left - kBeside, box.top + down, box.left + kBeside, box.bottom - down);
    }
}

bool tells(const PageReading& page, FindingCode code) {
    return std::any_of(page.findings.begin(), page.findings.end(),
                       [code](const Finding& finding) { return finding.code == code; });
}

TEST(ScanPage, TellsThatRulesWereCompleted) {
    Sample sample;
    const PageReading digital = sample.document->read(kPage);
    auto pixels = std::get<image::Image>(sample.document->render(kPage, kResolution, image::Channels::kGray));
    PageReading blank;
    blank.info = digital.info;
    blank.info.source.reset();
    ScanPages pages;
    EXPECT_FALSE(tells(pages.read(pixels, blank), FindingCode::kRulesWorn));
    const PageLayout layout = layout::lay_out(digital);
    wear_rules(pixels, layout.grids.front());
    EXPECT_TRUE(tells(pages.read(pixels, blank), FindingCode::kRulesWorn));
}

// Places come from the page as displayed and are found again on the page that was turned and levelled anew.
TEST(ScanPage, LooksAgainAtThePlaceThatIsAskedFor) {
    Sample sample;
    const PageReading digital = sample.document->read(kPage);
    const auto pixels = sample.document->render(kPage, kResolution, image::Channels::kGray);
    PageReading blank;
    blank.info = digital.info;
    blank.info.source.reset();
    const PageLayout layout = layout::lay_out(digital);
    std::vector<Reread> places;
    std::vector<std::string> wanted;
    for (const GridCell& cell : layout.grids.front().cells) {
        if (cell.lines.size() != 1 || cell.row == 0) continue;
        places.push_back({digital.info.number,
                          Region{digital.info.number, cell.lines.front().box, std::nullopt}.corners(),
                          Expectation::kStatus});
        wanted.push_back(words_of(cell));
    }
    ASSERT_FALSE(places.empty());
    ScanPages pages;
    const auto looks = pages.look_again(std::get<image::Image>(pixels), blank.info, places);
    ASSERT_EQ(looks.size(), places.size());
    std::size_t right = 0;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        EXPECT_EQ(looks[i].quad, places[i].quad);
        ASSERT_FALSE(looks[i].looks.empty());
        std::string text;
        for (const TextLine& line : looks[i].looks[1].lines) text += line.text;
        right += thai::same(text, wanted[i]) ? 1 : 0;
    }
    EXPECT_GE(right * 10, looks.size() * 7) << right << " of " << looks.size();
}

}  // namespace
}  // namespace tarang::worker
