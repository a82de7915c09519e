#include "host/publish/postgresql/session.h"

#include <libpq-fe.h>

#include <array>
#include <charconv>

#include "models/run_error.h"

namespace tarang::publish {
namespace {

using Result = std::unique_ptr<pg_result, ServerHandles>;
using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

constexpr std::string_view kExample = "postgresql://USER@HOST/DATABASE";

/// What libpq says of an address that it cannot read repeats parts of it, so it is not passed on.
Options parse(const std::string& address) {
    char* message = nullptr;
    Options options(PQconninfoParse(address.c_str(), &message), PQconninfoFree);
    PQfreemem(message);
    if (options == nullptr)
        throw RunError(
            ExitCode::kUsage, "ที่อยู่ของเซิร์ฟเวอร์ใน --to ไม่ถูกต้อง เขียนเช่น " + std::string(kExample),
            "the server's address in --to cannot be read; write for instance " + std::string(kExample));
    return options;
}

void refuse_passwords(const PQconninfoOption* options) {
    for (; options->keyword != nullptr; ++options) {
        const std::string_view keyword = options->keyword;
        const bool secret = keyword == "password" || keyword == "sslpassword";
        if (!secret || options->val == nullptr || *options->val == '\0') continue;
        throw RunError(ExitCode::kUsage,
                       "ไม่รับรหัสผ่านใน --to เพราะผู้อื่นในเครื่องเห็นคำสั่งได้ ให้เก็บไว้ในไฟล์ ~/.pgpass (สิทธิ์ 600) บรรทัดละ "
                       "HOST:PORT:DATABASE:USER:รหัสผ่าน หรือในไฟล์ ~/.pg_service.conf แล้วเปลี่ยนรหัสผ่านนี้",
                       "a password is not taken in --to: others on this computer can see command lines. Keep "
                       "it in ~/.pgpass "
                       "(mode 600), a line HOST:PORT:DATABASE:USER:PASSWORD, or in ~/.pg_service.conf; and "
                       "change this one, "
                       "which may have been seen");
    }
}

/// Beside what the server says, in its own language.
struct Advice {
    std::string_view thai;
    std::string_view english;
};

Advice advice_for(std::string_view state) {
    if (state == "42501")
        return {
            "ผู้ใช้ของเซิร์ฟเวอร์ไม่มีสิทธิ์ ให้ผู้ดูแลให้สิทธิ์ตาม docs/warehouse.md",
            "The server's user lacks a right; docs/warehouse.md says what its administrator has to grant."};
    if (state.starts_with("53"))
        return {
            "เซิร์ฟเวอร์ขาดพื้นที่ดิสก์ หน่วยความจำ หรือจำนวนการเชื่อมต่อ แจ้งผู้ดูแลแล้วลองใหม่",
            "The server is short of disk, memory or connections: tell its administrator, then try again."};
    if (state == "25006")
        return {"เซิร์ฟเวอร์นี้เป็นสำเนาสำหรับอ่านอย่างเดียว ระบุเซิร์ฟเวอร์หลัก",
                "This server is a copy that only reads; name the main one."};
    if (state == "55P03")
        return {"โปรแกรมอื่นล็อกตารางไว้ รอให้เสร็จแล้วลองใหม่",
                "Another program holds a lock there; wait for it, then try again."};
    return {"สิ่งที่เผยแพร่แล้วยังอยู่ครบ ลองใหม่ได้ด้วยคำสั่งเดิม",
            "What was published stays whole; the same command goes on from there."};
}

std::string trimmed(const char* message) {
    std::string text = message == nullptr ? "" : message;
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

}  // namespace

void ServerHandles::operator()(pg_conn* connection) const { PQfinish(connection); }
void ServerHandles::operator()(pg_result* result) const { PQclear(result); }

int Answer::rows() const { return PQntuples(result_.get()); }
bool Answer::null(int row, int column) const { return PQgetisnull(result_.get(), row, column) == 1; }
std::string Answer::text(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}
std::int64_t Answer::integer(int row, int column) const {
    const std::string digits = text(row, column);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

Session::Session(const std::string& address) {
    refuse_passwords(parse(address).get());
    // What stands before the address is overruled by it, what stands behind it is not. A server that is gone
    // without a word is noticed within two minutes.
    const std::array keywords{"connect_timeout",
                              "tcp_user_timeout",
                              "keepalives_idle",
                              "dbname",
                              "client_encoding",
                              "fallback_application_name",
                              static_cast<const char*>(nullptr)};
    const std::array values{
        "15", "60000", "30", address.c_str(), "UTF8", "tarang", static_cast<const char*>(nullptr)};
    connection_.reset(PQconnectdbParams(keywords.data(), values.data(), 1));
    if (PQstatus(connection_.get()) == CONNECTION_OK) {
        settle();
        return;
    }
    const std::string said = trimmed(PQerrorMessage(connection_.get()));
    if (PQconnectionNeedsPassword(connection_.get()) == 1)
        throw RunError(
            ExitCode::kDatabase,
            "เซิร์ฟเวอร์ขอรหัสผ่าน เก็บไว้ในไฟล์ ~/.pgpass (สิทธิ์ 600) บรรทัดละ HOST:PORT:DATABASE:USER:รหัสผ่าน "
            "หรือในไฟล์ ~/.pg_service.conf",
            "the server asks for a password: keep it in ~/.pgpass (mode 600), a line "
            "HOST:PORT:DATABASE:USER:PASSWORD, or in ~/.pg_service.conf");
    throw RunError(
        ExitCode::kDatabase, "เชื่อมต่อเซิร์ฟเวอร์ไม่ได้ ตรวจสอบที่อยู่ ชื่อผู้ใช้ และเครือข่าย แล้วลองใหม่ (" + said + ")",
        "cannot connect to the server; check its address, the user and the network, then try again (" + said +
            ")");
}

/// What every command relies on.
void Session::settle() {
    const char* encoding = PQparameterStatus(connection_.get(), "server_encoding");
    if (encoding == nullptr || std::string_view(encoding) != "UTF8")
        throw RunError(
            ExitCode::kDatabase,
            "ฐานข้อมูลบนเซิร์ฟเวอร์เก็บอักษรไทยไม่ได้ (ไม่ใช่ UTF8) สร้างใหม่ด้วย CREATE DATABASE ... TEMPLATE "
            "template0 ENCODING 'UTF8' LC_CTYPE 'C.UTF-8'",
            "the server's database is not in UTF8 and cannot hold Thai; make one with CREATE DATABASE ... "
            "TEMPLATE template0 ENCODING 'UTF8' LC_CTYPE 'C.UTF-8'");
    // Dates and numbers as they are written here, whatever the server's usual form; who holds a lock for
    // longer is told of.
    run("SET datestyle = 'ISO, YMD'");
    run("SET extra_float_digits = 1");
    run("SET client_min_messages = error");
    run("SET lock_timeout = '60s'");
}

void Session::fail(const pg_result* result) const {
    if (PQstatus(connection_.get()) != CONNECTION_OK)
        throw RunError(
            ExitCode::kDatabase,
            "การเชื่อมต่อกับเซิร์ฟเวอร์ขาดไป สิ่งที่เผยแพร่แล้วยังอยู่ครบ เมื่อเซิร์ฟเวอร์พร้อมให้ใช้คำสั่งเดิมอีกครั้ง (" +
                trimmed(PQerrorMessage(connection_.get())) + ")",
            "the connection to the server was lost. What was published stays whole; when the server "
            "answers again, the same command goes on from there (" +
                trimmed(PQerrorMessage(connection_.get())) + ")");
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const Advice advice = advice_for(state == nullptr ? "" : state);
    // The message alone: its detail and context would show a row's words.
    const char* primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const std::string said = trimmed(primary != nullptr ? primary : PQresultErrorMessage(result));
    throw RunError(ExitCode::kDatabase, "เซิร์ฟเวอร์ไม่รับข้อมูล: " + said + " " + std::string(advice.thai),
                   "the server refused: " + said + ". " + std::string(advice.english));
}

Answer Session::run(const std::string& sql, const std::vector<std::string>& parameters) {
    std::vector<const char*> values;
    for (const std::string& parameter : parameters) values.push_back(parameter.c_str());
    Result result(PQexecParams(connection_.get(), sql.c_str(), static_cast<int>(values.size()), nullptr,
                               values.data(), nullptr, nullptr, 0));
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(result.get());
    return Answer(std::move(result));
}

void Session::script(const std::string& sql) {
    const Result result(PQexec(connection_.get(), sql.c_str()));
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(result.get());
}

std::optional<std::string> Session::attempt(const std::string& sql) {
    // Several commands in one text are one transaction.
    const Result result(PQexec(connection_.get(), sql.c_str()));
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return std::nullopt;
    if (PQstatus(connection_.get()) != CONNECTION_OK) fail(result.get());
    const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    return state == nullptr ? "" : state;
}

void Session::copy(std::string_view table, std::string_view columns, std::string_view rows) {
    if (rows.empty()) return;
    const std::string sql =
        "COPY tarang." + std::string(table) + " (" + std::string(columns) + ") FROM STDIN";
    const Result ready(PQexec(connection_.get(), sql.c_str()));
    if (PQresultStatus(ready.get()) != PGRES_COPY_IN) fail(ready.get());
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    for (std::size_t at = 0; at < rows.size(); at += kPiece) {
        const std::string_view piece = rows.substr(at, kPiece);
        if (PQputCopyData(connection_.get(), piece.data(), static_cast<int>(piece.size())) != 1) break;
    }
    PQputCopyEnd(connection_.get(), nullptr);
    Result done(PQgetResult(connection_.get()));
    while (const Result rest{PQgetResult(connection_.get())}) {
    }
    if (PQresultStatus(done.get()) != PGRES_COMMAND_OK) fail(done.get());
}

std::string Session::place() const {
    const char* host = PQhost(connection_.get());
    return std::string(PQdb(connection_.get())) + " @ " +
           (host == nullptr || *host == '\0' ? "localhost" : host);
}

ServerTransaction::~ServerTransaction() {
    if (!open_) return;
    try {
        session_.run("ROLLBACK");
    } catch (const std::exception&) {
        // The connection is gone, and the server undoes by itself. The first error is on its way already.
    }
}

void ServerTransaction::commit() {
    session_.run("COMMIT");
    open_ = false;
}

std::string array_of(const std::vector<std::string>& texts) {
    std::string array = "{";
    for (const std::string& text : texts) {
        if (array.size() > 1) array += ',';
        array += '"';
        for (const char c : text) {
            if (c == '"' || c == '\\') array += '\\';
            array += c;
        }
        array += '"';
    }
    return array + "}";
}

}  // namespace tarang::publish
