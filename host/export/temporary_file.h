// A file without a name, so that nothing stays however the program ends.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace tarang::exporting {

class TemporaryFile {
public:
    /// In the folder for temporary files (TMPDIR). `what` is written, for messages: "the spreadsheet". Throws
    /// RunError(kDatabase) where that cannot be; so do the others.
    explicit TemporaryFile(std::string what);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const std::string& path() const { return path_; }      ///< for libraries that want one; while this lives
    const std::string& folder() const { return folder_; }  ///< that it is in
    void append(std::string_view bytes);
    void copy_to(std::ostream& out) const;
    [[noreturn]] void cannot_write(const std::string& why) const;

private:
    std::string what_;
    std::string folder_;
    std::string path_;
    int file_ = -1;
};

}  // namespace tarang::exporting
