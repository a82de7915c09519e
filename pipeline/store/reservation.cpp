#include "pipeline/store/reservation.h"

#include <fcntl.h>
#include <unistd.h>

#include <thread>

namespace tarang::store {
namespace {

/// Far behind SQLite's own locks, which lie at one gigabyte.
constexpr off_t kByte = off_t{1} << 62;
constexpr std::chrono::milliseconds kPause{20};

}  // namespace

Reservation::~Reservation() {
    if (file_ >= 0) ::close(file_);
}

Reservation::Taken Reservation::take(const std::string& path, std::chrono::milliseconds patience) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    if (file_ < 0) file_ = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (file_ < 0) return Taken::kNoFile;
    struct flock byte {};
    byte.l_type = F_WRLCK;
    byte.l_whence = SEEK_SET;
    byte.l_start = kByte;
    byte.l_len = 1;
    while (::fcntl(file_, F_OFD_SETLK, &byte) != 0) {
        if (std::chrono::steady_clock::now() >= deadline) return Taken::kHeldByOther;
        std::this_thread::sleep_for(kPause);
    }
    return Taken::kYes;
}

void Reservation::give_back() {
    if (file_ < 0) return;
    struct flock byte {};
    byte.l_type = F_UNLCK;
    byte.l_whence = SEEK_SET;
    byte.l_start = kByte;
    byte.l_len = 1;
    static_cast<void>(::fcntl(file_, F_OFD_SETLK, &byte));  // what is not held is given back
}

}  // namespace tarang::store
