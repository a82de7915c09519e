// SHA-256, in pieces: the identity of a document and of a report form.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tarang::receive {

class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    /// 64 lower-case hexadecimal digits; once, after the last piece.
    std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

std::string sha256_of(std::string_view bytes);

}  // namespace tarang::receive
