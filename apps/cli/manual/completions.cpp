#include "apps/cli/manual/completions.h"

#include <string_view>

namespace tarang::cli::manual {

Kind kind_of(const Parameter& parameter) {
    using Of = Kind::Of;
    if (!parameter.choices.empty()) return {Of::kChoices, {}};
    const bool argument = parameter.names.front().front() != '-';
    const std::string& value = argument ? parameter.names.front() : parameter.value;
    if (value.empty()) return {Of::kFlag, {}};
    if (value.find("NAME|FILE") != std::string::npos || value == "SUBJECT") return {Of::kForms, ".toml"};
    if (value == "FOLDER") return {Of::kFolders, {}};
    if (value == "DB") return {Of::kFiles, ".db"};
    // What is copied, read or named as a document is a file, whatever its ending.
    for (const std::string_view file : {"FILE", "PATH", "DOCUMENT", "SHARD"}) {
        if (value == file) return {Of::kFiles, {}};
    }
    // "EXPORT.json"
    if (const std::size_t dot = value.rfind('.'); dot != std::string::npos)
        return {Of::kFiles, value.substr(dot)};
    return {Of::kText, {}};
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

}  // namespace tarang::cli::manual
