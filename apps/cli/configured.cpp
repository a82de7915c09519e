#include "apps/cli/configured.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "apps/cli/configuration.h"
#include "apps/cli/spoken_help.h"
#include "apps/cli/text_file.h"
#include "lib/toml/toml.h"
#include "models/run_error.h"

namespace tarang::cli {
namespace {

std::string long_name(const CLI::Option& option) {
    return option.get_lnames().empty() ? std::string() : option.get_lnames().front();
}

/// The command `config` has all that may stand in the file, and some that may not.
bool is_configurable(const std::string& name) {
    return !name.empty() && name != "help" && name != "lang" && name != "config";
}

std::vector<Configurable> configurable(const CLI::App& config) {
    std::vector<Configurable> known;
    for (const CLI::Option* option : config.get_options()) {
        const std::string name = long_name(*option);
        if (!is_configurable(name)) continue;
        known.push_back({name, option->get_type_name().find("FILE") != std::string::npos});
    }
    return known;
}

std::string database_of(const CLI::App& command) {
    for (const char* name : {"--db", "DB"}) {
        const CLI::Option* option = command.get_option_no_throw(name);
        if (option != nullptr)
            return option->count() > 0 ? option->results().front() : option->get_default_str();
    }
    return {};
}

std::optional<std::string> file_for(const CLI::App& command, const CLI::Option& named) {
    if (named.count() > 0) return named.results().front();
    const std::string beside = configuration_beside(database_of(command));
    std::error_code none;
    return std::filesystem::exists(beside, none) ? std::optional(beside) : std::nullopt;
}

/// The checks of the command line are those of the file.
void take(CLI::Option& option, const std::string& value) {
    option.clear();
    option.add_result(value);
    option.run_callback();
}

/// "default: usable cores" and "ปกติ 1G" of an option's help, where the parser knows no value.
std::string usual_in(const std::string& description) {
    for (const std::string_view word : {"default: ", "default ", "ปกติ"}) {
        const std::size_t at = description.rfind(word);
        if (at == std::string::npos) continue;
        std::string usual = description.substr(at + word.size());
        usual.erase(0, usual.find_first_not_of(' '));
        return usual;
    }
    return {};
}

}  // namespace

Configuration configure(CLI::App& command, Language language) {
    Configuration taken;
    CLI::Option* named = command.get_option_no_throw("--config");
    const auto file = named == nullptr ? std::nullopt : file_for(command, *named);
    if (!file) return taken;
    const CLI::App& config = *command.get_parent()->get_subcommand("config");
    taken.file = *file;
    if (named->count() == 0) take(*named, *file);
    for (Setting& setting :
         parse_configuration(read_text_file(*file), *file, configurable(config)).settings) {
        CLI::Option* option = command.get_option_no_throw("--" + setting.name);
        if (option == nullptr || option->count() > 0) continue;
        try {
            take(*option, setting.value);
        } catch (const CLI::ParseError& error) {
            const std::string what =
                usage_error(*command.get_parent(), error.what(), command.get_name(), language);
            toml_file::refuse(*file, setting.line, {what, what});
        }
        taken.settings.push_back(std::move(setting));
    }
    return taken;
}

ConfigArguments configured_options(const CLI::App& command, const Configuration& taken) {
    ConfigArguments shown{taken.file, {}};
    for (const Configurable& one : configurable(command)) {
        const CLI::Option& option = *command.get_option("--" + one.name);
        ConfigArguments::Option line{one.name, {}, ConfigArguments::Origin::kDefault, 0};
        const auto setting = std::find_if(taken.settings.begin(), taken.settings.end(),
                                          [&](const Setting& told) { return told.name == one.name; });
        if (setting != taken.settings.end()) {
            line = {one.name, setting->value, ConfigArguments::Origin::kFile, setting->line};
        } else if (option.count() > 0) {
            line.value = option.results().front();
            line.origin = ConfigArguments::Origin::kCommandLine;
        } else {
            line.value = option.get_default_str();
            if (line.value.empty()) line.value = usual_in(option.get_description());
        }
        shown.options.push_back(std::move(line));
    }
    return shown;
}

}  // namespace tarang::cli
