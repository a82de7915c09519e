// A value that may be absent, and then takes no more room than a pointer. A record has a place for each of
// two dozen fields of which a form has a few; std::optional would make every record as large as all of them.
#pragma once

#include <memory>
#include <optional>
#include <utility>

namespace tarang {

/// As std::optional in use. Copies are deep; two are equal when both are absent or their values are equal.
template <typename T>
class Maybe {
public:
    Maybe() = default;
    Maybe(std::nullopt_t) {}
    Maybe(T value) : value_(std::make_unique<T>(std::move(value))) {}
    Maybe(std::optional<T> value) {
        if (value) value_ = std::make_unique<T>(std::move(*value));
    }
    Maybe(const Maybe& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
    Maybe(Maybe&&) noexcept = default;
    Maybe& operator=(const Maybe& other) {
        if (this != &other) value_ = other.value_ ? std::make_unique<T>(*other.value_) : nullptr;
        return *this;
    }
    Maybe& operator=(Maybe&&) noexcept = default;
    ~Maybe() = default;

    bool has_value() const { return value_ != nullptr; }
    explicit operator bool() const { return has_value(); }
    /// Only where there is a value.
    T& operator*() { return *value_; }
    const T& operator*() const { return *value_; }
    T* operator->() { return value_.get(); }
    const T* operator->() const { return value_.get(); }

    T value_or(T other) const { return value_ ? *value_ : std::move(other); }
    T& emplace() {
        value_ = std::make_unique<T>();
        return *value_;
    }
    void reset() { value_.reset(); }

    friend bool operator==(const Maybe& a, const Maybe& b) {
        return a.value_ && b.value_ ? *a.value_ == *b.value_ : a.value_ == b.value_;
    }

private:
    std::unique_ptr<T> value_;
};

}  // namespace tarang
