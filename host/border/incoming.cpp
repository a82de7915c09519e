#include "host/border/incoming.h"

#include <utility>

namespace tarang::border {

bool Incoming::take(std::string_view message, const DecodeLimits& limits) {
    answer = decode<Answer>(message, limits, &too_large);
    if (!answer) return false;
    auto* piece = std::get_if<Piece>(&*answer);
    if (piece == nullptr) return parts.empty();
    too_large = parts.size() + piece->part.data.size() > limits.memory;
    if (too_large || piece->part.data.empty()) return false;
    parts += piece->part.data;
    const bool last = piece->last;
    answer.reset();
    if (!last) return true;
    answer = decode<Answer>(std::exchange(parts, {}), limits, &too_large);
    return answer.has_value() && !std::holds_alternative<Piece>(*answer);
}

}  // namespace tarang::border
