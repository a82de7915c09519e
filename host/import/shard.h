// A batch that is shared out among machines: which files are whose, by their names alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/submission.h"
#include "pipeline/store/ledger.h"

namespace tarang::importing {

/// One of several parts.
struct Shard {
    int number = 1;  ///< from 1
    int of = 1;
    bool operator==(const Shard&) const = default;
};

/// Whether the shard has what is called `name`: the first eight bytes of the name's SHA-256, big endian,
/// modulo the number of shards. Neither the order of files nor the machine matters.
bool has(const Shard& shard, std::string_view name);

/// A file of the batch, and what it is called on every machine alike.
struct NamedFile {
    std::string path;
    std::string name;
};

/// A shard's part of a batch.
class Part {
public:
    /// `files`: of the whole batch, in its order, each once.
    Part(const Shard& shard, const std::vector<NamedFile>& files);

    /// Paths of the shard's own files, in the order of the batch.
    const std::vector<std::string>& paths() const { return paths_; }

    /// Of the whole batch.
    std::int64_t files() const { return static_cast<std::int64_t>(places_.size()); }

    /// Where a file, or the archive that has it, stands in the whole batch; nothing where it is not of the
    /// batch. `path`: absolute.
    std::optional<store::BatchPlace> place_of(std::string_view path) const;

    /// Whether this shard is the one that tells what came for this submission, of which the manifest names
    /// the files at `paths` (absolute; there may be none): it has one of them, or, where nobody has any, its
    /// key falls to it.
    bool tells(const SubmissionKey& key, const std::vector<std::string>& paths) const;

private:
    Shard shard_;
    std::string batch_;
    std::vector<std::string> paths_;
    struct Place {
        std::int64_t number;
        bool own;
    };
    const Place* find(std::string_view path) const;
    std::unordered_map<std::string, Place> places_;  ///< of all files, by absolute path
};

}  // namespace tarang::importing
