#include "apps/cli/file_list.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "pipeline/receive/receive.h"

namespace tarang::cli {
namespace {

namespace fs = std::filesystem;

void add_folder(const fs::path& folder, bool recursive, const receive::OwnFiles& own,
                std::vector<std::string>& files) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        entries.push_back(*entry);
    }
    if (error) {
        files.push_back(folder.string());  // its event says that it cannot be read
        return;
    }
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) {
        if (own.contains(entry.path().string())) continue;
        if (entry.symlink_status(error).type() != fs::file_type::directory) {
            files.push_back(entry.path().string());
        } else if (recursive) {
            add_folder(entry.path(), recursive, own, files);
        }
    }
}

/// What a path stands for: itself, or the files that it fits as a pattern.
std::vector<std::string> matches_of(const std::string& path) {
    std::error_code error;
    const bool there = fs::symlink_status(path, error).type() != fs::file_type::not_found;
    glob_t found{};
    std::vector<std::string> matches;
    if (!there && ::glob(path.c_str(), 0, nullptr, &found) == 0)
        matches.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    ::globfree(&found);
    if (matches.empty()) matches.push_back(path);
    return matches;
}

/// The first of each; the same file may be named, and lie in a folder that is.
std::vector<std::string> without_repeats(std::vector<std::string> files) {
    std::unordered_set<std::string> seen;
    std::erase_if(files,
                  [&](const std::string& path) { return !seen.insert(receive::absolute_path(path)).second; });
    return files;
}

/// The file at this path, or the archive that may hold it; empty where there is neither.
std::string file_or_archive(fs::path path) {
    std::error_code none;
    if (fs::symlink_status(path, none).type() != fs::file_type::not_found) return path.string();
    while (path.has_parent_path() && path != path.parent_path()) {
        path = path.parent_path();
        const auto type = fs::symlink_status(path, none).type();
        if (type == fs::file_type::regular) return path.string();
        if (type != fs::file_type::not_found) break;
    }
    return {};
}

}  // namespace

std::vector<std::string> files_of(const FileChoice& choice) {
    std::vector<std::string> files;
    for (const std::string& name : choice.paths) {
        for (const std::string& path : matches_of(name)) {
            std::error_code error;
            if (fs::symlink_status(path, error).type() == fs::file_type::directory) {
                add_folder(path, choice.recursive, choice.own, files);
            } else {
                files.push_back(path);
            }
        }
    }
    return without_repeats(std::move(files));
}

std::vector<std::string> files_of(const importing::Manifest& manifest) {
    std::vector<std::string> files;
    std::set<std::string> seen;  // several rows may name files of one archive
    for (const std::string& path : manifest.paths()) {
        std::string file = file_or_archive(path);
        if (!file.empty() && seen.insert(file).second) files.push_back(std::move(file));
    }
    return files;
}

std::vector<std::string> listed_paths(std::string text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
    const bool zeros = text.find('\0') != std::string::npos;
    std::vector<std::string> paths;
    std::istringstream in(text);
    for (std::string path; std::getline(in, path, zeros ? '\0' : '\n');) {
        if (!zeros && path.ends_with('\r')) path.pop_back();
        if (!path.empty()) paths.push_back(path);
    }
    return paths;
}

}  // namespace tarang::cli
