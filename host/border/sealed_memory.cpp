#include "host/border/sealed_memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <string>

namespace tarang::border {

Descriptor memory_file(const char* name) {
    return Descriptor(::memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING));
}

Descriptor sealed(const Descriptor& file, std::optional<std::int64_t> size) {
    constexpr int kSeals = F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL;
    struct stat status {};
    if (::fcntl(file.get(), F_ADD_SEALS, kSeals) != 0) return {};
    if (::fstat(file.get(), &status) != 0 || (size && status.st_size != *size)) return {};
    return reopened(file.get());
}

Descriptor reopened(int file) {
    const std::string name = "/proc/self/fd/" + std::to_string(file);
    return Descriptor(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
}

}  // namespace tarang::border
