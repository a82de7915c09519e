// The program's own files, known by device and inode: nothing that a person names as input or output may be
// one.
//
// To open and close a file drops all locks that this process has on it (POSIX), SQLite's on its database
// included: another program may then tidy away the journal that this one still writes to. A file that is
// written in another's place replaces it.
#pragma once

#include <sys/stat.h>

#include <string>
#include <vector>

namespace tarang::receive {

class OwnFiles {
public:
    OwnFiles() = default;
    /// Of the database at this path: itself, its journals, the folder of its originals.
    explicit OwnFiles(const std::string& database);

    /// One more, whatever it is for; an empty path is none.
    void add(const std::string& path);
    /// A log, with its earlier parts: FILE.1, FILE.2 and so on, as many as there are.
    void add_log(const std::string& path);

    /// Whether this is one of them under any name. Looks anew: journals come and go.
    bool contains(const struct stat& status) const;
    /// The same of what is at a path, links followed; false where nothing is.
    bool contains(const std::string& path) const;

private:
    std::vector<std::string> paths_;
    std::vector<std::string> logs_;
};

}  // namespace tarang::receive
