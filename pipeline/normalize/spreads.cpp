#include "pipeline/normalize/spreads.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tarang::normalize {
namespace {

class Renumbering {
public:
    explicit Renumbering(const CleanDocument& document) {
        const PageInfo* before = nullptr;
        for (const PageInfo& page : document.pages) {
            if (!page.in_file) return;
            in_file_[page.number] = *page.in_file;
            if (before != nullptr && before->in_file == page.in_file)
                left_of_[page.number] = {before->number, before->upright ? before->upright->width : 0};
            before = &page;
        }
        for (const CleanTable& table : document.tables) {
            for (const CleanCell& cell : table.cells) {
                for (const Fragment& fragment : cell.value.fragments) {
                    std::int32_t& rows = rows_[fragment.region.page];
                    rows = std::max(rows, fragment.row + 1);
                }
            }
        }
    }
    bool nothing_to_do() const { return in_file_.empty(); }

    void number(PageNumber& page) const {
        if (const auto found = in_file_.find(page); found != in_file_.end()) page = found->second;
    }
    void number(std::vector<PageNumber>& pages) const {
        for (PageNumber& page : pages) number(page);
        pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    }
    void number(Field& field) const {
        for (Fragment& fragment : field.fragments) {
            if (const auto left = left_of_.find(fragment.region.page); left != left_of_.end()) {
                if (const auto rows = rows_.find(left->second.number); rows != rows_.end())
                    fragment.row += rows->second;
            }
            number(fragment.region.page);
        }
    }
    void number(std::vector<Field>& fields) const {
        for (Field& field : fields) number(field);
    }
    /// Marks of both pages lie in one space, the right page's beyond the left one.
    void number(PlacedMark& mark) const {
        if (const auto left = left_of_.find(mark.page); left != left_of_.end()) {
            mark.mark.box.left += left->second.width;
            mark.mark.box.right += left->second.width;
        }
        number(mark.page);
        number(mark.region.page);
    }
    void number(CleanTable& table) const {
        number(table.pages);
        number(table.headings);
        for (CleanCell& cell : table.cells) {
            number(cell.value);
            for (PlacedMark& mark : cell.marks) number(mark);
        }
        for (Join& join : table.joins) number(join.upper), number(join.lower);
        for (OpenSeam& seam : table.open_seams) number(seam.upper), number(seam.lower);
    }
    void number(Finding& finding) const {
        if (finding.page) number(*finding.page);
        if (finding.region) number(finding.region->page);
        // Of what stitch finds, this one names its page.
        if (finding.code == FindingCode::kRowStartsWithoutKey && finding.page)
            finding.arguments = {std::to_string(finding.page->value)};
    }

private:
    struct LeftPage {
        PageNumber number;
        Points width = 0;
    };
    std::map<PageNumber, PageNumber> in_file_;
    std::map<PageNumber, LeftPage> left_of_;  ///< by the right page of a spread
    std::map<PageNumber, std::int32_t> rows_;
};

/// The pages as the file has them: of a spread's two the left one's facts, which are those of both.
std::vector<PageInfo> pages_of_file(std::vector<PageInfo> pages) {
    const auto same = [](const PageInfo& a, const PageInfo& b) { return a.in_file == b.in_file; };
    pages.erase(std::unique(pages.begin(), pages.end(), same), pages.end());
    for (PageInfo& page : pages) {
        page.number = *std::exchange(page.in_file, std::nullopt);
    }
    return pages;
}

}  // namespace

void number_as_in_file(CleanDocument& document) {
    const Renumbering renumbering(document);
    if (renumbering.nothing_to_do()) return;
    renumbering.number(document.title_block);
    renumbering.number(document.other_text);
    for (CleanTable& table : document.tables) renumbering.number(table);
    for (Finding& finding : document.findings) renumbering.number(finding);
    document.pages = pages_of_file(std::move(document.pages));
}

}  // namespace tarang::normalize
