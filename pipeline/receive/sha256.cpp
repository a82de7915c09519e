// Plain functions: the general ones (EVP) read a configuration and look among all digests first, 5 million
// instructions for each process.
#define OPENSSL_API_COMPAT 0x10100000L
#include "pipeline/receive/sha256.h"

#include <openssl/sha.h>

#include <array>

namespace tarang::receive {

struct Sha256::Context {
    SHA256_CTX sha{};
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { SHA256_Init(&context_->sha); }
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { SHA256_Update(&context_->sha, bytes.data(), bytes.size()); }

std::string Sha256::hex() {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256_Final(digest.data(), &context_->sha);
    std::string text;
    for (const unsigned char byte : digest) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::string sha256_of(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

}  // namespace tarang::receive
