// tarang_manual FOLDER: writes the manual pages and the completions, anew, from the command line itself. Part
// of the build: nobody installs it.

#include <filesystem>
#include <fstream>
#include <iostream>

#include "apps/cli/manual/completions.h"
#include "apps/cli/manual/man_pages.h"

namespace tarang::cli::manual {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw fs::filesystem_error("cannot write", path, std::make_error_code(std::errc::io_error));
}

void write_pages(const fs::path& folder, const Outline& outline, Language language) {
    write(folder / "tarang.1", program_page(outline, language));
    for (const Command& command : outline.commands)
        write(folder / ("tarang-" + command.name + ".1"), command_page(outline, command, language));
}

void write_all(const fs::path& folder) {
    const Spoken spoken{outline_of(Language::kThai), outline_of(Language::kEnglish)};
    // A command that is gone leaves no page behind.
    for (const char* part : {"man", "completions"}) fs::remove_all(folder / part);
    write_pages(folder / "man" / "man1", spoken.english, Language::kEnglish);
    write_pages(folder / "man" / "th" / "man1", spoken.thai, Language::kThai);
    write(folder / "completions" / "bash" / "tarang", bash_completion(spoken.english));
    write(folder / "completions" / "zsh" / "_tarang", zsh_completion(spoken));
    write(folder / "completions" / "fish" / "tarang.fish", fish_completion(spoken));
}

}  // namespace
}  // namespace tarang::cli::manual

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: tarang_manual FOLDER\n";
        return 2;
    }
    try {
        tarang::cli::manual::write_all(argv[1]);
    } catch (const std::exception& error) {
        std::cerr << "tarang_manual: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
