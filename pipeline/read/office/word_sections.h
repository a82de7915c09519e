// Sections of a Word document: how large their pages are, and what of them is text.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/read/office/pictures.h"
#include "pipeline/read/office/xml.h"

namespace tarang::read::office {

/// Takes the elements of the document as they come. What says a section's size stands at its end: in its last
/// paragraph's properties, before what that holds.
class SectionReader {
public:
    void start(const Tag& tag);
    void end(Space space, std::string_view name);

    /// The section of what comes now: an index into areas().
    std::size_t current() const { return areas_.size() - 1; }
    /// Of all sections so far; the last one has usual margins until it ended.
    const std::vector<TextArea>& areas() const { return areas_; }
    /// The left margin that was said last.
    Points margin_left() const { return margin_left_; }

private:
    std::vector<TextArea> areas_{TextArea()};
    Points width_ = 595;  ///< A4
    Points height_ = 842;
    Points beside_ = 144;  ///< both margins
    Points above_ = 144;
    Points margin_left_ = 72;
    int paragraphs_ = 0;  ///< open ones
    int former_ = 0;      ///< tracked changes of section properties: they say what was before
    bool ended_ = false;  ///< with the paragraph
};

}  // namespace tarang::read::office
