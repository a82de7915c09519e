// `tarang export --format docx`: the reports as their offices know them, to be edited and signed in Word
// (ECMA-376, WordprocessingML).
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "host/export/export.h"
#include "host/export/form/lines.h"
#include "host/export/form/zip_writer.h"

namespace tarang::exporting {

/// A4 landscape; each report begins on a page of its own with who handed it in, its title, agency and year,
/// then one table whose header comes again on each page, with headings, activities and sums, then a place to
/// sign. Cells of flagged fields are marked by colour.
class DocxExport : public Export {
public:
    /// `survey` has seen every document that will be added.
    DocxExport(std::ostream& out, Language language, const FormSurvey& survey);

    void add(const StoredDocument& document) override;
    void finish() override;

private:
    /// How a paragraph looks: one of the styles of the file.
    enum class Style : std::uint8_t { kTitle, kCell, kHeader, kHeading, kNumber, kMoney, kSign };
    void write(std::string_view xml);
    void paragraph(const std::string& text, Style style, bool new_page = false);
    void begin_table(const FormTable& table);
    void row(const FormTable& table, const FormLine& line);
    void merged_row(const FormTable& table, const std::string& text);
    void cell(int width, const std::string& text, Style style, bool marked, int columns = 1);
    void write_part(const FormTable& table, const FormPart& part);
    std::string word(const Words& words) const { return words.in(language_); }

    std::ostream& out_;
    Language language_;
    std::vector<FormTable> tables_;
    std::vector<FormSums> sums_;  ///< one a table
    TemporaryFile body_{"the Word file"};
    std::uint64_t size_ = 0;
    std::uint32_t crc_ = 0;
    bool any_ = false;
    bool any_marked_ = false;
};

}  // namespace tarang::exporting
