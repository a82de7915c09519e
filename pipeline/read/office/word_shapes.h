// Drawings of Word documents: where they lie and what they are. VML (w:pict) and DrawingML (wp:anchor).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/office/word_document.h"
#include "pipeline/read/office/xml.h"

namespace tarang::read::office {

/// "12.5pt", "1in", ".5cm", "20" (of VML: pixels) in points; empty for anything else.
std::optional<Points> length_of(std::string_view text);

/// Takes the elements of drawings as they come. Shapes inside a group have the group's place.
class ShapeReader {
public:
    void start(const Tag& tag);
    void end(Space space, std::string_view name);
    void text(std::string_view piece);

    /// What was finished since the last call.
    std::vector<WordShape> take();
    /// The same of pictures; for a part they have the id of a relation.
    std::vector<Picture> take_pictures();

private:
    void start_vml(const Tag& tag);
    void start_anchor(const Tag& tag);

    void start_picture(const Tag& tag);
    std::vector<WordShape> shapes_;
    std::vector<Picture> pictures_;
    bool picture_open_ = false;  ///< the last one may still be told its crop and its own size
    std::optional<WordShape> anchor_;
    int vml_depth_ = 0;
    bool drawn_ = false;  ///< the anchor holds a shape and no picture alone
    bool horizontal_ = false;
    bool vertical_ = false;
    bool in_offset_ = false;
    std::string offset_;
};

}  // namespace tarang::read::office
