#include "host/publish/publish.h"

#include "pipeline/store/archive.h"

namespace tarang::publish {
namespace {

/// A commit costs a few milliseconds and this much a tenth of a second: it is not felt, and little is sent
/// again after an interrupt.
constexpr std::size_t kBatch = std::size_t{8} << 20;  // bytes

void commit_full(Warehouse& warehouse) {
    if (warehouse.waiting() >= kBatch) warehouse.commit();
}

}  // namespace

PublishReport publish(store::Database& database, Warehouse& warehouse) {
    PublishReport report;
    const store::Snapshot snapshot(database);
    store::Publication publication(database);
    auto there = warehouse.stamps();
    std::vector<store::Subject> changed;
    for (store::Subject& subject : publication.subjects()) {
        const auto known = there.find(subject.name);
        const bool same = known != there.end() && known->second == subject.stamp;
        if (known != there.end()) there.erase(known);
        if (same)
            ++report.unchanged;
        else
            changed.push_back(std::move(subject));
    }
    // Who was to be forgotten goes first.
    for (const auto& [name, stamp] : there) {
        warehouse.remove_subject(name);
        ++report.removed;
    }
    for (const store::Subject& subject : changed) {
        warehouse.begin_subject(subject);
        report.rows += publication.read(subject, warehouse);
        ++report.sent;
        commit_full(warehouse);
    }
    warehouse.commit();
    report.search = warehouse.finish(report.sent + report.removed > 0);
    return report;
}

}  // namespace tarang::publish
