#include "pipeline/read/fonts/poppler_fonts.h"

#include <GfxFont.h>
#include <GlobalParams.h>
#include <Stream.h>
#include <XRef.h>
#include <fofi/FoFiTrueType.h>
#include <fofi/FoFiType1C.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "lib/thai/chars.h"
#include "lib/thai/repair_rules.h"
#include "pipeline/read/fonts/inflated.h"

namespace tarang::read {
namespace {

/// Larger programs are no fonts of a report: a whole one with all of Chinese has 20 MB.
constexpr std::size_t kLargestProgram = 32U << 20U;
/// What is kept of a document's fonts; beyond it all are forgotten, and read again where they are met again.
constexpr std::size_t kMostBytes = 64U << 20U;
constexpr std::size_t kMostFonts = 2'000;
constexpr int kSimpleCodes = 256;
constexpr int kMostCids = 0x10000;

std::vector<unsigned char> all_of(Stream& stream) {
    std::vector<unsigned char> bytes;
    constexpr int kChunk = 1 << 16;
    stream.reset();
    for (int got = kChunk; got == kChunk && bytes.size() <= kLargestProgram;) {
        const std::size_t before = bytes.size();
        bytes.resize(before + kChunk);
        got = stream.doGetChars(kChunk, bytes.data() + before);
        bytes.resize(before + static_cast<std::size_t>(got));
    }
    stream.close();
    return bytes;
}

/// Whether the stream is as zlib has it, and nothing else was done to it.
bool is_plain_zlib(const Object& object) {
    const Dict* dictionary = object.streamGetDict();
    return dictionary->lookup("Filter").isName("FlateDecode") && dictionary->lookup("DecodeParms").isNull();
}

/// What the stream holds; nothing where it is none, or too large.
std::vector<unsigned char> bytes_of(const Ref& id, XRef& xref) {
    Object object = xref.fetch(id);
    if (!object.isStream()) return {};
    Stream* stream = object.getStream();
    if (is_plain_zlib(object)) {
        if (auto bytes = inflated(all_of(*stream->getUndecodedStream()), kLargestProgram))
            return std::move(*bytes);
    }
    // Poppler makes more of what is damaged.
    std::vector<unsigned char> bytes = all_of(*stream);
    return bytes.size() <= kLargestProgram ? bytes : std::vector<unsigned char>{};
}

/// "uni0E48.low", "maiekthai", "maiekupperleftthai", "u0E48" -> the character; 0 for what is not Thai.
char32_t thai_of_name(std::string_view name) {
    const std::string plain(name.substr(0, name.find('.')));
    const std::size_t digits = plain.starts_with("uni") ? 3 : plain.starts_with("u") ? 1 : 0;
    char32_t character = globalParams->mapNameToUnicodeText(plain.c_str());
    if (digits > 0 && plain.size() == digits + 4) {
        char* end = nullptr;
        const auto value = std::strtoul(plain.c_str() + digits, &end, 16);
        if (*end == '\0') character = static_cast<char32_t>(value);
    }
    if (const char32_t mark = thai::thai_of_private_use(character); mark != 0) return mark;
    return thai::is_thai(character) ? character : 0;
}

void add_simple(Gfx8BitFont& font, FontEvidence& evidence) {
    for (int code = 0; code < kSimpleCodes; ++code) {
        const char* name = font.getType() == fontType3 ? nullptr : font.getCharName(code);
        const char32_t character = name == nullptr ? 0 : thai_of_name(name);
        if (character != 0) evidence.names.emplace(code, character);
    }
    if (!evidence.program) return;
    const std::vector<unsigned char>& bytes = evidence.program->bytes();
    const auto program = FoFiTrueType::make(bytes.data(), static_cast<int>(bytes.size()));
    if (!program) {
        evidence.program.reset();
        return;
    }
    int* glyphs = font.getCodeToGIDMap(program.get());
    for (int code = 0; code < kSimpleCodes; ++code)
        evidence.glyph_of_code.push_back(glyphs[code] > 0 ? static_cast<std::uint32_t>(glyphs[code]) : 0);
    gfree(glyphs);
}

/// A composite font of CFF outlines. Where the program is no CID font itself, its glyphs have names, and a
/// CID is its glyph (ISO 32000-1, 9.7.4.2). Where it is one, CIDs mostly are the places of the font that it
/// was cut from; Poppler takes them for glyphs of its own accord.
void add_cff(const std::vector<unsigned char>& bytes, FontEvidence& evidence) {
    const std::unique_ptr<FoFiType1C> cff(FoFiType1C::make(bytes.data(), static_cast<int>(bytes.size())));
    if (!cff) return;
    int count = 0;
    if (int* cids = cff->getCIDToGIDMap(&count); cids != nullptr) {
        gfree(cids);
        evidence.codes = static_cast<std::uint32_t>(std::clamp(count, 0, kMostCids));
        return;
    }
    for (int glyph = 0; glyph < std::min(cff->getNumGlyphs(), kMostCids); ++glyph) {
        const std::unique_ptr<GooString> name(cff->getGlyphName(glyph));
        const char32_t character = name ? thai_of_name(name->toStr()) : 0;
        if (character != 0) evidence.names.emplace(glyph, character);
    }
}

/// The glyphs of a CID font's CIDs, where an OpenType font holds it.
void add_charset(FontEvidence& evidence) {
    const std::vector<unsigned char>& bytes = evidence.program->bytes();
    const auto font = FoFiTrueType::make(bytes.data(), static_cast<int>(bytes.size()));
    int count = 0;
    int* glyphs = font && font->isOpenTypeCFF() ? font->getCIDToGIDMap(&count) : nullptr;
    for (int cid = 0; glyphs != nullptr && cid < std::min(count, kMostCids); ++cid)
        evidence.glyph_of_code.push_back(glyphs[cid] > 0 ? static_cast<std::uint32_t>(glyphs[cid]) : 0);
    gfree(glyphs);
}

void add_composite(const GfxCIDFont& font, FontEvidence& evidence) {
    const GooString* collection = font.getCollection();
    // Poppler gives the bare code for Unicode then.
    const bool identity = collection != nullptr && collection->toStr() == "Adobe-Identity";
    evidence.file_names_glyphs = font.hasToUnicodeCMap() || !identity;
    const int* glyphs = font.getCIDToGID();
    for (unsigned int cid = 0; glyphs != nullptr && cid < font.getCIDToGIDLen(); ++cid)
        evidence.glyph_of_code.push_back(glyphs[cid] > 0 ? static_cast<std::uint32_t>(glyphs[cid]) : 0);
}

bool has_truetype(const GfxFont& font) {
    constexpr std::array kTypes{fontTrueType, fontTrueTypeOT, fontCIDType2, fontCIDType2OT, fontCIDType0COT};
    return std::find(kTypes.begin(), kTypes.end(), font.getType()) != kTypes.end();
}

/// What the file calls a code by itself; 0 for none and for several characters. Two bytes are the codes of
/// nearly all composite fonts; of others this asks the wrong code, and sees it by what comes back.
char32_t said_of(const GfxFont& font, std::uint32_t code) {
    const std::array<char, 2> bytes{static_cast<char>(code >> 8U), static_cast<char>(code)};
    const bool composite = font.isCIDFont();
    CharCode read = 0;
    const Unicode* characters = nullptr;
    int length = 0;
    double ignored = 0;
    font.getNextChar(composite ? bytes.data() : bytes.data() + 1, composite ? 2 : 1, &read, &characters,
                     &length, &ignored, &ignored, &ignored, &ignored);
    return read == code && length == 1 && characters != nullptr ? characters[0] : 0;
}

}  // namespace

GlyphName name_by_font(GlyphNames& names, const GfxFont& font, Glyph& glyph) {
    if (!names.file_names_glyphs()) glyph.unicode.clear();
    const auto said = [&](std::uint32_t code) { return names.file_names_glyphs() ? said_of(font, code) : 0; };
    const GlyphName name = names.name_of(glyph.code, glyph.unicode, said);
    glyph.named_by = name.by;
    const bool agrees = glyph.unicode.size() == 1 && glyph.unicode[0] == name.character;
    const bool mark =
        glyph.unicode.size() == 1 &&
        (thai::is_mark(glyph.unicode[0]) || thai::is_mark(thai::thai_of_private_use(glyph.unicode[0])));
    const std::uint32_t codes = font.isCIDFont() ? names.code_count() : kSimpleCodes;
    if (name.character == 0 && mark && names.is_contested(glyph.code, codes, said))
        glyph.named_by = NamedBy::kContested;
    if (name.character != 0 && !agrees)
        glyph.said = std::exchange(glyph.unicode, std::u32string(1, name.character));
    return name;
}

std::shared_ptr<const Sfnt> FontShelf::program_of(const GfxFont& font, XRef& xref) {
    Ref id;
    if (!has_truetype(font) || !font.getEmbeddedFontID(&id)) return nullptr;
    const Key key{id.num, id.gen};
    if (const auto known = programs_.find(key); known != programs_.end()) return known->second;
    std::shared_ptr<const Sfnt> program;
    if (auto sfnt = Sfnt::open(bytes_of(id, xref))) {
        program = std::make_shared<const Sfnt>(std::move(*sfnt));
        bytes_ += program->bytes().size();
    }
    programs_.emplace(key, program);
    return program;
}

FontEvidence FontShelf::evidence_of(GfxFont& font, XRef& xref) {
    FontEvidence evidence;
    evidence.name = font.getName().value_or("");
    evidence.program = program_of(font, xref);
    if (font.isCIDFont()) {
        add_composite(static_cast<const GfxCIDFont&>(font), evidence);
        Ref id;
        if (font.getType() == fontCIDType0COT && evidence.program) add_charset(evidence);
        if (font.getType() == fontCIDType0C && font.getEmbeddedFontID(&id))
            add_cff(bytes_of(id, xref), evidence);
    } else {
        add_simple(static_cast<Gfx8BitFont&>(font), evidence);
    }
    return evidence;
}

std::shared_ptr<GlyphNames> FontShelf::names_of(GfxFont& font, XRef& xref) {
    const Key key{font.getID()->num, font.getID()->gen};
    if (const auto known = fonts_.find(key); known != fonts_.end()) return known->second;
    if (bytes_ > kMostBytes || fonts_.size() >= kMostFonts) {
        fonts_.clear();
        programs_.clear();
        bytes_ = 0;
    }
    auto names = std::make_shared<GlyphNames>(evidence_of(font, xref));
    fonts_.emplace(key, names);
    return names;
}

}  // namespace tarang::read
