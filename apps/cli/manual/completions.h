// Completions for the shells: commands, options, and what may stand after them.
#pragma once

#include <string>
#include <vector>

#include "apps/cli/manual/outline.h"

namespace tarang::cli::manual {

/// What a shell offers for a value.
struct Kind {
    enum class Of { kFlag, kText, kFiles, kFolders, kForms, kChoices };
    Of of = Of::kText;
    std::string ending;  ///< of kFiles: ".csv"; empty: any. Folders are offered too, as a way.
};

Kind kind_of(const Parameter& parameter);

/// The outline in both languages; a shell that explains what it offers speaks as the program does.
struct Spoken {
    Outline thai;
    Outline english;
};

/// For /usr/share/bash-completion/completions/tarang; needs nothing of the package bash-completion.
std::string bash_completion(const Outline& outline);

/// For /usr/share/zsh/vendor-completions/_tarang.
std::string zsh_completion(const Spoken& spoken);

/// For /usr/share/fish/vendor_completions.d/tarang.fish.
std::string fish_completion(const Spoken& spoken);

/// Words with spaces between.
std::string joined(const std::vector<std::string>& words);

}  // namespace tarang::cli::manual
