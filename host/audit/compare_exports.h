// Two exports, value by value: a new program version against corrected data.
#pragma once

#include <string>
#include <vector>

#include "models/comparison.h"

namespace tarang::audit {

/// Compares the texts of two exports (schema tarang-export; what an older version lacks is taken for null). Documents are matched by their
/// SHA-256, activities by their ids and, where those differ, by number and order; texts are equal when equal
/// without white space. Places, confidences and findings are not compared. Throws RunError(kUsage) where one
/// is no such export.
std::vector<Difference> compare_exports(const std::string& before, const std::string& after);

}  // namespace tarang::audit
