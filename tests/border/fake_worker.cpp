// A worker that misbehaves on request: the message says how.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "host/border/child.h"
#include "host/border/process.h"

namespace {

using tarang::Descriptor;
using tarang::border::Channel;
using tarang::border::kSocketInWorker;

Descriptor document;
std::string poison;  // set by "poison": a later document then crashes this process

void send_raw(const std::string& bytes) { (void)!::write(kSocketInWorker, bytes.data(), bytes.size()); }

std::string first_bytes_of_document() {
    std::string bytes(5, '\0');
    const ssize_t count = ::pread(document.get(), bytes.data(), bytes.size(), 0);
    return count > 0 ? bytes.substr(0, static_cast<std::size_t>(count)) : "none";
}

std::string open_descriptors() {
    std::string numbers;
    for (int fd = 0; fd < 1024; ++fd) {
        if (::fcntl(fd, F_GETFD) != -1) numbers += std::to_string(fd) + " ";
    }
    return numbers;
}

std::string limit_of(__rlimit_resource resource) {
    rlimit both{};
    ::getrlimit(resource, &both);
    return std::to_string(both.rlim_cur);
}

void eat_memory() {
    std::vector<std::string> held;
    for (;;) held.emplace_back(std::size_t{8} << 20, 'x');
}

// What Poppler's allocator does when memory ends.
void abort_like_poppler() {
    std::fputs("Out of memory\n", stderr);
    std::abort();
}

std::string outcome_of(long result) { return result >= 0 ? "allowed" : std::strerror(errno); }

/// What a document that took the worker over would try.
std::string try_to(const std::string& what) {
    if (what == "connect") return outcome_of(::socket(AF_INET, SOCK_STREAM, 0));
    if (what == "connect here") return outcome_of(::socket(AF_UNIX, SOCK_STREAM, 0));
    if (what == "run") return outcome_of(::execl("/bin/true", "true", nullptr));
    if (what == "fork") return outcome_of(::fork());
    if (what == "end the parent") return outcome_of(::kill(::getppid(), 0));
    if (what == "raise a limit") {
        const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
        return outcome_of(::setrlimit(RLIMIT_CPU, &more));
    }
    if (what == "remove") return outcome_of(::unlink("/tmp/nothing"));
    const std::string path = what.substr(what.find(' ') + 1);
    if (what.starts_with("read ")) return outcome_of(::open(path.c_str(), O_RDONLY));
    if (what.starts_with("write ")) return outcome_of(::open(path.c_str(), O_WRONLY));
    if (what.starts_with("make ")) return outcome_of(::open(path.c_str(), O_RDONLY | O_CREAT, 0600));
    return "?";
}

bool answer(Channel& channel, Channel::Message message) {
    const std::string& what = message.payload;
    if (message.document) document = std::move(message.document);
    if (what == "open") return true;
    if (what == "echo") return channel.send("echo");
    if (what == "pid") return channel.send(std::to_string(::getpid()));
    if (what == "document") return channel.send(first_bytes_of_document());
    if (what == "descriptors") return channel.send(open_descriptors());
    if (what.starts_with("try to ")) return channel.send(try_to(what.substr(7)));
    if (what == "core") return channel.send(limit_of(RLIMIT_CORE));
    if (what == "three") return channel.send("1") && channel.send("2") && channel.send("3");
    if (what == "big") return channel.send(std::string(std::size_t{5} << 20, 'b'));
    if (what == "crash") std::raise(SIGSEGV);
    if (what == "abort") std::abort();
    if (what == "exit") ::_exit(0);
    if (what == "slowly") {
        if (!channel.send("1")) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(600));
    }
    if (what == "signals") {
        for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) std::raise(signal_number);
    }
    if (what == "late") std::this_thread::sleep_for(std::chrono::milliseconds(600));  // and answers then
    if (what == "leave") {  // what the parent hears is the end of a process
        ::close(kSocketInWorker);
        std::this_thread::sleep_for(std::chrono::hours(1));
    }
    if (what == "hang") std::this_thread::sleep_for(std::chrono::hours(1));
    volatile int turns = 0;
    while (what == "spin") turns = turns + 1;
    if (what == "eat") eat_memory();
    if (what == "poppler") abort_like_poppler();
    if (what == "killed") ::kill(::getpid(), SIGKILL);
    if (what == "too-long") send_raw("\xFF\xFF\xFF\xFF....");
    if (what == "half") {
        send_raw(std::string("\x10\0\0\0half", 8));
        ::_exit(0);
    }
    if (what == "chatter") {
        for (int i = 0; i < 10'000; ++i) std::fputs("noise on stderr\n", stderr);
        return channel.send("said");
    }
    if (what == "poison") {
        poison = "yes";
        return channel.send("poisoned");
    }
    if (what == "victim") {
        if (!poison.empty()) std::abort();
        return channel.send("well");
    }
    return channel.send(what);
}

}  // namespace

int main() { return tarang::border::serve(answer, kSocketInWorker); }
