#include "apps/review/teaching.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "host/import/taught_forms.h"
#include "models/run_error.h"

namespace tarang::review {
namespace {

/// Gives the right to import back, however the work ends.
class Reserved {
public:
    explicit Reserved(store::Database& database) : database_(database) { database_.reserve(); }
    ~Reserved() { database_.end_reservation(); }
    Reserved(const Reserved&) = delete;
    Reserved& operator=(const Reserved&) = delete;

private:
    store::Database& database_;
};

}  // namespace

Teaching::Teaching(importing::ImportOptions options, store::Database& database)
    : options_(std::move(options)), database_(database), stop_(::eventfd(0, EFD_CLOEXEC)) {
    options_.interrupt = stop_.get();
    options_.stored_pages = true;
    thread_ = std::thread([this] { serve(); });
}

Teaching::~Teaching() {
    {
        const std::lock_guard guard(lock_);
        stopping_ = true;
    }
    const std::uint64_t one = 1;
    static_cast<void>(::write(stop_.get(), &one, sizeof one));
    changed_.notify_all();
    thread_.join();
}

void Teaching::add(Task task) {
    std::vector<Task> overtaken;
    {
        const std::lock_guard guard(lock_);
        for (auto waiting = tasks_.begin(); !task.session.empty() && waiting != tasks_.end();) {
            if (waiting->session == task.session) {
                overtaken.push_back(std::move(*waiting));
                waiting = tasks_.erase(waiting);
            } else {
                ++waiting;
            }
        }
        tasks_.push_back(std::move(task));
    }
    for (const Task& one : overtaken) one.drop();
    changed_.notify_all();
}

void Teaching::serve() {
    std::unique_lock guard(lock_);
    while (true) {
        changed_.wait(guard, [this] { return stopping_ || !tasks_.empty(); });
        if (stopping_) break;
        const Task task = std::move(tasks_.front());
        tasks_.pop_front();
        guard.unlock();
        task.run();
        guard.lock();
    }
    const std::deque<Task> rest = std::exchange(tasks_, {});
    guard.unlock();
    for (const Task& task : rest) task.drop();
    trial_.reset();
}

void Teaching::try_form(const std::string& session, const LedgerEntry& document, std::string toml,
                        std::function<void(std::optional<Tried>)> done) {
    add({session, [this, document, toml = std::move(toml), done] { try_now(document, toml, done); },
         [done] { done(std::nullopt); }});
}

void Teaching::carry_out(FormOrder order, std::function<void(Begun)> begun) {
    add({{},
         [this, order = std::move(order), begun] { carry_out_now(order, begun); },
         [begun] { begun(std::string("stopped")); }});
}

void Teaching::run(std::function<void(store::Database&)> task, std::function<void()> drop) {
    add({{}, [this, task = std::move(task)] { task(database_); }, std::move(drop)});
}

FormWork Teaching::work() const {
    const std::lock_guard guard(lock_);
    return work_;
}

std::vector<std::string> Teaching::standing() {
    std::vector<std::string> texts;
    for (store::TaughtForm& form : importing::standing_forms(database_, {}))
        texts.push_back(std::move(form.toml));
    return texts;
}

/// Why there are no records is all that may come of it: nothing may end the thread.
void Teaching::try_now(const LedgerEntry& document, const std::string& toml,
                       const std::function<void(std::optional<Tried>)>& done) {
    std::optional<Tried> tried = EventCode::kCrashed;
    try {
        std::vector<std::string> taught = standing();
        taught.push_back(toml);
        if (!trial_) trial_.emplace(options_, database_);
        tried = trial_->read(document, std::move(taught));
    } catch (const std::exception& error) {
        options_.journal->failed(error.what());
        trial_.reset();
    }
    done(std::move(tried));
}

void Teaching::carry_out_now(const FormOrder& order, const std::function<void(Begun)>& begun) {
    bool answered = false;
    try {
        const Reserved reserved(database_);
        const auto entries =
            order.forget ? importing::forget(database_, order.by, order.name)
                         : importing::teach(database_, order.by, order.name, order.toml, order.header);
        {
            const std::lock_guard guard(lock_);
            work_ = {true, order, entries.size()};
        }
        answered = true;
        begun(entries.size());
        const auto began = std::chrono::steady_clock::now();
        read_again(entries);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - began;
        const std::lock_guard guard(lock_);
        work_.seconds = taken.count();
        work_.running = false;
    } catch (const std::exception& error) {
        options_.journal->failed(error.what());
        if (!answered) return begun(std::string(error.what()));
        const std::lock_guard guard(lock_);
        work_.running = false;
        work_.error = error.what();
    }
}

void Teaching::read_again(const std::vector<LedgerEntry>& entries) {
    importing::ImportOptions options = options_;
    options.form.taught = standing();
    const importing::Observer observer{[this](const DocumentEvent& event) {
                                           const std::lock_guard guard(lock_);
                                           ++work_.done;
                                           work_.failed += event.state == DocumentState::kFailed ? 1 : 0;
                                       },
                                       {}};
    static_cast<void>(importing::retry_documents(entries, options, database_, observer));
}

}  // namespace tarang::review
