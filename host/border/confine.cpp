#include "host/border/confine.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>

#include "pipeline/receive/descriptor.h"

namespace tarang::border {
namespace {

// --- System calls ---------------------------------------------------------------------------------------

/// Calls that need no look at their arguments.
constexpr std::array kCalls{
    // the socket to the parent, the document, fonts and libraries
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(recvmsg),
    SCMP_SYS(recvfrom), SCMP_SYS(sendmsg), SCMP_SYS(sendto), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(lseek),
    SCMP_SYS(close), SCMP_SYS(dup), SCMP_SYS(fadvise64), SCMP_SYS(fcntl), SCMP_SYS(stat), SCMP_SYS(lstat),
    SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs),
    SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat),
    SCMP_SYS(getdents64), SCMP_SYS(getcwd),
    // memory
    SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mprotect), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk),
    // the process itself
    SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall), SCMP_SYS(futex),
    SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getppid),
    SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(getcpu),
    SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getrandom),
    // clocks
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(times)};

struct Release {
    void operator()(void* filter) const { ::seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, Release>;

/// A call that is allowed only where its argument number `index`, under `mask`, is `value`.
bool allow_where(void* filter, int call, unsigned index, std::uint64_t mask, std::uint64_t value) {
    const scmp_arg_cmp fits = SCMP_CMP64(index, SCMP_CMP_MASKED_EQ, mask, value);
    return ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, fits) == 0;
}

bool allow_calls(void* filter) {
    for (const int call : kCalls) {
        if (::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0) return false;
    }
    constexpr std::uint64_t kAll = ~std::uint64_t{0};
    constexpr std::uint64_t kWrites = O_ACCMODE | O_CREAT | O_TRUNC;
    const auto self = static_cast<std::uint64_t>(::getpid());
    return allow_where(filter, SCMP_SYS(openat), 2, kWrites, O_RDONLY) &&
           allow_where(filter, SCMP_SYS(open), 1, kWrites, O_RDONLY) &&
           allow_where(filter, SCMP_SYS(tgkill), 0, kAll, self) &&  // raise, abort
           allow_where(filter, SCMP_SYS(kill), 0, kAll, self) &&
           allow_where(filter, SCMP_SYS(prlimit64), 2, kAll, 0) &&  // asks, changes nothing
           allow_where(filter, SCMP_SYS(ioctl), 1, kAll, TCGETS);   // isatty
}

bool filter_calls() {
    const Filter filter(::seccomp_init(SCMP_ACT_ERRNO(ENOSYS)));
    return filter && allow_calls(filter.get()) && ::seccomp_load(filter.get()) == 0;
}

// --- Files ----------------------------------------------------------------------------------------------

constexpr std::uint64_t kReads = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

/// All that the kernel's Landlock can forbid, by its version; what is later than our headers is given here.
std::uint64_t rights_of(long version) {
    constexpr std::uint64_t kFirst = (std::uint64_t{1} << 13) - 1;
    constexpr std::uint64_t kRefer = std::uint64_t{1} << 13;
    constexpr std::uint64_t kTruncate = std::uint64_t{1} << 14;
    return kFirst | (version >= 2 ? kRefer : 0) | (version >= 3 ? kTruncate : 0);
}

void allow_reading(int rules, const std::string& path) {
    const Descriptor place(::open(path.c_str(), O_PATH | O_CLOEXEC));
    if (!place) return;
    const bool folder = ::faccessat(place.get(), ".", F_OK, 0) == 0;
    const landlock_path_beneath_attr rule{folder ? kReads : std::uint64_t{LANDLOCK_ACCESS_FS_READ_FILE},
                                          place.get()};
    ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

/// Libraries and their data; fontconfig's settings, fonts and cache, a person's own included.
std::vector<std::string> usual_places() {
    std::vector<std::string> places{
        "/usr", "/lib", "/lib64", "/etc", "/var/cache/fontconfig", "/sys/devices/system/cpu"};
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') {
        for (const char* own :
             {"/.fonts", "/.local/share/fonts", "/.cache/fontconfig", "/.config/fontconfig"})
            places.push_back(std::string(home) + own);
    }
    return places;
}

/// True where it was done, or the kernel cannot do it: the parent says then that it is missing.
bool forbid_files(const std::vector<std::string>& readable) {
    const long version = landlock_version();
    if (version < 1) return true;
    const landlock_ruleset_attr attributes{rights_of(version)};
    const Descriptor rules(
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0)));
    if (!rules) return false;
    for (const std::string& place : usual_places()) allow_reading(rules.get(), place);
    for (const std::string& place : readable) allow_reading(rules.get(), place);
    return ::syscall(SYS_landlock_restrict_self, rules.get(), 0) == 0;
}

}  // namespace

long landlock_version() {
    return std::max(0L, ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
}

bool can_confine() { return ::prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0; }

bool confine_process(const std::vector<std::string>& readable) {
#ifdef TARANG_WRITES_WHILE_RUNNING
    static_cast<void>(readable);
    return true;
#else
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
    return forbid_files(readable) && filter_calls();
#endif
}

}  // namespace tarang::border
