#include "pipeline/read/office/xml.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace tarang::read::office {
namespace {

using namespace std::string_view_literals;

constexpr char kSeparator = '\x1F';  // stands in no name and no namespace

/// Transitional names first, then those of ISO 29500 Strict. A name may go on after its entry (2010, 2012
/// ...).
constexpr std::array kSpaces = std::to_array<std::pair<std::string_view, Space>>({
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", Space::kWord},
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", Space::kSheet},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", Space::kReference},
    {"http://schemas.openxmlformats.org/package/2006/relationships", Space::kPackage},
    {"http://schemas.openxmlformats.org/package/2006/content-types", Space::kTypes},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", Space::kDraw},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", Space::kWordDraw},
    {"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", Space::kSheetDraw},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", Space::kCompat},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", Space::kMath},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", Space::kShape},
    {"http://schemas.microsoft.com/office/word/2010/wordml", Space::kWord2010},
    {"urn:schemas-microsoft-com:vml", Space::kVml},
    {"urn:schemas-microsoft-com:office:excel", Space::kVmlSheet},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", Space::kWord},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", Space::kSheet},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", Space::kReference},
    {"http://purl.oclc.org/ooxml/drawingml/main", Space::kDraw},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", Space::kWordDraw},
    {"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", Space::kSheetDraw},
    {"http://purl.oclc.org/ooxml/officeDocument/math", Space::kMath},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", Space::kManifest},
});

std::pair<Space, std::string_view> split(const char* expanded) {
    const std::string_view whole(expanded);
    const std::size_t end = whole.find(kSeparator);
    if (end == std::string_view::npos) return {Space::kNone, whole};
    const std::string_view uri = whole.substr(0, end);
    for (const auto& [name, space] : kSpaces) {
        if (name == uri) return {space, whole.substr(end + 1)};
    }
    return {Space::kOther, whole.substr(end + 1)};
}

/// One parse: expat's callbacks into the handler, without what is skipped.
class Parse {
public:
    Parse(XmlHandler& handler, const Limits& limits)
        : parser_(XML_ParserCreateNS(nullptr, kSeparator)), handler_(handler), limits_(limits) {
        if (limits.max_depth >= kDeepestOfLane) lane_ = handler.lane();
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(
            parser_.get(),
            [](void* self, const char* name, const char** attributes) {
                static_cast<Parse*>(self)->start(name, attributes);
            },
            [](void* self, const char* name) { static_cast<Parse*>(self)->end(name); });
        XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int length) {
            static_cast<Parse*>(self)->text({text, static_cast<std::size_t>(length)});
        });
        XML_SetStartDoctypeDeclHandler(
            parser_.get(),
            [](void* self, const char* /*name*/, const char* /*system*/, const char* /*public*/,
               int /*internal*/) { static_cast<Parse*>(self)->stop(EventCode::kDamaged); });
        if (lane_ != nullptr) prepare_lane();
    }

    bool feed(std::string_view bytes, bool last) {
        if (lane_ == nullptr || where_ == Where::kAfter) return parse(bytes, last);
        waiting_ += bytes;
        std::string_view rest = waiting_;
        while (code_ == EventCode::kOk && where_ != Where::kAfter && !rest.empty() && share_out(rest, last)) {
        }
        if (where_ == Where::kAfter || last) {
            parse(rest, last);
            rest = {};
        }
        waiting_.erase(0, waiting_.size() - rest.size());
        return code_ == EventCode::kOk;
    }

    EventCode code() const { return code_; }

private:
    /// Of the part, seen from the element that the lane runs in.
    enum class Where : std::uint8_t {
        kBefore,
        kLane,
        kParser,  ///< inside, at what the lane does not take
        kAfter,
    };

    static constexpr int kDeepestOfLane = 6;  // the root, the element, and four levels in it
    static constexpr std::size_t kLongestTag = std::size_t{64} << 10;  // that waits for its end

    /// What only the parser knows and the lane depends on: the encoding, and the prefixes in force.
    void prepare_lane() {
        XML_SetXmlDeclHandler(
            parser_.get(), [](void* self, const char* /*version*/, const char* encoding, int /*standalone*/) {
                const std::string_view name(encoding == nullptr ? "UTF-8" : encoding);
                static_cast<Parse*>(self)->utf8_ = name == "UTF-8" || name == "utf-8";
            });
        XML_SetStartNamespaceDeclHandler(parser_.get(),
                                         [](void* self, const char* prefix, const char* /*uri*/) {
                                             auto& parse = *static_cast<Parse*>(self);
                                             if (prefix != nullptr && parse.depth_ == 0)
                                                 parse.prefixes_.emplace_back(prefix);
                                         });
    }

    bool parse(std::string_view bytes, bool last) {
        if (code_ != EventCode::kOk) return false;
        given_ += static_cast<std::int64_t>(bytes.size());
        const auto status =
            XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0);
        if (status != XML_STATUS_OK && code_ == EventCode::kOk)
            code_ = XML_GetErrorCode(parser_.get()) == XML_ERROR_NO_MEMORY ? EventCode::kOutOfMemory
                                                                           : EventCode::kDamaged;
        return code_ == EventCode::kOk;
    }

    /// To the parser, the first so many bytes.
    void give(std::string_view& rest, std::size_t count) {
        parse(rest.substr(0, count), false);
        rest.remove_prefix(count);
    }

    /// A tag that does not stand there: the handler has been told of it by the lane, or never is.
    void pretend(const std::string& tag) {
        silent_ = true;
        parse(tag, false);
        silent_ = false;
    }

    /// Whether the parser has just met a tag after which it is so deep in elements, and nothing that follows.
    bool at_tag(int depth) const { return depth_ == depth && skipped_from_ == 0 && tag_end_ == given_; }

    /// At what the lane does not take. So that the parser can judge it, it stands in the element that the
    /// lane is in.
    void turn_to_parser() {
        where_ = Where::kParser;
        wrapped_ = lane_->inside();
        if (!wrapped_.empty()) pretend('<' + wrapped_ + '>');
    }

    /// Back to the lane where the parser has taken whole elements. The parser may be late, and meet several
    /// tags at once.
    void turn_to_lane() {
        if (left_) {
            where_ = Where::kAfter;
        } else if (!wrapped_.empty() && at_tag(3)) {
            pretend("</" + wrapped_ + '>');
            where_ = Where::kLane;
        } else if (at_tag(2)) {
            if (!wrapped_.empty()) lane_->leave();
            where_ = Where::kLane;
        }
    }

    /// A step through the part. False where the rest has to wait for more.
    bool share_out(std::string_view& rest, bool last) {
        const std::string_view wanted = lane_->start_tag();
        switch (where_) {
            case Where::kBefore: {
                const std::size_t found = rest.find(wanted);
                if (found == std::string_view::npos) {
                    give(rest, rest.size() - std::min(rest.size(), wanted.size() - 1));
                    return false;
                }
                give(rest, found + wanted.size());
                left_ = false;
                if (utf8_ && at_tag(2) && begun_ == lane_->space()) where_ = Where::kLane;
                return true;
            }
            case Where::kLane: {
                const XmlLane::Taken taken = lane_->take(rest, prefixes_);
                rest.remove_prefix(taken.bytes);
                if (taken.met == XmlLane::Met::kStop) return look(), false;
                if (taken.met == XmlLane::Met::kMaybeCut && !last) return false;
                turn_to_parser();
                return true;
            }
            case Where::kParser: {
                const std::size_t found = rest.find('>');
                if (found == std::string_view::npos && !last && rest.size() < kLongestTag) return false;
                give(rest, found == std::string_view::npos ? rest.size() : found + 1);
                turn_to_lane();
                return true;
            }
            case Where::kAfter:
                return false;
        }
        return false;
    }

    void note_tag() {
        if (lane_ != nullptr)
            tag_end_ = XML_GetCurrentByteIndex(parser_.get()) + XML_GetCurrentByteCount(parser_.get());
    }

    void start(const char* expanded, const char** attributes) {
        if (code_ != EventCode::kOk) return;
        note_tag();
        if (++depth_ > limits_.max_depth) return stop(EventCode::kTooComplex);
        if (skipped_from_ > 0 || silent_) return;
        const auto [space, name] = split(expanded);
        begun_ = space;
        if (space == Space::kCompat && name == "Fallback"sv) {
            skipped_from_ = depth_;
            return;
        }
        handler_.start(Tag(space, name, attributes));
        look();
    }

    void end(const char* expanded) {
        if (code_ != EventCode::kOk) return;
        note_tag();
        const int depth = depth_--;
        left_ = left_ || depth_ < 2;
        if (skipped_from_ > 0) {
            if (skipped_from_ == depth) skipped_from_ = 0;
            return;
        }
        if (silent_) return;
        const auto [space, name] = split(expanded);
        handler_.end(space, name);
        look();
    }

    void text(std::string_view piece) {
        if (code_ != EventCode::kOk || skipped_from_ > 0) return;
        handler_.text(piece);
        look();
    }

    void look() {
        if (handler_.stopped() != EventCode::kOk) stop(handler_.stopped());
    }

    void stop(EventCode code) {
        code_ = code;
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    struct Free {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
    XmlHandler& handler_;
    const Limits& limits_;
    EventCode code_ = EventCode::kOk;
    int depth_ = 0;
    int skipped_from_ = 0;  ///< depth of the fallback that is skipped; 0: none

    XmlLane* lane_ = nullptr;
    Where where_ = Where::kBefore;
    std::string waiting_;  ///< bytes that nobody has taken
    std::vector<std::string> prefixes_;
    bool utf8_ = true;
    bool left_ = false;           ///< the element that the lane runs in
    bool silent_ = false;         ///< while tags are given that do not stand there
    std::string wrapped_;         ///< the element around what the parser is given; empty: none
    Space begun_ = Space::kNone;  ///< of the last start tag
    std::int64_t given_ = 0;      ///< bytes, to the parser
    std::int64_t tag_end_ = 0;    ///< of the last tag that the parser met, in these bytes
};

}  // namespace

const char* Tag::find(std::string_view name, Space space) const {
    for (const char** attribute = attributes_; *attribute != nullptr; attribute += 2) {
        const std::string_view whole(attribute[0]);
        if (!whole.ends_with(name)) continue;
        if (space == Space::kNone
                ? whole.size() == name.size()
                : whole.size() > name.size() && split(attribute[0]) == std::pair(space, name))
            return attribute[1];
    }
    return nullptr;
}

std::string_view Tag::attribute(std::string_view name, Space space) const {
    const char* value = find(name, space);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

bool Tag::has(std::string_view name, Space space) const { return find(name, space) != nullptr; }

std::int64_t Tag::number(std::string_view name, Space space, std::int64_t otherwise) const {
    const std::string_view value = attribute(name, space);
    std::int64_t result = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
    return error == std::errc() && end == value.data() + value.size() && !value.empty() ? result : otherwise;
}

bool Tag::on(std::string_view name, Space space, bool absent) const {
    const char* value = find(name, space);
    if (value == nullptr) return absent;
    const std::string_view word(value);
    return word != "0" && word != "false" && word != "off" && word != "none";
}

EventCode parse_part(Container& container, std::string_view part, XmlHandler& handler, const Limits& limits) {
    Parse parse(handler, limits);
    const EventCode code =
        container.read(part, [&parse](std::string_view piece) { return parse.feed(piece, false); });
    if (parse.code() != EventCode::kOk) return parse.code();
    if (code != EventCode::kOk) return code;
    parse.feed({}, true);
    return parse.code();
}

EventCode parse_xml(std::string_view bytes, XmlHandler& handler, const Limits& limits) {
    Parse parse(handler, limits);
    parse.feed(bytes, true);
    return parse.code();
}

}  // namespace tarang::read::office
