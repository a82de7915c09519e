#include "host/import/merge.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "host/audit/apply.h"
#include "host/import/backup.h"
#include "host/import/taught_forms.h"
#include "models/run_error.h"
#include "pipeline/receive/descriptor.h"
#include "pipeline/receive/original.h"
#include "pipeline/receive/sha256.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/path_text.h"

namespace tarang::importing {
namespace {

bool exists(const std::string& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0;
}

/// By content, where it cannot be by name: another disk, or files of another user. False where the disk
/// cannot.
bool share(const Descriptor& original, const std::string& folder, const std::string& sha256) {
    receive::OriginalCopy copy(folder);
    if (!copy.share(original.get())) return false;
    static_cast<void>(copy.keep(sha256));
    return true;
}

void bring(const std::string& from, const std::string& to, const std::string& sha256,
           BroughtOriginals& brought) {
    const std::string source = from + "/" + sha256;
    const std::string target = to + "/" + sha256;
    if (exists(target)) {
        ++brought.there;
        return;
    }
    if (!exists(source)) return;  // none was kept
    const Descriptor original = receive::open_original(from, sha256);
    if (!original) return brought.damaged.push_back(sha256);
    if (::link(source.c_str(), target.c_str()) == 0 || share(original, to, sha256))
        ++brought.linked;
    else if (copy_original(source, to, sha256))
        ++brought.copied;
    else
        brought.damaged.push_back(sha256);
}

BroughtOriginals bring_originals(const std::string& from, const std::string& to,
                                 const std::vector<std::string>& hashes) {
    BroughtOriginals brought;
    if (!exists(from)) return brought;
    if (::mkdir(to.c_str(), 0777) != 0 && errno != EEXIST) throw_cannot_write(to);
    receive::remove_unfinished_copies(to);
    for (const std::string& sha256 : hashes) bring(from, to, sha256, brought);
    const Descriptor folder(::open(to.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder || ::fsync(folder.get()) != 0) throw_cannot_write(to);
    return brought;
}

}  // namespace

ShardReport merge_shard(store::Database& database, const std::string& shard, Language language) {
    store::ShardMerge merge(database, shard, language);
    ShardReport report;
    report.originals = bring_originals(originals_of(shard), originals_of(database.path()), merge.documents());
    const std::vector<interpret::Profile> taught = taught_profiles(database);
    report.merged = merge.take([&](const DocumentRecords& extracted, const std::vector<Correction>& log) {
        return audit::apply_corrections(extracted, log, taught);
    });
    return report;
}

Holdings holdings_of(store::Database& database) {
    Holdings holdings;
    receive::Sha256 hash;
    store::Ledger(database).for_each([&](const LedgerEntry& entry) {
        ++holdings.documents;
        if (entry.current()) holdings.activities += entry.activities;
        const std::string state(entry.finished ? name_of(entry.shown_state()) : "reading");
        const std::string code(entry.finished ? name_of(entry.code) : "");
        const std::string pages = entry.pages ? std::to_string(*entry.pages) : "";
        for (const std::string& part : {entry.sha256, state, code, pages, std::to_string(entry.activities),
                                        std::to_string(entry.flagged), store::text_of_path(entry.first_path)})
            hash.add(part + '\t');
        hash.add("\n");
    });
    holdings.hash = hash.hex();
    return holdings;
}

}  // namespace tarang::importing
