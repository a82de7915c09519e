#include "host/publish/postgresql/office.h"

#include "models/run_error.h"

namespace tarang::publish {
namespace {

std::optional<Office> office_where(Session& session, const std::string& column, const std::string& value) {
    const Answer answer = session.run("SELECT number, name FROM offices WHERE " + column + " = $1", {value});
    if (answer.rows() == 0) return std::nullopt;
    return Office{answer.integer(0, 0), answer.text(0, 1)};
}

[[noreturn]] void refuse_other_name(const std::string& known, const std::string& wanted) {
    throw RunError(ExitCode::kUsage,
                   "ฐานข้อมูลนี้เผยแพร่ในชื่อ “" + known + "” อยู่แล้ว ไม่ต้องระบุ --office หากต้องการเปลี่ยนชื่อเป็น “" +
                       wanted + "” ให้เพิ่ม --replace",
                   "this database is published as “" + known +
                       "” already: leave --office out, or add --replace to "
                       "rename it to “" +
                       wanted + "”");
}

[[noreturn]] void refuse_other_database(const std::string& name) {
    throw RunError(
        ExitCode::kUsage,
        "ชื่อ “" + name +
            "” บนเซิร์ฟเวอร์เป็นของฐานข้อมูลอื่น ระบุชื่อหน่วยงานด้วย --office หากฐานข้อมูลนี้ใช้แทนของเดิม "
            "ให้เพิ่ม --replace ข้อมูลเดิมจะถูกแทน",
        "“" + name +
            "” on the server is another database's name: give your office's with --office. Where "
            "this database takes the place of that one, add --replace; what stands there is replaced.");
}

/// A database that the server does not know.
Office made(Session& session, const Destination& destination, const std::string& name) {
    if (const auto other = office_where(session, "name", name)) {
        if (!destination.replace) refuse_other_database(name);
        session.run("UPDATE offices SET identity = $2 WHERE number = $1",
                    {std::to_string(other->number), destination.identity});
        return *other;
    }
    session.run("INSERT INTO offices (name, identity, program) VALUES ($1, $2, '')",
                {name, destination.identity});
    return *office_where(session, "name", name);
}

Office renamed(Session& session, Office office, const Destination& destination) {
    const std::string& wanted = *destination.office;
    if (!destination.replace) refuse_other_name(office.name, wanted);
    if (office_where(session, "name", wanted)) session.run("SELECT remove_office($1)", {wanted});
    session.run("UPDATE offices SET name = $2 WHERE number = $1", {std::to_string(office.number), wanted});
    office.name = wanted;
    return office;
}

/// Until the session ends.
void hold(Session& session, const Office& office) {
    const std::string lock = "SELECT pg_try_advisory_lock(1413566023, $1::integer)";  // "TARG"
    if (session.run(lock, {std::to_string(office.number)}).yes(0, 0)) return;
    throw RunError(ExitCode::kDatabase, "มีการเผยแพร่ของ “" + office.name + "” ทำงานอยู่ รอให้เสร็จแล้วลองใหม่",
                   "another publish of “" + office.name + "” is under way; wait for it, then try again");
}

}  // namespace

Office enter_office(Session& session, const Destination& destination) {
    ServerTransaction transaction(session);
    session.run("LOCK TABLE offices IN SHARE ROW EXCLUSIVE MODE");
    auto known = office_where(session, "identity", destination.identity);
    Office office;
    if (!known)
        office = made(session, destination, destination.office.value_or(destination.usual_name));
    else if (destination.office && *destination.office != known->name)
        office = renamed(session, *known, destination);
    else
        office = *known;
    hold(session, office);
    transaction.commit();
    return office;
}

}  // namespace tarang::publish
