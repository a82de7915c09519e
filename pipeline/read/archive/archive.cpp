#include "pipeline/read/archive/archive.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/read/archive/member_names.h"
#include "pipeline/read/office/container.h"

namespace tarang::read::archive {
namespace {

/// What only office files have: Open Packaging (DOCX, XLSX, PPTX), OpenDocument.
constexpr std::array<std::string_view, 3> kOfficeParts{"[Content_Types].xml", "_rels/.rels",
                                                       "META-INF/manifest.xml"};

bool is_folder(std::string_view name) { return name.ends_with('/') || name.ends_with('\\'); }

}  // namespace

struct Archive::Impl {
    office::Container container;
    std::vector<std::size_t> places;  ///< of the files among the container's members
};

Archive::Archive(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

std::variant<Archive, EventCode> Archive::open(int fd, const Limits& limits) {
    office::Limits gate;
    gate.max_unpacked = limits.max_unpacked;
    auto opened = office::Container::open(fd, gate);
    if (const auto* code = std::get_if<EventCode>(&opened)) return *code;
    Archive archive(std::make_unique<Impl>(Impl{std::move(std::get<office::Container>(opened)), {}}));
    const std::vector<office::Member>& stored = archive.impl_->container.members();
    std::vector<std::string> names;
    for (std::size_t place = 0; place < stored.size(); ++place) {
        if (is_folder(stored[place].name)) continue;
        archive.impl_->places.push_back(place);
        archive.members_.push_back({{}, stored[place].size});
        names.push_back(stored[place].name);
    }
    if (std::ssize(names) > limits.max_files) return EventCode::kTooComplex;
    names = member_names(names);
    for (std::size_t i = 0; i < names.size(); ++i) archive.members_[i].name = std::move(names[i]);
    return archive;
}

EventCode Archive::unpack(std::size_t member, const std::function<bool(std::string_view)>& take) {
    return impl_->container.read_at(impl_->places.at(member), take);
}

Nature nature_of(int fd) {
    const auto opened = office::Container::open(fd, {});
    const auto* container = std::get_if<office::Container>(&opened);
    if (container == nullptr) return Nature::kUnknown;
    const bool office = std::any_of(kOfficeParts.begin(), kOfficeParts.end(),
                                    [&](std::string_view part) { return container->has(part); });
    return office ? Nature::kUnknown : Nature::kArchive;
}

}  // namespace tarang::read::archive
