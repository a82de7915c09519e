#include "host/export/temporary_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

#include "models/run_error.h"

namespace tarang::exporting {

TemporaryFile::TemporaryFile(std::string what) : what_(std::move(what)) {
    std::error_code missing;
    folder_ = std::filesystem::temp_directory_path(missing).string();
    if (missing) cannot_write("there is no folder for temporary files");
    std::string name = folder_ + "/tarang-XXXXXX";
    file_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (file_ < 0) cannot_write("no temporary file in " + folder_);
    ::unlink(name.c_str());
    path_ = "/proc/self/fd/" + std::to_string(file_);
}

TemporaryFile::~TemporaryFile() {
    if (file_ >= 0) ::close(file_);
}

void TemporaryFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) cannot_write(std::strerror(errno));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void TemporaryFile::copy_to(std::ostream& out) const {
    std::ifstream file(path_, std::ios::binary);
    if (!file || !(out << file.rdbuf())) cannot_write("the output cannot be written");
}

void TemporaryFile::cannot_write(const std::string& why) const {
    throw RunError(ExitCode::kDatabase,
                   "เขียนไฟล์ผลไม่ได้: " + why + " ตรวจสอบพื้นที่สำหรับไฟล์ชั่วคราว (TMPDIR) และของไฟล์ผล",
                   "cannot write " + what_ + ": " + why +
                       "; check the space for temporary files (TMPDIR) and of the output");
}

}  // namespace tarang::exporting
