// Takes down what one page paints, in content order, and decides what of it can be seen.
//
// The Poppler device turns its calls into these; nothing here knows Poppler, so every rule of visibility is
// tested without a PDF. All coordinates are displayed points.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "models/page.h"
#include "pipeline/read/document.h"
#include "pipeline/read/painted.h"
#include "pipeline/read/rules.h"
#include "pipeline/read/surfaces.h"

namespace tarang::read {

/// What the recorder took down.
struct Recording {
    Points width = 0;
    Points height = 0;
    std::vector<Font> fonts;
    std::vector<std::uint64_t> font_objects;  ///< of each font, the document's object
    std::vector<Glyph> glyphs;                ///< content order; those that cannot be seen are marked
    std::vector<RulePiece> pieces;
    std::vector<Shape> shapes;
    std::vector<Rect> images;
    float image_cover = 0;               ///< 0..1
    float image_resolution = 0;          ///< as PageReading's
    std::int64_t image_pixels = 0;       ///< of all images together, as stored
    std::size_t phantom_characters = 0;  ///< of ActualText spans that draw nothing
    std::size_t contradictions = 0;      ///< ActualText spans that say otherwise than good glyphs
    std::size_t marks_not_drawn = 0;  ///< marks that an ActualText span has and the print has not, given back
    std::u32string contradicted_names;  ///< letters that a font draws and calls otherwise: "ก≠ข ฃ≠ค"
    std::size_t under_images = 0;       ///< glyphs that a later image hides
    bool letters_shared = false;        ///< an image stores letters that look alike once: read/jbig2.h
    std::size_t curved_fills = 0;       ///< filled shapes with curves: drawn letters, mostly
    std::string over_limit;             ///< what there was too much of; empty: nothing
};

class PageRecorder {
public:
    PageRecorder(Points width, Points height, const ReadLimits& limits);

    /// Index of the font in the recording. `object` tells fonts of one name apart.
    std::uint16_t font(const Font& font, std::uint64_t object);

    /// `seen` is false for text that the page does not paint (render mode 3, no opacity).
    void glyph(Glyph glyph, bool seen, const Rect& clip);
    std::size_t glyph_count() const { return recording_.glyphs.size(); }
    void letters_shared() { recording_.letters_shared = true; }
    /// The font's own map calls `drawn` otherwise.
    void contradicted_name(char32_t drawn, char32_t called);
    /// Glyphs that were not painted themselves, but through which something was painted now.
    void reveal(std::size_t begin, std::size_t end);
    void begin_actual_text(std::u32string text);
    void end_actual_text();
    void stroke(const Path& path, Points width, const Paint& paint);
    void fill(const Path& path, const Paint& paint);
    /// `pixels` of the image itself, and how many of them lie on a point.
    void image(const Rect& box, const Paint& paint, std::int64_t pixels = 0, float pixels_per_point = 0);

    /// A limit was passed: nothing more is taken down, and the page may as well stop.
    bool full() const { return !recording_.over_limit.empty(); }
    void give_up(std::string what);

    Recording take();

private:
    bool count(std::size_t& counter, std::size_t more, std::size_t limit, const char* what);
    void keep_shapes(const std::vector<Rect>& boxes, Shape::Kind kind, const Paint& paint);
    void keep_pieces(const std::vector<RulePiece>& pieces, const Paint& paint);
    /// The number of glyphs that could be seen until now.
    std::size_t hide_under(const Rect& cover);
    Rect page_box() const { return {0, 0, recording_.width, recording_.height}; }

    void give_back_marks();

    struct OpenSpan {
        std::u32string text;
        std::size_t first_glyph = 0;
    };

    struct Undrawn {
        std::size_t glyph = 0;  ///< the cluster's last
        std::u32string marks;
    };

    ReadLimits limits_;
    Recording recording_;
    Surfaces surfaces_;
    std::map<std::pair<std::uint64_t, bool>, std::uint16_t> font_index_;  ///< by object and boldness
    std::vector<OpenSpan> spans_;
    std::vector<Undrawn> undrawn_;
    std::vector<Rect> chunk_boxes_;  ///< of each kChunk glyphs, so that a cover looks at few
    std::vector<bool> covered_;      ///< raster of the page: which places an image covers
    std::size_t path_points_ = 0;
    std::size_t actual_text_ = 0;
};

}  // namespace tarang::read
