#include "pipeline/recognize/recognize.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <array>
#include <cmath>
#include <new>
#include <string_view>
#include <utility>

#include "pipeline/recognize/matching.h"
#include "pipeline/recognize/number_looks.h"
#include "pipeline/recognize/second_look.h"
#include "pipeline/recognize/stretch.h"
#include "pipeline/recognize/word_looks.h"

namespace tarang::embedded {
std::string_view tarang_tha();
}

namespace tarang::recognize {
namespace {

/// `across`: pixels of the picture to one of the page, from left to right.
std::vector<Symbol> symbols_of(tesseract::TessBaseAPI& api, double page_left, float across) {
    std::vector<Symbol> symbols;
    const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
    if (!at) return symbols;
    do {
        const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_SYMBOL));
        if (!text) continue;
        Symbol symbol;
        symbol.text = text.get();
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        at->BoundingBox(tesseract::RIL_SYMBOL, &left, &top, &right, &bottom);
        symbol.left = page_left + left / across;
        symbol.right = page_left + right / across;
        symbol.confidence = at->Confidence(tesseract::RIL_SYMBOL) / 100;
        if (at->IsAtBeginningOf(tesseract::RIL_WORD)) symbol.blanks_before = at->BlanksBeforeWord();
        symbols.push_back(std::move(symbol));
    } while (at->Next(tesseract::RIL_SYMBOL));
    return symbols;
}

// The engine brings every line to one height itself: another scale makes other pixels of it. With two more of
// them as many letters were wrong on a scanned report of eleven pages, at a tenth more time.
constexpr std::array<float, 2> kOtherScales = {0.8F, 1.3F};
constexpr float kLastScale = 1.7F;
constexpr float kStillLikely = 0.25F;

constexpr std::array<float, 4> kLooks = {0.8F, 1.3F, 1.7F, 2.2F};

}  // namespace

struct Recognizer::Engine {
    tesseract::TessBaseAPI api;
};

Recognizer::Recognizer() : engine_(std::make_unique<Engine>()) {
    const std::string_view data = embedded::tarang_tha();
    const int failed =
        engine_->api.Init(data.data(), static_cast<int>(data.size()), "tarang_tha", tesseract::OEM_LSTM_ONLY,
                          nullptr, 0, nullptr, nullptr, false, nullptr);
    if (failed != 0) throw std::bad_alloc();
    // Without it every Thai letter stands apart.
    engine_->api.SetVariable("preserve_interword_spaces", "1");
    engine_->api.SetVariable("debug_file", "/dev/null");
}

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
    return doubted ? weighed(std::move(line), others) : line;
}

std::vector<std::vector<Cluster>> Recognizer::look_again(Pix* picture, double left, const LinePlace& place,
                                                         Expectation expectation) {
    std::vector<std::vector<Cluster>> looks;
    const std::string letters(letters_of(expectation));
    for (const float scale : kLooks) {
        looks.push_back(read_scaled(picture, left, place, scale));
        if (only_expected(looks.back(), expectation)) continue;
        engine_->api.SetVariable("tessedit_char_whitelist", letters.c_str());
        auto limited = read_scaled(picture, left, place, scale);
        engine_->api.SetVariable("tessedit_char_whitelist", "");
        // Where the print is something else, no letter that is expected fits it.
        if (chance_of(limited) >= kStillLikely * chance_of(looks.back())) looks.back() = std::move(limited);
    }
    return looks;
}

std::vector<Cluster> Recognizer::read_for_numbers(Pix* picture, double left, const LinePlace& place) {
    LinePlace as_printed = place;
    as_printed.strokes = 0;
    const bool widened = stretch_for(place.strokes, pixGetHeight(picture)) > 1;
    return read_scaled(picture, left, as_printed, widened ? 1 : kLastScale);
}

std::vector<Cluster> Recognizer::read_scaled(Pix* picture, double left, const LinePlace& place, float scale) {
    const float across = scale * stretch_for(place.strokes, pixGetHeight(picture));
    if (scale == 1 && across == 1) return read_once(picture, left, place, 1);
    const image::PixPtr other = image::own(pixScale(picture, across, scale));
    return read_once(other.get(), left, place, across);
}

std::vector<Cluster> Recognizer::read_once(Pix* picture, double left, const LinePlace& place, float across) {
    constexpr double kPointsPerInch = 72;
    tesseract::TessBaseAPI& api = engine_->api;
    std::vector<Symbol> symbols;
    // The picture is the line already. Where the engine looks for a line itself, it takes a lone ๓ for 6 and
    // loses marks; but now and then only a word is found in what is no line to it.
    for (const auto mode : {tesseract::PSM_RAW_LINE, tesseract::PSM_SINGLE_WORD}) {
        api.SetPageSegMode(mode);
        api.SetImage(picture);
        api.SetSourceResolution(static_cast<int>(std::lround(place.pixels_per_point * kPointsPerInch)));
        if (api.Recognize(nullptr) == 0) symbols = symbols_of(api, left, across);
        if (!symbols.empty()) break;
    }
    return clusters_of(symbols, place);
}

}  // namespace tarang::recognize
