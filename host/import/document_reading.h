// One document of a batch from its file to its line in the ledger.
#pragma once

#include <optional>
#include <string>

#include "host/border/messages.h"
#include "host/import/batch.h"
#include "pipeline/receive/receive.h"

namespace tarang::importing {

/// What reading a document gave: records with kOk or a partial code, none with a failed one.
struct Reading {
    EventCode code = EventCode::kOk;
    std::optional<std::int32_t> pages = {};
    border::Records result = {};
    bool passing = false;              ///< the machine is to blame for the code, and not the document
    Nature nature = Nature::kUnknown;  ///< of what gave no records
    double seconds = 0;                ///< of work on the document, without its waiting for a worker
};

/// Begins an attempt in the ledger and reads the document. A fault that is the machine's is not the end: it
/// is read once more when all others of the batch are done. The files of an archive wait in the batch then.
border::Task<Reading> attempt_document(Batch& batch, const store::Arrival& arrival,
                                       const receive::Received& received, const Origin& origin);

/// The records that a known document would have with the batch's form, without second looks. The ledger hears
/// nothing of it.
border::Task<border::Outcome<border::Records>> try_document(Batch& batch, const receive::Received& received);

/// The reading's end in the ledger: records, findings and state in one transaction, or the failure.
LedgerEntry conclude(Batch& batch, const std::string& sha256, Reading reading);

}  // namespace tarang::importing
