// Tiny PDFs for tests: content streams in, bytes out.
//
// Fonts are Type 0 with Identity-H: two-byte codes, widths and a ToUnicode map as the test says, so that a
// glyph's code, character and advance are exactly known. Mostly without a font program: nothing can be seen
// of such a font, so tests of pixels draw paths.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tarang::test {

struct PdfGlyph {
    std::u16string unicode;  ///< empty: the map has no entry
    int width = 500;         ///< thousandths of the font size
};

struct PdfFont {
    std::string name = "Test";  ///< bytes of /BaseFont; '#' escapes as in PDF names
    std::map<std::uint16_t, PdfGlyph> glyphs;
    int ascent = 800;
    int descent = -200;
    std::string program =
        {};                ///< the bytes of an embedded TrueType font (font_writer.h); codes are its glyphs
    std::string cff = {};  ///< the bytes of an embedded CFF font (font_writer.h) instead; codes are its CIDs
    bool to_unicode = true;  ///< false: no map at all
};

struct PdfPage {
    std::string content;
    std::string media_box = "0 0 600 400";
    std::string extra = {};  ///< more entries of the page dictionary, such as "/Rotate 90"
};

/// A PDF under construction. Fonts are /F0, /F1, ... in the order in which they were added.
class PdfWriter {
public:
    void add_font(PdfFont font) { fonts_.push_back(std::move(font)); }
    /// A font dictionary as it is, under a name of its own.
    void add_font_dictionary(std::string name, std::string entries) {
        font_dictionaries_.push_back({std::move(name), std::move(entries), {}});
    }
    void add_page(PdfPage page) { pages_.push_back(std::move(page)); }
    /// An XObject under its own name: `dictionary` without /Length, e.g. "/Subtype /Image /Width 1 ...".
    void add_xobject(std::string name, std::string dictionary, std::string data) {
        xobjects_.push_back({std::move(name), std::move(dictionary), std::move(data)});
    }
    /// An entry of /ExtGState, e.g. ("Clear", "/ca 0").
    void add_graphics_state(std::string name, std::string entries) {
        states_.push_back({std::move(name), std::move(entries), {}});
    }

    std::string bytes() const;

private:
    struct Named {
        std::string name;
        std::string dictionary;
        std::string data;
    };
    std::vector<PdfFont> fonts_;
    std::vector<Named> font_dictionaries_;
    std::vector<PdfPage> pages_;
    std::vector<Named> xobjects_;
    std::vector<Named> states_;
};

/// A font whose code 1, 2, ... are the characters of `text`, all `width` wide.
PdfFont font_of_characters(std::u16string_view text, int width = 500);

/// A file without a name that holds `bytes`; closed with the object.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string_view bytes);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    int fd() const { return fd_; }

private:
    int fd_ = -1;
};

}  // namespace tarang::test
