// Pages of any rules and words through layout, stitch and normalize: every cell stands inside its grid.
#include <cstring>

#include "pipeline/layout/layout.h"
#include "pipeline/normalize/normalize.h"
#include "pipeline/stitch/stitch.h"
#include "tests/fuzz/target.h"

namespace tarang::fuzz {
namespace {

/// Numbers out of the input, zero after its end.
class Source {
public:
    Source(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
    bool empty() const { return at_ >= size_; }
    std::uint8_t byte() { return empty() ? 0 : data_[at_++]; }
    float place() { return static_cast<float>(byte()) * 2.5F + static_cast<float>(byte() % 8) * 0.3F; }

private:
    const std::uint8_t* data_;
    std::size_t size_;
    std::size_t at_ = 0;
};

void add_rule(PageReading& page, Source& from, bool horizontal) {
    const float position = from.place();
    const float start = from.place();
    page.rules.push_back({horizontal, position, start, start + from.place(), 0.5F});
}

void add_word(PageReading& page, Source& from) {
    static constexpr const char* kWords[] = {"กิจกรรม", "๑", "1", "ที่", "งบประมาณ", "12,000", "-", "รวม"};
    Cluster cluster;
    cluster.text = kWords[from.byte() % std::size(kWords)];
    cluster.size = 10;
    cluster.box.left = from.place();
    cluster.box.top = from.place();
    cluster.box.right = cluster.box.left + 5 + static_cast<float>(from.byte() % 32);
    cluster.box.bottom = cluster.box.top + 10;
    cluster.baseline = cluster.box.bottom - 2;
    page.clusters.push_back(cluster);
}

PageReading page_of(Source& from, PageNumber number) {
    PageReading page;
    page.info.number = number;
    page.info.width = 640;
    page.info.height = 640;
    page.info.source = tarang::Source::kTextLayer;
    page.fonts.resize(1);
    for (int things = 0; things < 200 && !from.empty(); ++things) {
        switch (from.byte() % 4) {
            case 0:
                add_rule(page, from, true);
                break;
            case 1:
                add_rule(page, from, false);
                break;
            default:
                add_word(page, from);
        }
    }
    return page;
}

void check(const CleanDocument& document) {
    for (const CleanTable& table : document.tables) {
        for (const CleanCell& cell : table.cells) {
            require(cell.row >= 0 && cell.column >= 0 && cell.row_span >= 1 && cell.column_span >= 1);
            require(cell.row + cell.row_span <= table.rows &&
                    cell.column + cell.column_span <= table.columns);
        }
    }
}

}  // namespace

/// A ruled table with words, and the same again for a second page.
std::vector<std::string> made_seeds() {
    std::string table;
    for (char row = 0; row < 6; ++row) table += {0, static_cast<char>(20 + row * 20), 0, 10, 0, 120, 0};
    for (char column = 0; column < 5; ++column)
        table += {1, static_cast<char>(10 + column * 30), 0, 20, 0, 100, 0};
    for (char word = 0; word < 16; ++word)
        table +=
            {2, word, static_cast<char>(12 + word % 4 * 30), 0, static_cast<char>(24 + word / 4 * 20), 0, 3};
    return {table, table + table, ""};
}

}  // namespace tarang::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tarang;
    fuzz::Source from(data, size);
    std::vector<PageLayout> pages;
    for (std::int32_t number = 1; number <= 3 && !from.empty(); ++number)
        pages.push_back(layout::lay_out(fuzz::page_of(from, {number})));
    fuzz::check(normalize::normalize(stitch::by_page(pages)));
    fuzz::check(normalize::normalize(stitch::stitch(std::move(pages))));
    return 0;
}
