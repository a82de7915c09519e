// What a server does for `publish`, without a word of how: the module (tarang_publish.so) that knows is
// loaded by this command alone, and with it libpq, the only library of the project that uses the network.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

#include "pipeline/store/publication.h"

namespace tarang::publish {

/// Where to publish, and as whom.
struct Destination {
    std::string address;  ///< a URL or connection string, without a password
    std::optional<std::string>
        office;  ///< its name; none: the one that it has on the server, else `usual_name`
    std::string usual_name;
    std::string identity;  ///< of the database
    std::string program;   ///< its name and version
    bool replace = false;  ///< a name is taken over, or changed
};

/// How texts can be searched on the server.
enum class TextSearch : std::uint8_t {
    kIndexed,      ///< there is an index of trigrams
    kNoExtension,  ///< pg_trgm is neither there nor may be created
    kNoThai,       ///< the database's LC_CTYPE knows no Thai letters, so an index would find nothing
    kNoRight,      ///< who publishes may not create an index
};

/// Rows go to the transaction at hand: begin_subject, its rows, and so on, then commit. Each subject's rows
/// of before are gone with the same commit. Everything throws RunError: kUsage for an address that cannot be
/// used, else kDatabase.
class Warehouse : public store::RowSink {
public:
    /// "DATABASE at HOST", as the server was found.
    virtual std::string place() const = 0;
    /// The office's name on the server.
    virtual std::string office() const = 0;

    /// The stamps of all subjects that the server has of the office, by name.
    virtual std::unordered_map<std::string, std::int64_t> stamps() = 0;

    virtual void begin_subject(const store::Subject& subject) = 0;
    /// Takes a subject out that the database has no more.
    virtual void remove_subject(const std::string& name) = 0;
    /// Bytes that wait for the commit.
    virtual std::size_t waiting() const = 0;
    /// Sends what waits, all or nothing, while rows of the next are taken; what goes wrong may be thrown by a
    /// later call.
    virtual void commit() = 0;

    /// Notes down that the office is up to date; `changed`: sees to the index of texts as well.
    virtual TextSearch finish(bool changed) = 0;
    /// The server's LC_CTYPE, for a message.
    virtual std::string letters() = 0;
};

/// Loads the module and connects. Throws RunError, kFailed where the module or its library is not installed.
std::unique_ptr<Warehouse> open_warehouse(const Destination& destination);

}  // namespace tarang::publish
