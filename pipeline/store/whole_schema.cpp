#include "pipeline/store/whole_schema.h"

#include <string>
#include <string_view>

#include "pipeline/store/migrations.h"

namespace tarang::embedded {
std::string_view whole_schema();
}  // namespace tarang::embedded

namespace tarang::store {

void make_schema(Connection& connection) {
    if (schema_version(connection) > 0) return;
    Transaction transaction(connection);
    // Another program may have made it while this one waited for the right to write.
    if (schema_version(connection) == 0) {
        connection.script(std::string(embedded::whole_schema()));
        for (const Migration& step : migrations()) record(connection, step);
    }
    transaction.commit();
}

}  // namespace tarang::store
