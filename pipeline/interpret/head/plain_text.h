// Lines over a table that are no headings: running text, and what a scan's specks were read as.
#pragma once

#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

/// Whether a line reaches over `share` (0..1) of its page's width. False for lines without a page.
bool reaches_over(const Field& line, const std::vector<PageInfo>& pages, float share);

/// Whether a line of a scan holds no word: no two letters beside each other, or letters that the engine
/// itself does not believe.
bool is_noise(const Field& line);

/// Whether the engine hardly believes what it read on a scan: mostly specks or the other side's print.
bool is_hardly_read(const Field& value);

/// The lines without paragraphs: two lines or more that end at the same margin, and the one after them. Lines
/// that begin as headings do are kept, and what is said inside a paragraph names no strategy.
std::vector<Field> without_paragraphs(const std::vector<Field>& lines, const std::vector<PageInfo>& pages,
                                      const Profile& profile);

}  // namespace tarang::interpret
