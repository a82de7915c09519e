// The parts of an office file as a stream of elements. The only part of the program that knows expat.
//
// Namespaces come as a short list, Transitional and Strict (ISO 29500) alike. Of alternatives
// (mc:AlternateContent) the first choice counts, never the fallback, which says the same again. A document
// type declaration is refused: no office program writes one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/document.h"
#include "pipeline/read/office/container.h"
#include "pipeline/read/office/limits.h"

namespace tarang::read::office {

/// The vocabularies that are told apart.
enum class Space : std::uint8_t {
    kNone,
    kWord,       ///< w:
    kSheet,      ///< SpreadsheetML
    kReference,  ///< r: ids of relationships, as attributes
    kPackage,    ///< relationships between parts
    kTypes,      ///< content types
    kDraw,       ///< a:
    kWordDraw,   ///< wp:
    kSheetDraw,  ///< xdr:
    kShape,      ///< wps:
    kVml,        ///< v:
    kVmlSheet,   ///< x: in VML
    kCompat,     ///< mc:
    kMath,       ///< m:
    kWord2010,   ///< w14:
    kManifest,   ///< of OpenDocument
    kOther,
};

/// The start of an element; its views live as long as the call.
class Tag {
public:
    Tag(Space space, std::string_view name, const char** attributes)
        : space_(space), name_(name), attributes_(attributes) {}

    Space space() const { return space_; }
    std::string_view name() const { return name_; }
    bool is(Space space, std::string_view name) const { return space_ == space && name_ == name; }

    /// Empty where it is not there; `has` tells the difference. Of attributes, kNone is without a prefix.
    std::string_view attribute(std::string_view name, Space space = Space::kNone) const;
    bool has(std::string_view name, Space space = Space::kNone) const;
    /// A whole number; `otherwise` where there is none or it is not one.
    std::int64_t number(std::string_view name, Space space, std::int64_t otherwise) const;
    /// On unless it says "0", "false", "off" or "none"; of an attribute that is not there, `absent`.
    bool on(std::string_view name, Space space, bool absent = true) const;

private:
    const char* find(std::string_view name, Space space) const;

    Space space_;
    std::string_view name_;
    const char** attributes_;
};

/// Takes elements of a plain spelling from the bytes, before the parser sees them: the short cut of a part
/// that has a great deal of the same. It may know nothing of XML but those spellings.
class XmlLane {
public:
    enum class Met : std::uint8_t {
        kMaybeCut,  ///< what comes next may only be cut off: more bytes, or the parser where there are none
        kOther,     ///< what comes next is the parser's
        kStop,      ///< nothing more is wanted
    };
    struct Taken {
        std::size_t bytes = 0;
        Met met = Met::kOther;
    };

    virtual ~XmlLane() = default;
    /// The lane runs inside the element of this vocabulary that begins so, a child of the root, until the
    /// parser meets its end.
    virtual std::string_view start_tag() const = 0;
    virtual Space space() const = 0;
    /// Elements nested at most four deep, and only whole tags of them, from the beginning of `bytes`, which
    /// are UTF-8 or damaged. `prefixes` stand for namespaces there.
    virtual Taken take(std::string_view bytes, const std::vector<std::string>& prefixes) = 0;
    /// The name of the element whose start tag it has taken and not yet the end; empty: of none. There is
    /// never more than one. The parser is shown such an element around what the lane leaves to it.
    virtual std::string_view inside() const = 0;
    /// The parser has met the end of that element.
    virtual void leave() = 0;
};

class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    /// None: all goes through the parser. Asked once, before anything is read.
    virtual XmlLane* lane() { return nullptr; }
    virtual void start(const Tag& tag) = 0;
    virtual void end(Space space, std::string_view name) = 0;
    /// A piece of text; one text may come in several.
    virtual void text(std::string_view piece) = 0;

    EventCode stopped() const { return stopped_; }

protected:
    /// Ends the parse with this code.
    void stop(EventCode code) { stopped_ = code; }

private:
    EventCode stopped_ = EventCode::kOk;
};

/// kOk, or kDamaged (no such part, not well-formed, a document type), kTooComplex (nested too deeply), or
/// what the handler stopped with.
EventCode parse_part(Container& container, std::string_view part, XmlHandler& handler, const Limits& limits);

/// The same of text in memory, whole.
EventCode parse_xml(std::string_view bytes, XmlHandler& handler, const Limits& limits);

}  // namespace tarang::read::office
