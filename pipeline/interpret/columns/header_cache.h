// What the forms say of headers, worked out once: the same texts stand over table after table, and a table is
// tried with several forms and ends of its header.
#pragma once

#include <array>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/interpret/columns/spellings.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

/// Lives as long as one document is interpreted. Forms and documents outlive it; its references hold until it
/// ends.
class HeaderCache {
public:
    /// The header cells over a column, outermost first, without blanks, column numbers and titles of the
    /// table. Years stay: "๖๗" under "เป้าหมาย" is the column's own.
    std::vector<HeaderLevel> path_over(const TableView& view, std::int32_t column, std::int32_t header_rows,
                                       const Profile& profile);
    const Fits& fits_of(const std::vector<HeaderLevel>& path, const Profile& profile);
    /// Of a header of one level, given as text: a group's own.
    const Fits& fits_of(const std::string& text, const Profile& profile);
    /// The status that a header says; nothing where it says none.
    std::optional<Status> status_in(const std::string& header, const Profile& profile);

private:
    using Path = std::vector<std::pair<const HeaderText*, bool>>;
    /// Forms that have the same words in all that is kept here but the spellings of columns.
    struct Words {
        const Profile* profile = nullptr;
        std::unordered_map<std::string, HeaderText> texts;
        std::unordered_map<std::string, std::optional<Status>> statuses;
    };

    /// What is kept of a form's own.
    struct Form {
        Words* words;
        Spellings spellings;
        std::unordered_map<const HeaderText*, std::vector<Alike>> alikes;
    };

    Form& form_of(const Profile& profile);
    HeaderLevel level_of(const std::string& text, bool group, const Profile& profile);

    std::map<const Profile*, Form> forms_;
    std::list<Words> words_;
    std::map<std::pair<const Profile*, Path>, Fits> fits_;
};

}  // namespace tarang::interpret
