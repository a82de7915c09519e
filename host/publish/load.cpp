#include <dlfcn.h>

#include <filesystem>
#include <system_error>

#include "host/publish/warehouse.h"
#include "models/run_error.h"

namespace tarang::publish {
namespace {

constexpr char kModule[] = "tarang_publish.so";

/// It stands beside the executable, or in lib/tarang where installed.
void* open_module() {
    std::error_code failed;
    const auto here = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
    if (failed) return nullptr;
    for (const auto& place : {here / kModule, here / "../lib/tarang" / kModule}) {
        if (void* module = ::dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL)) return module;
    }
    return nullptr;
}

}  // namespace

std::unique_ptr<Warehouse> open_warehouse(const Destination& destination) {
    using Open = Warehouse* (*)(const Destination&, std::span<const store::PublishedTable>);
    void* module = open_module();
    const auto open =
        module == nullptr ? nullptr : reinterpret_cast<Open>(::dlsym(module, "tarang_open_warehouse"));
    if (open == nullptr)
        throw RunError(ExitCode::kFailed,
                       "เปิดส่วนสำหรับเผยแพร่ (tarang_publish.so) ไม่ได้ ติดตั้งด้วย apt-get install libpq5 หากยังไม่ได้ "
                       "ให้ติดตั้ง tarang ใหม่",
                       "the part that publishes (tarang_publish.so) cannot be loaded. Install libpq: apt-get "
                       "install libpq5; if that is there, install tarang anew.");
    return std::unique_ptr<Warehouse>(open(destination, store::published_tables()));
}

}  // namespace tarang::publish
