#include "pipeline/recognize/recognize.h"

#include <leptonica/allheaders.h>

#include <array>
#include <string_view>
#include <utility>

#include "pipeline/recognize/line_symbols.h"
#include "pipeline/recognize/matching.h"
#include "pipeline/recognize/network/beam.h"
#include "pipeline/recognize/network/network.h"
#include "pipeline/recognize/number_looks.h"
#include "pipeline/recognize/rivals.h"
#include "pipeline/recognize/second_look.h"
#include "pipeline/recognize/stretch.h"
#include "pipeline/recognize/word_looks.h"

namespace tarang::embedded {
std::string_view tarang_tha();
}

namespace tarang::recognize {
namespace {

// The network has every line brought to one height: another scale makes other pixels of it. With two more of
// them as many letters were wrong on a scanned report of eleven pages, at a tenth more time.
constexpr std::array<float, 2> kOtherScales = {0.8F, 1.3F};
constexpr float kLastScale = 1.7F;
constexpr float kStillLikely = 0.25F;

// Of print with lost strokes: what holds on by a thread breaks in one of these, what nearly touches closes in
// another.
constexpr std::array<float, 3> kWornScales = {0.8F, 1.3F, 1.7F};
constexpr std::array<float, 2> kWornGammas = {0.5F, 2.0F};

constexpr std::array<float, 4> kLooks = {0.8F, 1.3F, 1.7F, 2.2F};

}  // namespace

struct Recognizer::Seen {
    Columns columns;
    float across;  ///< pixels of the picture that was read to one of the page
};

struct Recognizer::Engine {
    Model model = read_model(embedded::tarang_tha());
    Network network{model};
};

Recognizer::Recognizer() : engine_(std::make_unique<Engine>()) {}

Recognizer::~Recognizer() = default;

std::vector<Cluster> Recognizer::read(Pix* picture, double left, const LinePlace& place) {
    std::vector<Cluster> line = read_scaled(picture, left, place, 1);
    const bool doubted = worth_a_second_look(line);
    std::vector<std::vector<Cluster>> others;
    for (const float scale : kOtherScales) {
        if (!doubted && !has_doubtful_words(line)) break;
        others.push_back(read_scaled(picture, left, place, scale));
        line = with_words_of(std::move(line), others.back());
    }
    if (has_doubtful_digits(line)) {
        while (others.size() < kOtherScales.size())
            others.push_back(read_scaled(picture, left, place, kOtherScales[others.size()]));
        std::vector<std::vector<Cluster>> looks = others;
        looks.push_back(read_for_numbers(picture, left, place));
        line = with_numbers_of(std::move(line), looks);
    }
    if (doubted) line = weighed(std::move(line), others);
    return place.worn && has_digits(line)
               ? with_confirmed_numbers(std::move(line), looks_at_worn(picture, left, place))
               : line;
}

std::vector<std::vector<Cluster>> Recognizer::look_again(Pix* picture, double left, const LinePlace& place,
                                                         Expectation expectation) {
    std::vector<std::vector<Cluster>> looks;
    std::vector<bool> expected;
    for (const std::string& letter : engine_->model.letters)
        expected.push_back(letters_of(expectation).find(letter) != std::string_view::npos);
    for (const float scale : kLooks) {
        const Seen seen = see(picture, place, scale);
        looks.push_back(clusters_in(seen, left, place));
        if (only_expected(looks.back(), expectation)) continue;
        auto limited = clusters_in(seen, left, place, expected);
        // Where the print is something else, no letter that is expected fits it.
        if (chance_of(limited) >= kStillLikely * chance_of(looks.back())) looks.back() = std::move(limited);
    }
    return looks;
}

std::vector<std::vector<Cluster>> Recognizer::looks_at_worn(Pix* picture, double left,
                                                            const LinePlace& place) {
    std::vector<std::vector<Cluster>> looks;
    for (const float scale : kWornScales) looks.push_back(read_scaled(picture, left, place, scale));
    for (const float darker : kWornGammas) {
        const image::PixPtr other = image::own(pixGammaTRC(nullptr, picture, darker, 0, 255));
        looks.push_back(read_scaled(other.get(), left, place, 1));
    }
    const image::PixPtr blurred = image::own(pixBlockconvGray(picture, nullptr, 1, 1));
    looks.push_back(read_scaled(blurred.get(), left, place, 1));
    return looks;
}

std::vector<Cluster> Recognizer::read_for_numbers(Pix* picture, double left, const LinePlace& place) {
    LinePlace as_printed = place;
    as_printed.strokes = 0;
    const bool widened = stretch_for(place.strokes, pixGetHeight(picture)) > 1;
    return read_scaled(picture, left, as_printed, widened ? 1 : kLastScale);
}

std::vector<Cluster> Recognizer::read_scaled(Pix* picture, double left, const LinePlace& place, float scale) {
    return clusters_in(see(picture, place, scale), left, place);
}

Recognizer::Seen Recognizer::see(Pix* picture, const LinePlace& place, float scale) {
    const float across = scale * stretch_for(place.strokes, pixGetHeight(picture));
    if (scale == 1 && across == 1) return {engine_->network.read(picture), 1};
    const image::PixPtr other = image::own(pixScale(picture, across, scale));
    return {engine_->network.read(other.get()), across};
}

std::vector<Cluster> Recognizer::clusters_in(const Seen& seen, double left, const LinePlace& place,
                                             const std::vector<bool>& allowed) {
    const Model& model = engine_->model;
    const std::vector<Letter> letters =
        weighed_by_rivals(letters_in(seen.columns, model, allowed), seen.columns, model, allowed);
    return clusters_of(symbols_of(letters, model, place, left, seen.columns.pixels / seen.across), place);
}

}  // namespace tarang::recognize
