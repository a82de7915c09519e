#include "pipeline/interpret/forms/choice.h"

#include <algorithm>
#include <utility>

#include "lib/thai/compare.h"
#include "pipeline/interpret/columns/doubtful_headers.h"

namespace tarang::interpret {
namespace {

/// A form by name says much already; below this, what the table holds says it is none of activities. A guess.
constexpr float kRefused = 0;
/// What a line over the table is worth that begins as reports of the form are called: it decides between
/// forms that explain as many columns.
constexpr float kTitle = 0.02F;
/// What an exact form is worth: more than all columns that a table may have.
constexpr float kExact = 1000;

bool is_titled(std::span<const Field> headings, const Profile& profile) {
    return std::any_of(headings.begin(), headings.end(), [&profile](const Field& line) {
        return prefix_of(keyed(line.text).key, profile.report_title).has_value();
    });
}

TableForm choose(const TableView& view, std::span<const Profile> candidates, HeaderCache& cache) {
    TableForm best;
    float most = 0;
    TableContents contents(view, candidates.front());
    for (const Profile& candidate : candidates) {
        if (candidate.judged && best.chosen()) break;  // general forms are for what no named one explains
        ColumnMap map = map_columns(view, candidate, cache, contents);
        Judgement judgement =
            judge(view, map, contents.below(map.header_rows), candidate, view.table().headings);
        const bool fits =
            map.fits && (candidate.judged ? judgement.of_activities() : judgement.score() > kRefused);
        const float weight = map.weight + (candidate.exact ? kExact : 0) +
                             (is_titled(view.table().headings, candidate) ? kTitle : 0);
        if (!fits) {
            if (!best.chosen()) best.map = std::move(map), best.judgement = std::move(judgement);
            continue;
        }
        constexpr float kAlike = 1e-3F;
        const bool better = !best.chosen() || weight > most - kAlike;
        const std::string& other = better && best.chosen() ? best.profile->name : candidate.name;
        std::string others = best.others;
        if (best.chosen()) others += (others.empty() ? "" : ", ") + other;
        if (better) {
            best = {&candidate, std::move(map), std::move(judgement), {}};
            most = weight;
        }
        best.others = std::move(others);
    }
    return best;
}

/// A table without a header whose columns are those of the table before it goes on with its header. What has
/// no word of any header at all was none.
void carry_headers_over(std::span<const TableView> views, std::vector<TableForm>& forms) {
    for (std::size_t i = 1; i < forms.size(); ++i) {
        const ColumnMap& map = forms[i].map;
        const bool headless = !forms[i].chosen() && (views[i].table().header_rows == 0 || map.weight <= 0);
        if (!headless || !forms[i - 1].chosen() || views[i].columns() != views[i - 1].columns()) continue;
        forms[i] = forms[i - 1];
        forms[i].map.header_rows = 0;
        forms[i].map.titles.clear();
    }
}

bool has_unreadable(const std::vector<std::string>& path) {
    return path.empty() || std::any_of(path.begin(), path.end(), is_unreadable);
}

/// Whether nearly all columns of two tables are headed alike. What nobody can read contradicts nothing.
bool headed_alike(const ColumnMap& a, const ColumnMap& b) {
    constexpr float kAlike = 0.6F;  // where several letters are misread
    constexpr std::size_t kOthersAmong = 6;
    if (a.headers.size() != b.headers.size() || a.header_rows != b.header_rows) return false;
    std::size_t others = 0;
    std::size_t unreadable = 0;
    for (std::size_t i = 0; i < a.headers.size(); ++i) {
        const std::string one = joined(a.headers[i]);
        const std::string other = joined(b.headers[i]);
        const bool alike = thai::similarity(one, other) >= kAlike;
        const bool unread = !alike && (has_unreadable(a.headers[i]) || has_unreadable(b.headers[i]));
        others += alike || unread ? 0 : 1;
        unreadable += unread ? 1 : 0;
        if (others * kOthersAmong > a.headers.size()) return false;
    }
    return unreadable * 2 <= a.headers.size();
}

/// Whether a column has no header of its own that can be read.
bool is_unread_column(const std::vector<std::string>& path) {
    return path.empty() || is_unreadable(path.back());
}

/// What a table learns of another: its form and keys. Headers, titles and contents stay its own; only a
/// header that nobody can read is the other's, whose unit it has as well.
void learn(const TableForm& from, TableForm& form) {
    ColumnMap map = from.map;
    for (std::size_t i = 0; i < map.headers.size(); ++i) {
        if (!is_unread_column(form.map.headers[i]) || is_unread_column(map.headers[i]))
            map.headers[i] = form.map.headers[i];
    }
    map.titles = form.map.titles;
    if (form.chosen()) {
        map.ticks = form.map.ticks;
        map.ticks_hold_words = form.map.ticks_hold_words;
        map.ticks_tell_time = form.map.ticks_tell_time;
        map.calendar = form.map.calendar;
        map.parts = form.map.parts;
    }
    form.map = std::move(map);
    form.profile = from.profile;
    form.judgement = from.judgement;
}

/// A header that was misread in one place is known by the same header over another table of the report: that
/// of which the form knows most. Tables are compared with the few distinct headers, not with each other.
void learn_headers(std::span<const TableView> views, std::vector<TableForm>& forms) {
    std::vector<std::size_t> known;  // one table of each header that is read, the best known first
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (!forms[i].chosen() || !has_scanned_header(views[i])) continue;
        const auto like = std::find_if(known.begin(), known.end(), [&](std::size_t at) {
            return headed_alike(forms[i].map, forms[at].map);
        });
        if (like == known.end()) {
            known.push_back(i);
        } else if (forms[i].map.weight > forms[*like].map.weight) {
            *like = i;
        }
    }
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (forms[i].map.header_rows == 0 || !has_scanned_header(views[i])) continue;
        const auto like = std::find_if(known.begin(), known.end(), [&](std::size_t at) {
            return at != i && headed_alike(forms[i].map, forms[at].map);
        });
        if (like == known.end() || (forms[i].chosen() && forms[i].map.ticks != forms[*like].map.ticks))
            continue;
        if (!forms[i].chosen() || forms[i].map.weight < forms[*like].map.weight)
            learn(forms[*like], forms[i]);
    }
}

}  // namespace

std::vector<TableForm> choose_forms(std::span<const TableView> views, std::span<const Profile> candidates,
                                    HeaderCache& cache) {
    std::vector<TableForm> forms;
    for (const TableView& view : views) forms.push_back(choose(view, candidates, cache));
    learn_headers(views, forms);
    carry_headers_over(views, forms);
    return forms;
}

std::string columns_found(const ColumnMap& map) {
    std::string columns;
    for (std::size_t i = 0; i < kColumnKeyCount; ++i) {
        const auto key = static_cast<ColumnKey>(i);
        if (map.has(key)) columns += (columns.empty() ? "" : ", ") + std::string(name_of(key));
    }
    return columns;
}

std::string joined(const std::vector<std::string>& path) {
    std::string text;
    for (const std::string& level : path) text += (text.empty() ? "" : " > ") + level;
    return text;
}

}  // namespace tarang::interpret
