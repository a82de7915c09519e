// What the read stage alone costs: milliseconds a page and resident memory, over all pages of a PDF.
//     tarang_bench_read FILE.pdf [ROUNDS]
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "pipeline/read/document.h"

namespace {

double resident_mb() {
    long total = 0;
    long resident = 0;
    std::ifstream("/proc/self/statm") >> total >> resident;
    return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

double cpu_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: %s FILE.pdf [ROUNDS]\n", argv[0]);
        return 2;
    }
    const int fd = ::open(argv[1], O_RDONLY | O_CLOEXEC);
    auto opened = tarang::read::Document::open(fd, std::nullopt);
    if (opened.index() != 0) {
        std::fprintf(stderr, "%s does not open\n", argv[1]);
        return 4;
    }
    tarang::read::Document& document = *std::get<0>(opened);
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 1;
    const double begin = cpu_seconds();
    std::size_t clusters = 0;
    int pages = 0;
    std::printf("resident after opening: %.1f MB\n", resident_mb());
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < document.page_count(); ++i, ++pages)
            clusters += document.read({i}).clusters.size();
    }
    std::printf("%d pages, %zu clusters, %.2f ms a page, resident %.1f MB\n", pages, clusters,
                (cpu_seconds() - begin) * 1000 / pages, resident_mb());
    return 0;
}
