// recognize: pictures of lines become words, by a network of Tesseract's kind with our own Thai data.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "lib/image/pix.h"
#include "models/reread.h"
#include "models/text.h"
#include "pipeline/recognize/symbols.h"

namespace tarang::recognize {

/// One warm engine, with the data that is inside the program. A worker keeps it over pages and documents.
class Recognizer {
public:
    Recognizer();
    ~Recognizer();
    Recognizer(const Recognizer&) = delete;
    Recognizer& operator=(const Recognizer&) = delete;

    /// Reads a picture of one line: gray, dark on white, nothing else on it. `left` is the place of its left
    /// side on the page, in pixels. Clusters in reading order with drawn spaces and the engine's confidence
    /// (0..1); short lines that are not sure get a second look, and so do letters that make no words and
    /// doubtful digits. Empty where nothing was recognized.
    std::vector<Cluster> read(Pix* picture, double left, const LinePlace& place);

    /// The same picture at several other scales, always the same in the same order. Where a look sees a
    /// letter that what is expected does not have, it is made again with those letters alone, unless they do
    /// not fit the print.
    std::vector<std::vector<Cluster>> look_again(Pix* picture, double left, const LinePlace& place,
                                                 Expectation expectation);

private:
    struct Seen;  // what the network says of a picture's columns

    Seen see(Pix* picture, const LinePlace& place, float scale);
    std::vector<Cluster> clusters_in(const Seen& seen, double left, const LinePlace& place,
                                     const std::vector<bool>& allowed = {});
    std::vector<std::vector<Cluster>> looks_at_worn(Pix* picture, double left, const LinePlace& place);
    std::vector<Cluster> read_for_numbers(Pix* picture, double left, const LinePlace& place);
    std::vector<Cluster> read_scaled(Pix* picture, double left, const LinePlace& place, float scale);

    struct Engine;
    std::unique_ptr<Engine> engine_;
};

}  // namespace tarang::recognize
