// Rows in the text format of COPY: columns separated by tabs, rows by line feeds, \N for NULL.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tarang::publish {

class CopyText {
public:
    void null() { column("\\N"); }
    void integer(std::int64_t value);
    void real(double value);
    /// UTF-8. U+0000, which a server's text cannot hold, becomes U+FFFD.
    void text(std::string_view value);
    /// JSON, whose texts cannot hold it either.
    void json(std::string_view value);
    void end_row();

    const std::string& bytes() const { return bytes_; }
    void clear() {
        bytes_.clear();
        begins_row_ = true;
    }

private:
    void separate();
    void column(std::string_view value);

    std::string bytes_;
    bool begins_row_ = true;
};

}  // namespace tarang::publish
