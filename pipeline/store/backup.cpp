#include "pipeline/store/backup.h"

#include <fcntl.h>
#include <unistd.h>

#include "pipeline/store/sqlite.h"

namespace tarang::store {
namespace {

void check_copy(const std::string& file, Language language) {
    Connection copy(file, Connection::Mode::kImmutable, language, {});
    Query rows = copy.query("PRAGMA integrity_check(1)");
    if (!rows.next() || rows.text(0) != "ok") copy.refuse(Problem::kDamaged, "integrity_check");
}

bool sync_file(const std::string& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

}  // namespace

void copy_database(Database& database, const std::string& file) {
    Connection& connection = database.connection();
    connection.script("PRAGMA query_only = OFF");  // which forbids to write a copy as well
    connection.run("VACUUM INTO ?1", file);
    if (!sync_file(file)) connection.refuse(Problem::kDisk, file);
    check_copy(file, connection.language());
}

}  // namespace tarang::store
