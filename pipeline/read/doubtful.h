// Letters that are only guessed, or that nobody knows, told where they stand.
#pragma once

#include "models/page.h"

namespace tarang::read {

/// Adds a finding for each word with such letters; its place flags the fields that it stands in.
void tell_doubtful_letters(PageReading& page);

}  // namespace tarang::read
