#include "pipeline/read/archive/archive.h"

#include <utility>

#include "pipeline/read/archive/mail.h"
#include "pipeline/read/archive/member_names.h"
#include "pipeline/read/office/container.h"

namespace tarang::read::archive {
namespace {

bool is_folder(std::string_view name) { return name.ends_with('/') || name.ends_with('\\'); }

}  // namespace

struct Archive::Impl {
    std::variant<office::Container, Mail> holder;
    std::vector<std::size_t> places = {};  ///< of the files among the container's members
};

Archive::Archive(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

/// Gives the members their names, in their order; kTooComplex where they are too many or too large.
EventCode Archive::name(std::vector<std::string> names, const Limits& limits) {
    if (std::ssize(names) > limits.max_files) return EventCode::kTooComplex;
    std::uint64_t left = static_cast<std::uint64_t>(limits.max_unpacked);
    names = member_names(names);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (members_[i].size > left) return EventCode::kTooComplex;
        left -= members_[i].size;
        members_[i].name = std::move(names[i]);
    }
    return EventCode::kOk;
}

std::variant<Archive, EventCode> Archive::open(int fd, const Limits& limits) {
    office::Limits gate;
    gate.max_unpacked = limits.max_unpacked;
    auto opened = office::Container::open(fd, gate);
    if (const auto* code = std::get_if<EventCode>(&opened)) return *code;
    auto& container = std::get<office::Container>(opened);
    const std::vector<office::Member> stored = container.members();
    Archive archive(std::make_unique<Impl>(Impl{std::move(container)}));
    std::vector<std::string> names;
    for (std::size_t place = 0; place < stored.size(); ++place) {
        if (is_folder(stored[place].name)) continue;
        archive.impl_->places.push_back(place);
        archive.members_.push_back({{}, stored[place].size});
        names.push_back(stored[place].name);
    }
    const EventCode code = archive.name(std::move(names), limits);
    if (code != EventCode::kOk) return code;
    return archive;
}

std::variant<Archive, EventCode> Archive::open_mail(int fd, const Limits& limits) {
    auto opened = Mail::open(fd);
    if (const auto* code = std::get_if<EventCode>(&opened)) return *code;
    auto& mail = std::get<Mail>(opened);
    std::vector<std::string> names;
    std::vector<Member> members;
    for (const Attachment& attachment : mail.attachments()) {
        members.push_back({{}, attachment.size});
        names.push_back(attachment.name);
    }
    Archive archive(std::make_unique<Impl>(Impl{std::move(mail)}));
    archive.members_ = std::move(members);
    const EventCode code = archive.name(std::move(names), limits);
    if (code != EventCode::kOk) return code;
    return archive;
}

EventCode Archive::unpack(std::size_t member, const std::function<bool(std::string_view)>& take) {
    if (auto* container = std::get_if<office::Container>(&impl_->holder))
        return container->read_at(impl_->places.at(member), take);
    std::get<Mail>(impl_->holder).unpack(member, take);
    return EventCode::kOk;
}

}  // namespace tarang::read::archive
