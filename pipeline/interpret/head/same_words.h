// Words of a scan's title, agency and headings that the document spells with other marks elsewhere.
#pragma once

#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

/// Where such a line, read from an image, has letters in it that are no word, and the same letters stand with
/// other marks in two other places of the document or more and are words there, they are read so here: a mark
/// was lost, or one too many seen. Never where these places differ among themselves, and never a letter or
/// digit. What changed counts as unsure, so that the line is flagged; fragments keep what was read. Gives a
/// notice for each place that changed.
std::vector<Finding> settle_words(DocumentRecords& records, const Profile& profile);

}  // namespace tarang::interpret
