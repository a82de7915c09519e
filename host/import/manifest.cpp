#include "host/import/manifest.h"

#include <algorithm>
#include <array>
#include <map>

#include "host/import/csv_reader.h"
#include "lib/values/date.h"
#include "models/run_error.h"
#include "pipeline/receive/receive.h"
#include "pipeline/store/path_text.h"

namespace tarang::importing {
namespace {

enum Column : std::size_t { kCode, kName, kYear, kForm, kPath, kColumns };

/// What people call the columns, the first being ours. Letter case does not matter.
const std::array<std::vector<std::string_view>, kColumns> kTitles{
    {{"code", "รหัส", "รหัสโรงเรียน", "รหัสสถานศึกษา", "school code", "school_code"},
     {"name", "ชื่อ", "โรงเรียน", "ชื่อโรงเรียน", "ชื่อสถานศึกษา", "school"},
     {"year", "ปี", "ปีงบประมาณ", "ปีการศึกษา", "fiscal year", "fiscal_year"},
     {"form", "แบบ", "แบบรายงาน", "แบบฟอร์ม"},
     {"path", "ไฟล์", "ที่อยู่ไฟล์", "file"}}};

class Rows {
public:
    Rows(std::vector<CsvRow> rows, const std::string& origin) : rows_(std::move(rows)), origin_(origin) {
        places_.fill(kNone);
        if (rows_.empty())
            refuse(1, "ไฟล์ว่าง บรรทัดแรกต้องเป็นชื่อคอลัมน์: รหัส,ชื่อ,ปี,แบบ,ไฟล์",
                   "is empty; its first line names the columns: code,name,year,form,path");
        find_columns(rows_.front());
        rows_.erase(rows_.begin());
    }

    const std::vector<CsvRow>& all() const { return rows_; }

    std::string cell(const CsvRow& row, Column column) const {
        const std::size_t place = places_[column];
        return place < row.cells.size() ? row.cells[place] : std::string();
    }

    [[noreturn]] void refuse(std::size_t line, const std::string& thai, const std::string& english) const {
        throw RunError(ExitCode::kUsage,
                       "รายชื่อผู้ส่ง " + origin_ + " บรรทัดที่ " + std::to_string(line) + ": " + thai,
                       "the manifest " + origin_ + ", line " + std::to_string(line) + ": " + english);
    }

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    void find_columns(const CsvRow& titles) {
        for (std::size_t place = 0; place < titles.cells.size(); ++place) {
            std::string title = titles.cells[place];
            std::transform(title.begin(), title.end(), title.begin(), [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            });
            for (std::size_t column = 0; column < kColumns; ++column) {
                const auto& known = kTitles[column];
                const bool fits = std::find(known.begin(), known.end(), title) != known.end();
                if (fits && places_[column] == kNone) places_[column] = place;
            }
        }
        for (const Column needed : {kCode, kYear}) {
            if (places_[needed] == kNone)
                refuse(titles.line,
                       "ไม่มีคอลัมน์ '" + std::string(kTitles[needed][1]) +
                           "' คอลัมน์คือ รหัส,ชื่อ,ปี,แบบ,ไฟล์ (หรือ code,name,year,form,path)",
                       "there is no column '" + std::string(kTitles[needed][0]) +
                           "'; the columns are code,name,year,form,path");
        }
    }

    std::vector<CsvRow> rows_;
    std::string origin_;
    std::array<std::size_t, kColumns> places_{};
};

Expected expected_in(const Rows& rows, const CsvRow& row) {
    Expected expected{{rows.cell(row, kCode), 0, rows.cell(row, kForm)}, rows.cell(row, kName)};
    if (expected.key.code.empty()) rows.refuse(row.line, "แถวนี้ไม่มีรหัส", "the row has no code");
    const auto year = values::parse_year(rows.cell(row, kYear));
    if (!year)
        rows.refuse(row.line, "'" + rows.cell(row, kYear) + "' ไม่ใช่ปี เขียนเช่น 2567",
                    "'" + rows.cell(row, kYear) + "' is no year; write for instance 2567");
    expected.key.year = year->value;
    return expected;
}

std::string absolute(const std::string& path_text, const std::string& folder) {
    const std::string path = store::path_of_text(path_text);
    return receive::absolute_path(path.starts_with('/') ? path : folder + "/" + path);
}

}  // namespace

Manifest Manifest::parse(std::string_view text, const std::string& folder, const std::string& origin) {
    // A ZIP or OLE file: what spreadsheets save by themselves.
    if (text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0"))
        throw RunError(ExitCode::kUsage, "รายชื่อผู้ส่ง " + origin + " เป็นไฟล์ Excel ให้บันทึกเป็น CSV UTF-8 ก่อน",
                       "the manifest " + origin + " is an Excel file; save it as CSV UTF-8");
    const Rows rows(read_csv(text), origin);
    Manifest manifest;
    std::map<SubmissionKey, std::size_t> places;
    for (const CsvRow& row : rows.all()) {
        Expected expected = expected_in(rows, row);
        const auto [place, is_new] = places.emplace(expected.key, manifest.expected_.size());
        if (is_new) manifest.expected_.push_back(std::move(expected));
        const std::string path_text = rows.cell(row, kPath);
        if (path_text.empty()) continue;
        const std::string path = absolute(path_text, folder);
        const auto [known, added] = manifest.by_path_.emplace(path, place->second);
        if (!added && known->second != place->second)
            rows.refuse(row.line, "ไฟล์ " + path_text + " ระบุไว้ให้ผู้ส่งสองราย",
                        "the path " + path_text + " is given to two submissions");
        if (added) manifest.paths_.push_back(path);
    }
    return manifest;
}

const Expected* Manifest::at(const std::string& path) const {
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? nullptr : &expected_[found->second];
}

}  // namespace tarang::importing
