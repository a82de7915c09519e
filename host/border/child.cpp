#include "host/border/child.h"

#include <exception>
#include <new>

#include "host/border/confine.h"
#include "host/border/process.h"

namespace tarang::border {
namespace {

void exit_out_of_memory() { ::_exit(kExitOutOfMemory); }

}  // namespace

int serve(const Handler& handler, int socket, const std::vector<std::string>& readable) {
    std::set_new_handler(exit_out_of_memory);
    if (!confine_process(readable)) return kExitCannotStart;
    Channel channel(socket);
    try {
        while (auto message = channel.receive()) {
            if (!handler(channel, std::move(*message))) return 1;
        }
    } catch (const std::bad_alloc&) {  // thrown by a library's own arithmetic, past the handler
        return kExitOutOfMemory;
    }
    return 0;
}

}  // namespace tarang::border
