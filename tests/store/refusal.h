// What the store says when it refuses.
#pragma once

#include <string>

#include "models/run_error.h"

namespace tarang::test {

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
