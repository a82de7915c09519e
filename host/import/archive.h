// An archive of a batch: its files are taken out by workers and become documents of their own.
#pragma once

#include "host/border/task.h"
#include "host/import/batch.h"
#include "host/import/document_reading.h"
#include "pipeline/receive/receive.h"

namespace tarang::importing {

/// Archives in archives, the outermost included. A guess: mail with a ZIP that holds one ZIP a school.
inline constexpr int kMostDepth = 3;
/// Of one archive together with those in it; guesses, far above what a school sends in one piece.
inline constexpr std::int64_t kMostFilesOfArchive = 2'000;
inline constexpr std::int64_t kMostBytesOfArchive = std::int64_t{2} << 30;

constexpr bool is_archive(EventCode code) {
    return code == EventCode::kArchive || code == EventCode::kArchiveIncomplete;
}

/// How files are received in this batch: the kept copy of what is known already is not looked through.
receive::ReceiveOptions receiving_of(Batch& batch);

/// A path that gives no content: it has an event, but no line in the ledger.
DocumentEvent event_without_content(const receive::Refused& refused, Language language);

/// Puts the archive's files into `batch.members` as there is room, each received as if it lay at the
/// archive's path and its name below it; what cannot be taken out is told, and is a finding of the reading.
/// The code: kArchive, kArchiveIncomplete; kNoPages where it holds none; kTooComplex: more files or bytes
/// than are left, or too many archives around it; or why it could not be opened.
border::Task<Reading> unpack_archive(Batch& batch, const receive::Received& archive, Origin origin);

}  // namespace tarang::importing
