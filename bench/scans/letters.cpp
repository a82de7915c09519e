// tarang_bench_letters DIGITAL.pdf SCAN.pdf : the cells of a report's tables, as its text layer has them and
// as they are read from a scan of it. One line a cell: the true text, then each letter with its confidence,
// apart by tabs. Only tables with the same shape on both are compared.
#include <fcntl.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <variant>

#include "host/worker/scan_page.h"
#include "pipeline/layout/layout.h"
#include "pipeline/layout/ruled/placement.h"
#include "pipeline/read/document.h"

namespace {

using namespace tarang;

constexpr Points kSamePlace = 30;  // a scan's table lies no farther off

std::unique_ptr<read::Document> opened(const char* path) {
    auto document = read::Document::open(::open(path, O_RDONLY | O_CLOEXEC), std::nullopt);
    auto* there = std::get_if<std::unique_ptr<read::Document>>(&document);
    if (there == nullptr) {
        std::fprintf(stderr, "%s cannot be opened\n", path);
        std::exit(1);
    }
    return std::move(*there);
}

bool alike(const Grid& a, const Grid& b) {
    return a.cells.size() == b.cells.size() && a.columns() == b.columns() &&
           std::abs(a.outline.top - b.outline.top) <= kSamePlace;
}

void print_cell(const GridCell& wanted, const std::vector<const Cluster*>& read) {
    std::string text;
    for (const TextLine& line : wanted.lines) text += line.text;
    if (text.empty() && read.empty()) return;
    std::printf("%s", text.c_str());
    for (const Cluster* cluster : read) std::printf("\t%s\t%.5f", cluster->text.c_str(), cluster->confidence);
    std::printf("\n");
}

void print_table(const Grid& wanted, std::size_t grid, const PageReading& page,
                 const std::vector<layout::Place>& places) {
    for (std::size_t cell = 0; cell < wanted.cells.size(); ++cell) {
        std::vector<const Cluster*> read;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const bool here = places[i].grid == static_cast<std::int32_t>(grid) &&
                              places[i].cell == static_cast<std::int32_t>(cell);
            if (here && !page.clusters[i].space) read.push_back(&page.clusters[i]);
        }
        print_cell(wanted.cells[cell], read);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    worker::ScanPages reader;
    const auto digital = opened(argv[1]);
    const auto scan = opened(argv[2]);
    for (PageIndex page{0}; page.value < scan->page_count(); ++page.value) {
        const PageLayout wanted = layout::lay_out(digital->read(page));
        PageReading empty = scan->read(page);
        const auto pixels = scan->render(page, empty.image_resolution, image::Channels::kGray);
        const auto* image = std::get_if<image::Image>(&pixels);
        if (image == nullptr) continue;
        const PageReading read = reader.read(*image, std::move(empty));
        const PageLayout got = layout::lay_out(read);
        const auto places = layout::place_clusters(read.clusters, got.grids);
        for (const Grid& table : wanted.grids) {
            const auto same = std::find_if(got.grids.begin(), got.grids.end(),
                                           [&](const Grid& grid) { return alike(table, grid); });
            if (same != got.grids.end())
                print_table(table, static_cast<std::size_t>(same - got.grids.begin()), read, places);
        }
    }
}
