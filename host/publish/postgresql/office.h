// Under which name and number an office's rows stand on the server.
#pragma once

#include "host/publish/postgresql/session.h"
#include "host/publish/warehouse.h"

namespace tarang::publish {

struct Office {
    std::int64_t number = 0;
    std::string name;
};

/// The office of the database that is published, made where the server does not know it yet; no other program
/// publishes for it until the session ends. Throws RunError where the name is another database's, the
/// database another name's (unless the destination says `replace`), or where another publish is under way.
Office enter_office(Session& session, const Destination& destination);

}  // namespace tarang::publish
