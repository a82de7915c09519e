#include "host/border/converter.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <utility>

#include "host/border/sandbox.h"
#include "host/border/sealed_memory.h"
#include "models/run_error.h"

namespace tarang::border {
namespace {

using Clock = std::chrono::steady_clock;

/// In the sandbox: what LibreOffice says goes to standard error, and its result to standard output.
constexpr const char* kScript =
    R"("$1" --headless --norestore --nolockcheck --nodefault --convert-to "$3" --outdir out "$2" >&2 && exec cat "out/document.${3%%:*}")";

/// What programs say where memory is short.
constexpr std::array<std::string_view, 3> kNoMemory{"bad_alloc", "memory exhausted",
                                                    "Cannot allocate memory"};

std::string found(std::string_view name) {
    for (const char* folder : {"/usr/bin/", "/usr/local/bin/", "/bin/"}) {
        std::string path = folder + std::string(name);
        if (::access(path.c_str(), X_OK) == 0) return path;
    }
    return {};
}

/// The folder of an installation that is not in /usr, with its libraries; empty for one that is.
std::string installation_of(const std::string& program) {
    std::error_code failed;
    const auto real = std::filesystem::canonical(program, failed);
    if (failed || real.string().starts_with("/usr/")) return {};
    const auto folder = real.parent_path();
    return (folder.filename() == "program" ? folder.parent_path() : folder).string();
}

EventCode code_of(int status, std::string_view words) {
    const bool memory = std::any_of(kNoMemory.begin(), kNoMemory.end(), [words](std::string_view said) {
        return words.find(said) != std::string_view::npos;
    });
    if (memory && status != 0) return EventCode::kOutOfMemory;
    constexpr int kOfSignal = 128;
    int signal_number = 0;
    if (WIFSIGNALED(status)) signal_number = WTERMSIG(status);
    if (WIFEXITED(status) && WEXITSTATUS(status) > kOfSignal) signal_number = WEXITSTATUS(status) - kOfSignal;
    if (signal_number == SIGXCPU) return EventCode::kTimedOut;
    if (signal_number == SIGKILL) return EventCode::kOutOfMemory;  // as the system does when it runs short
    if (signal_number == SIGXFSZ) return EventCode::kTooLarge;
    if (signal_number != 0) return EventCode::kCrashed;
    return WEXITSTATUS(status) == 0 ? EventCode::kOk : EventCode::kDamaged;
}

class Counted {
public:
    explicit Counted(int& count) : count_(count) { ++count_; }
    ~Counted() { --count_; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;

private:
    int& count_;
};

}  // namespace

ConverterPrograms installed_converter() { return {found("bwrap"), found("soffice")}; }

struct Converter::Run {
    SandboxCommand command;
    int output = -1;
};

Converter::Converter(Pool& pool, ConverterPrograms programs, const Limits& limits, std::uint64_t most_bytes)
    : pool_(pool), programs_(std::move(programs)), limits_(limits), most_bytes_(most_bytes) {}

/// kOk where it ended by itself and says that all is well.
Task<EventCode> Converter::run(Run& run) {
    const auto deadline = Clock::now() + limits_.time;
    SandboxProcess process(run.command, run.output);
    bool in_time = true;
    for (bool lives = true; lives && in_time;) {
        in_time = co_await pool_.readable(process.errors(), deadline);
        lives = process.drain();
    }
    if (pool_.interrupted()) throw RunError(ExitCode::kInterrupted, "ถูกหยุด", "interrupted");
    const int status = process.end();
    co_return in_time ? code_of(status, process.last_words()) : EventCode::kTimedOut;
}

/// Whether bubblewrap can make its sandbox here: not where the kernel or a container forbids user namespaces.
Task<bool> Converter::can_confine() {
    if (confines_) co_return *confines_;
    const Descriptor nothing(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    Run trial{{.sandbox = programs_.sandbox,
               .readable = {},
               .file_name = {},
               .file = -1,
               .program = {"true"},
               .limits = limits_,
               .most_bytes = most_bytes_},
              nothing.get()};
    const EventCode code = co_await run(trial);
    confines_ = code == EventCode::kOk;
    co_return *confines_;
}

Task<Outcome<Descriptor>> Converter::convert(int file, Nature nature) {
    if (!programs_.complete()) co_return EventCode::kUnsupportedFormat;
    while (running_ >= pool_.workers()) co_await pool_.turn();
    const Counted counted(running_);
    const bool confines = co_await can_confine();
    if (!confines) co_return EventCode::kUnsupportedFormat;
    const Descriptor input = reopened(file);
    const Descriptor output = memory_file("converted");
    if (!input || !output) co_return EventCode::kOutOfMemory;
    const std::string name = "document." + std::string(ending_of(nature));
    const std::string format =
        converts_to_sheet(nature) ? "xlsx:Calc MS Excel 2007 XML" : "docx:MS Word 2007 XML";
    Run conversion{{.sandbox = programs_.sandbox,
                    .readable = installation_of(programs_.office),
                    .file_name = name,
                    .file = input.get(),
                    .program = {"sh", "-c", kScript, "convert", programs_.office, name, format},
                    .limits = limits_,
                    .most_bytes = most_bytes_},
                   output.get()};
    const EventCode code = co_await run(conversion);
    if (code != EventCode::kOk) co_return code;
    Descriptor result = sealed(output);
    if (!result) co_return EventCode::kCrashed;
    co_return result;
}

}  // namespace tarang::border
