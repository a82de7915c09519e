#include "host/worker/office_pages.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <string>
#include <utility>
#include <variant>

#include "lib/image/reduce.h"

namespace tarang::worker {
namespace {

using read::office::Crop;
using read::office::PagePicture;

/// Text that is moved goes before what stands there.
void prepend(std::vector<Field>& lines, std::vector<Field> before) {
    std::move(lines.begin(), lines.end(), std::back_inserter(before));
    lines = std::move(before);
}

void append(std::vector<Field>& lines, std::vector<Field> more) {
    std::move(more.begin(), more.end(), std::back_inserter(lines));
}

/// The part of a page that the file shows; the whole one where it shows nothing.
read::PageImage cropped(read::PageImage page, const Crop& crop) {
    const image::Image& whole = page.pixels;
    const auto at = [](image::Pixels side, float share) {
        return static_cast<std::int32_t>(std::lround(static_cast<double>(side.value) * share));
    };
    const std::int32_t left = at(whole.width, crop.left);
    const std::int32_t top = at(whole.height, crop.top);
    const std::int32_t width = whole.width.value - left - at(whole.width, crop.right);
    const std::int32_t height = whole.height.value - top - at(whole.height, crop.bottom);
    if (crop == Crop() || width <= 0 || height <= 0) return page;
    PageInfo& info = page.reading.info;
    info.width *= static_cast<Points>(width) / static_cast<Points>(whole.width.value);
    info.height *= static_cast<Points>(height) / static_cast<Points>(whole.height.value);
    page.pixels = image::cut(whole, {left}, {top}, {width}, {height});
    return page;
}

/// Tables in their order, each under the lines that waited for it.
class Sequence {
public:
    void add_lines(std::vector<Field> lines) { append(lines_, std::move(lines)); }
    void add(CleanTable table) {
        prepend(table.headings, std::exchange(lines_, {}));
        tables.push_back(std::move(table));
    }
    std::vector<Field> rest() { return std::exchange(lines_, {}); }

    std::vector<CleanTable> tables;

private:
    std::vector<Field> lines_;
};

}  // namespace

void keep_pages(const IsPage& is_page, read::office::OfficeContent& content) {
    CleanDocument& document = content.document;
    std::vector<PagePicture> pages;
    for (std::size_t i = 0; i < content.pictures.size(); ++i) {
        PagePicture& one = content.pictures[i];
        if (is_page(one.picture)) {
            pages.push_back(std::move(one));
            continue;
        }
        if (is_large(one.picture)) ++content.other_pictures;
        const auto next = static_cast<std::size_t>(one.tables_before);
        const bool before_another =
            i + 1 < content.pictures.size() && content.pictures[i + 1].tables_before == one.tables_before;
        std::vector<Field>& lines = before_another                  ? content.pictures[i + 1].lines
                                    : next < document.tables.size() ? document.tables[next].headings
                                                                    : document.other_text;
        prepend(lines, std::move(one.lines));
    }
    content.pictures = std::move(pages);
    if (content.other_pictures == 0) return;
    Finding& finding = document.findings.emplace_back();
    finding.code = FindingCode::kPicturesNotRead;
    finding.arguments = {std::to_string(content.other_pictures)};
}

CleanDocument with_pages(OfficeDocument office, CleanDocument pages) {
    CleanDocument& text = office.document;
    Sequence sequence;
    auto printed = pages.tables.begin();
    const auto add_tables_until = [&](PageNumber last) {
        for (; printed != pages.tables.end() && (printed->pages.empty() || printed->pages.front() <= last);
             ++printed)
            sequence.add(std::move(*printed));
    };
    PageNumber next;
    for (std::size_t place = 0; place <= text.tables.size(); ++place) {
        for (; index_of(next).value < std::ssize(office.pages); ++next.value) {
            PagePicture& page = office.pages[static_cast<std::size_t>(index_of(next).value)];
            if (page.tables_before > static_cast<std::int32_t>(place)) break;
            sequence.add_lines(std::move(page.lines));
            add_tables_until(next);
        }
        if (place < text.tables.size()) sequence.add(std::move(text.tables[place]));
    }
    add_tables_until({std::numeric_limits<std::int32_t>::max()});

    pages.tables = std::move(sequence.tables);
    prepend(pages.title_block, std::move(text.title_block));
    prepend(pages.other_text, std::move(text.other_text));
    prepend(pages.other_text, sequence.rest());
    std::move(text.findings.begin(), text.findings.end(), std::back_inserter(pages.findings));
    return pages;
}

bool OfficePages::is_page(const read::office::Picture& picture) {
    auto bytes = read::office::picture_bytes(file_, picture.part);
    auto* picture_file = std::get_if<std::string>(&bytes);
    return picture_file != nullptr && reader_.may_be_page(std::move(*picture_file), max_pixels_);
}

void OfficePages::take(const std::vector<PagePicture>& pages) {
    for (const PagePicture& page : pages) pictures_.push_back(page.picture);
}

read::PageImage OfficePages::page(PageIndex page) {
    const read::office::Picture& picture = pictures_.at(static_cast<std::size_t>(page.value));
    auto bytes = read::office::picture_bytes(file_, picture.part);
    auto* picture_file = std::get_if<std::string>(&bytes);
    read::PageImage image = picture_file == nullptr
                                ? read::unreadable_page()
                                : reader_.page_image(std::move(*picture_file), max_pixels_);
    image.reading.info.number = number_of(page);
    for (Finding& finding : image.reading.findings) finding.page = number_of(page);
    return image.pixels.bytes.empty() ? image : cropped(std::move(image), picture.crop);
}

}  // namespace tarang::worker
