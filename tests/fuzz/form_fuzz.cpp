// Report forms that people write: read, or refused with a message.
#include "models/run_error.h"
#include "pipeline/interpret/forms/profile.h"
#include "tests/fuzz/target.h"

std::vector<std::string> tarang::fuzz::made_seeds() {
    std::vector<std::string> seeds;
    for (const auto& profile : interpret::shipped_profiles())
        seeds.emplace_back(interpret::shipped_toml(profile.name));
    return seeds;
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tarang;
    try {
        static_cast<void>(interpret::parse_profile(fuzz::text_of(data, size), "form.toml"));
    } catch (const RunError& error) {
        fuzz::require(error.code() == ExitCode::kUsage);
    }
    return 0;
}
