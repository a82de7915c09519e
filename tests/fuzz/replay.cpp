// Runs a target over its seeds and over changes of them, always the same ones: replay SEEDS [ROUNDS].
// Stands in for libFuzzer where the tests are run, so that what was found once stays found. An input that
// ends the process is written to fuzz-failure in the working directory.
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <vector>

#include "tests/fuzz/target.h"

namespace {

std::string current;  // for the handler

void keep_input(int number) {
    const int file = ::open("fuzz-failure", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    static_cast<void>(!::write(file, current.data(), current.size()));
    ::signal(number, SIG_DFL);
    ::raise(number);
}

void run(std::string input) {
    current = std::move(input);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(current.data()), current.size());
}

std::vector<std::string> seeds_in(const char* folder) {
    std::vector<std::string> seeds = tarang::fuzz::made_seeds();
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
        std::ifstream file(entry.path(), std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return seeds;
}

/// Some bytes changed, taken out, doubled, or exchanged for those of another seed.
std::string changed(std::string input, const std::vector<std::string>& seeds, std::mt19937& random) {
    const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
        const std::size_t at = below(input.size());
        const std::size_t length = below(std::min<std::size_t>(16, input.size() - at + 1));
        switch (below(5)) {
            case 0:
                if (!input.empty()) input[at] = static_cast<char>(random());
                break;
            case 1:
                input.erase(at, length);
                break;
            case 2:
                input.insert(at, input.substr(at, length));
                break;
            case 3:
                input.insert(at, 1, static_cast<char>(random()));
                break;
            default: {
                const std::string& other = seeds[below(seeds.size())];
                input.insert(at, other.substr(below(other.size()), below(64)));
            }
        }
    }
    return input;
}

}  // namespace

int main(int argc, char** argv) {
    for (const int number : {SIGSEGV, SIGABRT, SIGFPE, SIGBUS, SIGALRM}) ::signal(number, keep_input);
    std::vector<std::string> seeds = seeds_in(argc > 1 ? argv[1] : "");
    if (seeds.empty()) {
        std::cerr << "no seeds\n";
        return 1;
    }
    for (const std::string& seed : seeds) run(seed);
    std::mt19937 random(1);  // the same on every machine
    const long rounds = argc > 2 ? std::atol(argv[2]) : 4000;
    for (long round = 0; round < rounds; ++round) {
        ::alarm(20);  // a target that hangs
        run(changed(seeds[random() % seeds.size()], seeds, random));
    }
    std::cout << seeds.size() << " seeds, " << rounds << " changes\n";
    return 0;
}
