// The list of who is to submit what: code, name, year, form, path.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/submission.h"

namespace tarang::importing {

/// Rows of the manifest. A row without a path is a submission that is due and of which no file is known.
class Manifest {
public:
    /// `text` as read_csv takes it; the first row names the columns, in English or Thai, in any order: code
    /// (รหัส) and year (ปี) must be there, name (ชื่อ), form (แบบ) and path (ไฟล์) may. Paths are relative to
    /// `folder`, that of the manifest. Throws RunError(kUsage), with the line, where a column is missing, a
    /// row has no code or year, or one path is given to two submissions; `origin` names the file.
    static Manifest parse(std::string_view text, const std::string& folder, const std::string& origin);

    /// All that is due, each once, in the order of the rows.
    const std::vector<Expected>& expected() const { return expected_; }
    /// Paths that the rows name, in their order; absolute.
    const std::vector<std::string>& paths() const { return paths_; }
    /// What the file at this absolute path was submitted for.
    const Expected* at(const std::string& path) const;

private:
    std::vector<Expected> expected_;
    std::vector<std::string> paths_;
    std::unordered_map<std::string, std::size_t> by_path_;  ///< place in `expected_`
};

}  // namespace tarang::importing
