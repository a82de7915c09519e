#include "apps/cli/text_file.h"

#include <fstream>
#include <iterator>

#include "models/run_error.h"

namespace tarang::cli {

std::string read_text_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open() || in.bad())
        throw RunError(ExitCode::kUsage, "อ่าน " + path + " ไม่ได้ ตรวจสอบชื่อและสิทธิ์การอ่าน",
                       "cannot read " + path + "; check the name and its permissions");
    return text;
}

}  // namespace tarang::cli
