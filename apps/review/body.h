// What a request says, in JSON.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "models/provenance.h"

namespace tarang::review {

/// An object of texts and numbers. What is of another kind counts as not there.
class Body {
public:
    /// Nothing where the text is no JSON object.
    static std::optional<Body> parse(const std::string& json);

    /// "" where it is not there.
    std::string text(const char* name) const;
    std::optional<std::string> maybe_text(const char* name) const;
    std::int64_t integer(const char* name, std::int64_t otherwise = 0) const;
    double number(const char* name, double otherwise) const;
    /// {"page": 6, "x": .., "y": .., "width": .., "height": ..} with a box that is none of another page's.
    std::optional<Region> region(const char* name) const;
    /// The texts of an object.
    std::map<std::string, std::string> texts(const char* name) const;

private:
    struct Tree;
    std::shared_ptr<const Tree> tree_;
};

}  // namespace tarang::review
