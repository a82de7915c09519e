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
    /// Gives the copy its name (or keeps the one that is there already) and returns it, open for reading.
    Descriptor keep(const std::string& sha256);

private:
    std::string folder_;
    std::string unfinished_;
    Descriptor file_;
};

/// Removes what killed programs left unfinished in `folder`. Only for who alone writes there.
void remove_unfinished_copies(const std::string& folder);

}  // namespace tarang::receive
