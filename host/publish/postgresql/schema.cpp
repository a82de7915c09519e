#include "host/publish/postgresql/schema.h"

#include <array>

#include "models/run_error.h"

namespace tarang::embedded {
std::string_view publish_0001();
std::string_view publish_0002();
std::string_view publish_0003();
}  // namespace tarang::embedded

namespace tarang::publish {
namespace {

struct Step {
    int number;  ///< ascending
    std::string_view name;
    std::string_view (*sql)();
};
constexpr std::array<Step, 3> kSteps{{{1, "published", embedded::publish_0001},
                                      {2, "views", embedded::publish_0002},
                                      {3, "parts", embedded::publish_0003}}};

constexpr const char* kLock = "SELECT pg_advisory_xact_lock(1413566023, 0)";  // "TARG": two programs at once

bool has_schema(Session& session) {
    return session.run("SELECT to_regclass('tarang.migrations') IS NOT NULL").yes(0, 0);
}

int version_of(Session& session) {
    if (!has_schema(session)) return 0;
    return static_cast<int>(
        session.run("SELECT coalesce(max(number), 0) FROM tarang.migrations").integer(0, 0));
}

/// To make a schema needs a right on the database, even where the schema is there.
void make_schema(Session& session) {
    if (!session.run("SELECT to_regnamespace('tarang') IS NOT NULL").yes(0, 0))
        session.run("CREATE SCHEMA tarang");
    session.run(
        "CREATE TABLE IF NOT EXISTS tarang.migrations (number integer PRIMARY KEY, name text NOT NULL, "
        "applied_at timestamptz NOT NULL)");
}

void apply(Session& session, const Step& step) {
    ServerTransaction transaction(session);
    session.run(kLock);
    if (version_of(session) < step.number) {
        make_schema(session);
        session.script(std::string(step.sql()));
        session.run("INSERT INTO tarang.migrations VALUES ($1, $2, now())",
                    {std::to_string(step.number), std::string(step.name)});
    }
    transaction.commit();
}

}  // namespace

void prepare_schema(Session& session) {
    // The steps name no schema, and so whatever else is in the database is out of their way.
    session.run("SET search_path TO tarang");
    const int version = version_of(session);
    if (version > kSteps.back().number)
        throw RunError(ExitCode::kDatabase,
                       "ข้อมูลบนเซิร์ฟเวอร์เป็นแบบของ tarang รุ่นใหม่กว่า (แบบที่ " + std::to_string(version) +
                           ") ปรับรุ่นโปรแกรมในเครื่องนี้ก่อน",
                       "the server's schema was made by a newer tarang (schema " + std::to_string(version) +
                           "); update the program on this computer");
    for (const Step& step : kSteps) {
        if (step.number > version) apply(session, step);
    }
}

}  // namespace tarang::publish
