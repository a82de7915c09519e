#include "pipeline/interpret/columns/blocks.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "lib/thai/compare.h"
#include "models/append.h"
#include "pipeline/interpret/columns/header_cache.h"
#include "pipeline/interpret/forms/keyed.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {
namespace {

// What makes a table one of blocks: judgements, set on composed forms and checked on tables of other kinds.
constexpr std::int32_t kMostColumns = 8;
constexpr std::size_t kFewestFields = 4;
constexpr std::size_t kFewestLabels = 3;  // of the first column; of a second one, two
constexpr float kLabels = 0.6F;           // of a column's cells

/// A label and what is filled in beside it.
struct Entry {
    const CleanCell* label;
    std::vector<const CleanCell*> values;
};

struct Block {
    std::vector<Entry> entries;
    std::vector<Field> headings;
};

/// The label's words, without a list's number before them and a colon behind.
std::string label_text(const std::string& printed) {
    const Keyed key = keyed(printed);
    const auto first =
        std::find_if(key.key.begin(), key.key.end(), [](char32_t c) { return c < U'0' || c > U'9'; });
    if (first == key.key.end()) return trimmed(printed);
    std::string text =
        trimmed(printed.substr(key.offsets[static_cast<std::size_t>(first - key.key.begin())]));
    while (!text.empty() && text.back() == ':') text = trimmed(text.substr(0, text.size() - 1));
    return text;
}

bool begins_at(const CleanCell* cell, std::int32_t row, std::int32_t column) {
    return cell != nullptr && cell->row == row && cell->column == column;
}

/// Reads the blocks of one table.
class Blocks {
public:
    Blocks(const TableView& view, const Profile& words, HeaderCache& cache)
        : view_(view), words_(words), cache_(cache) {}

    /// Nothing where the table is none of blocks.
    std::vector<Block> read() {
        find_columns();
        if (columns_.empty() || !walk()) return {};
        const bool whole = std::all_of(blocks_.begin(), blocks_.end(), [this](const Block& block) {
            return named(block) && fields_of(block) >= kFewestFields;
        });
        return whole ? std::move(blocks_) : std::vector<Block>{};
    }

    /// The table's entries where it goes on with a block: labels that the block has not had. Else nothing.
    std::vector<Entry> rest_of(const Block& open) {
        find_columns();
        if (columns_.empty()) {
            if (view_.columns() < 2 || view_.rows() == 0 || !is_label(view_.at(0, 0), 0, 0)) return {};
            columns_ = {0};
        }
        if (!walk() || blocks_.size() != 1 || !blocks_.front().headings.empty()) return {};
        for (const Entry& entry : blocks_.front().entries) {
            if (has(open, *entry.label)) return {};
        }
        return std::move(blocks_.front().entries);
    }

private:
    struct Named {
        ColumnKey field;
        bool whole;  ///< the text is a header, and does not only begin as one
    };

    /// The field that a text is the header of.
    std::optional<Named> field_named(const std::string& printed) {
        constexpr float kWhole = 0.4F;  // a beginning has 0.2 at most
        const std::string text = label_text(printed);
        if (is_blank(text)) return std::nullopt;
        const Fits& fits = cache_.fits_of(text, words_);
        const auto best = std::max_element(fits.begin(), fits.end());
        if (is_guess(*best)) return std::nullopt;
        return Named{static_cast<ColumnKey>(best - fits.begin()), *best >= kWhole};
    }

    bool named(const Block& block) {
        return std::any_of(block.entries.begin(), block.entries.end(), [this](const Entry& entry) {
            const auto name = field_named(entry.label->value.text);
            return name && name->whole &&
                   (name->field == ColumnKey::kActivity || name->field == ColumnKey::kProject);
        });
    }

    /// How many fields the block's labels name, as whole headers.
    std::size_t fields_of(const Block& block) {
        std::set<ColumnKey> fields;
        for (const Entry& entry : block.entries) {
            const auto name = field_named(entry.label->value.text);
            if (name && name->whole) fields.insert(name->field);
        }
        return fields.size();
    }

    /// Headers stand in the first row of other tables, over columns that hold no labels.
    bool heads_values(std::int32_t row) {
        std::size_t headers = 0;
        for (std::int32_t column = 0; column < view_.columns(); ++column) {
            const CleanCell* cell = view_.at(row, column);
            const bool in_labels = std::find(columns_.begin(), columns_.end(), column) != columns_.end();
            if (in_labels || !begins_at(cell, row, column)) continue;
            const auto name = field_named(cell->value.text);
            headers += name && name->whole ? 1 : 0;
        }
        return headers > 0;
    }

    bool is_label(const CleanCell* cell, std::int32_t row, std::int32_t column) {
        if (!begins_at(cell, row, column) || cell->column_span > 1) return false;
        const auto name = field_named(cell->value.text);
        return name && name->field != ColumnKey::kNumber;
    }

    /// The columns of labels: the first one or two of a block, each with a column of values behind it.
    void find_columns() {
        columns_.clear();
        if (view_.columns() < 2 || view_.columns() > kMostColumns) return;
        for (std::int32_t column = 0; column + 1 < view_.columns(); ++column) {
            if (!columns_.empty() && column == columns_.back() + 1) continue;
            if (holds_labels(column, columns_.empty() ? kFewestLabels : kFewestLabels - 1))
                columns_.push_back(column);
            else if (columns_.empty() && column > 0)
                return;
        }
        if (heads_values(0)) columns_.clear();
    }

    bool holds_labels(std::int32_t column, std::size_t fewest) {
        std::size_t cells = 0;
        std::size_t labels = 0;
        for (std::int32_t row = 0; row < view_.rows(); ++row) {
            const CleanCell* cell = view_.at(row, column);
            if (!begins_at(cell, row, column) || cell->column_span > 1 || is_blank(cell->value.text))
                continue;
            ++cells;
            labels += is_label(cell, row, column) ? 1 : 0;
            constexpr std::size_t kTold = 6;  // what begins with other words is no column of labels
            if (cells == kTold && labels < fewest) return false;
        }
        return labels >= fewest && static_cast<float>(labels) >= kLabels * static_cast<float>(cells);
    }

    /// Whether all rows are read: false where a label comes twice in one block.
    bool walk() {
        blocks_.clear();
        for (std::int32_t row = 0; row < view_.rows(); ++row) {
            if (const CleanCell* heading = heading_in(row)) {
                headings_.push_back(heading->value);
                continue;
            }
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                if (!read_pair(row, i)) return false;
            }
        }
        return !blocks_.empty();
    }

    /// Words over the whole width.
    const CleanCell* heading_in(std::int32_t row) const {
        const CleanCell* cell = view_.at(row, 0);
        return begins_at(cell, row, 0) && spans_all(view_, *cell) && !is_blank(cell->value.text) ? cell
                                                                                                 : nullptr;
    }

    bool read_pair(std::int32_t row, std::size_t pair) {
        const std::int32_t column = columns_[pair];
        const std::int32_t end = pair + 1 < columns_.size() ? columns_[pair + 1] : view_.columns();
        const CleanCell* label = view_.at(row, column);
        if (label == nullptr || label->column != column)
            return true;  // a value from the left reaches over it
        if (label->row == row && !is_blank(label->value.text)) {
            if (!begin_entry(*label)) return false;
        } else if (blocks_.empty() || blocks_.back().entries.empty()) {
            return true;
        }
        Entry* entry = last_of(pair);
        for (std::int32_t at = column + label->column_span; at < end; ++at) {
            const CleanCell* value = view_.at(row, at);
            if (!begins_at(value, row, at) || entry == nullptr) continue;
            if (entry->values.empty() || !is_blank(value->value.text)) entry->values.push_back(value);
        }
        return true;
    }

    bool begin_entry(const CleanCell& label) {
        const bool again = !blocks_.empty() && has(blocks_.back(), label);
        const bool first = blocks_.empty() || same_label(*blocks_.back().entries.front().label, label);
        if (again && !first) return false;
        if (first) {
            drop_repeated_beginning(label);
            blocks_.push_back({{}, std::move(headings_)});
        }
        std::move(headings_.begin(), headings_.end(), std::back_inserter(blocks_.back().headings));
        headings_.clear();
        blocks_.back().entries.push_back({&label, {}});
        return true;
    }

    /// The first row, printed at a page's end and again where the block begins on the next page.
    void drop_repeated_beginning(const CleanCell& label) {
        if (blocks_.empty() || blocks_.back().entries.size() != 1) return;
        const Entry& before = blocks_.back().entries.front();
        const CleanCell* value = view_.at(label.row, label.column + label.column_span);
        if (value == nullptr || before.values.empty()) return;
        if (!thai::same(value->value.text, before.values.front()->value.text)) return;
        headings_.insert(headings_.begin(), blocks_.back().headings.begin(), blocks_.back().headings.end());
        blocks_.pop_back();
    }

    /// The entry that was begun last in a column of labels.
    Entry* last_of(std::size_t pair) {
        auto& entries = blocks_.back().entries;
        const auto found = std::find_if(entries.rbegin(), entries.rend(), [&](const Entry& entry) {
            return entry.label->column == columns_[pair];
        });
        return found == entries.rend() ? nullptr : &*found;
    }

    static bool same_label(const CleanCell& a, const CleanCell& b) {
        return likeness(keyed(label_text(a.value.text)).key, keyed(label_text(b.value.text)).key) > 0;
    }

    static bool has(const Block& block, const CleanCell& label) {
        return std::any_of(block.entries.begin(), block.entries.end(),
                           [&label](const Entry& entry) { return same_label(*entry.label, label); });
    }

    const TableView& view_;
    const Profile& words_;
    HeaderCache& cache_;
    std::vector<std::int32_t> columns_;
    std::vector<Block> blocks_;
    std::vector<Field> headings_;  ///< of the next entry's block
};

void add_value(const CleanCell& value, CleanCell& cell) {
    Field& field = cell.value;
    cell.marks.insert(cell.marks.end(), value.marks.begin(), value.marks.end());
    if (field.fragments.empty() && field.text.empty()) {
        field = value.value;
        return;
    }
    if (is_blank(value.value.text) && trimmed(value.value.text).empty()) return;
    field.readings.clear();  // they are of one cell alone
    if (value.value.source == Source::kOcr) field.source = Source::kOcr;
    append(field, value.value, field.text.empty() ? "" : "\n");
}

/// One row under the labels.
CleanTable turned(const Block& block) {
    CleanTable table;
    table.columns = static_cast<std::int32_t>(block.entries.size());
    table.header_rows = 1;
    table.rows = 2;
    table.headings = block.headings;
    std::set<PageNumber> pages;
    for (std::int32_t column = 0; column < table.columns; ++column) {
        const Entry& entry = block.entries[static_cast<std::size_t>(column)];
        CleanCell header{0, column, 1, 1, true, entry.label->value};
        header.value.text = label_text(entry.label->value.text);
        header.value.unsure.clear();
        table.cells.push_back(std::move(header));
        for (const Fragment& piece : entry.label->value.fragments) {
            if (piece.on_page()) pages.insert(piece.region.page);
        }
    }
    for (std::int32_t column = 0; column < table.columns; ++column) {
        CleanCell cell{1, column, 1, 1, false, {}};
        for (const CleanCell* value : block.entries[static_cast<std::size_t>(column)].values) {
            add_value(*value, cell);
            for (const Fragment& piece : value->value.fragments) {
                if (piece.on_page()) pages.insert(piece.region.page);
            }
        }
        table.cells.push_back(std::move(cell));
    }
    table.pages.assign(pages.begin(), pages.end());
    for (std::size_t i = 1; i < table.pages.size(); ++i)
        table.joins.push_back({1, table.pages[i - 1], table.pages[i], JoinReason::kNoRepeatedKey, 1});
    return table;
}

}  // namespace

std::optional<CleanDocument> with_blocks_turned(const CleanDocument& document, const Profile& words,
                                                HeaderCache& cache) {
    const std::vector<TableView> views(document.tables.begin(), document.tables.end());
    std::vector<std::vector<Block>> blocks(views.size());
    Block* open = nullptr;  // of the table before
    std::vector<bool> taken(views.size());
    for (std::size_t i = 0; i < views.size(); ++i) {
        Blocks reader(views[i], words, cache);
        blocks[i] = reader.read();
        if (blocks[i].empty() && open != nullptr && document.tables[i].headings.empty()) {
            std::vector<Entry> rest = reader.rest_of(*open);
            taken[i] = !rest.empty();
            std::move(rest.begin(), rest.end(), std::back_inserter(open->entries));
        }
        if (!taken[i]) open = blocks[i].empty() ? nullptr : &blocks[i].back();
    }
    const auto none = [](const std::vector<Block>& of_table) { return of_table.empty(); };
    if (std::all_of(blocks.begin(), blocks.end(), none)) return std::nullopt;
    CleanDocument changed = document;
    changed.tables.clear();
    for (std::size_t i = 0; i < views.size(); ++i) {
        if (taken[i]) continue;
        if (blocks[i].empty()) changed.tables.push_back(document.tables[i]);
        for (std::size_t b = 0; b < blocks[i].size(); ++b) {
            CleanTable table = turned(blocks[i][b]);
            const auto& above = document.tables[i].headings;
            if (b == 0) table.headings.insert(table.headings.begin(), above.begin(), above.end());
            changed.tables.push_back(std::move(table));
        }
    }
    return changed;
}

}  // namespace tarang::interpret
