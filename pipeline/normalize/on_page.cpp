#include "pipeline/normalize/on_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace tarang::normalize {
namespace {

// A corner that lies so near to its box's own is at that corner, for people and their screens.
constexpr Points kSameCorner = 0.75F;

bool is_upright(const Quad& quad, const Rect& box) {
    const std::array<Point, 4> own = {
        {{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}}};
    return std::equal(own.begin(), own.end(), quad.corners.begin(), [](Point a, Point b) {
        return std::abs(a.x - b.x) <= kSameCorner && std::abs(a.y - b.y) <= kSameCorner;
    });
}

class Mover {
public:
    explicit Mover(const std::vector<PageInfo>& pages) {
        for (const PageInfo& page : pages) {
            if (page.upright) upright_.push_back(&page);
        }
    }
    bool nothing_to_do() const { return upright_.empty(); }

    void move(Region& region) const {
        for (const PageInfo* page : upright_) {
            if (page->number == region.page) region = on_page(region.page, region.box, *page->upright);
        }
    }
    void move(Field& field) const {
        for (Fragment& fragment : field.fragments) move(fragment.region);
    }
    void move(std::vector<Field>& fields) const {
        for (Field& field : fields) move(field);
    }

private:
    std::vector<const PageInfo*> upright_;
};

}  // namespace

Region on_page(PageNumber number, const Rect& box, const UprightPage& page) {
    const Quad quad = page.on_page(box);
    Region region{number, bounds_of(quad), std::nullopt};
    if (!is_upright(quad, region.box)) region.quad = quad;
    return region;
}

void place_on_pages(CleanDocument& document) {
    const Mover mover(document.pages);
    if (mover.nothing_to_do()) return;
    mover.move(document.title_block);
    mover.move(document.other_text);
    for (CleanTable& table : document.tables) {
        mover.move(table.headings);
        for (CleanCell& cell : table.cells) {
            mover.move(cell.value);
            for (PlacedMark& placed : cell.marks) mover.move(placed.region);
        }
    }
    for (Finding& finding : document.findings) {
        if (finding.region) mover.move(*finding.region);
    }
}

}  // namespace tarang::normalize
