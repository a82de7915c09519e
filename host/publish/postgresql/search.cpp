#include "host/publish/postgresql/search.h"

namespace tarang::publish {
namespace {

/// Where the extension's functions are; empty: it is not installed.
std::string extension_schema(Session& session) {
    const Answer answer = session.run(
        "SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace"
        " WHERE e.extname = 'pg_trgm'");
    return answer.rows() == 0 ? std::string() : answer.text(0, 0);
}

}  // namespace

TextSearch index_texts(Session& session) {
    if (session.run("SELECT to_regclass('tarang.fields_by_trigram') IS NOT NULL").yes(0, 0))
        return TextSearch::kIndexed;
    std::string schema = extension_schema(session);
    if (schema.empty()) {
        if (session.attempt("CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA tarang"))
            return TextSearch::kNoExtension;
        schema = extension_schema(session);
    }
    if (!session.run("SELECT cardinality(" + schema + ".show_trgm('ปรับปรุง')) > 0").yes(0, 0))
        return TextSearch::kNoThai;
    const auto refused = session.attempt(
        "SET maintenance_work_mem = '256MB'; CREATE INDEX IF NOT EXISTS fields_by_trigram ON "
        "tarang.fields USING gin (text " +
        schema + ".gin_trgm_ops)");
    return refused ? TextSearch::kNoRight : TextSearch::kIndexed;
}

std::string letters_of(Session& session) {
    return session.run("SELECT datctype FROM pg_database WHERE datname = current_database()").text(0, 0);
}

}  // namespace tarang::publish
