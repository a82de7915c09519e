#include "pipeline/interpret/forms/fitting.h"

#include <algorithm>
#include <utility>

#include "lib/thai/compare.h"

namespace tarang::interpret {
namespace {

/// A table without a header whose columns are those of the form's table before it goes on with its header.
/// What has no word of any header at all was none.
void carry_headers_over(std::span<const TableView> views, std::vector<ColumnMap>& maps) {
    for (std::size_t i = 1; i < maps.size(); ++i) {
        const bool headless = !maps[i].fits && (views[i].table().header_rows == 0 || maps[i].weight <= 0);
        if (!headless || !maps[i - 1].fits || views[i].columns() != views[i - 1].columns()) continue;
        maps[i] = maps[i - 1];
        maps[i].header_rows = 0;
        maps[i].titles.clear();
    }
}

bool is_scanned(const TableView& view) {
    const auto& cells = view.table().cells;
    return std::any_of(cells.begin(), cells.end(), [](const CleanCell& cell) {
        return cell.header && cell.value.source == Source::kOcr;
    });
}

/// Whether nearly all columns of two tables are headed alike.
bool headed_alike(const ColumnMap& a, const ColumnMap& b) {
    constexpr float kAlike = 0.6F;  // where several letters are misread
    constexpr std::size_t kOthersAmong = 6;
    if (a.headers.size() != b.headers.size() || a.header_rows != b.header_rows) return false;
    std::size_t others = 0;
    for (std::size_t i = 0; i < a.headers.size(); ++i)
        others += thai::similarity(joined(a.headers[i]), joined(b.headers[i])) < kAlike ? 1 : 0;
    return others * kOthersAmong <= a.headers.size();
}

/// A header that was misread in one place is known by the same header over another table of the report.
void learn_headers(std::span<const TableView> views, std::vector<ColumnMap>& maps) {
    for (std::size_t i = 0; i < maps.size(); ++i) {
        if (maps[i].fits || maps[i].header_rows == 0 || !is_scanned(views[i])) continue;
        const auto like = std::find_if(maps.begin(), maps.end(), [&](const ColumnMap& map) {
            return map.fits && headed_alike(maps[i], map);
        });
        if (like == maps.end()) continue;
        ColumnMap learnt = *like;
        learnt.headers = maps[i].headers;
        learnt.titles = maps[i].titles;
        maps[i] = std::move(learnt);
    }
}

Fitting fit(std::span<const TableView> views, const Profile& profile) {
    Fitting fitting{&profile, {}, 0};
    for (const TableView& view : views) {
        ColumnMap map = map_columns(view, profile);
        if (map.fits) fitting.weight += map.weight;
        fitting.maps.push_back(std::move(map));
    }
    learn_headers(views, fitting.maps);
    carry_headers_over(views, fitting.maps);
    return fitting;
}

bool fits_the_same(const Fitting& a, const Fitting& b) {
    return std::equal(a.maps.begin(), a.maps.end(), b.maps.begin(), b.maps.end(),
                      [](const ColumnMap& x, const ColumnMap& y) { return x.fits == y.fits; });
}

}  // namespace

std::ptrdiff_t fitting_tables(const Fitting& fitting) {
    return std::count_if(fitting.maps.begin(), fitting.maps.end(),
                         [](const ColumnMap& map) { return map.fits; });
}

Choice best_fitting(std::span<const TableView> views, std::span<const Profile> candidates) {
    constexpr float kAlike = 1e-3F;
    std::vector<Fitting> fittings;
    std::size_t best = 0;
    for (const Profile& candidate : candidates) {
        fittings.push_back(fit(views, candidate));
        const Fitting& fitting = fittings.back();
        const Fitting& known = fittings[best];
        const bool as_well = fits_the_same(fitting, known) && fitting.weight > known.weight - kAlike;
        if (fitting.weight > 0 && (known.weight <= 0 || as_well)) best = fittings.size() - 1;
    }
    Choice choice;
    for (std::size_t i = 0; i < fittings.size(); ++i) {
        if (i == best) continue;
        choice.others += (choice.others.empty() ? "" : ", ") + fittings[i].profile->name + " (" +
                         std::to_string(fitting_tables(fittings[i])) + ")";
    }
    if (!fittings.empty()) choice.best = std::move(fittings[best]);
    return choice;
}

std::string joined(const std::vector<std::string>& path) {
    std::string text;
    for (const std::string& level : path) text += (text.empty() ? "" : " > ") + level;
    return text;
}

}  // namespace tarang::interpret
