// Manifests from spreadsheets, and paths as texts.
#include "host/import/manifest.h"
#include "lib/thai/utf8.h"
#include "models/run_error.h"
#include "pipeline/store/path_text.h"
#include "tests/fuzz/target.h"

std::vector<std::string> tarang::fuzz::made_seeds() { return {}; }

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tarang;
    const std::string_view text = fuzz::text_of(data, size);
    const std::string path_text = store::text_of_path(text);
    fuzz::require(thai::is_valid_utf8(path_text));
    fuzz::require(store::path_of_text(path_text) == text);
    try {
        const auto manifest = importing::Manifest::parse(text, "/in", "m.csv");
        for (const std::string& path : manifest.paths()) fuzz::require(manifest.at(path) != nullptr);
        for (const Expected& expected : manifest.expected()) {
            fuzz::require(!expected.key.code.empty());
            fuzz::require(thai::is_valid_utf8(expected.key.code) && thai::is_valid_utf8(expected.name));
        }
    } catch (const RunError& error) {
        fuzz::require(error.code() == ExitCode::kUsage);
    }
    return 0;
}
