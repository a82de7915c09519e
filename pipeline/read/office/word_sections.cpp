#include "pipeline/read/office/word_sections.h"

#include <algorithm>
#include <cstdint>

namespace tarang::read::office {
namespace {

// Of a page that says less, nothing is believed.
constexpr Points kLeastSide = 72;

Points twips_of(const Tag& tag, std::string_view name, std::int64_t otherwise) {
    return static_cast<Points>(tag.number(name, Space::kWord, otherwise)) / 20;
}

}  // namespace

void SectionReader::start(const Tag& tag) {
    if (tag.space() != Space::kWord) return;
    const std::string_view name = tag.name();
    if (name == "p") {
        ++paragraphs_;
    } else if (name == "sectPrChange") {
        ++former_;
    } else if (former_ > 0) {
        return;
    } else if (name == "pgSz") {
        width_ = twips_of(tag, "w", 11'906);
        height_ = twips_of(tag, "h", 16'838);
    } else if (name == "pgMar") {
        margin_left_ = twips_of(tag, "left", 1440);
        beside_ = margin_left_ + twips_of(tag, "right", 1440);
        above_ = twips_of(tag, "top", 1440) + twips_of(tag, "bottom", 1440);
    }
}

void SectionReader::end(Space space, std::string_view name) {
    if (space != Space::kWord) return;
    if (name == "sectPrChange") --former_;
    if (name == "p") --paragraphs_;
    if (name == "sectPr" && former_ == 0) {
        areas_.back() = {std::max(kLeastSide, width_ - beside_), std::max(kLeastSide, height_ - above_)};
        ended_ = true;
    }
    if (ended_ && paragraphs_ == 0) {
        areas_.emplace_back();
        ended_ = false;
    }
}

}  // namespace tarang::read::office
