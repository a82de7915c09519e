#include "pipeline/stitch/spreads.h"

#include <algorithm>
#include <utility>

namespace tarang::stitch {
namespace {

void number_anew(PageLayout& page, PageNumber number) {
    page.info.in_file = std::exchange(page.info.number, number);
    for (Finding& finding : page.findings) {
        if (finding.page) finding.page = number;
        if (finding.region) finding.region->page = number;
    }
}

}  // namespace

std::vector<PageLayout> with_spreads_apart(std::vector<PageLayout> pages) {
    if (std::none_of(pages.begin(), pages.end(), [](const PageLayout& page) { return page.right; }))
        return pages;
    std::vector<PageLayout> apart;
    std::int32_t more = 0;
    for (PageLayout& page : pages) {
        const PageNumber in_file = page.info.number;
        auto right = std::exchange(page.right, std::nullopt);
        number_anew(page, PageNumber{in_file.value + more});
        PageInfo info = page.info;
        apart.push_back(std::move(page));
        if (!right) continue;
        info.number = PageNumber{in_file.value + ++more};
        info.upright = right->upright;
        apart.push_back({std::move(info), std::move(right->grids), std::move(right->blocks), {}});
    }
    return apart;
}

}  // namespace tarang::stitch
