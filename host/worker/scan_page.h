// One scanned page through the line: straighten, rules and lines of print from pixels, recognize.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "host/worker/halves.h"
#include "host/worker/scan_reader.h"
#include "lib/image/image.h"
#include "pipeline/layout/pixels/lines.h"
#include "pipeline/read/image_file.h"
#include "pipeline/recognize/recognize.h"
#include "pipeline/straighten/straighten.h"

namespace tarang::worker {

class ScanPages : public ScanReader {
public:
    PageReading read(const image::Image& pixels, PageReading page) override;
    std::variant<std::int32_t, EventCode> open_images(int file, std::int32_t max_pages,
                                                      std::int64_t max_pixels) override;
    read::PageImage page_image(PageIndex page) override { return images_->page(page); }
    bool may_be_page(std::string picture, std::int64_t max_pixels) override;
    read::PageImage page_image(std::string picture, std::int64_t max_pixels) override;
    std::vector<SecondLooks> look_again(const image::Image& pixels, const PageInfo& info,
                                        std::span<const Reread> places) override;
    image::Image picture() const override { return picture_; }

private:
    struct Sight;  // a straightened page and what was seen on it

    PageReading read(const Half& half, straighten::Turn turn, PageReading page);
    PageReading read(Sight& sight, const image::Image& pixels, PageReading page);
    static std::optional<std::array<Half, 2>> halves_on(const Sight& sight, const image::Image& pixels,
                                                        const PageInfo& info);
    Sight upright_sight(const image::Image& pixels, const PageInfo& info);
    float sureness(const Sight& sight, std::size_t most);
    std::vector<Cluster> read_line(const Sight& sight, const layout::PixelLine& line);
    std::vector<Cluster> read_turned(const Sight& sight, std::span<const std::size_t> group);
    static std::vector<Cluster> lone_dash(const Sight& sight, const layout::PixelLine& line);
    std::vector<std::vector<Cluster>> read_lines(Sight& sight, std::vector<layout::PixelLine>& lines);
    static std::vector<bool> take_drawings(const Sight& sight, std::span<const Grid> grids,
                                           const std::vector<bool>& remains, std::vector<Shape>& shapes);
    void read_words(Sight& sight, std::span<const Grid> grids, const std::vector<bool>& drawn,
                    PageReading& page);
    std::vector<Look> look_at(Sight& sight, const Rect& box, Expectation expectation);
    void look_at(Sight& sight, const Projection& to_page, std::span<const Reread> places,
                 std::vector<SecondLooks>& seen);

    recognize::Recognizer recognizer_;
    image::Image picture_;
    std::unique_ptr<read::ImageFile> images_;
};

}  // namespace tarang::worker
