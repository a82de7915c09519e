// Runs the network on a line's picture. It gives what Tesseract 5 gives for the same data, to the last bit,
// in a fraction of the time: Tesseract goes through the picture a pixel and a column at a time, here columns
// go together.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lib/image/pix.h"
#include "pipeline/recognize/network/matrix.h"
#include "pipeline/recognize/network/model.h"

namespace tarang::recognize {

/// What the network says of each of a line's columns.
struct Columns {
    std::int32_t count = 0;
    std::int32_t codes = 0;
    std::vector<float> shares{};  ///< columns x codes: how likely each letter is, of one
    double pixels = 1;            ///< of the picture to a column

    const float* at(std::int32_t column) const {
        return shares.data() + static_cast<std::ptrdiff_t>(column) * codes;
    }
};

class Network {
public:
    explicit Network(const Model& model);

    /// `line`: eight-bit gray; dark on light, or the other way round where that is read more surely. No
    /// columns where the picture is narrower than one.
    Columns read(Pix* line) const;

private:
    struct Memory {
        PackedMatrix taken;  ///< what comes from the layer before
        PackedMatrix kept;   ///< what comes from the step before
        std::vector<float> scales;

        explicit Memory(const MemoryLayer& gates);
        std::int32_t cells() const { return static_cast<std::int32_t>(scales.size()) / 4; }
    };
    /// Columns of eight-bit values, one after the other.
    using Values = std::vector<std::int8_t>;

    Columns look_at(Pix* scaled) const;
    float sureness_of(const Columns& columns) const;
    Values convolve(const Values& pixels, std::int32_t width) const;
    Values summarize(const Values& rows, std::int32_t columns) const;
    static Values run(const Memory& memory, const Values& columns, std::int32_t count, bool backward);

    std::int32_t height_;
    std::int32_t seed_;
    std::int32_t codes_;
    std::int32_t no_letter_;
    PackedMatrix convolution_;
    std::vector<float> convolution_scales_;
    PackedMatrix down_;  ///< taken and kept side by side
    std::vector<float> down_scales_;
    Memory forward_;
    Memory backward_;
    Memory last_;
    PackedMatrix letters_;
    std::vector<float> letter_scales_;
};

}  // namespace tarang::recognize
