// A folder for one test's databases.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <string>

#include "models/run_error.h"

namespace tarang::test {

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "tarang-store-XXXXXX").string();
        path_ = mkdtemp(pattern.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::string operator/(const std::string& name) const {
        return (std::filesystem::path(path_) / name).string();
    }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// What a RunError from `action` says; "no error" where there was none. Its code must be kDatabase.
template <typename Action>
std::string refusal(Action action) {
    try {
        action();
    } catch (const RunError& error) {
        return error.code() == ExitCode::kDatabase ? error.what() : "another code";
    }
    return "no error";
}

}  // namespace tarang::test
