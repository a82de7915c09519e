#include "host/worker/lone_signs.h"

#include <algorithm>
#include <string>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "pipeline/layout/pixels/likeness.h"
#include "pipeline/recognize/matching.h"

namespace tarang::worker {
namespace {

constexpr float kSureSign = 0.6F;

float chance_of(const std::vector<Cluster>& line) { return line.empty() ? 0 : recognize::chance_of(line); }

/// Whether what was read is surely one sign that is neither letter nor digit.
bool is_sure_sign(const LoneSign& sign) {
    if (sign.read.size() != 1 || chance_of(sign.read) < kSureSign) return false;
    const std::u32string text = thai::decode(sign.read.front().text);
    const auto is_letter = [](char32_t c) {
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0x0E00 && c <= 0x0E7F);
    };
    return text.size() == 1 && !thai::is_digit(text.front()) && !is_letter(text.front());
}

/// The same sign in another place.
Cluster moved(Cluster sign, const layout::InkPiece& piece, double pixels_per_point) {
    const auto points = [pixels_per_point](std::int32_t pixels) {
        return static_cast<Points>(pixels / pixels_per_point);
    };
    sign.box = {points(piece.left), points(piece.top), points(piece.right), points(piece.bottom)};
    sign.baseline = sign.box.bottom;
    return sign;
}

}  // namespace

bool is_no_letter(const std::vector<Cluster>& line) {
    std::u32string text;
    for (const Cluster& cluster : line) text += thai::decode(cluster.text);
    return chance_of(line) < kSureSign && std::none_of(text.begin(), text.end(), thai::is_digit);
}

void tell_by_likeness(std::vector<LoneSign>& signs, const layout::Ink& ink, double pixels_per_point) {
    constexpr std::size_t kEnough = 12;  // signs to compare with; a page has hundreds of the same
    std::vector<const LoneSign*> known;
    for (const LoneSign& sign : signs) {
        if (known.size() < kEnough && is_sure_sign(sign)) known.push_back(&sign);
    }
    for (LoneSign& sign : signs) {
        if (chance_of(sign.read) >= kSureSign) continue;
        const auto same = std::find_if(known.begin(), known.end(), [&](const LoneSign* other) {
            return layout::likeness(ink, sign.piece, other->piece) >= layout::kSameSign;
        });
        if (same != known.end())
            sign.read = {moved((*same)->read.front(), ink.pieces[sign.piece], pixels_per_point)};
    }
}

}  // namespace tarang::worker
