#include "pipeline/stitch/stitch.h"

#include <iterator>

#include "pipeline/stitch/chain.h"
#include "pipeline/stitch/counted_cells.h"
#include "pipeline/stitch/header.h"
#include "pipeline/stitch/spreads.h"
#include "pipeline/stitch/table_builder.h"

namespace tarang::stitch {
namespace {

void take_page_facts(std::vector<PageLayout>& pages, StitchedDocument& document) {
    for (PageLayout& page : pages) {
        document.pages.push_back(page.info);
        document.findings.insert(document.findings.end(), std::make_move_iterator(page.findings.begin()),
                                 std::make_move_iterator(page.findings.end()));
    }
}

StitchedDocument stitched(const Chains& chains, const SidePages& sides) {
    StitchedDocument document;
    document.title_block = pieces_of(chains.title_block);
    document.furniture = pieces_of(chains.furniture);
    document.other_text = pieces_of(chains.other);
    for (const Chain& chain : chains.tables) {
        BuiltTable built = build_table(chain, sides);
        document.tables.push_back(std::move(built.table));
        document.findings.insert(document.findings.end(), built.findings.begin(), built.findings.end());
    }
    return document;
}

}  // namespace

StitchedDocument stitch(std::vector<PageLayout> pages) {
    pages = with_spreads_apart(std::move(pages));
    part_counted_cells(pages);
    const SidePages sides = join_side_pages(pages);
    StitchedDocument document = stitched(chains_of(pages, sides), sides);
    take_page_facts(pages, document);
    return document;
}

StitchedDocument by_page(std::vector<PageLayout> pages) {
    pages = with_spreads_apart(std::move(pages));
    StitchedDocument document;
    for (const PageLayout& page : pages) {
        for (const Grid& grid : page.grids) {
            const GridView view(grid);
            const std::int32_t header_rows = header_rows_of(view);
            const Chain chain{{{page.info.number, view, header_rows}}, {}, header_rows};
            document.tables.push_back(build_table(chain, {}).table);
        }
    }
    take_page_facts(pages, document);
    return document;
}

}  // namespace tarang::stitch
