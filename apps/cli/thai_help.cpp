#include "apps/cli/thai_help.h"

#include <array>
#include <utility>

#include "apps/cli/help.h"

namespace tarang::cli {
namespace {

using Entry = std::pair<std::string_view, std::string_view>;

/// What stands beside commands and options.
constexpr std::array kLines{
    Entry{"Print this help message and exit", "แสดงวิธีใช้นี้"},
    Entry{"Display program version information and exit", "แสดงรุ่นของโปรแกรม"},
    Entry{"First line: the password of encrypted files", "ไฟล์ที่บรรทัดแรกเป็นรหัสผ่านของเอกสาร"},
    Entry{"Read pages from their image: auto: without a good text layer; skip: none; force: all",
          "อ่านหน้าจากภาพ: auto เฉพาะหน้าที่ไม่มีข้อความที่ใช้ได้, skip ไม่อ่านจากภาพ, force ทุกหน้า"},
    Entry{"Longest wait for a page or a document's records, seconds",
          "เวลานานที่สุดที่รอหนึ่งหน้า หรือรอผลของเอกสาร (วินาที)"},
    Entry{"The same in processor time, seconds", "เช่นเดียวกัน นับเป็นเวลาของหน่วยประมวลผล (วินาที)"},
    Entry{"Most time that workers spend on one document's pages, seconds",
          "เวลามากที่สุดที่ใช้กับหน้าของเอกสารหนึ่งฉบับ (วินาที)"},
    Entry{"Memory of each worker, MB or with a unit; default 1G",
          "หน่วยความจำของกระบวนการอ่านแต่ละตัว เป็น MB หรือระบุหน่วย ปกติ 1G"},
    Entry{"Largest file, bytes or with a unit; default 512M", "ขนาดไฟล์ใหญ่ที่สุด เป็นไบต์หรือระบุหน่วย ปกติ 512M"},
    Entry{"Most pages of a file", "จำนวนหน้ามากที่สุดของไฟล์"},
    Entry{"Most pixels of a page; default: 40 million of a PDF's that is drawn, 100 million gray or\n"
          "25 million colour of an image file",
          "จำนวนพิกเซลมากที่สุดของหน้า ปกติ 40 ล้านสำหรับหน้า PDF, 100 ล้าน (ขาวดำ)\nหรือ 25 ล้าน (สี) สำหรับไฟล์ภาพ"},
    Entry{"Note down what happens: a file, syslog or journald; default: DB.log",
          "ที่บันทึกการทำงาน: ไฟล์, syslog หรือ journald ปกติ DB.log"},
    Entry{"A log file of this size is moved to FILE.1, and the next begun; default 16M",
          "ไฟล์บันทึกที่ใหญ่ถึงขนาดนี้จะย้ายไปเป็น FILE.1 แล้วเริ่มไฟล์ใหม่ ปกติ 16M"},
    Entry{"So many full ones are kept", "จำนวนไฟล์บันทึกเก่าที่เก็บไว้"},
    Entry{"How much of it: error, warning, info or debug",
          "บันทึกละเอียดเพียงใด: error, warning, info หรือ debug"},
    Entry{"Worker processes; default: usable cores", "จำนวนกระบวนการอ่าน ปกติเท่าจำนวนแกนประมวลผลที่ใช้ได้"},
    Entry{"Options that the command line lacks; default: tarang.toml beside the database",
          "ไฟล์ตัวเลือกที่ไม่ได้ระบุในบรรทัดคำสั่ง ปกติ tarang.toml ข้างฐานข้อมูล"},
    Entry{"How to write it", "รูปแบบไฟล์"},
    Entry{"Language of messages; default by LANG", "ภาษาของข้อความ ปกติตามค่า LANG"},
    Entry{"Report form: auto, a shipped or taught form, or your own FILE.toml",
          "แบบรายงาน: auto, แบบของโปรแกรม แบบที่สอนไว้ หรือ FILE.toml ของหน่วยงาน"},
    Entry{"One JSON object a line", "เขียนเป็น JSON บรรทัดละหนึ่งรายการ"},
    Entry{"Write a report to hand on: FILE.html or FILE.csv", "เขียนรายงานสำหรับส่งต่อ: FILE.html หรือ FILE.csv"},
    Entry{"The database; made where it is not there", "ฐานข้อมูล หากยังไม่มีจะสร้างให้"},
    Entry{"Who is to submit what: code, name, year, form, path", "รายชื่อผู้ที่ต้องส่ง: รหัส, ชื่อ, ปี, แบบ, ไฟล์"},
    Entry{"Only the I-th of N parts, for as many machines; tarang merge unites them",
          "เฉพาะส่วนที่ I จาก N ส่วน สำหรับหลายเครื่อง รวมกันด้วย tarang merge"},
    Entry{"The database whose taught forms a shard takes", "ฐานข้อมูลของสำนักงาน ใช้แบบที่สอนไว้ในนั้น"},
    Entry{"Read known content again, with today's program", "อ่านเอกสารที่เคยอ่านแล้วใหม่ด้วยโปรแกรมรุ่นปัจจุบัน"},
    Entry{"Keep no copy of the originals", "ไม่เก็บสำเนาต้นฉบับ"},
    Entry{"Read reports into a database", "อ่านรายงานเข้าฐานข้อมูล"},
    Entry{"Files, folders and patterns", "ไฟล์ โฟลเดอร์ หรือรูปแบบชื่อไฟล์"},
    Entry{"Paths from a file, one a line; -: from standard input",
          "อ่านรายชื่อไฟล์จากไฟล์ บรรทัดละชื่อ; - คือจากข้อมูลเข้ามาตรฐาน"},
    Entry{"Folders with all their subfolders", "รวมโฟลเดอร์ย่อยทั้งหมด"},
    Entry{"Import what arrives in a folder", "นำเข้าไฟล์ที่เข้ามาในโฟลเดอร์"},
    Entry{"The folder, with all its subfolders", "โฟลเดอร์ที่เฝ้าดู รวมโฟลเดอร์ย่อย"},
    Entry{"A file that did not change for so many seconds is whole",
          "ไฟล์ที่ไม่เปลี่ยนแปลงนานเท่านี้ (วินาที) ถือว่ามาครบแล้ว"},
    Entry{"Its hash or the beginning of it, its path or its file name",
          "รหัสไฟล์ (หรือส่วนต้น) ที่อยู่ หรือชื่อไฟล์ของเอกสาร"},
    Entry{"Read documents again that failed", "อ่านเอกสารที่อ่านไม่สำเร็จอีกครั้ง"},
    Entry{"The database", "ฐานข้อมูล"},
    Entry{"One document, whatever its fault", "เอกสารฉบับเดียว ไม่ว่าจะอ่านไม่สำเร็จเพราะเหตุใด"},
    Entry{"Every document that gave no activity", "เอกสารทุกฉบับที่ไม่ได้กิจกรรม"},
    Entry{"Take back a decision of the history", "ย้อนกลับเหตุการณ์ในประวัติ"},
    Entry{"Its number in show --history, or a document: the newest about it",
          "หมายเลขใน show --history หรือชื่อเอกสาร: เหตุการณ์ล่าสุดของเอกสารนั้น"},
    Entry{"Copy a database with its originals", "สำรองฐานข้อมูลพร้อมต้นฉบับ"},
    Entry{"The copy", "ไฟล์สำรอง"},
    Entry{"Shards into one database", "รวมฐานข้อมูลหลายส่วนเป็นหนึ่งเดียว"},
    Entry{"Databases of import --shard, or any others", "ฐานข้อมูลจาก import --shard หรือฐานข้อมูลอื่น"},
    Entry{"Send what changed to a PostgreSQL server", "เผยแพร่ส่วนที่เปลี่ยนไปยังเซิร์ฟเวอร์ PostgreSQL"},
    Entry{"The server: postgresql://USER@HOST/DATABASE, without a password",
          "เซิร์ฟเวอร์: postgresql://USER@HOST/DATABASE ไม่ใส่รหัสผ่าน"},
    Entry{"Whose database this is; default: as before, at first the file's name",
          "ชื่อหน่วยงานบนเซิร์ฟเวอร์ ปกติใช้ชื่อเดิม ครั้งแรกใช้ชื่อไฟล์"},
    Entry{"Take over the name from another database, or change one's own",
          "ใช้แทนฐานข้อมูลอื่นที่ใช้ชื่อนี้ หรือเปลี่ยนชื่อของตน"},
    Entry{"Remove a document for good", "ลบเอกสารถาวร"},
    Entry{"Do not ask", "ไม่ต้องถามก่อน"},
    Entry{"Check values against the originals", "ตรวจข้อมูลกับต้นฉบับในหน้าเว็บ"},
    Entry{"Who decides; default: the system's user", "ชื่อผู้ตรวจ ปกติเป็นชื่อผู้ใช้ของระบบ"},
    Entry{"Port on this computer; default: any free one", "พอร์ตของเครื่องนี้ ปกติใช้พอร์ตที่ว่าง"},
    Entry{"Who else may check, each by a link of their own: names, one a line",
          "ผู้ตรวจคนอื่น แต่ละคนมีลิงก์ของตนเอง: ไฟล์รายชื่อ บรรทัดละหนึ่งชื่อ"},
    Entry{"Where a proxy with TLS answers: https://HOST", "ที่อยู่ของพร็อกซี TLS ของสำนักงาน: https://HOST"},
    Entry{"What awaits a person", "รายการที่รอตรวจสอบ"},
    Entry{"Draw a sample to judge a lot by", "สุ่มตัวอย่างเพื่อประเมินคุณภาพข้อมูล"},
    Entry{"Only of this document: its hash, path or file name", "เฉพาะเอกสารฉบับนี้: รหัสไฟล์ ที่อยู่ หรือชื่อไฟล์"},
    Entry{"Only in this document: its hash, path or file name", "ค้นเฉพาะในเอกสารฉบับนี้: รหัสไฟล์ ที่อยู่ หรือชื่อไฟล์"},
    Entry{"Only in this field of activities", "ค้นเฉพาะในช่องนี้ของกิจกรรม"},
    Entry{"Mix in so many values made wrong, to tell who notices",
          "ใส่ค่าที่จงใจทำให้ผิดปนไว้เท่านี้ช่อง เพื่อดูว่าผู้ตรวจพบหรือไม่"},
    Entry{"The same seed draws the same sample", "เลขชุดสุ่ม ใช้เลขเดิมได้ตัวอย่างเดิม"},
    Entry{"Percent of wrong fields that is still good", "ยอมให้ผิดได้ไม่เกิน (ร้อยละ)"},
    Entry{"Compare with an export, field by field", "เปรียบเทียบกับไฟล์ที่ส่งออกไว้ ทีละช่อง"},
    Entry{"Forms that people taught", "แบบรายงานที่สอนไว้"},
    Entry{"What to do", "สิ่งที่จะทำ"},
    Entry{"A form's name; suggest: a document; import: FILE.toml",
          "ชื่อแบบ; สำหรับ suggest คือเอกสาร; สำหรับ import คือ FILE.toml"},
    Entry{"Of suggest and export; default: stdout", "ไฟล์ผลของ suggest และ export ปกติแสดงบนจอ"},
    Entry{"Events of what is read again, as JSON", "ผลของเอกสารที่อ่านใหม่ เป็น JSON"},
    Entry{"Every table of a document", "ตารางทุกตารางของเอกสาร"},
    Entry{"The document", "เอกสาร"},
    Entry{"Only these pages", "เฉพาะหน้าเหล่านี้"},
    Entry{"Each page's part as printed, headers included", "แยกตามหน้าอย่างที่พิมพ์ รวมหัวตารางที่ซ้ำ"},
    Entry{"Where to write; default: stdout", "ไฟล์ผล ปกติแสดงบนจอ"},
    Entry{"Draw what was seen on a page", "วาดสิ่งที่โปรแกรมเห็นบนหน้า"},
    Entry{"Position in the file, from 1", "ลำดับหน้าในไฟล์ เริ่มจาก 1"},
    Entry{"Instead: the table of that number, as a grid (SVG)", "แทนหน้า: ตารางลำดับนั้น วาดเป็นช่อง (SVG)"},
    Entry{"FILE.png or FILE.svg; default: to stdout, a page as PNG",
          "FILE.png หรือ FILE.svg ปกติส่งออกทางข้อมูลออกมาตรฐานเป็น PNG"},
    Entry{"Documents and activities", "รายการเอกสารและกิจกรรม"},
    Entry{"Only documents in this state", "เฉพาะเอกสารในสถานะนี้"},
    Entry{"Only what this code of the manifest submitted", "เฉพาะที่ผู้ส่งรหัสนี้ส่งมา"},
    Entry{"Sums by status, strategy and quarter instead", "แสดงยอดรวมตามสถานะ ยุทธศาสตร์ และไตรมาสแทน"},
    Entry{"Decisions that can be undone, with their numbers, instead", "แสดงประวัติพร้อมหมายเลขที่ย้อนกลับได้แทน"},
    Entry{"Everything about one document, and what to do", "ทุกเรื่องของเอกสารหนึ่งฉบับ และสิ่งที่ทำต่อได้"},
    Entry{"Full-text search", "ค้นหาข้อความ"},
    Entry{"What to look for", "คำที่ค้นหา"},
    Entry{"Write the records out", "ส่งออกข้อมูล"},
    Entry{"Superseded documents too", "รวมเอกสารที่มีฉบับใหม่แทนแล้ว"},
    Entry{"What a job would be told, and by whom", "ตัวเลือกที่จะใช้ และมาจากไหน"},
    Entry{"The stages in order", "ขั้นตอนการทำงานตามลำดับ"},
};

/// What stands below.
constexpr std::array kParagraphs{
    Entry{help::kProgram,
          "อ่านรายงานผลการดำเนินงานของหน่วยงานราชการไทย แล้วจัดเก็บเป็นรายการกิจกรรมในฐานข้อมูลที่ตรวจสอบได้\n"
          "ข้อมูลอยู่ในเครื่องนี้เท่านั้น มีเพียง publish ที่ใช้เครือข่าย ไปยังเซิร์ฟเวอร์ที่ระบุ"},
    Entry{help::kExitCodes,
          "รหัสเมื่อจบ: 0 สำเร็จ; 2 ใช้คำสั่งผิด; 3 บางเอกสารอ่านได้บางส่วน; 4 บางเอกสารอ่านไม่สำเร็จหรือถูกกักไว้;\n"
          "5 ไม่มีฐานข้อมูล ฐานข้อมูลใหม่กว่า ถูกใช้อยู่ หรือดิสก์มีปัญหา; 75 (--shard) ลองใหม่ได้; 130 ถูกหยุด "
          "หากมีหลายอย่างใช้รหัสที่ร้ายแรงที่สุด"},
    Entry{help::kImport,
          "อ่านรายงานเข้าฐานข้อมูล และเก็บต้นฉบับไว้ใน DB.files ข้างฐานข้อมูล\n"
          "หน้าที่เป็นภาพสแกน หรือมีข้อความที่เชื่อถือไม่ได้ จะอ่านจากภาพ (--ocr)\n"
          "เนื้อหาเดิมที่นำเข้าอีกไม่เปลี่ยนแปลงอะไร หากอยู่ที่อื่นถือเป็นไฟล์ซ้ำ เนื้อหาใหม่ที่ตำแหน่งเดิม\n"
          "จะใช้แทนเอกสารเดิม ซึ่งยังเก็บไว้ครบ\n"
          "ระบุโฟลเดอร์คือไฟล์ทั้งหมดในนั้น ใส่ --recursive เพื่อรวมโฟลเดอร์ย่อย\n"
          "--manifest บอกว่าไฟล์ใดเป็นของผู้ส่งใด หากไม่ระบุไฟล์จะนำเข้าไฟล์ตามรายชื่อ ผู้ที่ยังไม่ส่งแสดงท้ายสรุป\n"
          "และในรายงาน"},
    Entry{help::kWatch, "เช่นเดียวกับ import สำหรับไฟล์ที่เข้ามาในโฟลเดอร์ เมื่อไฟล์ไม่เปลี่ยนแปลงแล้วสักครู่ กด Ctrl-C เพื่อจบ"},
    Entry{help::kRetry,
          "หากไม่ระบุเอกสาร จะอ่านเอกสารที่หมดเวลา หน่วยความจำไม่พอ ล้มเหลวกะทันหัน หรือถูกหยุด เอกสารที่ไฟล์มีปัญหา\n"
          "ต้องขอไฟล์ใหม่ ส่วนที่ล้มเหลวซ้ำถูกกักไว้ ให้ระบุชื่อเอกสาร หน้าที่อ่านแล้วไม่อ่านซ้ำ\n"
          "--without-records: เอกสารที่ไม่ได้กิจกรรม ซึ่งแบบรายงานปัจจุบันอาจเข้าใจ การตัดสินของผู้ตรวจยังคงอยู่"},
    Entry{help::kUndo,
          "กรณีมีฉบับใหม่แทน: ฉบับเดิมกลับมาใช้ กรณีไฟล์ซ้ำ: ตำแหน่งนั้นเป็นของเอกสาร กรณีย้อนกลับ: สิ่งที่ย้อนกลับไปกลับมาใช้อีก\n"
          "การลบถาวรย้อนกลับไม่ได้"},
    Entry{help::kBackup,
          "คัดลอกฐานข้อมูลตามสภาพขณะนี้ไปที่ FILE และต้นฉบับไปที่ FILE.files ขณะนำเข้าอยู่ก็สำรองได้\n"
          "ไฟล์สำรองเดิมจะถูกแทนเมื่อไฟล์ใหม่ครบถ้วนแล้ว ต้นฉบับที่มีอยู่แล้วไม่คัดลอกซ้ำ"},
    Entry{help::kMerge,
          "นำเอกสารจากฐานข้อมูลอื่นเข้า DB พร้อมข้อมูล การตัดสินของผู้ตรวจ แบบที่สอนไว้ และต้นฉบับ (ใช้ไฟล์ร่วมกันหากทำได้)\n"
          "รวมลำดับใดหรือกี่ครั้งก็ได้ผลเดียวกัน เอกสารที่มีในหลายส่วนเก็บครั้งเดียว เหมือนนำเข้าทั้งหมดในครั้งเดียว "
          "หากหยุดกลางคันให้สั่งซ้ำ\n"
          "ส่วนที่ใช้ไม่ได้จะบอก (รหัส 5) และรวมส่วนอื่นต่อ เอกสารที่ลบถาวรจาก DB ไม่กลับมา บรรทัดสุดท้ายคือรหัสของสิ่งที่ DB เก็บไว้"},
    Entry{help::kPublish,
          "ปรับข้อมูลบนเซิร์ฟเวอร์ PostgreSQL ให้ตรงกับฐานข้อมูล สำหรับผู้ที่ต้องการสอบถามข้อมูล (docs/warehouse.md):\n"
          "กิจกรรมพร้อมข้อความและตำแหน่ง ข้อสังเกต การตัดสินของผู้ตรวจ และการส่งรายงาน อยู่ใน schema ชื่อ tarang\n"
          "เคียงกับข้อมูลของหน่วยงานอื่น ส่งเฉพาะที่เปลี่ยนแปลง ทีละเอกสารทั้งฉบับ เอกสารที่ลบถาวรจะลบที่เซิร์ฟเวอร์ด้วย\n"
          "รหัสผ่านเก็บในไฟล์ ~/.pgpass หรือ ~/.pg_service.conf ไม่ระบุในที่อยู่ หากถูกขัดจังหวะให้ใช้คำสั่งเดิมอีกครั้ง"},
    Entry{help::kForget,
          "ลบเอกสารพร้อมทุกอย่างที่อ่านได้ ต้นฉบับ และส่วนที่อยู่ในดัชนีค้นหา ประวัติเก็บเพียงว่าลบเอกสารรหัสนี้แล้ว\n"
          "ไม่แตะต้องไฟล์สำรอง การลบย้อนกลับไม่ได้ โปรแกรมจะบอกสิ่งที่จะหายไปและถามก่อน เว้นแต่ระบุ --yes\n"
          "หากไม่มีผู้ตอบต้องระบุ --yes"},
    Entry{help::kForm,
          "list: แบบที่ใช้อยู่ ใครสอนและเมื่อใด suggest DOCUMENT: ไฟล์แบบที่แนะนำจากหัวตารางที่โปรแกรมไม่รู้จัก สำหรับแก้ไขต่อ\n"
          "import FILE.toml: นำแบบเข้าฐานข้อมูล เอกสารที่ไม่ได้กิจกรรม หรือมีตารางที่ไม่ได้ จะอ่านใหม่ทันที "
          "และใช้กับการนำเข้าครั้งต่อไป\n"
          "show และ export NAME: คอลัมน์และไฟล์ของแบบ รวมแบบของโปรแกรม forget NAME: เลิกใช้แบบนั้น "
          "เอกสารที่ใช้แบบนั้นจะอ่านใหม่"},
    Entry{help::kShow,
          "แสดงรายการเอกสาร และกิจกรรมหากมีเอกสารไม่มาก ระบุ DOCUMENT, --state หรือ --school เพื่อดูกิจกรรมของบางฉบับ\n"
          "--summary: ยอดรวมตามสถานะ ยุทธศาสตร์ และไตรมาส แยกตามชนิดตาราง ยอดที่ไม่ทราบนับแยกไว้ ไม่ถือเป็นศูนย์\n"
          "--history: สิ่งที่มีฉบับใหม่แทน ส่งซ้ำ หรือลบออก พร้อมหมายเลขสำหรับ undo"},
    Entry{help::kExplain,
          "บอกทุกเรื่องของเอกสารหนึ่งฉบับ: มาจากไหน ใครส่ง อ่านอย่างไร หน้าใดอ่านไม่ได้ แต่ละตารางคืออะไรและเพราะเหตุใด\n"
          "แถวใดต่อข้ามหน้า ช่องใดน่าสงสัยเพราะอะไร ผู้ตรวจตัดสินอะไร และทำอะไรต่อได้"},
    Entry{help::kReview,
          "เปิดหน้าเว็บซึ่งใช้ได้เฉพาะในเครื่องนี้ แสดงค่าที่อ่านได้เทียบกับภาพต้นฉบับ เปิดลิงก์ที่แสดงในหน้าต่างคำสั่ง\n"
          "ลิงก์มีรหัสลับ กด Ctrl-C เพื่อจบ ไม่มีการเขียนทับ การตัดสินเก็บแยกจากที่อ่านได้ และย้อนกลับได้\n"
          "--reviewers: ผู้ตรวจหลายคนใช้เครื่องเดียวกัน แต่ละคนมีลิงก์ของตนเองซึ่งถอนได้ ผู้ที่ไม่อยู่ในรายชื่อเข้าไม่ได้อีก"},
    Entry{help::kCheck,
          "แสดงช่องที่ทำเครื่องหมายไว้และยังไม่มีผู้ตรวจ การแก้ไขที่หาตำแหน่งเดิมไม่พบ และเอกสารที่ไม่ได้กิจกรรมพร้อมเหตุผล\n"
          "--sample: สุ่มช่องของรายการที่ยังไม่มีใครตรวจ (ISO 2859-1 ระดับ II) และแสดงผลการสุ่ม ตรวจต่อในหน้าเว็บ\n"
          "--against: สิ่งที่ต่างจากไฟล์ที่ส่งออกไว้ หากมีจบด้วยรหัส 3"},
    Entry{help::kFind,
          "ค้นหากิจกรรมจากคำหรือส่วนของคำ เลขไทยและเลขอารบิกถือว่าเหมือนกัน หลายคำต้องอยู่ในกิจกรรมเดียวกัน\n"
          "จำนวนเงินพบได้ไม่ว่าพิมพ์อย่างไร (21000 พบ ๒๑,๐๐๐.-) วันที่และปีพบทั้ง พ.ศ. และ ค.ศ."},
    Entry{help::kExport,
          "ส่งออกเอกสารที่อ่านสำเร็จหรือบางส่วน ปกติเฉพาะฉบับปัจจุบัน\n"
          "json: ทุกอย่าง; jsonl: บรรทัดละกิจกรรม; csv: แถวละกิจกรรม ข้อความที่โปรแกรมตารางจะถือเป็นสูตรมีเครื่องหมาย ' "
          "นำหน้า;\n"
          "xlsx: สมุดงาน แผ่นแรกเป็นรายงานพร้อมพิมพ์ ตามด้วยข้อมูลทั้งหมด; docx: รายงานสำหรับ Word"},
    Entry{help::kTables,
          "ส่งออกตารางทุกตารางของ PDF ตารางที่ต่อหลายหน้ารวมเป็นตารางเดียว ไม่ต้องมีแบบรายงานหรือฐานข้อมูล\n"
          "json: พร้อมตำแหน่งและข้อสังเกต; csv: แถว คั่นตารางด้วยบรรทัดว่าง; html: หน้าเว็บหน้าเดียว"},
    Entry{help::kInspect,
          "วาดสิ่งที่โปรแกรมเห็นบนภาพของหน้า: ตาราง ช่อง บรรทัด หรือวาดตารางหนึ่งเป็นช่องตามที่อ่านได้\n"
          "ชื่อไฟล์ผลกำหนดรูปแบบ .png หรือ .svg (ตารางเป็น .svg)"},
    Entry{help::kConfig,
          "แสดงตัวเลือกที่เขียนใน tarang.toml ได้ ค่าที่จะใช้ และมาจากบรรทัดคำสั่ง จากไฟล์ หรือเป็นค่าปกติของโปรแกรม\n"
          "ไฟล์อยู่ข้างฐานข้อมูล หรือระบุด้วย --config แต่ละบรรทัดเขียนว่า ตัวเลือก = ค่า ไม่ต้องมีขีดนำหน้า\n"
          "ที่อยู่ไฟล์นับจากโฟลเดอร์ของไฟล์นี้ สิ่งที่ระบุในบรรทัดคำสั่งสำคัญกว่าไฟล์"},
    Entry{help::kStages, "แสดงขั้นตอนตามลำดับที่รายงานผ่าน"},
};

}  // namespace

std::string_view thai_help(std::string_view english) {
    for (const Entry& entry : kLines) {
        if (entry.first == english) return entry.second;
    }
    for (const Entry& entry : kParagraphs) {
        if (entry.first == english) return entry.second;
    }
    return {};
}

}  // namespace tarang::cli
