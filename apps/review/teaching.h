// Forms that people teach on the page: tried on a document, applied to all, taken back. Documents are read by
// workers, which takes time, so all of it happens on a thread of its own with a connection of its own.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "host/import/form_trial.h"
#include "host/import/import.h"
#include "models/ledger.h"
#include "pipeline/receive/descriptor.h"
#include "pipeline/store/database.h"

namespace tarang::review {

/// What a person wants of a form.
struct FormOrder {
    bool forget = false;
    std::string by;
    std::string name;
    std::string toml = {};                              ///< to be taught
    std::vector<std::vector<std::string>> header = {};  ///< of the table that it was made from
};

/// How far the documents are that are read again because of the last order.
struct FormWork {
    bool running = false;
    FormOrder order = {};  ///< none yet: without a name
    std::size_t total = 0;
    std::size_t done = 0;
    std::size_t failed = 0;  ///< of these: could not be read again, and stayed as they were
    double seconds = 0;
    std::string error = {};  ///< what ended it before its time
};

class Teaching {
public:
    /// Of `options` all but the form counts. `database`: a connection for this alone, closed after all others
    /// of this process (Reservation says why).
    Teaching(importing::ImportOptions options, store::Database& database);
    ~Teaching();
    Teaching(const Teaching&) = delete;
    Teaching& operator=(const Teaching&) = delete;

    /// The records that a document would have with this form beside those that stand; or why there are none.
    using Tried = border::Outcome<DocumentRecords>;
    /// Nothing is kept of it. Of one session only the newest trial that waits is made: the others hear of
    /// nothing (nullopt). `done` is called once, from any thread.
    void try_form(const std::string& session, const LedgerEntry& document, std::string toml,
                  std::function<void(std::optional<Tried>)> done);

    /// Documents that will be read again, or why the order is refused.
    using Begun = std::variant<std::size_t, std::string>;
    /// Writes the form into the log, answers, and reads the documents again. `begun` is called once, from any
    /// thread.
    void carry_out(FormOrder order, std::function<void(Begun)> begun);

    /// Does something else with this connection, in turn; `drop` is called instead where the server stops
    /// before.
    void run(std::function<void(store::Database&)> task, std::function<void()> drop);

    FormWork work() const;

private:
    struct Task {
        std::string session;  ///< of a trial; else empty
        std::function<void()> run;
        std::function<void()> drop;
    };
    void add(Task task);
    void serve();
    void try_now(const LedgerEntry& document, const std::string& toml,
                 const std::function<void(std::optional<Tried>)>& done);
    void carry_out_now(const FormOrder& order, const std::function<void(Begun)>& begun);
    void read_again(const std::vector<LedgerEntry>& entries);
    std::vector<std::string> standing();

    importing::ImportOptions options_;
    store::Database& database_;
    Descriptor stop_;
    std::optional<importing::FormTrial> trial_;  ///< of the thread
    mutable std::mutex lock_;
    std::condition_variable changed_;
    bool stopping_ = false;
    std::deque<Task> tasks_;
    FormWork work_;
    std::thread thread_;  ///< last: it uses all of the above
};

}  // namespace tarang::review
