#include "apps/cli/cmd_publish.h"

#include <filesystem>
#include <iostream>

#include "apps/cli/noted_database.h"
#include "host/border/versions.h"
#include "host/export/words.h"
#include "host/publish/publish.h"
#include "pipeline/store/path_text.h"

namespace tarang::cli {
namespace {

using exporting::Words;

/// Why parts of words are searched slowly there, and what to do; empty where they are not.
std::string search_advice(publish::TextSearch search, const std::string& letters, Language language) {
    switch (search) {
        case publish::TextSearch::kIndexed:
            return {};
        case publish::TextSearch::kNoExtension:
            return Words{"ไม่มีดัชนีค้นคำ เพราะเซิร์ฟเวอร์ไม่มีส่วนเสริม pg_trgm ให้ผู้ดูแลสั่ง CREATE EXTENSION pg_trgm",
                         "no index of words was made: the server lacks pg_trgm; its administrator can CREATE "
                         "EXTENSION pg_trgm"}
                .in(language);
        case publish::TextSearch::kNoThai:
            return Words{"ไม่มีดัชนีค้นคำ เพราะ LC_CTYPE ของฐานข้อมูลบนเซิร์ฟเวอร์ไม่รู้จักอักษรไทย (",
                         "no index of words was "
                         "made: the LC_CTYPE of the server's database knows no Thai letters ("}
                       .in(language) +
                   letters +
                   Words{
                       ") สร้างฐานข้อมูลด้วย CREATE DATABASE ... TEMPLATE template0 LC_CTYPE 'C.UTF-8' "
                       "แล้วเผยแพร่ไปที่นั่น",
                       "); publish to one made by CREATE DATABASE ... TEMPLATE template0 LC_CTYPE 'C.UTF-8'"}
                       .in(language);
        case publish::TextSearch::kNoRight:
            return Words{
                "ไม่มีดัชนีค้นคำ เพราะผู้ใช้นี้ไม่มีสิทธิ์สร้าง ให้เจ้าของตารางเผยแพร่สักครั้ง",
                "no index of words was made: this user may not; let the owner of the tables publish once"}
                .in(language);
    }
    return {};
}

void tell(const publish::PublishReport& report, publish::Warehouse& warehouse, Language language) {
    std::cout << Words{"เผยแพร่แล้ว: ", "Published: "}.in(language) << warehouse.office() << " -> "
              << warehouse.place() << Words{"  ส่ง ", "  sent: "}.in(language) << report.sent
              << Words{" (แถว ", " (rows: "}.in(language) << report.rows
              << Words{") ลบ ", "), removed: "}.in(language) << report.removed
              << Words{" ไม่เปลี่ยน ", ", unchanged: "}.in(language) << report.unchanged << '\n';
    const auto& search = report.search;
    if (search == publish::TextSearch::kIndexed) return;
    std::cerr << "tarang: " << search_advice(search, warehouse.letters(), language)
              << Words{" ข้อมูลเผยแพร่ครบ ค้นได้ผลเหมือนกันแต่ช้ากว่า",
                       ". All was published; a search finds the same, only slower."}
                     .in(language)
              << '\n';
}

}  // namespace

ExitCode run_publish(const PublishArguments& arguments, Language language) {
    NotedDatabase noted(arguments.db, store::Access::kWrite, arguments.log, language);
    publish::Destination destination;
    destination.address = arguments.to;
    destination.office = arguments.office;
    destination.usual_name = store::text_of_path(std::filesystem::path(arguments.db).stem().string());
    destination.identity = store::Publication(noted.database()).identity();
    destination.program = border::program_version();
    destination.replace = arguments.replace;
    const auto warehouse = publish::open_warehouse(destination);
    const publish::PublishReport report = publish::publish(noted.database(), *warehouse);
    noted.journal().published({report.sent, report.unchanged, report.removed, report.rows, noted.seconds()});
    tell(report, *warehouse, language);
    return ExitCode::kDone;
}

}  // namespace tarang::cli
