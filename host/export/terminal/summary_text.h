// The groups of a summary in words.
#pragma once

#include <string>

#include "models/summary.h"

namespace tarang::exporting {

/// "2567 ไตรมาส 2-3"; "2567-2568" where the days run over several years.
std::string text_of_group(const QuarterGroup& group, Language language);
std::string text_of_group(const std::optional<Status>& status, Language language);
std::string text_of_group(const std::optional<std::string>& strategy, Language language);
/// " (with what was read as: ...)"; empty where nothing was.
std::string text_of_alike(const std::vector<std::string>& alike, Language language);

/// The group's name, and which other readings of it are counted with it.
template <typename Key>
std::string text_of(const Group<Key>& group, Language language) {
    return text_of_group(group.key, language) + text_of_alike(group.alike, language);
}

/// "5 amounts, 1 none, 1 blank, 1 unreadable; 1 to check": what a sum of money does not say by itself.
std::string text_of_counts(const MoneySum& money, Language language);

}  // namespace tarang::exporting
