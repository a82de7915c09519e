#include "pipeline/read/office/workbook.h"

#include <algorithm>
#include <utility>

#include "pipeline/read/office/package.h"
#include "pipeline/read/office/xml.h"

namespace tarang::read::office {
namespace {

class WorkbookReader : public XmlHandler {
public:
    WorkbookReader(const std::vector<Relation>& relations, Workbook& book)
        : relations_(relations), book_(book) {}

    void start(const Tag& tag) override {
        if (tag.is(Space::kSheet, "workbookPr")) book_.from_1904 = tag.on("date1904", Space::kNone, false);
        if (!tag.is(Space::kSheet, "sheet")) return;
        const std::string_view id = tag.attribute("id", Space::kReference);
        const auto relation = std::find_if(relations_.begin(), relations_.end(),
                                           [id](const Relation& known) { return known.id == id; });
        if (relation == relations_.end() || relation->type != "worksheet") return;
        const std::string_view state = tag.attribute("state");
        book_.sheets.push_back({std::string(tag.attribute("name")), relation->target,
                                state == "hidden" || state == "veryHidden"});
    }
    void end(Space /*space*/, std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}

private:
    const std::vector<Relation>& relations_;
    Workbook& book_;
};

}  // namespace

std::variant<Workbook, EventCode> read_workbook(Container& container, const std::string& part,
                                                const Limits& limits) {
    const auto listed = relations_of(container, part, limits);
    if (const auto* code = std::get_if<EventCode>(&listed)) return *code;
    const auto& relations = std::get<std::vector<Relation>>(listed);
    Workbook book;
    WorkbookReader reader(relations, book);
    const EventCode code = parse_part(container, part, reader, limits);
    if (code != EventCode::kOk) return code;
    if (const std::string strings = target_of_type(relations, "sharedStrings"); container.has(strings)) {
        auto read = read_shared_strings(container, strings, limits);
        if (const auto* failed = std::get_if<EventCode>(&read)) return *failed;
        book.strings = std::move(std::get<SharedStrings>(read));
    }
    if (const std::string styles = target_of_type(relations, "styles"); container.has(styles)) {
        auto read = read_cell_styles(container, styles, limits);
        if (const auto* failed = std::get_if<EventCode>(&read)) return *failed;
        book.styles = std::move(std::get<CellStyles>(read));
    }
    return book;
}

}  // namespace tarang::read::office
