// The network of a Tesseract traineddata file, as it is stored: weights of eight bits, and its letters.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarang::recognize {

/// Weights of one layer or gate. A row an output: its inputs' weights, and last the weight of a constant 127.
struct Weights {
    std::int32_t outputs = 0;
    std::int32_t inputs = 0;
    std::vector<std::int8_t> values{};  ///< outputs x (inputs + 1)
    std::vector<float> scales{};        ///< an output: what its sum is multiplied by

    std::int8_t at(std::int32_t output, std::int32_t input) const {
        return values[static_cast<std::size_t>(output) * static_cast<std::size_t>(inputs + 1) +
                      static_cast<std::size_t>(input)];
    }
};

/// A layer of long short-term memory: what is taken in, and the gates of input, forgetting and output.
using MemoryLayer = std::array<Weights, 4>;

/// A network of the form [1,H,0,1 Ct3,3,N Mp3,3 Lfys Lfx Lrx Lfx O1c] in Tesseract's notation, with a code a
/// letter.
struct Model {
    std::int32_t height = 0;  ///< pixels, of the lines that it reads
    Weights convolution{};    ///< 3 x 3 pixels, column by column
    MemoryLayer down{};       ///< over the rows of a column; its last output stands for the column
    MemoryLayer forward{};
    MemoryLayer backward{};
    MemoryLayer last{};
    Weights letters_of_column{};
    std::int32_t seed = 0;               ///< of the noise around the picture
    std::int32_t no_letter = 0;          ///< the code between letters
    std::vector<std::string> letters{};  ///< UTF-8 by code; the space is the first
    /// By code: letters of scripts that part words by spaces. Of others each is a word to Tesseract.
    std::vector<bool> spaced{};
};

/// Reads the file's bytes. They are our own, built into the program: throws std::runtime_error where they are
/// of another form.
Model read_model(std::string_view traineddata);

}  // namespace tarang::recognize
