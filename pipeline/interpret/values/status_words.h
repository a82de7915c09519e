// The form's status words in a text. Internal to status.cpp and narrative.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/keyed.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

/// One of the form's words: key characters [begin, end).
struct StatusWord {
    std::size_t begin = 0;
    std::size_t end = 0;
    Status status = Status::kUnknown;

    std::size_t length() const { return end - begin; }
};

/// The words in the text, in its order; where several overlap, the longest. A number of the form's ("100%")
/// is one only as a whole, and with its sign: elsewhere it counts people or is part of a code.
std::vector<StatusWord> status_words(const std::string& text, const Keyed& keys, const Profile& profile);

/// Whether a negation stands right before the word, marks lost or not ("ไม" for "ไม่").
bool is_negated(const std::u32string& key, const StatusWord& word, const Profile& profile);

/// The key without marks.
std::u32string without_marks(std::u32string_view key);

}  // namespace tarang::interpret
