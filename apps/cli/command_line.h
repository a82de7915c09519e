// The command line as typed options: what each command was asked to do, with units and defaults.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "host/export/export.h"
#include "models/finding.h"
#include "models/provenance.h"

namespace CLI {
class App;
}

namespace tarang::cli {

/// How a file is read and what that may cost, for every command that reads one.
struct LimitArguments {
    double timeout_seconds = 60;                          ///< until a job's next answer
    double cpu_seconds = 60;                              ///< the same, of processor time
    double document_seconds = 3 * 3600;                   ///< of workers' time, for one document
    std::uint64_t memory_bytes = std::uint64_t{1} << 30;  ///< of each worker
    std::uint64_t max_bytes = std::uint64_t{512} << 20;   ///< of a file
    std::int32_t max_pages = 5'000;
    std::int64_t max_pixels = 0;  ///< of a page; 0: by its kind
    std::optional<std::string> password_file;
    std::string ocr = "auto";  ///< auto, skip or force
};

/// Where the run is noted down.
struct LogArguments {
    std::optional<std::string> file;  ///< or "syslog", "journald"; none: the database's name and ".log"
    std::string level = "info";       ///< error, warning, info or debug
    std::uint64_t bytes = std::uint64_t{16} << 20;  ///< of a file, which is then begun anew
    int kept = 4;                                   ///< full files
};

struct ImportArguments {
    std::vector<std::string> paths;
    std::optional<std::string> files_from;  ///< "-": standard input
    bool recursive = false;
    std::string db = "./tarang.db";
    std::string profile = "auto";
    int jobs = 0;  ///< 0: usable cores
    bool reread = false;
    bool no_copy = false;
    bool json = false;
    std::optional<std::string> manifest;       ///< FILE.csv
    std::optional<std::string> report;         ///< FILE.html or FILE.csv
    std::optional<std::string> config;         ///< the file that some of this was taken from
    std::optional<std::pair<int, int>> shard;  ///< number, from 1, of so many
    std::optional<std::string> from;  ///< the office's database, of which a shard takes the taught forms
    LogArguments log;
    LimitArguments limits;
};

struct WatchArguments {
    ImportArguments import;     ///< `paths` is the one folder
    double settle_seconds = 5;  ///< a file is whole when it did not change for so long
};

struct RetryArguments {
    std::string document;          ///< empty: all whose fault may pass
    bool without_records = false;  ///< instead: all that gave no activity
    ImportArguments import;        ///< without paths
};

/// What is done with the forms that people taught.
struct FormArguments {
    std::string action;   ///< list, show, suggest, export, import or forget
    std::string subject;  ///< a form's name; suggest: a document; import: FILE.toml
    std::optional<std::string> output;
    ImportArguments import;  ///< how documents are read again; without paths
};

struct UndoArguments {
    std::string db;
    std::string event;  ///< a number of the history, or a document
    LogArguments log;
};

struct BackupArguments {
    std::string db;
    std::string file;
    LogArguments log;
};

struct MergeArguments {
    std::string db;
    std::vector<std::string> shards;
    LogArguments log;
};

struct PublishArguments {
    std::string db;
    std::string to;                     ///< the server's address
    std::optional<std::string> office;  ///< its name there
    bool replace = false;
    LogArguments log;
};

struct ForgetArguments {
    std::string db;
    std::string document;
    bool yes = false;  ///< nobody is asked
    LogArguments log;
};

struct ExplainArguments {
    std::string db;
    std::string document;
};

struct ShowArguments {
    std::string db;
    std::string document;  ///< only this one; empty: all
    std::string state;     ///< only those in this state, "unfinished" included; empty: all
    std::string school;    ///< only what this code submitted; empty: all
    bool summary = false;
    bool history = false;
};

struct ReviewArguments {
    std::string db;
    std::string reviewer;                  ///< empty: the system's user
    std::optional<std::string> reviewers;  ///< file with the names of others, one a line
    std::string address;                   ///< https://HOST of a proxy; empty: none
    int port = 0;                          ///< 0: any free one
    LogArguments log;
    LimitArguments limits;
};

struct CheckArguments {
    std::string db;
    bool sample = false;
    std::string document;  ///< of the sample; empty: all
    std::uint32_t seed = 1;
    double aql = 1.0;                    ///< percent
    int known_wrong = 0;                 ///< values made wrong that are shown among the sample's
    std::optional<std::string> against;  ///< EXPORT.json
};

struct FindArguments {
    std::string db;
    std::vector<std::string> words;
    std::optional<std::string> document;
    std::optional<FieldKey> field;
};

using ExportFormat = exporting::Format;
enum class TablesFormat { kJson, kCsv, kHtml };

struct ExportArguments {
    std::string db;
    ExportFormat format = ExportFormat::kJson;
    bool all_versions = false;
    std::optional<std::string> output;
};

struct TablesArguments {
    std::string file;
    std::optional<std::pair<PageNumber, PageNumber>> pages;
    bool by_page = false;
    TablesFormat format = TablesFormat::kJson;
    int jobs = 0;
    std::optional<std::string> output;
    LimitArguments limits;
};

struct InspectArguments {
    std::string file;
    std::optional<std::int32_t> page;  ///< from 1; this or a table is given
    std::optional<std::int32_t> table;
    std::optional<std::string> output;  ///< *.png or *.svg
    LimitArguments limits;
};

struct StagesArguments {};

/// What `config` shows: each option that may stand in tarang.toml, with its value.
struct ConfigArguments {
    enum class Origin { kDefault, kFile, kCommandLine };
    struct Option {
        std::string name;
        std::string value;
        Origin origin = Origin::kDefault;
        std::size_t line = 0;  ///< of the file
    };
    std::string file;  ///< empty: there is none
    std::vector<Option> options;
};

/// Nothing is left to do: help was asked for (0), or the command line is wrong (2); both were printed.
struct NothingToDo {
    int exit_code = 0;
};

using Command =
    std::variant<NothingToDo, ImportArguments, WatchArguments, RetryArguments, ShowArguments, FindArguments,
                 ExportArguments, TablesArguments, InspectArguments, StagesArguments, ConfigArguments,
                 UndoArguments, BackupArguments, ForgetArguments, ReviewArguments, CheckArguments,
                 FormArguments, ExplainArguments, PublishArguments, MergeArguments>;

struct CommandLine {
    Command command;
    Language language = Language::kThai;
};

CommandLine parse_command_line(int argc, const char* const* argv);

/// Shows the commands and options as they are parsed: what manual pages and completions are written from.
void look_at_command_line(Language language, const std::function<void(const CLI::App&)>& look);

}  // namespace tarang::cli
