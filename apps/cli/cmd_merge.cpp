#include "apps/cli/cmd_merge.h"

#include <algorithm>
#include <iostream>

#include "apps/cli/noted_database.h"
#include "host/export/words.h"
#include "host/import/backup.h"
#include "host/import/merge.h"
#include "pipeline/store/ledger.h"

namespace tarang::cli {
namespace {

using exporting::Words;

class Telling {
public:
    explicit Telling(Language language) : language_(language) {}

    void shard(const std::string& path, const importing::ShardReport& report) const {
        const store::MergedShard& merged = report.merged;
        std::cout << path << ": " << count(merged.documents, {"เอกสาร", "documents"})
                  << more(merged.taken, {"นำมา", "taken"})
                  << more(merged.there(), {"มีอยู่แล้ว", "there already"})
                  << more(merged.forgotten, {"ลบถาวรไปแล้ว", "forgotten here"})
                  << more(merged.unfinished, {"ยังอ่านไม่จบ", "not finished"})
                  << more(merged.activities, {"กิจกรรม", "activities"})
                  << more(merged.decisions, {"การตัดสินของผู้ตรวจ", "decisions"})
                  << more(report.originals.linked, {"ต้นฉบับที่ใช้ร่วมกัน", "originals linked"})
                  << more(report.originals.copied, {"ต้นฉบับที่คัดลอก", "originals copied"}) << std::endl;
        for (const store::FormConflict& conflict : merged.conflicts) tell(path, conflict);
        for (const std::string& name : report.originals.damaged) {
            std::cerr << word({"ไฟล์ต้นฉบับเสียหาย ไม่ได้นำมา: ", "a kept original is damaged and was not taken: "})
                      << importing::originals_of(path) << '/' << name << '\n';
        }
    }

    void holdings(const std::string& path, const importing::Holdings& holdings) const {
        std::cout << path << ": " << count(holdings.documents, {"เอกสาร", "documents"})
                  << more(holdings.activities, {"กิจกรรม", "activities"}) << "  sha256 " << holdings.hash
                  << '\n';
    }

private:
    std::string word(const Words& words) const { return words.in(language_); }
    std::string count(std::int64_t number, const Words& words) const {
        return language_ == Language::kThai ? word(words) + " " + std::to_string(number)
                                            : std::to_string(number) + " " + word(words);
    }
    std::string more(std::int64_t number, const Words& words) const {
        return number == 0 ? std::string() : ", " + count(number, words);
    }
    void tell(const std::string& shard, const store::FormConflict& conflict) const {
        std::cerr << word({"แบบรายงาน ", "the form "}) << conflict.name << word({" ใน ", " of "}) << shard
                  << word({" ต่างจากแบบที่มีอยู่ ", " differs from the one that is there; "})
                  << (conflict.other_stands
                          ? word(
                                {"ใช้แบบที่นำมาซึ่งใหม่กว่า แบบเดิมยังเก็บไว้", "the newer one stands, which was taken"})
                          : word({"ใช้แบบที่มีอยู่ซึ่งใหม่กว่า", "the newer one stands, which was there"}))
                  << word({" เอกสารที่อ่านด้วยอีกแบบอ่านใหม่ได้ด้วย tarang import --reread",
                           "; tarang import --reread reads documents of the other again"})
                  << '\n';
    }

    Language language_;
};

}  // namespace

ExitCode run_merge(const MergeArguments& arguments, Language language) {
    NotedDatabase noted(arguments.db, store::Access::kCreate, arguments.log, language);
    store::Database& database = noted.database();
    database.reserve();
    const Telling telling(language);
    ExitCode worst = ExitCode::kDone;
    int number = 0;
    for (const std::string& shard : arguments.shards) {
        ++number;
        const double began = noted.seconds();
        try {
            const importing::ShardReport report = importing::merge_shard(database, shard, language);
            telling.shard(shard, report);
            const store::MergedShard& merged = report.merged;
            noted.journal().shard_merged({number, merged.documents, merged.taken, merged.there(),
                                          static_cast<std::int64_t>(merged.conflicts.size()),
                                          noted.seconds() - began});
            if (!report.originals.damaged.empty()) worst = ExitCode::kDatabase;
        } catch (const store::ShardRefused& refused) {
            std::cerr << "tarang: " << refused.in(language) << '\n';
            noted.journal().failed(refused.what());
            worst = std::max(worst, refused.code());
        }
    }
    store::Ledger(database).index_records();
    const importing::Holdings holdings = importing::holdings_of(database);
    telling.holdings(arguments.db, holdings);
    noted.journal().merged(number, holdings.documents, noted.seconds());
    return worst;
}

}  // namespace tarang::cli
