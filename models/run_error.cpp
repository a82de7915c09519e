#include "models/run_error.h"

#include <cerrno>
#include <cstring>

namespace tarang {

std::string thai_reason(int error) {
    switch (error) {
        case ENOENT:
            return "ไม่มีไฟล์หรือโฟลเดอร์นี้";
        case EACCES:
        case EPERM:
            return "ไม่มีสิทธิ์เข้าถึง";
        case ENOSPC:
        case EDQUOT:
            return "พื้นที่ดิสก์เต็ม";
        case EROFS:
            return "ดิสก์เขียนไม่ได้";
        case EISDIR:
            return "เป็นโฟลเดอร์";
        case ENOTDIR:
            return "ส่วนหนึ่งของที่อยู่ไม่ใช่โฟลเดอร์";
        case EMFILE:
        case ENFILE:
            return "เปิดไฟล์มากเกินไป";
        case EAGAIN:
        case ENOMEM:
            return "หน่วยความจำหรือกระบวนการไม่พอ";
        default:
            return std::strerror(error);
    }
}

void throw_cannot_write(const std::string& path) {
    throw RunError(ExitCode::kDatabase,
                   "เขียน " + path + " ไม่ได้: " + thai_reason(errno) + " ตรวจสอบโฟลเดอร์และพื้นที่ดิสก์",
                   "cannot write " + path + ": " + std::strerror(errno) +
                       "; check the folder and the space on its disk");
}

}  // namespace tarang
