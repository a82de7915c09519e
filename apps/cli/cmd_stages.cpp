#include "apps/cli/cmd_stages.h"

#include <iostream>

#include "models/finding.h"

namespace tarang::cli {

ExitCode run_stages(const StagesArguments&, Language) {
    for (int stage = 0; stage < kStageCount; ++stage) std::cout << name_of(static_cast<Stage>(stage)) << '\n';
    return ExitCode::kDone;
}

}  // namespace tarang::cli
