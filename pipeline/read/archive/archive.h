// read: what holds documents. A ZIP file that is no office file, or a mail, as a list of files that are taken
// out one by one.
//
// Nothing is ever written under a member's name: it is a label, and where the bytes go the caller says.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/document.h"

namespace tarang::read::archive {

/// What one archive may cost. The numbers are guesses, far above what a school sends in one piece.
struct Limits {
    std::int64_t max_files = 2'000;
    std::int64_t max_unpacked = std::int64_t{2} << 30;  ///< bytes of all files together, as declared
};

struct Member {
    std::string name;        ///< see member_names.h; unique within the archive
    std::uint64_t size = 0;  ///< bytes unpacked, as declared; of a mail the most that it can be
};

class Archive {
public:
    /// Reads through `fd`, which stays the caller's and must stay open; its position is never used.
    /// kDamaged, kEncrypted; kTooComplex: more files, bytes or ratio than is allowed.
    static std::variant<Archive, EventCode> open(int fd, const Limits& limits = {});
    /// The same of a mail: the files that hang on it.
    static std::variant<Archive, EventCode> open_mail(int fd, const Limits& limits = {});
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();

    /// Files in their order; folders are not among them.
    const std::vector<Member>& members() const { return members_; }
    /// Gives the bytes of one in pieces until its end, or until `take` returns false. kOk, kDamaged (it does
    /// not unpack, or has another size than was declared), kUnsupportedFormat (packed in a way that is not
    /// read).
    EventCode unpack(std::size_t member, const std::function<bool(std::string_view)>& take);

private:
    struct Impl;
    explicit Archive(std::unique_ptr<Impl> impl);
    EventCode name(std::vector<std::string> names, const Limits& limits);

    std::unique_ptr<Impl> impl_;
    std::vector<Member> members_;
};

}  // namespace tarang::read::archive
