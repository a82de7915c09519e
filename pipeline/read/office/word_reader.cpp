#include <algorithm>
#include <charconv>
#include <list>
#include <utility>

#include "pipeline/read/office/numbering.h"
#include "pipeline/read/office/package.h"
#include "pipeline/read/office/word_document.h"
#include "pipeline/read/office/word_runs.h"
#include "pipeline/read/office/word_sections.h"
#include "pipeline/read/office/word_shapes.h"
#include "pipeline/read/office/word_styles.h"
#include "pipeline/read/office/xml.h"

namespace tarang::read::office {
namespace {

Points twips(std::int64_t value) { return static_cast<Points>(value) / 20; }

/// Builds blocks from the elements of w:body. Paragraphs and tables nest through cells and text boxes.
class WordReader : public XmlHandler {
public:
    WordReader(const WordStyles& styles, Numbering& numbering, const std::vector<Relation>& relations,
               const Limits& limits)
        : styles_(styles), numbering_(numbering), relations_(relations), limits_(limits) {
        targets_.push_back(&document.blocks);
    }

    void start(const Tag& tag) override {
        if (!paragraphs_.empty()) runs().start(tag);
        shapes_.start(tag);
        sections_.start(tag);
        if (tag.space() != Space::kWord) return;
        const std::string_view name = tag.name();
        if (name == "p") {
            paragraphs_.push_back({RunReader(styles_), {}});
        } else if (name == "txbxContent") {
            boxes_.emplace_back();
            targets_.push_back(&boxes_.back());
        } else if (name == "tbl") {
            begin_table();
        } else if (!tables_.empty()) {
            start_in_table(tag);
        }
    }

    void end(Space space, std::string_view name) override {
        shapes_.end(space, name);
        if (!paragraphs_.empty()) runs().end(space, name);
        if (space == Space::kWord && name == "p") end_paragraph();
        sections_.end(space, name);
        if (space != Space::kWord) return;
        if (name == "body") {
            document.sections = sections_.areas();
            document.margin_left = sections_.margin_left();
        } else if (name == "txbxContent") {
            end_box();
        } else if (name == "tbl") {
            end_table();
        } else if (name == "tc" && !tables_.empty()) {
            targets_.pop_back();
        }
    }

    void text(std::string_view piece) override {
        shapes_.text(piece);
        if (!paragraphs_.empty()) runs().text(piece);
    }

    WordDocument document;

private:
    struct OpenParagraph {
        RunReader runs;
        std::vector<WordBlock> boxes;  ///< what stands in its text boxes: after it, where it stands
    };
    struct OpenTable {
        std::unique_ptr<WordTable> table;
        WordRow* row = nullptr;
    };

    RunReader& runs() { return paragraphs_.back().runs; }

    void add(WordBlock block) { targets_.back()->push_back(std::move(block)); }

    void begin_table() {
        if (static_cast<int>(tables_.size()) >= limits_.max_nested_tables)
            return stop(EventCode::kTooComplex);
        tables_.push_back({std::make_unique<WordTable>(), nullptr});
    }

    void end_table() {
        if (tables_.empty()) return stop(EventCode::kDamaged);
        std::unique_ptr<WordTable> table = std::move(tables_.back().table);
        tables_.pop_back();
        add(std::move(table));
    }

    void start_in_table(const Tag& tag) {
        WordTable& table = *tables_.back().table;
        WordRow*& row = tables_.back().row;
        const std::string_view name = tag.name();
        if (name == "gridCol") {
            table.columns.push_back(twips(tag.number("w", Space::kWord, 0)));
        } else if (name == "tblInd") {
            table.indent = twips(tag.number("w", Space::kWord, 0));
        } else if (name == "tr") {
            row = &table.rows.emplace_back();
        } else if (row == nullptr) {
            return;
        } else if (name == "tc") {
            if (++cells_ > limits_.max_cells) return stop(EventCode::kTooComplex);
            targets_.push_back(&row->cells.emplace_back().blocks);
        } else if (name == "gridBefore") {
            row->before = count_of(tag);
        } else if (name == "gridAfter") {
            row->after = count_of(tag);
        } else if (name == "tblHeader") {
            row->header = tag.on("val", Space::kWord);
        } else if (name == "trHeight") {
            row->height = twips(tag.number("val", Space::kWord, 0));
        } else if (name == "del" && row->cells.empty()) {
            row->deleted = true;
        } else if (!row->cells.empty()) {
            start_in_cell(tag, row->cells.back());
        }
    }

    static void start_in_cell(const Tag& tag, WordCell& cell) {
        if (!cell.blocks.empty()) return;
        const std::string_view name = tag.name();
        const std::string_view value = tag.attribute("val", Space::kWord);
        if (name == "gridSpan") {
            cell.span = std::max(1, count_of(tag));
        } else if (name == "vMerge") {
            cell.merge = value == "restart" ? WordCell::Merge::kFirst : WordCell::Merge::kGoesOn;
        } else if (name == "hMerge") {
            cell.joins_left = value != "restart";
        } else if (name == "shd") {
            cell.fill = fill_of(tag.attribute("fill", Space::kWord));
        } else if (name == "tcW") {
            cell.width =
                tag.attribute("type", Space::kWord) == "dxa" ? twips(tag.number("w", Space::kWord, 0)) : 0;
        }
    }

    /// "auto" is the paper's own.
    static std::optional<Colour> fill_of(std::string_view rgb) {
        constexpr std::size_t kDigits = 6;
        Colour colour = 0;
        if (rgb.size() != kDigits) return std::nullopt;
        const auto [end, error] = std::from_chars(rgb.data(), rgb.data() + rgb.size(), colour, 16);
        if (error != std::errc{} || end != rgb.data() + rgb.size() || colour == kWhite) return std::nullopt;
        return colour;
    }

    static std::int32_t count_of(const Tag& tag) {
        return static_cast<std::int32_t>(
            std::clamp<std::int64_t>(tag.number("val", Space::kWord, 0), 0, 1000));
    }

    void end_paragraph() {
        if (paragraphs_.empty()) return stop(EventCode::kDamaged);
        OpenParagraph open = std::move(paragraphs_.back());
        paragraphs_.pop_back();
        for (WordShape& shape : shapes_.take()) open.runs.add_shape(shape);
        for (Picture& picture : shapes_.take_pictures()) {
            picture.part = target_of_id(relations_, picture.part);
            open.runs.add_picture({std::move(picture), sections_.current()});
        }
        document.hidden_letters += open.runs.hidden_letters();
        text_bytes_ += static_cast<std::int64_t>(open.runs.size());
        if (text_bytes_ > limits_.max_text) return stop(EventCode::kTooComplex);
        const bool runs_on = open.runs.mark_deleted();
        WordParagraph paragraph = open.runs.finish(numbering_);
        auto& target = *targets_.back();
        if (goes_on_ && !target.empty() && std::holds_alternative<WordParagraph>(target.back())) {
            join(std::get<WordParagraph>(target.back()), std::move(paragraph));
        } else {
            target.push_back(std::move(paragraph));
        }
        goes_on_ = runs_on;
        for (WordBlock& block : open.boxes) target.push_back(std::move(block));
    }

    /// The mark between two paragraphs was deleted: they are one.
    static void join(WordParagraph& first, WordParagraph second) {
        first.text += second.text;
        first.raw += second.raw;
        first.changed = true;
        std::move(second.shapes.begin(), second.shapes.end(), std::back_inserter(first.shapes));
        std::move(second.pictures.begin(), second.pictures.end(), std::back_inserter(first.pictures));
    }

    void end_box() {
        if (boxes_.empty() || targets_.size() < 2) return stop(EventCode::kDamaged);
        targets_.pop_back();
        std::vector<WordBlock> blocks = std::move(boxes_.back());
        boxes_.pop_back();
        auto& target = paragraphs_.empty() ? *targets_.back() : paragraphs_.back().boxes;
        std::move(blocks.begin(), blocks.end(), std::back_inserter(target));
    }

    const WordStyles& styles_;
    Numbering& numbering_;
    const std::vector<Relation>& relations_;
    const Limits& limits_;
    ShapeReader shapes_;
    SectionReader sections_;
    std::vector<std::vector<WordBlock>*> targets_;  ///< where the next block goes
    std::list<std::vector<WordBlock>> boxes_;       ///< open text boxes
    std::vector<OpenParagraph> paragraphs_;         ///< open ones, outermost first
    std::vector<OpenTable> tables_;
    std::int64_t cells_ = 0;
    std::int64_t text_bytes_ = 0;
    bool goes_on_ = false;
};

}  // namespace

std::variant<WordDocument, EventCode> read_word(Container& container, const std::string& part,
                                                const Limits& limits) {
    const auto listed = relations_of(container, part, limits);
    if (const auto* code = std::get_if<EventCode>(&listed)) return *code;
    const auto& relations = std::get<std::vector<Relation>>(listed);
    WordStyles styles;
    if (const std::string name = target_of_type(relations, "styles"); container.has(name)) {
        auto read = read_word_styles(container, name, limits);
        if (const auto* code = std::get_if<EventCode>(&read)) return *code;
        styles = std::move(std::get<WordStyles>(read));
    }
    Numbering numbering;
    if (const std::string name = target_of_type(relations, "numbering"); container.has(name)) {
        auto read = read_numbering(container, name, limits);
        if (const auto* code = std::get_if<EventCode>(&read)) return *code;
        numbering = std::move(std::get<Numbering>(read));
    }
    WordReader reader(styles, numbering, relations, limits);
    const EventCode code = parse_part(container, part, reader, limits);
    if (code != EventCode::kOk) return code;
    return std::move(reader.document);
}

}  // namespace tarang::read::office
