#include "host/worker/scan_reader.h"

#include <dlfcn.h>

#include <array>
#include <filesystem>
#include <system_error>

namespace tarang::worker {
namespace {

constexpr char kModule[] = "tarang_scans.so";

void* open_module() {
    for (const std::string& place : scan_module_places()) {
        if (void* module = ::dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL)) return module;
    }
    return nullptr;
}

}  // namespace

std::vector<std::string> scan_module_places() {
    std::error_code failed;
    const auto here = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
    if (failed) return {};
    return {(here / kModule).string(), (here / "../lib/tarang" / kModule).string()};
}

std::unique_ptr<ScanReader> load_scan_reader() {
    void* module = open_module();
    if (module == nullptr) return nullptr;
    using Make = ScanReader* (*)();
    const auto make = reinterpret_cast<Make>(::dlsym(module, "tarang_scan_reader"));
    return std::unique_ptr<ScanReader>(make == nullptr ? nullptr : make());
}

}  // namespace tarang::worker
