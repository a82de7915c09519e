#include "host/border/freed_memory.h"

#include <malloc.h>

namespace tarang::border {

void keep_freed_memory() {
    ::mallopt(M_MMAP_THRESHOLD, 4'000'000);
    ::mallopt(M_TRIM_THRESHOLD, 8'000'000);
}

}  // namespace tarang::border
