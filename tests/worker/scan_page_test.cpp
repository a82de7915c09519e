// A page of the composed sample, drawn into pixels, must say the same as its text layer does.
#include "host/worker/scan_page.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>

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

/// Two pages of the sample as a book that lies open on the glass.
image::Image spread_of(read::Document& document, PageIndex left, PageIndex right) {
    const auto page = [&document](PageIndex index) {
        return std::get<image::Image>(document.render(index, kResolution, image::Channels::kGray));
    };
    const std::array<image::Image, 2> both{page(left), page(right)};
    const std::size_t width = both[0].row_bytes();
    image::Image picture = image::blank({both[0].width.value * 2}, both[0].height, image::Channels::kGray);
    for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height.value); ++y) {
        for (std::size_t x = 0; x < 2 * width; ++x) {
            const auto away = std::abs(static_cast<double>(x) - static_cast<double>(width));
            const double light = 1 - 0.4 * std::exp(-away * away / 400);
            picture.bytes[y * 2 * width + x] =
                static_cast<std::uint8_t>(light * both[x / width].bytes[y * width + x % width]);
        }
    }
    return picture;
}

// Each of the two pages is read by itself; places are those of the one page that the file has.
TEST(ScanPage, ReadsASpreadAsTwoPages) {
    Sample sample;
    constexpr PageIndex kBefore{3};
    const PageReading digital = sample.document->read(kPage);
    const image::Image pixels = spread_of(*sample.document, kBefore, kPage);
    PageReading blank;
    blank.info = digital.info;
    blank.info.source.reset();
    blank.info.width = 2 * digital.info.width;
    ScanPages pages;
    const PageReading scan = pages.read(pixels, blank);
    ASSERT_EQ(scan.right.size(), 1U);
    EXPECT_TRUE(tells(scan, FindingCode::kSpread));
    EXPECT_FALSE(tells(scan.right.front(), FindingCode::kSpread));
    EXPECT_EQ(scan.right.front().info.width, blank.info.width);
    const PageLayout layout = layout::lay_out(scan);
    ASSERT_TRUE(layout.right.has_value());
    const PageLayout wanted = layout::lay_out(digital);
    ASSERT_EQ(layout.right->grids.size(), wanted.grids.size());
    const Grid& grid = layout.right->grids.front();
    ASSERT_EQ(grid.cells.size(), wanted.grids.front().cells.size());
    std::vector<Reread> places;
    for (std::size_t c = 0; c < grid.cells.size(); ++c) {
        const GridCell& cell = wanted.grids.front().cells[c];
        const Rect there = bounds_of(layout.right->upright.on_page(grid.cells[c].box));
        EXPECT_NEAR(there.left - digital.info.width, cell.box.left, 2);
        EXPECT_NEAR(there.bottom, cell.box.bottom, 2);
        if (cell.lines.size() != 1 || cell.row == 0) continue;
        Rect place = cell.lines.front().box;
        place.left += digital.info.width;
        place.right += digital.info.width;
        places.push_back({blank.info.number, Region{blank.info.number, place, std::nullopt}.corners(),
                          Expectation::kStatus});
    }
    const auto looks = pages.look_again(pixels, blank.info, places);
    ASSERT_EQ(looks.size(), places.size());
    for (const SecondLooks& look : looks) EXPECT_FALSE(look.looks.empty());
}

}  // namespace
}  // namespace tarang::worker
