#include "pipeline/read/office/container.h"

#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <utility>
#include <vector>

#include "pipeline/read/office/zip_versions.h"

namespace tarang::read::office {
namespace {

/// libzip reads through this: positions of its own, so that the descriptor's is never moved.
struct FileSource {
    int fd = -1;
    std::int64_t size = 0;
    std::int64_t position = 0;
    zip_error_t error{};
    std::vector<Overlay> versions{};

    std::int64_t read(void* data, std::uint64_t length) {
        ssize_t count = -1;
        do {
            count = ::pread(fd, data, length, position);
        } while (count < 0 && errno == EINTR);
        if (count < 0) zip_error_set(&error, ZIP_ER_READ, errno);
        if (count > 0)
            lay_over(versions, position, {static_cast<char*>(data), static_cast<std::size_t>(count)});
        position += std::max<ssize_t>(0, count);
        return count;
    }

    std::int64_t stat(void* data) const {
        zip_stat_t known;
        zip_stat_init(&known);
        known.size = static_cast<std::uint64_t>(size);
        known.valid = ZIP_STAT_SIZE;
        std::memcpy(data, &known, sizeof known);
        return sizeof known;
    }

    std::int64_t seek(void* data, std::uint64_t length) {
        const std::int64_t wanted = zip_source_seek_compute_offset(
            static_cast<std::uint64_t>(position), static_cast<std::uint64_t>(size), data, length, &error);
        if (wanted < 0) return -1;
        position = wanted;
        return 0;
    }
};

zip_int64_t serve(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    auto& file = *static_cast<FileSource*>(state);
    switch (command) {
        case ZIP_SOURCE_OPEN:
            file.position = 0;
            return 0;
        case ZIP_SOURCE_READ:
            return file.read(data, length);
        case ZIP_SOURCE_STAT:
            return file.stat(data);
        case ZIP_SOURCE_SEEK:
            return file.seek(data, length);
        case ZIP_SOURCE_TELL:
            return file.position;
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&file.error, data, length);
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_STAT,
                                                  ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_ERROR,
                                                  ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE, -1);
        default:
            zip_error_set(&file.error, ZIP_ER_OPNOTSUPP, 0);
            return -1;
    }
}

std::string key_of(std::string_view name) {
    if (name.starts_with('/')) name.remove_prefix(1);
    std::string key(name);
    for (char& c : key) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '\\') c = '/';
    }
    return key;
}

struct CloseMember {
    void operator()(zip_file_t* file) const { ::zip_fclose(file); }
};

}  // namespace

struct Container::Impl {
    FileSource file;
    zip_t* archive = nullptr;
    std::map<std::string, std::int64_t, std::less<>> index;  ///< by key_of

    /// libzip's code of what is wrong, ZIP_ER_OK where nothing is.
    int try_to_open() {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = ::zip_source_function_create(serve, &file, &error);
        if (source == nullptr) return ZIP_ER_MEMORY;
        archive = ::zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
        if (archive != nullptr) return ZIP_ER_OK;
        ::zip_source_free(source);
        return zip_error_code_zip(&error);
    }

    ~Impl() {
        if (archive != nullptr) ::zip_discard(archive);
    }
};

Container::Container(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Container::Container(Container&&) noexcept = default;
Container& Container::operator=(Container&&) noexcept = default;
Container::~Container() = default;

std::variant<Container, EventCode> Container::open(int fd, const Limits& limits) {
    auto impl = std::make_unique<Impl>();
    struct stat status {};
    // An empty file is an empty archive to libzip.
    if (::fstat(fd, &status) != 0 || status.st_size == 0) return EventCode::kDamaged;
    impl->file.fd = fd;
    impl->file.size = status.st_size;
    zip_error_init(&impl->file.error);
    int problem = impl->try_to_open();
    if (problem == ZIP_ER_INCONS) {
        impl->file.versions = versions_of_directory(fd, status.st_size);
        if (!impl->file.versions.empty()) problem = impl->try_to_open();
    }
    if (problem == ZIP_ER_MEMORY) return EventCode::kOutOfMemory;
    if (problem != ZIP_ER_OK) return EventCode::kDamaged;
    Container container(std::move(impl));
    const EventCode code = container.inspect(limits);
    if (code != EventCode::kOk) return code;
    return container;
}

std::variant<Container, EventCode> Container::open_office(int fd, const Limits& limits) {
    auto opened = open(fd, limits);
    const auto* container = std::get_if<Container>(&opened);
    if (container != nullptr && container->unlike_office()) return EventCode::kDamaged;
    return opened;
}

EventCode Container::inspect(const Limits& limits) {
    const std::int64_t count = ::zip_get_num_entries(impl_->archive, 0);
    if (count > limits.max_members) return EventCode::kTooComplex;
    std::uint64_t whole = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto entry = static_cast<std::uint64_t>(i);
        zip_stat_t known;
        constexpr std::uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
                                          ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
        if (::zip_stat_index(impl_->archive, entry, ZIP_FL_ENC_RAW, &known) != 0 ||
            (known.valid & kNeeded) != kNeeded)
            return EventCode::kDamaged;
        if (known.encryption_method != ZIP_EM_NONE) return EventCode::kEncrypted;
        whole += known.size;
        if (known.size > static_cast<std::uint64_t>(limits.max_unpacked) ||
            whole > static_cast<std::uint64_t>(limits.max_unpacked))
            return EventCode::kTooComplex;
        if (known.size > static_cast<std::uint64_t>(limits.ratio_matters) &&
            known.size / std::max<std::uint64_t>(1, known.comp_size) >
                static_cast<std::uint64_t>(limits.max_ratio))
            return EventCode::kTooComplex;
        const bool readable = known.comp_method == ZIP_CM_STORE || known.comp_method == ZIP_CM_DEFLATE;
        const bool is_new = impl_->index.emplace(key_of(known.name), i).second;
        unlike_office_ = unlike_office_ || !readable || !is_new;
        members_.push_back({known.name, known.size, readable});
    }
    return EventCode::kOk;
}

std::int64_t Container::find(std::string_view name) const {
    const auto found = impl_->index.find(key_of(name));
    return found == impl_->index.end() ? -1 : found->second;
}

EventCode Container::read(std::string_view name, const std::function<bool(std::string_view)>& take) {
    const std::int64_t entry = find(name);
    return entry < 0 ? EventCode::kDamaged : read_at(static_cast<std::size_t>(entry), take);
}

EventCode Container::read_at(std::size_t place, const std::function<bool(std::string_view)>& take) {
    if (!members_.at(place).readable) return EventCode::kUnsupportedFormat;
    const std::unique_ptr<zip_file_t, CloseMember> file(::zip_fopen_index(impl_->archive, place, 0));
    if (!file) return EventCode::kDamaged;
    const std::uint64_t declared = members_[place].size;
    std::uint64_t total = 0;
    std::array<char, std::size_t{32} << 10> piece;
    for (;;) {
        const std::int64_t count = ::zip_fread(file.get(), piece.data(), piece.size());
        if (count < 0) return EventCode::kDamaged;
        if (count == 0) break;
        total += static_cast<std::uint64_t>(count);
        if (total > declared) return EventCode::kDamaged;
        if (!take({piece.data(), static_cast<std::size_t>(count)})) return EventCode::kOk;
    }
    return total == declared ? EventCode::kOk : EventCode::kDamaged;
}

}  // namespace tarang::read::office
