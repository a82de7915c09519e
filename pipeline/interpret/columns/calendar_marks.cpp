#include "pipeline/interpret/columns/calendar_marks.h"

#include <algorithm>
#include <map>
#include <set>

#include "models/transform.h"
#include "pipeline/interpret/columns/printed_marks.h"
#include "pipeline/interpret/forms/keyed.h"

namespace tarang::interpret {
namespace {

// Shares of a cell. A ground fills it; a line that runs over several cells marks those that it fills by half,
// touches others by accident, and is doubtful between.
constexpr float kGround = 0.85F;
constexpr float kMarked = 0.5F;
constexpr float kIncluded = 0.35F;
constexpr float kTouched = 0.2F;
// Parts of one drawing, an arrow's line and its head, lie nearer than this.
constexpr Points kJoint = 3;
// Smaller than this in both directions is dust.
constexpr Points kLeastFigure = 3;

/// A part of a drawing, and the calendar's column that it lies in.
struct Part {
    std::size_t column = 0;
    PlacedMark placed;
    const CleanCell* cell = nullptr;
};

/// Parts that hang together: one arrow, one bar, one tick.
using Drawing = std::vector<Part>;

bool is_ground(const CellMark& mark) {
    return mark.kind == CellMark::Kind::kArea && mark.across >= kGround && mark.down >= kGround;
}

/// The colour behind a cell's words: what was painted over all of it last.
Colour ground_of(const CleanCell& cell) {
    Colour colour = kWhite;
    for (const PlacedMark& placed : cell.marks) {
        if (is_ground(placed.mark)) colour = placed.mark.colour;
    }
    return colour;
}

Fragment fragment_at(const CleanCell& cell, const Region& region) {
    Fragment fragment;
    if (!cell.value.fragments.empty()) fragment = cell.value.fragments.front();
    fragment.region = region;
    fragment.raw.clear();
    return fragment;
}

bool hang_together(const PlacedMark& a, const PlacedMark& b) {
    const Rect& p = a.mark.box;
    const Rect& q = b.mark.box;
    return a.page == b.page && p.left <= q.right + kJoint && q.left <= p.right + kJoint &&
           p.top <= q.bottom + kJoint && q.top <= p.bottom + kJoint;
}

std::vector<Drawing> drawings_of(std::vector<Part> parts) {
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
        return std::pair(a.placed.page, a.placed.mark.box.left) <
               std::pair(b.placed.page, b.placed.mark.box.left);
    });
    std::vector<Drawing> drawings;
    for (Part& part : parts) {
        const auto joins = [&part](const Drawing& drawing) {
            return std::any_of(drawing.begin(), drawing.end(), [&part](const Part& other) {
                return hang_together(part.placed, other.placed);
            });
        };
        const auto found = std::find_if(drawings.begin(), drawings.end(), joins);
        if (found == drawings.end()) {
            drawings.push_back({std::move(part)});
        } else {
            found->push_back(std::move(part));
        }
    }
    return drawings;
}

/// The share of each column's cell that a drawing covers.
std::map<std::size_t, float> shares_of(const Drawing& drawing) {
    struct Reach {
        Points left;
        Points right;
        Points cell;
    };
    std::map<std::size_t, Reach> reaches;
    for (const Part& part : drawing) {
        const Rect& box = part.placed.mark.box;
        const Points cell = box.width() / std::max(part.placed.mark.across, 0.001F);
        const auto [place, added] = reaches.try_emplace(part.column, Reach{box.left, box.right, cell});
        place->second.left = std::min(place->second.left, box.left);
        place->second.right = std::max(place->second.right, box.right);
    }
    std::map<std::size_t, float> shares;
    for (const auto& [column, reach] : reaches) shares[column] = (reach.right - reach.left) / reach.cell;
    return shares;
}

bool is_dust(const Drawing& drawing) {
    Rect box;
    for (const Part& part : drawing) box = unite(box, part.placed.mark.box);
    return box.width() < kLeastFigure && box.height() < kLeastFigure;
}

/// Whether drawings stand one above another: what was planned over what was done, as it may be.
bool on_several_heights(const std::vector<Drawing>& drawings) {
    return std::any_of(drawings.begin(), drawings.end(), [&drawings](const Drawing& drawing) {
        const PlacedMark& first = drawings.front().front().placed;
        const PlacedMark& other = drawing.front().placed;
        return first.page == other.page && (first.mark.box.top > other.mark.box.bottom + kJoint ||
                                            other.mark.box.top > first.mark.box.bottom + kJoint);
    });
}

class Collector {
public:
    Collector(const TableView& view, const RowGroup& group, const ColumnList& columns)
        : view_(view), group_(group), columns_(columns) {}

    CalendarMarks collect() {
        read_cells();
        marks_.doubtful = marks_.doubtful || runs_out();
        std::vector<Drawing> drawings = drawings_of(std::move(parts_));
        std::erase_if(drawings, is_dust);
        add_shafts(drawings);
        for (const Drawing& drawing : drawings) add(drawing);
        marks_.doubtful = marks_.doubtful || on_several_heights(drawings);
        add_shading();
        const auto columns = [](const std::set<std::size_t>& set) {
            return ColumnList(set.begin(), set.end());
        };
        marks_.printed = columns(printed_);
        marks_.drawn = columns(drawn_);
        marks_.shaded = columns(shaded_);
        marks_.words = columns(words_);
        return std::move(marks_);
    }

private:
    void read_cells() {
        std::set<const CleanCell*> seen;
        for (std::int32_t row = group_.first; row <= group_.last; ++row) {
            for (const std::size_t column : columns_) {
                const CleanCell* cell = view_.at(row, static_cast<std::int32_t>(column));
                if (cell == nullptr) continue;
                const Mark mark = mark_in(cell->value.text);
                if (mark != Mark::kNone) (mark == Mark::kWords ? words_ : printed_).insert(column);
                if (!seen.insert(cell).second) continue;
                if (mark == Mark::kNone) {
                    take_parts(*cell);
                } else {
                    const auto& fragments = cell->value.fragments;
                    marks_.places.insert(marks_.places.end(), fragments.begin(), fragments.end());
                }
            }
        }
    }

    static bool is_drawing(const CellMark& mark) {
        return mark.kind != CellMark::Kind::kArea || !(is_ground(mark) || mark.colour == kWhite);
    }

    /// A drawing in a cell over several columns is taken for all of them. A scrawl is no mark.
    void take_parts(const CleanCell& cell) {
        for (const PlacedMark& placed : cell.marks) {
            const bool scrawl = placed.mark.kind == CellMark::Kind::kScrawl;
            marks_.doubtful = marks_.doubtful || scrawl;
            if (scrawl || !is_drawing(placed.mark)) continue;
            for (const std::size_t column : columns_) {
                const auto place = static_cast<std::int32_t>(column);
                if (place >= cell.column && place - cell.column < cell.column_span)
                    parts_.push_back({column, placed, &cell});
            }
        }
    }

    /// Whether a drawing runs on into the columns beside the calendar: months whose headers were not
    /// understood may stand there.
    bool runs_out() const {
        for (std::int32_t row = group_.first; row <= group_.last; ++row) {
            for (const std::int32_t beside : {static_cast<std::int32_t>(columns_.front()) - 1,
                                              static_cast<std::int32_t>(columns_.back()) + 1}) {
                const CleanCell* cell = beside < 0 ? nullptr : view_.at(row, beside);
                if (cell == nullptr) continue;
                for (const PlacedMark& placed : cell->marks) {
                    const bool meets = std::any_of(parts_.begin(), parts_.end(), [&placed](const Part& part) {
                        return hang_together(part.placed, placed);
                    });
                    if (meets && is_drawing(placed.mark)) return true;
                }
            }
        }
        return false;
    }

    bool is_scanned() const {
        const auto cells = view_.cells_of(group_.first, group_.last);
        return std::any_of(cells.begin(), cells.end(), [](const CleanCell* cell) {
            return cell->value.source == Source::kOcr && !is_blank(cell->value.text);
        });
    }

    bool is_parted(std::int32_t row, std::size_t column) const {
        const auto at = static_cast<std::int32_t>(column);
        return view_.at(row, at) != view_.at(row + 1, at);
    }

    /// The months that a line parts below the row, where it parts nothing else: no table is ruled so. Rules
    /// through all months part what was planned from what was done.
    ColumnList months_under_shaft(std::int32_t row) const {
        ColumnList months;
        for (std::size_t column = 0; column < static_cast<std::size_t>(view_.columns()); ++column) {
            if (!is_parted(row, column)) continue;
            if (!std::binary_search(columns_.begin(), columns_.end(), column)) return {};
            months.push_back(column);
        }
        return months.size() < columns_.size() ? months : ColumnList{};
    }

    /// Whether a drawing is no more than an end of the line below the row through these months: in the first
    /// or last of them or the next, by half of the cell at most, and on the line.
    bool is_head(const Drawing& drawing, std::int32_t row, const ColumnList& months) const {
        const auto shares = shares_of(drawing);
        const auto& [column, share] = *shares.begin();
        const bool first = column + 1 == months.front() || column == months.front();
        const bool last = column == months.back() || column == months.back() + 1;
        if (shares.size() > 1 || share >= kMarked || !(first || last)) return false;
        constexpr std::size_t kBelowRight = 2;  // corners of a cell
        constexpr std::size_t kBelowLeft = 3;
        return (first && meets(drawing, row, months.front(), kBelowLeft)) ||
               (last && meets(drawing, row, months.back(), kBelowRight));
    }

    /// Whether a drawing is as high on the page as that corner of the row's cell.
    bool meets(const Drawing& drawing, std::int32_t row, std::size_t column, std::size_t corner) const {
        const CleanCell* cell = view_.at(row, static_cast<std::int32_t>(column));
        if (cell == nullptr || cell->value.fragments.empty()) return false;
        const Points line = cell->value.fragments.front().region.corners().corners[corner].y;
        return std::any_of(drawing.begin(), drawing.end(), [line](const Part& part) {
            const Rect box = bounds_of(part.placed.region.corners());
            return box.top <= line + kJoint && box.bottom >= line - kJoint;
        });
    }

    static bool reaches_beyond(const Drawing& head, const ColumnList& months) {
        const auto shares = shares_of(head);
        const auto& [column, share] = *shares.begin();
        return share >= kTouched && (column < months.front() || column > months.back());
    }

    /// On scans an arrow's line that runs from one rule to another is taken for a rule. Its months are those
    /// that it parts; a head that reaches over into the next one marks nothing by itself. A line without any
    /// head may be what is left of a rule.
    void add_shafts(std::vector<Drawing>& drawings) {
        if (group_.first == group_.last || !is_scanned()) return;
        for (std::int32_t row = group_.first; row < group_.last; ++row) {
            const ColumnList months = months_under_shaft(row);
            if (months.empty()) continue;
            const auto heads =
                std::stable_partition(drawings.begin(), drawings.end(),
                                      [&](const Drawing& drawing) { return !is_head(drawing, row, months); });
            const bool beyond = std::any_of(heads, drawings.end(), [&months](const Drawing& head) {
                return reaches_beyond(head, months);
            });
            marks_.doubtful = marks_.doubtful || beyond || heads == drawings.end();
            drawings.erase(heads, drawings.end());
            for (const std::size_t month : months) add_cell(row, month);
        }
    }

    void add_cell(std::int32_t row, std::size_t month) {
        drawn_.insert(month);
        const CleanCell* cell = view_.at(row, static_cast<std::int32_t>(month));
        if (cell == nullptr || cell->value.fragments.empty()) return;
        marks_.places.push_back(cell->value.fragments.front());
        marks_.places.back().raw.clear();
    }

    void add(const Drawing& drawing) {
        const auto shares = shares_of(drawing);
        bool any = false;
        for (const auto& [column, share] : shares) {
            const bool alone = shares.size() == 1;
            const bool marked = alone || share >= kIncluded;
            if (!alone && share >= kTouched && share < kMarked) marks_.doubtful = true;
            if (!marked) continue;
            drawn_.insert(column);
            any = true;
        }
        if (any) add_places(drawing);
    }

    /// One place for each cell, however many parts the drawing has in it.
    void add_places(const Drawing& drawing) {
        std::map<std::size_t, Fragment> places;
        for (const Part& part : drawing) {
            if (drawn_.count(part.column) == 0) continue;
            const auto [place, added] =
                places.try_emplace(part.column, fragment_at(*part.cell, part.placed.region));
            if (added) continue;
            place->second.region.box = unite(place->second.region.box, part.placed.region.box);
            place->second.region.quad.reset();
        }
        for (auto& [column, fragment] : places) marks_.places.push_back(std::move(fragment));
    }

    /// The ground that most cells of the row outside the calendar have.
    Colour usual_ground() const {
        std::map<Colour, int> grounds;
        for (std::int32_t column = 0; column < view_.columns(); ++column) {
            if (std::binary_search(columns_.begin(), columns_.end(), static_cast<std::size_t>(column)))
                continue;
            if (const CleanCell* cell = view_.at(group_.first, column)) ++grounds[ground_of(*cell)];
        }
        const auto most = std::max_element(grounds.begin(), grounds.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        return most == grounds.end() ? kWhite : most->first;
    }

    void add_shading() {
        const Colour usual = usual_ground();
        for (const std::size_t column : columns_) {
            const CleanCell* cell = view_.at(group_.first, static_cast<std::int32_t>(column));
            if (cell == nullptr) continue;
            const Colour ground = ground_of(*cell);
            if (ground == usual || ground == kWhite) continue;
            shaded_.insert(column);
            for (const PlacedMark& placed : cell->marks) {
                if (is_ground(placed.mark) && placed.mark.colour == ground)
                    marks_.shades.push_back(fragment_at(*cell, placed.region));
            }
        }
    }

    const TableView& view_;
    RowGroup group_;
    const ColumnList& columns_;
    CalendarMarks marks_;
    std::vector<Part> parts_;
    std::set<std::size_t> printed_, drawn_, shaded_, words_;
};

}  // namespace

CalendarMarks marks_in(const TableView& view, const RowGroup& group, const ColumnList& columns) {
    return Collector(view, group, columns).collect();
}

}  // namespace tarang::interpret
