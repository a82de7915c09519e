#include "pipeline/read/office/shared_strings.h"

#include <charconv>
#include <utility>

#include "lib/thai/utf8.h"

namespace tarang::read::office {
namespace {

class StringsReader : public XmlHandler {
public:
    explicit StringsReader(const Limits& limits) : limits_(limits) {}

    void start(const Tag& tag) override {
        if (tag.space() == Space::kSheet) item_.start(tag);
    }
    void end(Space space, std::string_view name) override {
        item_.end(space, name);
        if (space != Space::kSheet || name != "si") return;
        strings.add(item_.take());
        if (static_cast<std::int64_t>(strings.bytes()) > limits_.max_text ||
            static_cast<std::int64_t>(strings.size()) > limits_.max_cells)
            stop(EventCode::kTooComplex);
    }
    void text(std::string_view piece) override { item_.text(piece); }

    SharedStrings strings;

private:
    const Limits& limits_;
    StringItem item_;
};

}  // namespace

void StringItem::start(const Tag& tag) {
    if (tag.name() == "t") inside_ = true;
    if (tag.name() == "rPh") ++phonetic_;
}

void StringItem::end(Space space, std::string_view name) {
    if (space != Space::kSheet) return;
    if (name == "t") inside_ = false;
    if (name == "rPh") --phonetic_;
}

std::string StringItem::take() { return without_escapes(std::exchange(text_, {})); }

std::string without_escapes(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_') {
            unsigned code = 0;
            const char* first = text.data() + i + 2;
            if (std::from_chars(first, first + 4, code, 16).ptr == first + 4) {
                if (code != '\r') thai::append_utf8(result, code);
                i += 6;
                continue;
            }
        }
        if (text[i] != '\r') result += text[i];
    }
    return result;
}

std::variant<SharedStrings, EventCode> read_shared_strings(Container& container, std::string_view part,
                                                           const Limits& limits) {
    StringsReader reader(limits);
    const EventCode code = parse_part(container, part, reader, limits);
    if (code != EventCode::kOk) return code;
    return std::move(reader.strings);
}

}  // namespace tarang::read::office
