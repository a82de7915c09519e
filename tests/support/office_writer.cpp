#include "tests/support/office_writer.h"

#include <array>

namespace tarang::test {
namespace {

std::uint32_t crc_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int i = 0; i < 8; ++i) crc = (crc >> 1U) ^ (0xEDB88320U & (0U - (crc & 1U)));
    }
    return ~crc;
}

void put(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
}

/// What local header and directory have in common, from the flags on.
std::string entry_of(const ZipWriter::Member& member) {
    std::string entry;
    put(entry, member.flags, 2);
    put(entry, 0, 2);           // stored
    put(entry, 0x00210000, 4);  // 1 January 1980
    put(entry, crc_of(member.bytes), 4);
    put(entry, member.bytes.size(), 4);
    put(entry,
        static_cast<std::uint64_t>(static_cast<std::int64_t>(member.bytes.size()) + member.declared_more), 4);
    put(entry, member.name.size(), 2);
    put(entry, 0, 2);
    return entry;
}

constexpr std::string_view kRelationsSpace = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relations(const std::vector<std::array<std::string, 3>>& list) {
    std::string xml = "<Relationships xmlns=\"" + std::string(kRelationsSpace) + "\">";
    for (const auto& [id, type, target] : list)
        xml += "<Relationship Id=\"" + id + "\" Type=\"" + std::string(kTypes) + type + "\" Target=\"" +
               target + "\"/>";
    return xml + "</Relationships>";
}

}  // namespace

std::string ZipWriter::bytes() const {
    std::string out;
    std::string directory;
    for (const Member& member : members_) {
        const std::string entry = entry_of(member);
        put(directory, 0x02014B50, 4);
        put(directory, 20, 2);
        put(directory, 20, 2);
        directory += entry;
        put(directory, 0, 2);  // comment
        put(directory, 0, 2);  // disk
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, out.size(), 4);
        directory += member.name;
        put(out, 0x04034B50, 4);
        put(out, member.own_version, 2);
        out += entry + member.name + member.bytes;
    }
    const std::size_t start = out.size();
    out += directory;
    put(out, 0x06054B50, 4);
    put(out, 0, 4);
    put(out, members_.size(), 2);
    put(out, members_.size(), 2);
    put(out, directory.size(), 4);
    put(out, start, 4);
    put(out, 0, 2);
    return out;
}

std::string docx(std::string_view body, std::string_view numbering, std::string_view styles) {
    constexpr std::string_view kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const std::string document =
        "<w:document xmlns:w=\"" + std::string(kWord) +
        "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
        " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
        " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
        " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
        " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
        " xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>" +
        std::string(body) + "</w:body></w:document>";
    const auto part = [&](std::string_view root, std::string_view content) {
        return "<w:" + std::string(root) + " xmlns:w=\"" + std::string(kWord) + "\">" + std::string(content) +
               "</w:" + std::string(root) + ">";
    };
    return ZipWriter()
        .add("_rels/.rels", relations({{"r1", "officeDocument", "word/document.xml"}}))
        .add("word/_rels/document.xml.rels", relations({{"r1", "numbering", "numbering.xml"},
                                                        {"r2", "styles", "styles.xml"},
                                                        {"scan", "image", "media/scan.png"}}))
        .add("word/document.xml", document)
        .add("word/numbering.xml", part("numbering", numbering))
        .add("word/styles.xml", part("styles", styles))
        .bytes();
}

std::string xlsx(const std::vector<SheetSource>& sheets, std::string_view styles, std::string_view strings,
                 std::string_view workbook) {
    constexpr std::string_view kSheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const auto part = [&](std::string_view root, std::string_view content) {
        return "<" + std::string(root) + " xmlns=\"" + std::string(kSheet) +
               "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" +
               std::string(content) + "</" + std::string(root) + ">";
    };
    std::string list = std::string(workbook) + "<sheets>";
    std::vector<std::array<std::string, 3>> targets{{"s1", "styles", "styles.xml"},
                                                    {"s2", "sharedStrings", "sharedStrings.xml"}};
    ZipWriter zip;
    zip.add("_rels/.rels", relations({{"r1", "officeDocument", "xl/workbook.xml"}}));
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        list += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + number + "\" r:id=\"r" + number +
                "\" " + sheets[i].attributes + "/>";
        targets.push_back({"r" + number, "worksheet", "worksheets/sheet" + number + ".xml"});
        zip.add("xl/worksheets/sheet" + number + ".xml", part("worksheet", sheets[i].content));
    }
    return zip.add("xl/workbook.xml", part("workbook", list + "</sheets>"))
        .add("xl/_rels/workbook.xml.rels", relations(targets))
        .add("xl/styles.xml", part("styleSheet", styles))
        .add("xl/sharedStrings.xml", part("sst", strings))
        .bytes();
}

std::string paragraph(std::string_view text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r></w:p>";
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
    std::string xml = "<w:tbl><w:tblGrid>";
    for (std::size_t i = 0; i < rows.front().size(); ++i) xml += "<w:gridCol w:w=\"1440\"/>";
    xml += "</w:tblGrid>";
    for (const auto& row : rows) {
        xml += "<w:tr>";
        for (const std::string& text : row)
            xml += "<w:tc>" + (text.starts_with('<') ? text : paragraph(text)) + "</w:tc>";
        xml += "</w:tr>";
    }
    return xml + "</w:tbl>";
}

std::string row_of(int number, const std::vector<std::string>& texts) {
    std::string xml = "<row r=\"" + std::to_string(number) + "\">";
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].empty()) continue;
        const std::string address = std::string(1, static_cast<char>('A' + i)) + std::to_string(number);
        xml += "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + texts[i] + "</t></is></c>";
    }
    return xml + "</row>";
}

}  // namespace tarang::test
