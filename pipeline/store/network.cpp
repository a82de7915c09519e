#include "pipeline/store/network.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

namespace tarang::store {
namespace {

struct Known {
    unsigned long magic;
    std::string_view name;
};
// statfs(2). Plan 9 (0x01021997) is not here: WSL and virtual machines show local disks through it.
constexpr std::array<Known, 9> kNetwork{{{0x6969, "NFS"},
                                         {0x517B, "SMB"},
                                         {0xFE534D42, "SMB"},
                                         {0xFF534D42, "CIFS"},
                                         {0x5346414F, "AFS"},
                                         {0x73757245, "Coda"},
                                         {0x564C, "NCP"},
                                         {0x00C36400, "Ceph"},
                                         {0x0BD00BD0, "Lustre"}}};
constexpr unsigned long kFuse = 0x65735546;
constexpr std::array<std::string_view, 10> kRemoteFuse{
    "fuse.sshfs", "fuse.rclone",    "fuse.s3fs",  "fuse.glusterfs", "fuse.gvfsd-fuse",
    "fuse.ceph",  "fuse.ceph-fuse", "fuse.davfs", "fuse.juicefs",   "fuse.google-drive-ocamlfuse"};

}  // namespace

std::optional<std::string> network_file_system(unsigned long magic, std::string_view type) {
    for (const Known& known : kNetwork) {
        if (known.magic == magic) return std::string(known.name);
    }
    const bool remote = std::find(kRemoteFuse.begin(), kRemoteFuse.end(), type) != kRemoteFuse.end();
    if (magic == kFuse && remote) return std::string(type);
    return std::nullopt;
}

std::string mounted_type(std::string_view mountinfo, std::string_view device) {
    // "36 35 98:0 / /mnt rw,noatime master:1 - ext3 /dev/root rw": the type stands after the lone dash.
    std::istringstream lines{std::string(mountinfo)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string id, parent, number, word, type;
        words >> id >> parent >> number;
        if (number != device) continue;
        while (words >> word && word != "-") {
        }
        words >> type;
        return type;
    }
    return {};
}

std::optional<std::string> network_file_system(const std::string& path) {
    struct statfs system {};
    struct stat file {};
    if (statfs(path.c_str(), &system) != 0 || stat(path.c_str(), &file) != 0) return std::nullopt;
    // The kernel's field is signed on some machines; the magic numbers have 32 bits.
    const auto magic = static_cast<unsigned long>(static_cast<std::uint32_t>(system.f_type));
    if (magic != kFuse) return network_file_system(magic, {});
    std::ifstream mounts("/proc/self/mountinfo");
    const std::string text{std::istreambuf_iterator<char>(mounts), {}};
    const std::string device = std::to_string(major(file.st_dev)) + ":" + std::to_string(minor(file.st_dev));
    return network_file_system(magic, mounted_type(text, device));
}

}  // namespace tarang::store
