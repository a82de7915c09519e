#include "pipeline/read/office/word_styles.h"

#include <utility>

#include "pipeline/read/office/xml.h"

namespace tarang::read::office {
namespace {

constexpr int kLongestChain = 32;  // of styles based on each other; circles end there

class WordStylesReader : public XmlHandler {
public:
    void start(const Tag& tag) override {
        if (tag.space() != Space::kWord) return;
        const std::string_view name = tag.name();
        if (name == "style") {
            style_ = &styles.styles[std::string(tag.attribute("styleId", Space::kWord))];
        } else if (style_ == nullptr) {
            return;
        } else if (name == "basedOn") {
            style_->based_on = tag.attribute("val", Space::kWord);
        } else if (name == "numPr") {
            style_->list.emplace();
        } else if (name == "ilvl" && style_->list) {
            style_->list->level = static_cast<int>(tag.number("val", Space::kWord, 0));
        } else if (name == "numId" && style_->list) {
            style_->list->list = tag.number("val", Space::kWord, 0);
        } else if (name == "rFonts") {
            style_->font = tag.attribute("ascii", Space::kWord);
        } else if (name == "vanish") {
            style_->hidden = tag.on("val", Space::kWord);
        }
    }
    void end(Space space, std::string_view name) override {
        if (space == Space::kWord && name == "style") style_ = nullptr;
    }
    void text(std::string_view /*piece*/) override {}

    WordStyles styles;

private:
    WordStyle* style_ = nullptr;
};

}  // namespace

WordStyle WordStyles::of(std::string_view id) const {
    WordStyle whole;
    for (int i = 0; i < kLongestChain; ++i) {
        const auto found = styles.find(id);
        if (found == styles.end()) break;
        const WordStyle& style = found->second;
        if (!whole.list) whole.list = style.list;
        if (whole.font.empty()) whole.font = style.font;
        if (!whole.hidden) whole.hidden = style.hidden;
        id = style.based_on;
    }
    return whole;
}

std::variant<WordStyles, EventCode> read_word_styles(Container& container, std::string_view part,
                                                     const Limits& limits) {
    WordStylesReader reader;
    const EventCode code = parse_part(container, part, reader, limits);
    if (code != EventCode::kOk) return code;
    return std::move(reader.styles);
}

}  // namespace tarang::read::office
