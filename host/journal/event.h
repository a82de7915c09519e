// What may happen, by name: each line of the journal is one of these, and docs/journal.md says what they
// mean.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tarang::journal {

enum class Event : std::uint8_t {
    kStarted,
    kConfined,
    kMigrated,
    kWatching,
    kWorkerStarted,
    kWorkerEnded,
    kWorkerMissing,
    kAnswerRefused,
    kJobRepeated,
    kDocumentBegun,
    kDocumentPostponed,
    kDocumentEnded,
    kDocumentSuperseded,
    kDocumentForgotten,
    kFileRefused,
    kDecisionUndone,
    kWaitedForLock,
    kBackedUp,
    kShardChosen,
    kShardMerged,
    kMerged,
    kPublished,
    kRequestRefused,
    kRequestFailed,
    kTotal,
    kTotalOfCode,
    kTotalOfStage,
    kFailed,
    kEnded,
};

/// In the order of the enumeration. Names are stable: programs look for them.
inline constexpr std::array<std::string_view, 29> kEventNames{"started",
                                                              "confined",
                                                              "migrated",
                                                              "watching",
                                                              "worker_started",
                                                              "worker_ended",
                                                              "worker_missing",
                                                              "answer_refused",
                                                              "job_repeated",
                                                              "document_begun",
                                                              "document_postponed",
                                                              "document_ended",
                                                              "document_superseded",
                                                              "document_forgotten",
                                                              "file_refused",
                                                              "decision_undone",
                                                              "waited_for_lock",
                                                              "backed_up",
                                                              "shard_chosen",
                                                              "shard_merged",
                                                              "merged",
                                                              "published",
                                                              "request_refused",
                                                              "request_failed",
                                                              "total",
                                                              "total_of_code",
                                                              "total_of_stage",
                                                              "failed",
                                                              "ended"};
static_assert(kEventNames.size() == static_cast<std::size_t>(Event::kEnded) + 1);

constexpr std::string_view name_of(Event event) { return kEventNames[static_cast<std::size_t>(event)]; }

enum class Level : std::uint8_t { kError, kWarning, kInfo, kDebug };
inline constexpr std::array<std::string_view, 4> kLevelNames{"error", "warning", "info", "debug"};
constexpr std::string_view name_of(Level level) { return kLevelNames[static_cast<std::size_t>(level)]; }

}  // namespace tarang::journal
