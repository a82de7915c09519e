#include "pipeline/read/office/office.h"

#include <algorithm>
#include <string>
#include <utility>

#include "pipeline/read/office/compound.h"
#include "pipeline/read/office/container.h"
#include "pipeline/read/office/package.h"
#include "pipeline/read/office/sheet_content.h"
#include "pipeline/read/office/sheet_tables.h"
#include "pipeline/read/office/word_document.h"
#include "pipeline/read/office/word_tables.h"
#include "pipeline/read/office/workbook.h"
#include "pipeline/read/office/xls.h"
#include "pipeline/read/office/xml.h"

namespace tarang::read::office {
namespace {

/// The root of a part says what it is; names of parts may be anything.
class RootReader : public XmlHandler {
public:
    void start(const Tag& tag) override {
        if (!known_) {
            word = tag.is(Space::kWord, "document");
            sheet = tag.is(Space::kSheet, "workbook");
        }
        known_ = true;
    }
    void end(Space /*space*/, std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}

    bool word = false;
    bool sheet = false;

private:
    bool known_ = false;
};

/// OpenDocument says in its list of members which of them are encrypted.
class ManifestReader : public XmlHandler {
public:
    void start(const Tag& tag) override {
        encrypted = encrypted || tag.is(Space::kManifest, "encryption-data");
    }
    void end(Space /*space*/, std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}

    bool encrypted = false;
};

constexpr std::string_view kManifest = "META-INF/manifest.xml";

EventCode code_of_other(Container& container, const Limits& limits) {
    ManifestReader manifest;
    if (!container.has(kManifest)) return EventCode::kUnsupportedFormat;
    const EventCode code = parse_part(container, kManifest, manifest, limits);
    if (code != EventCode::kOk) return code;
    return manifest.encrypted ? EventCode::kEncrypted : EventCode::kUnsupportedFormat;
}

std::variant<OfficeContent, EventCode> read_word_file(Container& container, const std::string& part,
                                                      const Limits& limits) {
    auto read = read_word(container, part, limits);
    if (const auto* code = std::get_if<EventCode>(&read)) return *code;
    return clean_word(std::get<WordDocument>(read), limits);
}

/// A hidden sheet is read and told, and gives no table.
void hide(CleanDocument hidden, const std::string& name, CleanDocument& result) {
    std::size_t cells = 0;
    for (CleanTable& table : hidden.tables) {
        for (Field& line : table.headings) result.other_text.push_back(std::move(line));
        for (CleanCell& cell : table.cells) {
            if (cell.value.text.empty()) continue;
            ++cells;
            result.other_text.push_back(std::move(cell.value));
        }
    }
    std::move(hidden.other_text.begin(), hidden.other_text.end(), std::back_inserter(result.other_text));
    Finding finding;
    finding.code = FindingCode::kHiddenSheet;
    finding.arguments = {name, std::to_string(cells)};
    if (cells > 0) result.findings.push_back(std::move(finding));
}

/// A sheet has no paper of its own: a page on it is as large as on usual paper.
void add_pictures(const SheetContent& content, bool is_hidden, OfficeContent& result) {
    for (const Picture& picture : content.pictures) {
        if (!is_hidden && !picture.part.empty() && fills(TextArea(), picture))
            result.pictures.push_back(
                {picture, static_cast<std::int32_t>(result.document.tables.size()), {}});
        else if (is_large(picture))
            ++result.other_pictures;
    }
}

bool add_content(const SheetContent& content, const CellStyles& styles, bool is_hidden, const Limits& limits,
                 OfficeContent& result) {
    if (!is_hidden) {
        if (!add_sheet(content, styles, limits.max_grid, result.document)) return false;
    } else {
        CleanDocument hidden;
        if (!add_sheet(content, styles, limits.max_grid, hidden)) return false;
        hide(std::move(hidden), content.name, result.document);
    }
    add_pictures(content, is_hidden, result);
    return true;
}

std::variant<OfficeContent, EventCode> read_sheets(Container& container, const std::string& part,
                                                   const Limits& limits) {
    auto read = read_workbook(container, part, limits);
    if (const auto* code = std::get_if<EventCode>(&read)) return *code;
    const auto& book = std::get<Workbook>(read);
    Limits left = limits;
    OfficeContent result;
    for (const SheetEntry& entry : book.sheets) {
        const auto sheet = read_content(container, entry, book, left);
        if (const auto* code = std::get_if<EventCode>(&sheet)) return *code;
        const auto& content = std::get<SheetContent>(sheet);
        left.max_cells -= std::ssize(content.cells) + std::ssize(content.hidden);
        if (!add_content(content, book.styles, entry.hidden, limits, result)) return EventCode::kTooComplex;
    }
    return result;
}

/// Older programs' files, and what today's make of a file with a password.
std::variant<OfficeContent, EventCode> read_compound(int fd, const Limits& limits) {
    const std::vector<std::string> names = compound_names(fd);
    const auto has = [&names](std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (has("EncryptedPackage")) return EventCode::kEncrypted;
    if (!has("Workbook")) return EventCode::kUnsupportedFormat;
    const std::string stream = compound_stream(fd, "Workbook", static_cast<std::size_t>(limits.max_text));
    auto read = read_xls(stream, limits);
    if (const auto* code = std::get_if<EventCode>(&read)) return *code;
    const auto& book = std::get<XlsBook>(read);
    OfficeContent result;
    for (const XlsSheet& sheet : book.sheets) {
        if (!add_content(sheet.content, book.styles, sheet.hidden, limits, result))
            return EventCode::kTooComplex;
    }
    return result;
}

}  // namespace

std::variant<OfficeContent, EventCode> read_office(int fd, const Limits& limits) {
    if (is_compound(fd)) return read_compound(fd, limits);
    auto opened = Container::open_office(fd, limits);
    if (const auto* code = std::get_if<EventCode>(&opened)) return *code;
    auto& container = std::get<Container>(opened);
    auto listed = relations_of(container, "", limits);
    if (const auto* code = std::get_if<EventCode>(&listed)) return *code;
    const std::string part = target_of_type(std::get<std::vector<Relation>>(listed), "officeDocument");
    if (part.empty()) return code_of_other(container, limits);
    if (part.ends_with(".bin")) return EventCode::kUnsupportedFormat;  // XLSB
    if (!container.has(part)) return EventCode::kDamaged;
    RootReader root;
    const EventCode code = parse_part(container, part, root, limits);
    if (code != EventCode::kOk) return code;
    if (root.word) return read_word_file(container, part, limits);
    if (root.sheet) return read_sheets(container, part, limits);
    return EventCode::kUnsupportedFormat;
}

}  // namespace tarang::read::office
