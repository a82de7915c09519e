#include "pipeline/layout/pixels/dirt.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <new>
#include <vector>

namespace tarang::layout {
namespace {

// In multiples of the letter height.
constexpr double kSpeck = 0.3;           // no larger than a heavy full stop; a dash is wider
constexpr double kDot = 0.15;            // no full stop is smaller
constexpr double kByLetters = 1.5;       // from a letter to the bullet or stop that belongs to it
constexpr double kByLettersTight = 0.5;  // on a page full of speckle
constexpr double kLarge = 20;
constexpr double kRowGap = 1.0;  // between the dots of a row
constexpr double kRowDrift = 0.12;
// Speckle, as a share of the letters, from which on a page counts as full of it.
constexpr double kFull = 0.1;

class DirtFinder {
public:
    DirtFinder(const Ink& ink, const PrintMeasure& measure) : ink_(ink), height_(measure.letter_height) {
        for (std::size_t i = 0; i < ink.pieces.size(); ++i) {
            (is_speck(ink.pieces[i]) ? specks_ : is_large(ink.pieces[i]) ? large_ : print_).push_back(i);
        }
        const auto by_left = [&](std::size_t a, std::size_t b) {
            return ink.pieces[a].left < ink.pieces[b].left;
        };
        std::sort(specks_.begin(), specks_.end(), by_left);
        std::sort(print_.begin(), print_.end(), by_left);
    }

    /// For each piece whether it is dirt.
    std::vector<bool> find() const {
        std::vector<bool> dirt(ink_.pieces.size(), false);
        std::vector<std::size_t> lonely;
        std::copy_if(specks_.begin(), specks_.end(), std::back_inserter(lonely), [&](std::size_t i) {
            return !print_near(ink_.pieces[i], kByLetters * height_) && !in_row(i);
        });
        const bool full = static_cast<double>(lonely.size()) > kFull * static_cast<double>(print_.size());
        for (const std::size_t i : full ? specks_ : lonely) {
            const InkPiece& speck = ink_.pieces[i];
            dirt[i] =
                !full || size_of(speck) <= kDot * height_ || !print_near(speck, kByLettersTight * height_);
        }
        return dirt;
    }

private:
    static double size_of(const InkPiece& piece) { return std::max(piece.width(), piece.height()); }
    bool is_speck(const InkPiece& piece) const { return size_of(piece) <= kSpeck * height_; }

    bool is_large(const InkPiece& piece) const { return piece.width() > kLarge * height_; }

    static bool near(const InkPiece& speck, const InkPiece& other, double reach) {
        return other.left <= speck.right + reach && other.right >= speck.left - reach &&
               other.top <= speck.bottom + reach && other.bottom >= speck.top - reach;
    }

    bool print_near(const InkPiece& speck, double reach) const {
        if (std::any_of(large_.begin(), large_.end(),
                        [&](std::size_t i) { return near(speck, ink_.pieces[i], reach); }))
            return true;
        const auto first =
            std::lower_bound(print_.begin(), print_.end(), speck.left - reach - kLarge * height_,
                             [&](std::size_t i, double left) { return ink_.pieces[i].left < left; });
        for (auto i = first; i != print_.end() && ink_.pieces[*i].left <= speck.right + reach; ++i) {
            if (near(speck, ink_.pieces[*i], reach)) return true;
        }
        return false;
    }

    /// Whether other dots stand at both sides of it on one line.
    bool in_row(std::size_t index) const {
        const InkPiece& speck = ink_.pieces[index];
        bool before = false;
        bool after = false;
        const auto first =
            std::lower_bound(specks_.begin(), specks_.end(), speck.left - kRowGap * height_,
                             [&](std::size_t i, double left) { return ink_.pieces[i].left < left; });
        for (auto i = first; i != specks_.end() && ink_.pieces[*i].left <= speck.right + kRowGap * height_;
             ++i) {
            const InkPiece& other = ink_.pieces[*i];
            if (std::abs(other.center_y() - speck.center_y()) > kRowDrift * height_) continue;
            before = before || other.right <= speck.left;
            after = after || other.left >= speck.right;
        }
        return before || after;
    }

    const Ink& ink_;
    double height_;
    std::vector<std::size_t> specks_;  // by their left side
    std::vector<std::size_t> print_;
    std::vector<std::size_t> large_;  // drawings, and lines of print in one piece
};

}  // namespace

Ink without_dirt(Ink ink, const PrintMeasure& measure) {
    const std::vector<bool> dirt = DirtFinder(ink, measure).find();
    if (std::find(dirt.begin(), dirt.end(), true) == dirt.end()) return ink;
    Ink clean{{}, image::PixaPtr(pixaCreate(static_cast<int>(ink.pieces.size())))};
    if (!clean.shapes) throw std::bad_alloc();
    for (std::size_t i = 0; i < dirt.size(); ++i) {
        if (dirt[i]) continue;
        clean.pieces.push_back(ink.pieces[i]);
        pixaAddPix(clean.shapes.get(), pixaGetPix(ink.shapes.get(), static_cast<int>(i), L_CLONE), L_INSERT);
    }
    return clean;
}

}  // namespace tarang::layout
