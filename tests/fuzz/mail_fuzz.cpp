// Mails and the names of what hangs on them.
#include "lib/thai/utf8.h"
#include "pipeline/read/archive/archive.h"
#include "tests/fuzz/target.h"
#include "tests/support/pdf_writer.h"

std::vector<std::string> tarang::fuzz::made_seeds() { return {}; }

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tarang;
    const test::TemporaryFile file(fuzz::text_of(data, size));
    auto opened = read::archive::Archive::open_mail(file.fd());
    auto* archive = std::get_if<read::archive::Archive>(&opened);
    if (archive == nullptr) return 0;
    for (std::size_t i = 0; i < archive->members().size(); ++i) {
        const auto& member = archive->members()[i];
        fuzz::require(!member.name.empty() && thai::is_valid_utf8(member.name));
        std::uint64_t bytes = 0;
        static_cast<void>(archive->unpack(i, [&](std::string_view piece) {
            bytes += piece.size();
            return true;
        }));
        fuzz::require(bytes <= member.size);
    }
    return 0;
}
