// Whether a file lies on a network drive. SQLite's locks and its shared memory do not hold there: two
// machines would damage the database without either noticing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tarang::store {

/// The name of the network file system that `path` (a file or folder that is there) lies on; empty for a
/// local one, and where the system does not say.
std::optional<std::string> network_file_system(const std::string& path);

/// The same for a file system's magic number (statfs) and its type's name in /proc/self/mountinfo.
/// FUSE has one number for local disks (NTFS) and remote ones alike, so there the name decides.
std::optional<std::string> network_file_system(unsigned long magic, std::string_view type);

/// The type of the file system mounted as device `major:minor`, in the text of /proc/self/mountinfo; empty
/// where the device is not listed.
std::string mounted_type(std::string_view mountinfo, std::string_view device);

}  // namespace tarang::store
