// The ZIP container of an office file or an archive. The only part of the program that knows libzip.
//
// A file is judged before anything in it is parsed: what two programs could read differently (a name twice,
// sizes that differ from what is there, a directory that does not match the members) is damaged, what costs
// far more than it weighs is too complex.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/document.h"
#include "pipeline/read/office/limits.h"

namespace tarang::read::office {

struct Member {
    std::string name;        ///< as stored: any bytes
    std::uint64_t size = 0;  ///< unpacked, as declared
    bool readable = true;    ///< packed in a way that office programs use
};

class Container {
public:
    /// Reads through `fd`, which stays the caller's and must stay open; its position is never used.
    /// kDamaged: no ZIP, inconsistent, a name twice. kEncrypted: a member is. kTooComplex: more members,
    /// bytes or ratio than `limits`.
    static std::variant<Container, EventCode> open(int fd, const Limits& limits);
    /// As open, for who reads parts of an office file by their names. Also kDamaged: a name twice but for
    /// letter case, a compression that no office program uses.
    static std::variant<Container, EventCode> open_office(int fd, const Limits& limits);
    Container(Container&&) noexcept;
    Container& operator=(Container&&) noexcept;
    ~Container();

    const std::vector<Member>& members() const { return members_; }
    /// What no office program writes, and an archive may have.
    bool unlike_office() const { return unlike_office_; }
    /// Names are compared as office programs do: ASCII letters without case, no leading slash.
    bool has(std::string_view name) const { return find(name) >= 0; }

    /// Gives the member's bytes in pieces until its end, or until `take` returns false. kOk, or kDamaged
    /// where it is missing, does not unpack, or has another size than was declared.
    EventCode read(std::string_view name, const std::function<bool(std::string_view)>& take);
    /// The same of the member at that place in members(). kUnsupportedFormat where it is not readable.
    EventCode read_at(std::size_t place, const std::function<bool(std::string_view)>& take);

private:
    struct Impl;
    explicit Container(std::unique_ptr<Impl> impl);
    std::int64_t find(std::string_view name) const;
    EventCode inspect(const Limits& limits);

    std::unique_ptr<Impl> impl_;
    std::vector<Member> members_;
    bool unlike_office_ = false;
};

}  // namespace tarang::read::office
