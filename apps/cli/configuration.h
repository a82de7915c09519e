// tarang.toml: the options of a job that comes again, written once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tarang::cli {

/// An option that may stand in the file, by its long name without dashes.
struct Configurable {
    std::string name;
    bool is_path = false;  ///< relative to the file's folder; not where it is the name of something else
};

/// One line of it.
struct Setting {
    std::string name;
    std::string value;  ///< as it would stand on the command line; flags: "true" or "false"
    std::size_t line = 0;
};

struct Configuration {
    std::string file;
    std::vector<Setting> settings;  ///< by line
};

/// Where the file stands that belongs to a database; it need not be there.
std::string configuration_beside(const std::string& database);

/// Throws RunError(kUsage) with file and line: what is no TOML, a name that no option has (with the nearest
/// that one has), or a value that is none of a text, a number, true and false.
Configuration parse_configuration(std::string_view text, const std::string& file,
                                  const std::vector<Configurable>& known);

}  // namespace tarang::cli
