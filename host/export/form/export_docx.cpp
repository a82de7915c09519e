#include "host/export/form/export_docx.h"

#include <algorithm>
#include <array>
#include <utility>

#include "host/export/plain_text.h"
#include "host/export/terminal/show.h"
#include "lib/thai/markup.h"

namespace tarang::exporting {
namespace {

// Twentieths of a point.
constexpr int kPageLength = 16838;
constexpr int kPageHeight = 11906;
constexpr int kMargin = 720;
constexpr int kRoom = kPageLength - 2 * kMargin;

/// Letters of 12 points that a line of the page holds, about, in the widest font that may take the place of
/// ours (Laksaman); a cell's margins take two.
constexpr FormPage kPage{118, 2};

constexpr std::string_view kDeclaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr std::string_view kSpace =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
constexpr std::string_view kTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

// The font that Thai offices are told to use, smaller than in letters: tables have many columns. Sizes count
// half points, and are said twice, for Latin and for Thai.
constexpr std::string_view kStyles = R"(<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="TH SarabunPSK" w:hAnsi="TH SarabunPSK" w:cs="TH SarabunPSK" w:eastAsia="TH SarabunPSK"/>
<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Header"><w:name w:val="Column title"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Heading"><w:name w:val="Row heading"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Number"><w:name w:val="Number"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Money"><w:name w:val="Money"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="right"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Sign"><w:name w:val="Signature"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="120"/><w:ind w:left="8400"/><w:jc w:val="center"/></w:pPr></w:style>
)";

std::string xml_text(std::string_view text) {
    std::string xml;
    for (const char c : plain_text(text)) {
        if (c == '\n')
            xml += R"(</w:t><w:br/><w:t xml:space="preserve">)";
        else if (c == '\t')
            xml += ' ';
        else
            thai::append_escaped(xml, c);
    }
    return R"(<w:r><w:t xml:space="preserve">)" + xml + "</w:t></w:r>";
}

std::string field_code(std::string_view code) {
    return R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> )" +
           std::string(code) + R"( </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>)";
}

/// Each column's width in twentieths of a point; together they fill the page.
std::vector<int> widths_of(const FormTable& table) {
    double all = 0;
    for (const FormColumn& column : table.columns) all += column.width + kPage.gap;
    std::vector<int> widths;
    for (const FormColumn& column : table.columns)
        widths.push_back(static_cast<int>(kRoom * (column.width + kPage.gap) / all));
    return widths;
}

std::string text_of(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* amount = std::get_if<Satang>(&value)) return text_of_satang(*amount);
    return {};
}

}  // namespace

DocxExport::DocxExport(std::ostream& out, Language language, const FormSurvey& survey)
    : out_(out), language_(language), tables_(survey.tables(language, kPage)) {
    for (const FormTable& table : tables_) sums_.emplace_back(table);
    write(kDeclaration);
    write("<w:document" + std::string(kSpace) + "><w:body>");
}

void DocxExport::write(std::string_view xml) {
    body_.append(xml);
    size_ += xml.size();
    crc_ = crc_of(xml, crc_);
}

void DocxExport::paragraph(const std::string& text, Style style, bool new_page) {
    constexpr std::array<std::string_view, 7> kNames{"Title",  "Cell",  "Header", "Heading",
                                                     "Number", "Money", "Sign"};
    write("<w:p><w:pPr><w:pStyle w:val=\"" + std::string(kNames.at(static_cast<std::size_t>(style))) +
          "\"/>" + (new_page ? "<w:pageBreakBefore/>" : "") + "</w:pPr>" +
          (text.empty() ? std::string() : xml_text(text)) + "</w:p>");
}

void DocxExport::cell(int width, const std::string& text, Style style, bool marked, int columns) {
    std::string properties = "<w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>";
    if (columns > 1) properties += "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>";
    const std::string_view fill = marked ? "FFF3C4" : style == Style::kHeader ? "DDE6F0" : "";
    if (!fill.empty())
        properties += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + std::string(fill) + "\"/>";
    write("<w:tc><w:tcPr>" + properties + "</w:tcPr>");
    paragraph(text, style);
    write("</w:tc>");
    any_marked_ = any_marked_ || marked;
}

void DocxExport::begin_table(const FormTable& table) {
    const std::vector<int> widths = widths_of(table);
    std::string borders;
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        borders += "<w:" + std::string(side) + R"( w:val="single" w:sz="4" w:space="0" w:color="auto"/>)";
    std::string grid;
    for (const int width : widths) grid += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
    write(
        "<w:tbl><w:tblPr><w:tblW w:w=\"" + std::to_string(kRoom) + "\" w:type=\"dxa\"/><w:tblBorders>" +
        borders +
        R"(</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>)" +
        grid + "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const FormColumn& column = table.columns[i];
        cell(widths[i], column.title + (column.money ? word({" (บาท)", " (baht)"}) : ""), Style::kHeader,
             false);
    }
    write("</w:tr>");
}

void DocxExport::merged_row(const FormTable& table, const std::string& text) {
    write("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    cell(kRoom, text, Style::kHeading, false, static_cast<int>(table.columns.size()));
    write("</w:tr>");
}

/// Of a total the words stand over the columns before the first sum.
void DocxExport::row(const FormTable& table, const FormLine& line) {
    const bool total = line.kind == FormLine::Kind::kTotal;
    const auto sum = std::find_if(line.cells.begin(), line.cells.end(),
                                  [](const FormCell& one) { return one.value.index() != 0; });
    const std::size_t first = total ? static_cast<std::size_t>(sum - line.cells.begin()) : 0;
    if (total && (first == 0 || sum == line.cells.end())) merged_row(table, line.text);
    if (total && sum == line.cells.end()) return;
    const std::vector<int> widths = widths_of(table);
    write("<w:tr>");
    if (first > 0) {
        int width = 0;
        for (std::size_t i = 0; i < first; ++i) width += widths[i];
        cell(width, line.text, Style::kHeading, false, static_cast<int>(first));
    }
    for (std::size_t i = first; i < line.cells.size(); ++i) {
        const bool money = std::holds_alternative<Satang>(line.cells[i].value);
        const bool number = table.columns[i].key == FieldKey::kNumber;
        cell(widths[i], text_of(line.cells[i].value),
             money    ? Style::kMoney
             : number ? Style::kNumber
                      : Style::kCell,
             line.cells[i].marked);
    }
    write("</w:tr>");
}

void DocxExport::write_part(const FormTable& table, const FormPart& part) {
    const std::vector<std::string> head = part.head.parts();
    for (std::size_t i = 0; i < head.size(); ++i) paragraph(head[i], Style::kTitle, any_ && i == 0);
    if (head.empty()) paragraph("", Style::kTitle, any_);
    any_ = true;
    begin_table(table);
    for (const FormLine& line : part.lines) {
        if (line.kind == FormLine::Kind::kHeading)
            merged_row(table, line.text);
        else
            row(table, line);
    }
    write("</w:tbl>");
    const std::string dots(40, '.');
    paragraph("", Style::kSign);
    paragraph(word({"ลงชื่อ ", "Signed "}) + dots, Style::kSign);
    paragraph("(" + dots + ")", Style::kSign);
    paragraph(word({"ตำแหน่ง ", "Position "}) + dots, Style::kSign);
    paragraph("", Style::kCell);
}

void DocxExport::add(const StoredDocument& document) {
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        for (const FormPart& part : form_parts(document, tables_[i], language_, sums_[i]))
            write_part(tables_[i], part);
    }
}

void DocxExport::finish() {
    bool began = false;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        if (tables_[i].documents.size() < 2) continue;
        const bool first = !std::exchange(began, true);
        paragraph(word({"รวมทุกเอกสาร", "All documents"}), Style::kTitle, first);
        begin_table(tables_[i]);
        row(tables_[i], sums_[i].line(language_));
        write("</w:tbl>");
        paragraph("", Style::kCell);
    }
    if (any_marked_)
        paragraph(
            word({"ช่องสีเหลือง: รอเจ้าหน้าที่ตรวจสอบกับต้นฉบับ", "Yellow cells await a check against the original."}),
            Style::kCell);
    if (!any_) paragraph(word({"ไม่มีกิจกรรม", "No activities"}), Style::kCell);
    const auto text = [](int number) { return std::to_string(number); };
    write("<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"" +
          text(kPageLength) + "\" w:h=\"" + text(kPageHeight) +
          "\" w:orient=\"landscape\"/><w:pgMar w:top=\"" + text(kMargin) + "\" w:right=\"" + text(kMargin) +
          "\" w:bottom=\"" + text(kMargin) + "\" w:left=\"" + text(kMargin) +
          "\" w:header=\"360\" w:footer=\"360\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
    const std::string declaration(kDeclaration);
    const std::string types(kTypes);
    const std::string relations(kRelations);
    const std::string space =
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    const auto relation = [&](int id, const std::string& kind, const std::string& target) {
        return "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"" + relations + kind +
               "\" Target=\"" + target + "\"/>";
    };
    const auto part = [&](const std::string& name, const std::string& kind) {
        return "<Override PartName=\"/word/" + name + "\" ContentType=\"" + types + kind + "+xml\"/>";
    };
    ZipWriter zip(out_);
    zip.add(
        "[Content_Types].xml",
        declaration +
            R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
            R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
            R"(<Default Extension="xml" ContentType="application/xml"/>)" +
            part("document.xml", "document.main") + part("styles.xml", "styles") +
            part("footer1.xml", "footer") + "</Types>");
    zip.add("_rels/.rels",
            declaration + space + relation(1, "officeDocument", "word/document.xml") + "</Relationships>");
    zip.add("word/document.xml", body_, size_, crc_);
    zip.add("word/_rels/document.xml.rels", declaration + space + relation(1, "styles", "styles.xml") +
                                                relation(2, "footer", "footer1.xml") + "</Relationships>");
    zip.add("word/styles.xml",
            declaration + "<w:styles" + std::string(kSpace) + ">" + std::string(kStyles) + "</w:styles>");
    zip.add("word/footer1.xml", declaration + "<w:ftr" + std::string(kSpace) +
                                    "><w:p><w:pPr><w:pStyle w:val=\"Number\"/></w:pPr>" +
                                    xml_text(word({"หน้า ", "Page "})) + field_code("PAGE") +
                                    xml_text(word({" จาก ", " of "})) + field_code("NUMPAGES") +
                                    "</w:p></w:ftr>");
    zip.finish();
}

}  // namespace tarang::exporting
