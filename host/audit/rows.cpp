#include "host/audit/rows.h"

#include <algorithm>

#include "host/audit/anchors.h"
#include "host/audit/typed_text.h"
#include "lib/thai/stripped.h"
#include "models/append.h"
#include "models/flags.h"
#include "pipeline/normalize/seam.h"

namespace tarang::audit {
namespace {

// A cell of a page's letters; what is longer is cut by its raw texts alone, since the comparison is
// quadratic.
constexpr std::size_t kLongestCompared = 6'000;

bool has_raw(const Field& field) {
    return std::any_of(field.fragments.begin(), field.fragments.end(),
                       [](const Fragment& piece) { return !piece.raw.empty(); });
}

/// Whether what a part of the field holds says anything: words, or marks where the whole field has no words.
bool tells(const Field& part, const Field& whole) {
    return has_raw(part) || (!has_raw(whole) && !whole.text.empty() && !part.fragments.empty());
}

std::string trimmed(std::string_view text) { return std::string(thai::stripped(text, " \n")); }

bool is_below(const Fragment& piece, const std::vector<Fragment>& below) {
    return std::any_of(below.begin(), below.end(),
                       [&](const Fragment& other) { return same_print(piece, other); });
}

/// Where a column without words is on a page: as wide as its words elsewhere, as high as the row's there.
Fragment blank_beside(const Field& column, const std::vector<Fragment>& row) {
    Fragment blank;
    if (row.empty()) return blank;
    blank.region.page = row.front().region.page;
    blank.row = row.front().row;
    Rect box;
    for (const Fragment& piece : row) {
        if (piece.region.page == blank.region.page) box = unite(box, piece.region.box);
    }
    if (!column.fragments.empty()) {
        box.left = column.fragments.front().region.box.left;
        box.right = column.fragments.front().region.box.right;
        blank.column = column.fragments.front().column;
    }
    blank.region.box = box;
    return blank;
}

struct Halves {
    Field upper;
    Field lower;
    bool cut = false;  ///< words on both sides
};

Halves halves_of(const Field& field, const std::vector<Fragment>& above, const std::vector<Fragment>& below) {
    Halves halves{field, field, false};
    halves.upper.fragments.clear();
    halves.lower.fragments.clear();
    for (const Fragment& piece : field.fragments)
        (is_below(piece, below) ? halves.lower : halves.upper).fragments.push_back(piece);
    const bool words_above = tells(halves.upper, field);
    const bool words_below = tells(halves.lower, field);
    halves.cut = words_above && words_below;
    if (halves.cut) {
        halves.upper.unsure.clear();  // places in a text that is no more
        halves.lower.unsure.clear();
        const std::string over = halves.upper.raw();
        const std::string under = halves.lower.raw();
        const bool compare =
            field.text.size() <= kLongestCompared && over.size() + under.size() <= 2 * kLongestCompared;
        const std::size_t cut = compare ? cut_between(field.text, over, under) : 0;
        halves.upper.text = compare ? trimmed(field.text.substr(0, cut)) : over;
        halves.lower.text = compare ? trimmed(field.text.substr(cut)) : under;
    } else {
        Field& without_words = words_below ? halves.upper : halves.lower;
        without_words.text.clear();
        without_words.unsure.clear();
    }
    if (halves.upper.fragments.empty()) halves.upper.fragments = {blank_beside(field, above)};
    if (halves.lower.fragments.empty()) halves.lower.fragments = {blank_beside(field, below)};
    return halves;
}

/// The typed values behind a field of the new record: those of the old one where its text came over whole.
void settle(ActivityRecord& record, FieldKey key, bool changed, const ActivityRecord& old,
            const Reading& reading) {
    if (changed)
        static_cast<void>(reparse(record, key, reading));
    else if (record.field(key) && !record.field(key)->text.empty())
        copy_value(old, key, record);
    else
        copy_value(ActivityRecord{}, key, record);
}

std::string id_of(const std::vector<Fragment>& place) {
    if (place.empty()) return "row";
    return "p" + std::to_string(place.front().region.page.value) + "-r" +
           std::to_string(place.front().row + 1);
}

std::string seam_between(const Field& upper, const Field& lower) {
    const std::size_t last = upper.text.rfind('\n');
    TextLine over;
    TextLine under;
    over.text = last == std::string::npos ? upper.text : upper.text.substr(last + 1);
    under.text = lower.text.substr(0, lower.text.find('\n'));
    switch (normalize::seam_of(over, under, Rect{})) {
        case normalize::SeamKind::kNothing:
            return "";
        case normalize::SeamKind::kSpace:
            return " ";
        case normalize::SeamKind::kBreak:
            return "\n";
    }
    return "\n";
}

/// Both fields as one; true where both have words.
bool append(Field& upper, const Field& lower) {
    if (lower.text.empty()) return false;
    if (upper.text.empty()) {
        upper = lower;
        return false;
    }
    tarang::append(upper, lower, seam_between(upper, lower));
    if (lower.source != Source::kTextLayer) upper.source = lower.source;
    upper.corrected = upper.corrected || lower.corrected;
    return true;
}

}  // namespace

std::pair<ChangedRow, ChangedRow> split(const ActivityRecord& activity, const std::vector<Fragment>& below,
                                        const Reading& reading) {
    std::vector<Fragment> above;
    for (const Fragment& piece : pieces_of(activity)) {
        if (!is_below(piece, below)) above.push_back(piece);
    }
    ChangedRow upper{activity, {}};
    ChangedRow lower{activity, {}};
    lower.activity.id = id_of(below);
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        if (!activity.fields[i]) continue;
        const auto key = static_cast<FieldKey>(i);
        Halves halves = halves_of(*activity.fields[i], above, below);
        upper.activity.fields[i] = std::move(halves.upper);
        lower.activity.fields[i] = std::move(halves.lower);
        settle(upper.activity, key, halves.cut, activity, reading);
        settle(lower.activity, key, halves.cut, activity, reading);
        if (!halves.cut) continue;
        upper.doubtful.emplace_back(name_of(key));
        lower.doubtful.emplace_back(name_of(key));
    }
    for (std::size_t i = 0; i < activity.extra.size(); ++i) {
        Halves halves = halves_of(activity.extra[i].field, above, below);
        upper.activity.extra[i].field = std::move(halves.upper);
        lower.activity.extra[i].field = std::move(halves.lower);
        if (!halves.cut) continue;
        upper.doubtful.push_back(name_of(activity.extra[i]));
        lower.doubtful.push_back(name_of(activity.extra[i]));
    }
    return {std::move(upper), std::move(lower)};
}

ChangedRow join(const ActivityRecord& upper, const ActivityRecord& lower, const Reading& reading) {
    ChangedRow joined{upper, {}};
    ActivityRecord& record = joined.activity;
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        if (!lower.fields[i]) continue;
        const auto key = static_cast<FieldKey>(i);
        const bool from_lower = !upper.fields[i] || upper.fields[i]->text.empty();
        if (!record.fields[i]) record.fields[i] = Field{};
        const bool both = append(*record.fields[i], *lower.fields[i]);
        settle(record, key, both, from_lower ? lower : upper, reading);
        if (both) joined.doubtful.emplace_back(name_of(key));
    }
    for (const ExtraField& extra : lower.extra) {
        const auto same = std::find_if(record.extra.begin(), record.extra.end(),
                                       [&](const ExtraField& other) { return other.header == extra.header; });
        if (same == record.extra.end())
            record.extra.push_back(extra);
        else if (append(same->field, extra.field))
            joined.doubtful.push_back(name_of(extra));
    }
    return joined;
}

ActivityRecord blank_record(const ActivityRecord& like, const Fragment& place, std::string id) {
    ActivityRecord record;
    record.id = std::move(id);
    record.strategy = like.strategy;
    record.project = like.project;
    record.headings = like.headings;
    record.table = like.table;
    record.row = like.row;
    Field blank;
    blank.source = Source::kPerson;
    blank.corrected = true;
    blank.fragments = {place};
    blank.fragments.front().raw.clear();
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        if (like.fields[i]) record.fields[i] = blank;
    }
    for (const ExtraField& extra : like.extra) record.extra.push_back({extra.header, blank});
    return record;
}

OtherRow row_of(const ActivityRecord& activity) {
    OtherRow row{OtherRow::Kind::kOther, {}, activity.table, activity.row};
    for (const auto& field : activity.fields) {
        if (field) row.cells.push_back(*field);
    }
    for (const ExtraField& extra : activity.extra) row.cells.push_back(extra.field);
    for (Field& cell : row.cells) cell.needs_review = false;
    return row;
}

}  // namespace tarang::audit
