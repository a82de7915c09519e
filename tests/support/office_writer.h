// Office files for tests, composed part by part: what python-docx and openpyxl cannot write, and files that
// are broken on purpose.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarang::test {

/// A ZIP archive of stored members. Its fields may be made to lie.
class ZipWriter {
public:
    struct Member {
        std::string name;
        std::string bytes;
        std::uint16_t flags = 0x800;     ///< the name is UTF-8
        std::int64_t declared_more = 0;  ///< unpacked size declared in addition to the true one
        std::uint16_t own_version = 20;  ///< "version needed" of the member's own header; the directory has 20
    };

    ZipWriter& add(std::string name, std::string bytes) {
        members_.push_back({std::move(name), std::move(bytes)});
        return *this;
    }
    ZipWriter& add(Member member) {
        members_.push_back(std::move(member));
        return *this;
    }
    std::string bytes() const;

private:
    std::vector<Member> members_;
};

/// A DOCX of this body (elements with the prefixes w, wp, a, wps, v, mc, w14, r); further parts as they are. The
/// relation "scan" is a picture that is not there.
std::string docx(std::string_view body, std::string_view numbering = {}, std::string_view styles = {});

/// One sheet: its name, attributes of its entry (state="hidden"), and what stands in its worksheet element.
struct SheetSource {
    std::string name;
    std::string content;
    std::string attributes = {};
};

/// An XLSX of these sheets; `styles` is what stands in its styleSheet element, `strings` in its sst.
std::string xlsx(const std::vector<SheetSource>& sheets, std::string_view styles = {},
                 std::string_view strings = {}, std::string_view workbook = {});

/// Paragraphs and tables for a body.
std::string paragraph(std::string_view text);
std::string table(const std::vector<std::vector<std::string>>& rows);

/// A row of inline strings, from column A on; "" is no cell.
std::string row_of(int number, const std::vector<std::string>& texts);

}  // namespace tarang::test
