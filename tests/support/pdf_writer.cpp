#include "tests/support/pdf_writer.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <stdexcept>

namespace tarang::test {
namespace {

std::string hex(unsigned value, int digits) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%0*X", digits, value);
    return buffer;
}

/// Objects with their offsets; object numbers from 1.
class Objects {
public:
    int add(const std::string& body) {
        offsets_.push_back(bytes_.size());
        bytes_ += std::to_string(offsets_.size()) + " 0 obj\n" + body + "\nendobj\n";
        return static_cast<int>(offsets_.size());
    }
    int add_stream(const std::string& dictionary, const std::string& data) {
        return add("<< " + dictionary + " /Length " + std::to_string(data.size()) + " >>\nstream\n" + data +
                   "\nendstream");
    }
    int next() const { return static_cast<int>(offsets_.size()) + 1; }

    std::string finish(int root) {
        const std::size_t start = bytes_.size();
        bytes_ += "xref\n0 " + std::to_string(offsets_.size() + 1) + "\n0000000000 65535 f \n";
        for (const std::size_t offset : offsets_) {
            char line[32];
            std::snprintf(line, sizeof line, "%010zu 00000 n \n", offset);
            bytes_ += line;
        }
        return bytes_ + "trailer\n<< /Size " + std::to_string(offsets_.size() + 1) + " /Root " + ref(root) +
               " >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
    }

    static std::string ref(int number) { return std::to_string(number) + " 0 R"; }

private:
    std::string bytes_ = "%PDF-1.7\n";
    std::vector<std::size_t> offsets_;
};

std::string to_unicode_map(const PdfFont& font) {
    std::string lines;
    int count = 0;
    for (const auto& [code, glyph] : font.glyphs) {
        if (glyph.unicode.empty()) continue;
        lines += "<" + hex(code, 4) + "> <";
        for (const char16_t unit : glyph.unicode) lines += hex(unit, 4);
        lines += ">\n";
        ++count;
    }
    return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
           "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" +
           std::to_string(count) + " beginbfchar\n" + lines + "endbfchar\nendcmap end end\n";
}

int write_font(Objects& objects, const PdfFont& font) {
    const int map = font.to_unicode ? objects.add_stream("", to_unicode_map(font)) : 0;
    const bool cff = !font.cff.empty();
    const int program = cff                    ? objects.add_stream("/Subtype /CIDFontType0C", font.cff)
                        : font.program.empty() ? 0
                                               : objects.add_stream("", font.program);
    std::string widths;
    for (const auto& [code, glyph] : font.glyphs) {
        widths += std::to_string(code) + " [" + std::to_string(glyph.width) + "] ";
    }
    const int descriptor = objects.add(
        "<< /Type /FontDescriptor /FontName /" + font.name + " /Flags 4 /Ascent " +
        std::to_string(font.ascent) + " /Descent " + std::to_string(font.descent) +
        " /ItalicAngle 0 /StemV 80 /CapHeight 700 /FontBBox [0 -200 1000 800]" +
        (program == 0 ? "" : (cff ? " /FontFile3 " : " /FontFile2 ") + Objects::ref(program)) + " >>");
    const int descendant = objects.add(
        std::string("<< /Type /Font /Subtype /CIDFontType") + (cff ? "0" : "2") + " /BaseFont /" + font.name +
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        " /FontDescriptor " +
        Objects::ref(descriptor) + " /DW 1000 /W [" + widths + "]" + (cff ? "" : " /CIDToGIDMap /Identity") +
        " >>");
    return objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + font.name +
                       " /Encoding /Identity-H /DescendantFonts [" + Objects::ref(descendant) + "]" +
                       (map == 0 ? "" : " /ToUnicode " + Objects::ref(map)) + " >>");
}

}  // namespace

std::string PdfWriter::bytes() const {
    Objects objects;
    std::string resources = "<< /Font << ";
    for (std::size_t i = 0; i < fonts_.size(); ++i) {
        resources += "/F" + std::to_string(i) + " " + Objects::ref(write_font(objects, fonts_[i])) + " ";
    }
    for (const Named& font : font_dictionaries_)
        resources += "/" + font.name + " << " + font.dictionary + " >> ";
    resources += ">> /XObject << ";
    for (const Named& x : xobjects_) {
        const int object = objects.add_stream("/Type /XObject " + x.dictionary, x.data);
        resources += "/" + x.name + " " + Objects::ref(object) + " ";
    }
    resources += ">> /ExtGState << ";
    for (const Named& state : states_) resources += "/" + state.name + " << " + state.dictionary + " >> ";
    resources += ">> >>";
    const int shared = objects.add(resources);

    std::vector<int> contents;
    for (const PdfPage& page : pages_) contents.push_back(objects.add_stream("", page.content));
    const int tree = objects.next() + static_cast<int>(pages_.size());
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        const int page =
            objects.add("<< /Type /Page /Parent " + Objects::ref(tree) + " /MediaBox [" +
                        pages_[i].media_box + "] /Resources " + Objects::ref(shared) + " /Contents " +
                        Objects::ref(contents[i]) + " " + pages_[i].extra + " >>");
        kids += Objects::ref(page) + " ";
    }
    objects.add("<< /Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [" + kids + "] >>");
    return objects.finish(objects.add("<< /Type /Catalog /Pages " + Objects::ref(tree) + " >>"));
}

PdfFont font_of_characters(std::u16string_view text, int width) {
    PdfFont font;
    std::uint16_t code = 1;
    for (const char16_t unit : text) font.glyphs[code++] = {std::u16string(1, unit), width};
    return font;
}

TemporaryFile::TemporaryFile(std::string_view bytes) : fd_(::memfd_create("tarang-test", MFD_CLOEXEC)) {
    if (fd_ < 0) throw std::runtime_error("memfd_create failed");
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
        if (written <= 0) throw std::runtime_error("write failed");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

TemporaryFile::~TemporaryFile() { ::close(fd_); }

}  // namespace tarang::test
