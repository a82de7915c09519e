#include "pipeline/store/network.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarang::store {
namespace {

TEST(Network, FileSystemsOfOtherMachinesAreKnownByTheirNumber) {
    EXPECT_EQ(network_file_system(0x6969, ""), "NFS");
    EXPECT_EQ(network_file_system(0xFF534D42, ""), "CIFS");
    EXPECT_EQ(network_file_system(0xFE534D42, ""), "SMB");
    EXPECT_EQ(network_file_system(0xEF53, ""), std::nullopt);      // ext4
    EXPECT_EQ(network_file_system(0x01021994, ""), std::nullopt);  // tmpfs
    EXPECT_EQ(network_file_system(0x794C7630, ""), std::nullopt);  // overlay
}

TEST(Network, FuseIsJudgedByItsName) {
    EXPECT_EQ(network_file_system(0x65735546, "fuse.sshfs"), "fuse.sshfs");
    EXPECT_EQ(network_file_system(0x65735546, "fuseblk"), std::nullopt);  // a USB disk with NTFS
    EXPECT_EQ(network_file_system(0x65735546, ""), std::nullopt);
}

TEST(Network, TheTypeIsFoundByDevice) {
    constexpr std::string_view kMounts =
        "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        "36 22 0:45 / /mnt/far rw,nosuid shared:7 master:2 - fuse.sshfs me@far:/ rw\n"
        "37 22 8:17 / /media/usb rw - fuseblk /dev/sdb1 rw\n"
        "bad line\n";
    EXPECT_EQ(mounted_type(kMounts, "0:45"), "fuse.sshfs");
    EXPECT_EQ(mounted_type(kMounts, "8:17"), "fuseblk");
    EXPECT_EQ(mounted_type(kMounts, "8:1"), "ext4");
    EXPECT_EQ(mounted_type(kMounts, "9:9"), "");
}

TEST(Network, TheTemporaryFolderIsLocal) {
    EXPECT_EQ(network_file_system(std::filesystem::temp_directory_path().string()), std::nullopt);
    EXPECT_EQ(network_file_system("/no/such/place"), std::nullopt);
}

}  // namespace
}  // namespace tarang::store
