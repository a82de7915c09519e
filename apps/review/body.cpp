#include "apps/review/body.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace tarang::review {

using nlohmann::json;

struct Body::Tree {
    json object;

    const json* member(const char* name) const {
        const auto found = object.find(name);
        return found == object.end() ? nullptr : &*found;
    }
};

std::optional<Body> Body::parse(const std::string& text) {
    json object = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object()) return std::nullopt;
    Body body;
    body.tree_ = std::make_shared<const Tree>(Tree{std::move(object)});
    return body;
}

std::optional<std::string> Body::maybe_text(const char* name) const {
    const json* member = tree_->member(name);
    if (member == nullptr || !member->is_string()) return std::nullopt;
    return member->get<std::string>();
}

std::string Body::text(const char* name) const { return maybe_text(name).value_or(std::string()); }

std::int64_t Body::integer(const char* name, std::int64_t otherwise) const {
    const json* member = tree_->member(name);
    return member != nullptr && member->is_number_integer() ? member->get<std::int64_t>() : otherwise;
}

double Body::number(const char* name, double otherwise) const {
    const json* member = tree_->member(name);
    return member != nullptr && member->is_number() ? member->get<double>() : otherwise;
}

std::optional<Region> Body::region(const char* name) const {
    const json* member = tree_->member(name);
    if (member == nullptr || !member->is_object()) return std::nullopt;
    Body part;
    part.tree_ = std::make_shared<const Tree>(Tree{*member});
    const double x = part.number("x", -1);
    const double y = part.number("y", -1);
    const double width = part.number("width", -1);
    const double height = part.number("height", -1);
    constexpr double kLargest = 100'000;
    const auto sane = [](double value) { return std::isfinite(value) && value >= 0 && value <= kLargest; };
    const std::int64_t page = part.integer("page");
    if (!sane(x) || !sane(y) || !sane(width) || !sane(height) || page < 1 || page > 1'000'000)
        return std::nullopt;
    Region region;
    region.page.value = static_cast<std::int32_t>(page);
    region.box = {static_cast<Points>(x), static_cast<Points>(y), static_cast<Points>(x + width),
                  static_cast<Points>(y + height)};
    return region;
}

std::map<std::string, std::string> Body::texts(const char* name) const {
    std::map<std::string, std::string> texts;
    const json* member = tree_->member(name);
    if (member == nullptr || !member->is_object()) return texts;
    for (const auto& [key, value] : member->items()) {
        if (value.is_string()) texts[key] = value.get<std::string>();
    }
    return texts;
}

}  // namespace tarang::review
