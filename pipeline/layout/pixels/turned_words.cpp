#include "pipeline/layout/pixels/turned_words.h"

#include <leptonica/allheaders.h>

#include <algorithm>

#include "pipeline/layout/pixels/direction.h"

namespace tarang::layout {
namespace {

constexpr std::int32_t kMargin = 12;  // pixels around the words, for the halo of their letters

}  // namespace

bool words_run_down(const Ink& ink, std::span<const std::size_t> among, const PrintMeasure& measure) {
    if (among.size() < kLeastOfAWord) return false;
    std::vector<InkPiece> pieces;
    for (const std::size_t i : among) pieces.push_back(ink.pieces[i]);
    return word_runs_down(pieces, measure);
}

TurnedWords::TurnedWords(const Ink& ink, std::span<const std::size_t> among, Pix* gray, Pix* rules,
                         bool upward)
    : box_(ink.pieces[among.front()]), upward_(upward) {
    for (const std::size_t i : among) box_ = unite(box_, ink.pieces[i]);
    box_ = {std::max(0, box_.left - kMargin), std::max(0, box_.top - kMargin),
            std::min(pixGetWidth(gray), box_.right + kMargin),
            std::min(pixGetHeight(gray), box_.bottom + kMargin)};
    const image::PixPtr words = image::own(pixCreate(box_.width(), box_.height(), 1));
    for (const std::size_t i : among) {
        const InkPiece& piece = ink.pieces[i];
        const image::PixPtr shape(pixaGetPix(ink.shapes.get(), static_cast<int>(i), L_CLONE));
        pixRasterop(words.get(), piece.left - box_.left, piece.top - box_.top, piece.width(), piece.height(),
                    PIX_PAINT, shape.get(), 0, 0);
    }
    const auto part = [this](Pix* page) {
        return image::part_of(page, box_.left, box_.top, box_.width(), box_.height());
    };
    ink_ = ink_of(turned(words.get()).get());
    gray_ = turned(part(gray).get());
    rules_ = turned(part(rules).get());
}

image::PixPtr TurnedWords::turned(Pix* part) const {
    return image::own(pixRotateOrth(part, upward_ ? 1 : 3));
}

InkPiece TurnedWords::on_page(const InkPiece& turned) const {
    if (upward_)
        return {box_.left + turned.top, box_.bottom - turned.right, box_.left + turned.bottom,
                box_.bottom - turned.left};
    return {box_.right - turned.bottom, box_.top + turned.left, box_.right - turned.top,
            box_.top + turned.right};
}

}  // namespace tarang::layout
