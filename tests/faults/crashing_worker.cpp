// Preloaded into the program under test, and by it into its workers: a worker dies of the documents that
// TARANG_CRASH_ON says.
//
//   TARANG_CRASH_ON=TEXT    the process that is handed a file whose last bytes are TEXT ends by a signal
//
// The file itself is as good as any other: to everybody else the text is a comment at its end.
#include <dlfcn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

bool ends_in(int fd, const std::string& text) {
    struct stat status {};
    if (::fstat(fd, &status) != 0 || status.st_size < static_cast<off_t>(text.size())) return false;
    std::string end(text.size(), '\0');
    const ssize_t count =
        ::pread(fd, end.data(), end.size(), status.st_size - static_cast<off_t>(end.size()));
    return count == static_cast<ssize_t>(end.size()) && end == text;
}

void die_of(const msghdr& message, const std::string& text) {
    for (const cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr;
         part = CMSG_NXTHDR(const_cast<msghdr*>(&message), const_cast<cmsghdr*>(part))) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
        int fd = -1;
        std::memcpy(&fd, CMSG_DATA(part), sizeof fd);
        if (!ends_in(fd, text)) continue;
        std::signal(SIGSEGV, SIG_DFL);
        std::raise(SIGSEGV);
        __builtin_trap();  // where a filter of system calls forbids to raise a signal
    }
}

}  // namespace

extern "C" ssize_t recvmsg(int socket, msghdr* message, int flags) {
    using Recvmsg = ssize_t (*)(int, msghdr*, int);
    static const auto next = reinterpret_cast<Recvmsg>(::dlsym(RTLD_NEXT, "recvmsg"));
    static const char* text = std::getenv("TARANG_CRASH_ON");
    const ssize_t count = next(socket, message, flags);
    if (count > 0 && text != nullptr) die_of(*message, text);
    return count;
}
