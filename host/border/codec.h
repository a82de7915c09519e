// A compact binary form for the records of models/ and the messages between parent and worker.
//
// Integers are varints (signed ones zigzag), floats four bytes, strings and lists a count and their
// items, structs their members in order. Nothing is tagged: both ends are the same program, and the
// page cache is keyed by the program's versions.
//
// Decoding is the border that hostile input may have crossed: a worker that a document took over can
// send any bytes. So a count never allocates more than the bytes that are left can fill, all memory
// is paid from a budget, strings are UTF-8, enumerators exist, numbers are finite and lie within
// kFarthest, dates and pages exist, and nothing may follow the value.
#pragma once

#include <array>
#include <bit>
#include <chrono>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "host/border/reflect.h"
#include "lib/thai/utf8.h"
#include "models/farthest.h"
#include "models/finding.h"
#include "models/maybe.h"

namespace tarang::border {

/// Bytes that are no text: an encoded page, an image.
struct Bytes {
    std::string data;
    bool operator==(const Bytes&) const = default;
};

/// No document has more pages, whatever its worker says.
inline constexpr std::int32_t kMostPages = 1'000'000;

/// What one decoded value may hold.
struct DecodeLimits {
    std::size_t memory = std::size_t{256} << 20;  ///< bytes, lists and strings included
    std::int32_t pages = kMostPages;              ///< the document's last page: no value stands beyond it
};

// ---- which types are encoded how

template <typename T>
inline constexpr bool kIsVector = false;
template <typename T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <typename T>
inline constexpr bool kIsArray = false;
template <typename T, std::size_t N>
inline constexpr bool kIsArray<std::array<T, N>> = true;
template <typename T>
inline constexpr bool kIsOptional = false;
template <typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <typename T>
inline constexpr bool kIsMaybe = false;
template <typename T>
inline constexpr bool kIsMaybe<Maybe<T>> = true;
template <typename T>
inline constexpr bool kIsVariant = false;
template <typename... T>
inline constexpr bool kIsVariant<std::variant<T...>> = true;

/// An enumerator exists when it has a name; finding codes when the catalogue has a row.
template <typename E>
bool exists(E value) {
    return name_of(value) != "invalid";
}
inline bool exists(FindingCode code) { return static_cast<std::size_t>(code) < finding_catalogue().size(); }

/// The fewest bytes that a T can take: a list of N needs at least N times as many.
template <typename T>
constexpr std::size_t least_size() {
    if constexpr (std::same_as<T, float>) {
        return 4;
    } else if constexpr (std::same_as<T, double>) {
        return 8;
    } else if constexpr (kIsArray<T>) {
        return std::tuple_size_v<T> * least_size<typename T::value_type>();
    } else if constexpr (std::same_as<T, std::chrono::year_month_day>) {
        return 3;
    } else if constexpr (std::is_aggregate_v<T>) {
        return []<typename... M>(std::type_identity<std::tuple<M&...>>) {
            return (least_size<std::remove_const_t<M>>() + ...);
        }(std::type_identity<MembersOf<T>>{});
    } else {
        return 1;
    }
}

class Encoder {
public:
    /// What was put, as far as it is.
    using Sink = std::function<void(std::string_view)>;

    Encoder() = default;
    /// What was put goes to `full`, and is forgotten, when it is longer than so many bytes and more comes;
    /// the rest is never empty.
    Encoder(std::size_t longest, Sink full) : longest_(longest), full_(std::move(full)) {}

    std::string take() { return std::move(out_); }

    template <typename T>
    void put(const T& value) {
        if constexpr (std::same_as<T, bool>) {
            put_byte(value ? 1 : 0);
        } else if constexpr (std::is_enum_v<T>) {
            put_varint(static_cast<std::uint64_t>(value));
        } else if constexpr (std::signed_integral<T>) {
            put_varint(zigzag(value));
        } else if constexpr (std::unsigned_integral<T>) {
            put_varint(value);
        } else if constexpr (std::floating_point<T>) {
            put_raw(&value, sizeof value);
        } else if constexpr (std::same_as<T, std::string>) {
            put_string(value);
        } else if constexpr (std::same_as<T, Bytes>) {
            put_string(value.data);
        } else if constexpr (kIsVector<T> || kIsArray<T>) {
            if constexpr (kIsVector<T>) put_varint(value.size());
            for (const auto& item : value) {
                if (out_.size() >= longest_) give_out();
                put(item);
            }
        } else if constexpr (kIsOptional<T> || kIsMaybe<T>) {
            put_byte(value ? 1 : 0);
            if (value) put(*value);
        } else if constexpr (kIsVariant<T>) {
            put_byte(static_cast<std::uint8_t>(value.index()));
            std::visit([this](const auto& held) { put(held); }, value);
        } else if constexpr (std::same_as<T, std::chrono::year_month_day>) {
            put(static_cast<std::int32_t>(static_cast<int>(value.year())));
            put_varint(static_cast<unsigned>(value.month()));
            put_varint(static_cast<unsigned>(value.day()));
        } else if constexpr (!std::is_empty_v<T>) {
            std::apply([this](const auto&... member) { (put(member), ...); }, members_of(value));
        }
    }

private:
    static std::uint64_t zigzag(std::int64_t value) {
        return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
    }
    void put_byte(std::uint8_t byte) { out_.push_back(static_cast<char>(byte)); }
    void put_varint(std::uint64_t value);
    void put_raw(const void* bytes, std::size_t size) { out_.append(static_cast<const char*>(bytes), size); }
    void put_string(std::string_view text);
    void give_out() {
        full_(out_);
        out_.clear();
    }

    std::string out_;
    std::size_t longest_ = std::numeric_limits<std::size_t>::max();
    Sink full_;
};

class Decoder {
public:
    Decoder(std::string_view bytes, DecodeLimits limits)
        : rest_(bytes), memory_(limits.memory), pages_(limits.pages) {}

    /// False once anything was refused; what was read since is meaningless.
    bool ok() const { return ok_; }
    bool finished() const { return ok_ && rest_.empty(); }
    /// Whether what was refused was refused for its size alone.
    bool too_large() const { return too_large_; }

    template <typename T>
    void get(T& value) {
        if (!ok_) return;
        if constexpr (std::same_as<T, bool>) {
            value = get_below(2) == 1;
        } else if constexpr (std::is_enum_v<T>) {
            value = static_cast<T>(get_below(std::uint64_t{1} << (8 * sizeof(T))));
            if (ok_ && !exists(value)) refuse();
        } else if constexpr (std::integral<T>) {
            get_integer(value);
        } else if constexpr (std::floating_point<T>) {
            get_raw(&value, sizeof value);
            if (!std::isfinite(value) || std::abs(value) > kFarthest) refuse();
        } else if constexpr (std::same_as<T, std::string>) {
            value = get_string();
            if (!thai::is_valid_utf8(value)) refuse();
        } else if constexpr (std::same_as<T, Bytes>) {
            value.data = get_string();
        } else if constexpr (kIsVector<T>) {
            get_vector(value);
        } else if constexpr (kIsArray<T>) {
            for (auto& item : value) get(item);
        } else if constexpr (kIsOptional<T>) {
            if (get_below(2) == 1) get(value.emplace());
        } else if constexpr (kIsMaybe<T>) {
            if (get_below(2) == 1 && pay(sizeof(*value))) get(value.emplace());
        } else if constexpr (kIsVariant<T>) {
            get_variant(value, std::make_index_sequence<std::variant_size_v<T>>{});
        } else if constexpr (std::same_as<T, std::chrono::year_month_day>) {
            get_date(value);
        } else if constexpr (std::same_as<T, PageNumber>) {
            get_integer(value.value);
            if (value.value < 1 || value.value > pages_) refuse();
        } else if constexpr (!std::is_empty_v<T>) {
            std::apply([this](auto&... member) { (get(member), ...); }, members_of(value));
        }
    }

private:
    template <std::integral T>
    void get_integer(T& value) {
        const std::uint64_t bits = get_varint();
        if constexpr (std::signed_integral<T>) {
            const auto wide = static_cast<std::int64_t>((bits >> 1) ^ (~(bits & 1) + 1));
            value = static_cast<T>(wide);
            if (value != wide) refuse();
        } else {
            value = static_cast<T>(bits);
            if (value != bits) refuse();
        }
    }

    template <typename T>
    void get_vector(std::vector<T>& value) {
        const std::uint64_t count = get_varint();
        if (!ok_ || count > rest_.size() / std::max<std::size_t>(1, least_size<T>())) return refuse();
        if (!pay(count * sizeof(T))) return;
        value.resize(count);
        for (auto& item : value) {
            if (!ok_) return;
            get(item);
        }
    }

    template <typename Variant, std::size_t... I>
    void get_variant(Variant& value, std::index_sequence<I...>) {
        const std::uint64_t held = get_below(sizeof...(I));
        if (ok_) static_cast<void>(((held == I && (get(value.template emplace<I>()), true)) || ...));
    }

    void refuse() {
        ok_ = false;
        rest_ = {};
    }
    bool pay(std::size_t bytes);
    std::uint64_t get_varint();
    std::uint64_t get_below(std::uint64_t bound);
    void get_raw(void* bytes, std::size_t size);
    std::string get_string();
    void get_date(std::chrono::year_month_day& value);

    std::string_view rest_;
    std::size_t memory_;
    std::int32_t pages_;
    bool ok_ = true;
    bool too_large_ = false;
};

template <typename T>
std::string encode(const T& value) {
    Encoder encoder;
    encoder.put(value);
    return encoder.take();
}

/// The value, or nothing where the bytes are not exactly one such value within the limits; `too_large` says
/// whether it needs more memory than these give.
template <typename T>
std::optional<T> decode(std::string_view bytes, DecodeLimits limits = {}, bool* too_large = nullptr) {
    std::optional<T> value(std::in_place);
    Decoder decoder(bytes, limits);
    decoder.get(*value);
    if (!decoder.finished()) value.reset();
    if (too_large != nullptr) *too_large = decoder.too_large();
    return value;
}

}  // namespace tarang::border
