#include "host/import/form_trial.h"

#include <utility>
#include <variant>

#include "host/import/document_reading.h"
#include "host/import/kept_original.h"

namespace tarang::importing {
namespace {

ImportOptions trial_of(ImportOptions options) {
    options.workers = 1;
    options.stored_pages = true;
    options.form = {};
    return options;
}

}  // namespace

FormTrial::FormTrial(ImportOptions options, store::Database& database)
    : options_(trial_of(std::move(options))), batch_(options_, database, nobody_) {}

border::Outcome<DocumentRecords> FormTrial::read(const LedgerEntry& document,
                                                 std::vector<std::string> taught) {
    const auto received = receive_again(document, options_.receiving.originals, options_.receiving.own);
    if (!received) return EventCode::kMissing;
    options_.form.taught = std::move(taught);
    auto task = try_document(batch_, *received);
    task.start();
    while (!task.done()) batch_.pool.step();
    border::Outcome<border::Records> read = task.result();
    if (const auto* code = std::get_if<EventCode>(&read)) return *code;
    return std::move(std::get<border::Records>(read).records);
}

}  // namespace tarang::importing
