#include "pipeline/store/problems.h"

#include <sqlite3.h>

#include <array>

namespace tarang::store {
namespace {

struct Message {
    std::string_view thai;
    std::string_view english;
};

// In the order of the enum. {0} is the path, {1} the detail.
constexpr std::array<Message, 11> kMessages{{
    {"ไม่พบฐานข้อมูล {0} ตรวจสอบชื่อและตำแหน่ง หรือสร้างใหม่ด้วย tarang import",
     "There is no database {0}. Check the path, or make one with tarang import."},
    {"ไม่มีโฟลเดอร์สำหรับฐานข้อมูล {0} สร้างโฟลเดอร์ก่อน หรือระบุที่อื่นด้วย --db",
     "The folder for the database {0} is not there. Make it first, or name another place with --db."},
    {"{0} ไม่ใช่ฐานข้อมูลของ tarang จึงไม่แตะต้อง ระบุไฟล์อื่นด้วย --db",
     "{0} is no database of tarang and was left alone. Name another file with --db."},
    {"ฐานข้อมูล {0} สร้างโดย tarang รุ่นใหม่กว่า (แบบที่ {1}) ปรับรุ่นโปรแกรมก่อน",
     "The database {0} was made by a newer tarang (schema {1}). Update the program."},
    {"ฐานข้อมูล {0} หรือโฟลเดอร์ของไฟล์เขียนไม่ได้ ขอสิทธิ์การเขียน หรือคัดลอกไปไว้ที่ที่เขียนได้",
     "The database {0} or its folder cannot be written to. Get permission to write, or copy it to a place of "
     "your own."},
    {"โปรแกรมอื่นกำลังใช้ฐานข้อมูล {0} รอให้เสร็จหรือปิดโปรแกรมนั้น แล้วลองใหม่",
     "Another program holds the database {0}. Wait for it or close it, then try again."},
    {"มีการนำเข้าอื่นทำงานกับฐานข้อมูล {0} อยู่ รอให้เสร็จ หรือหยุดการนำเข้านั้น (เช่น tarang watch) แล้วลองใหม่",
     "Another import into the database {0} is under way. Wait for it or stop it (tarang watch, too), then "
     "try "
     "again."},
    {"ฐานข้อมูล {0} เสียหาย ({1}) นำไฟล์สำรองกลับมาใช้ หรือย้ายไฟล์นี้ออกแล้วนำเข้ารายงานใหม่",
     "The database {0} is damaged ({1}). Bring back a backup, or move the file away and import the reports "
     "again."},
    {"ฐานข้อมูล {0} อยู่บนไดรฟ์เครือข่าย ({1}) ซึ่งล็อกไฟล์ไม่ได้จริงและทำให้ข้อมูลเสียหาย ย้ายไปไว้ในดิสก์ของเครื่องนี้",
     "The database {0} is on a network drive ({1}), where locks do not hold and data gets damaged. "
     "Move it to a disk of this machine."},
    {"ดิสก์เต็ม เขียนฐานข้อมูล {0} ไม่ได้ เพิ่มพื้นที่ว่างแล้วลองใหม่ ข้อมูลเดิมยังครบ",
     "The disk is full and the database {0} cannot be written. Make room and try again; what was stored is "
     "whole."},
    {"อ่านหรือเขียนฐานข้อมูล {0} ไม่ได้ ({1}) ตรวจสอบดิสก์และสิทธิ์การใช้ไฟล์",
     "The database {0} cannot be read or written ({1}). Check the disk and the file's permissions."},
}};

}  // namespace

std::string message_of(Problem problem, Language language, std::string_view path, std::string_view detail) {
    const Message& message = kMessages[static_cast<std::size_t>(problem)];
    const std::string_view pattern = language == Language::kThai ? message.thai : message.english;
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern.substr(i, 3) == "{0}" || pattern.substr(i, 3) == "{1}") {
            result += pattern[i + 1] == '0' ? path : detail;
            i += 2;
        } else {
            result += pattern[i];
        }
    }
    return result;
}

bool may_pass(Problem problem) {
    return problem == Problem::kLocked || problem == Problem::kBusy || problem == Problem::kFull ||
           problem == Problem::kDisk;
}

Problem problem_of(int sqlite_code) {
    switch (sqlite_code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Problem::kLocked;
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return Problem::kReadOnly;
        case SQLITE_NOTADB:
            return Problem::kForeign;
        case SQLITE_CORRUPT:
            return Problem::kDamaged;
        case SQLITE_FULL:
            return Problem::kFull;
        default:
            return Problem::kDisk;
    }
}

}  // namespace tarang::store
