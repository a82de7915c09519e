// A mail as a list of the files that hang on it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/document.h"

namespace tarang::read::archive {

/// What one mail may cost: guesses. Mail servers end at 25 to 50 MB.
struct MailLimits {
    std::int64_t max_bytes = std::int64_t{256} << 20;
    int max_depth = 16;  ///< parts in parts
    std::int64_t max_parts = 2'000;
};

struct Attachment {
    std::string name;        ///< as the mail has it; empty where it has none
    std::uint64_t size = 0;  ///< bytes decoded, at most
};

/// Held in memory whole. What the sender wrote is no file; a mail in the mail is one.
class Mail {
public:
    /// kTooComplex beyond `limits`; kUnreadableFile.
    static std::variant<Mail, EventCode> open(int fd, const MailLimits& limits = {});

    const std::vector<Attachment>& attachments() const { return attachments_; }
    /// Gives the bytes of one in pieces, until `take` returns false.
    void unpack(std::size_t attachment, const std::function<bool(std::string_view)>& take) const;

private:
    /// Where it stands in `bytes_`, and how it is encoded.
    struct Place {
        std::size_t begin = 0;
        std::size_t size = 0;
        std::string encoding;
    };
    EventCode collect(std::string_view part, int depth, const MailLimits& limits);

    std::string bytes_;
    std::vector<Attachment> attachments_;
    std::vector<Place> places_;
    std::int64_t parts_ = 0;
};

}  // namespace tarang::read::archive
