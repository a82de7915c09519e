// Short lists inside a column, as JSON arrays: SQLite's shell and its json functions can read them, too.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/sqlite.h"

namespace tarang::store {

std::string json_numbers(std::span<const double> numbers);
std::string json_strings(std::span<const std::string> strings);

/// An array of arrays of texts.
std::string json_paths(std::span<const std::vector<std::string>> paths);
std::vector<std::vector<std::string>> paths_of(Connection& connection, std::string_view json);

/// The numbers of a flat array; stops at what is none.
std::vector<double> numbers_of(std::string_view json);
std::vector<std::string> strings_of(Connection& connection, std::string_view json);

}  // namespace tarang::store
