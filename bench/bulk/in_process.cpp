// The same stages in one process, without workers, database or copies: what isolation is measured against.
// in_process FILE.pdf ... : CPU is the process's own.
#include <fcntl.h>

#include <cstdio>

#include "pipeline/interpret/interpret.h"
#include "pipeline/layout/layout.h"
#include "pipeline/normalize/normalize.h"
#include "pipeline/read/document.h"
#include "pipeline/receive/descriptor.h"
#include "pipeline/stitch/stitch.h"
#include "pipeline/verify/verify.h"

namespace {

using namespace tarang;

std::size_t activities_of(const char* path) {
    const Descriptor file(::open(path, O_RDONLY | O_CLOEXEC));
    auto opened = read::Document::open(file.get(), std::nullopt);
    auto* document = std::get_if<std::unique_ptr<read::Document>>(&opened);
    if (document == nullptr) return 0;
    std::vector<PageLayout> pages;
    for (std::int32_t page = 0; page < (*document)->page_count(); ++page)
        pages.push_back(layout::lay_out((*document)->read(PageIndex{page})));
    const CleanDocument clean = normalize::normalize(stitch::stitch(std::move(pages)));
    return verify::verify(interpret::interpret(clean, interpret::shipped_profiles())).activities.size();
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t activities = 0;
    for (int i = 1; i < argc; ++i) activities += activities_of(argv[i]);
    std::printf("%zu\n", activities);
    return 0;
}
