// The server's schema `tarang`: made, or brought up to date, by the numbered steps in schemas/postgresql,
// each in one transaction. A released step never changes.
#pragma once

#include "host/publish/postgresql/session.h"

namespace tarang::publish {

/// Makes the schema the session's only path. Throws RunError where the server's is newer than this program's,
/// or where the user may not make it.
void prepare_schema(Session& session);

}  // namespace tarang::publish
