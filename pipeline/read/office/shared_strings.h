// The texts that cells of a workbook share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/read/office/container.h"
#include "pipeline/read/office/xml.h"

namespace tarang::read::office {

/// Text of a string item: its runs joined, phonetic guides left out, "_x000D_" undone.
class StringItem {
public:
    /// Each takes an element below the item.
    void start(const Tag& tag);
    void end(Space space, std::string_view name);
    void text(std::string_view piece) {
        if (inside_ && phonetic_ == 0) text_ += piece;
    }
    std::string take();

private:
    std::string text_;
    bool inside_ = false;
    int phonetic_ = 0;
};

/// "_xHHHH_" stands for the character that XML cannot hold; line ends become '\n'.
std::string without_escapes(std::string_view text);

class SharedStrings {
public:
    std::string_view at(std::size_t index) const {
        return index < size() ? std::string_view(texts_).substr(ends_[index], ends_[index + 1] - ends_[index])
                              : std::string_view();
    }
    std::size_t size() const { return ends_.size() - 1; }
    void add(std::string_view text) {
        texts_ += text;
        ends_.push_back(texts_.size());
    }
    std::size_t bytes() const { return texts_.size(); }

private:
    std::string texts_;
    std::vector<std::size_t> ends_{0};
};

/// kTooComplex where they are more than `limits` allow; see parse_part.
std::variant<SharedStrings, EventCode> read_shared_strings(Container& container, std::string_view part,
                                                           const Limits& limits);

}  // namespace tarang::read::office
