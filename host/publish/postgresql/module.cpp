// The publishing module's one entry.
#include "host/publish/postgresql/postgres_warehouse.h"

extern "C" __attribute__((visibility("default"))) tarang::publish::Warehouse* tarang_open_warehouse(
    const tarang::publish::Destination& destination, std::span<const tarang::store::PublishedTable> tables) {
    return new tarang::publish::PostgresWarehouse(destination, tables);
}
