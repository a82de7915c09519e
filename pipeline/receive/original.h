// The kept original: a copy named by its own content, beside the database.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/receive/descriptor.h"

namespace tarang::receive {

/// A copy under way. It gets its name when it is whole and on the disk; before that a crash leaves
/// at most a file whose name says that it is unfinished. Throws RunError(kDatabase) when the disk
/// refuses: an import that cannot keep originals must not go on as if it did.
class OriginalCopy {
public:
    /// `folder` is made where it is not there.
    explicit OriginalCopy(std::string folder);
    ~OriginalCopy();  ///< an unfinished copy goes
    OriginalCopy(const OriginalCopy&) = delete;
    OriginalCopy& operator=(const OriginalCopy&) = delete;

    void add(std::string_view bytes);
    /// Shares the content of a file where the file system can; false where it cannot, and nothing was added.
    bool share(int file);
    /// Gives the copy its name, in the place of whatever has that name, and returns it, open for reading.
    Descriptor keep(const std::string& sha256);

private:
    std::string folder_;
    std::string unfinished_;
    Descriptor file_;
};

/// The kept copy of this content, open for reading: one that is there and, read through, has this hash. Empty
/// where there is none.
Descriptor open_original(const std::string& folder, const std::string& sha256);

/// Removes what killed programs left unfinished in `folder`. Only for who alone writes there.
void remove_unfinished_copies(const std::string& folder);

}  // namespace tarang::receive
