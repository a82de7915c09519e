#include "pipeline/recognize/network/model.h"

#include <cstring>
#include <initializer_list>
#include <stdexcept>

namespace tarang::recognize {
namespace {

// Places in the table of a traineddata file.
constexpr std::size_t kNetwork = 17;
constexpr std::size_t kLetters = 21;
constexpr std::size_t kCodes = 22;

constexpr std::uint8_t kEightBits = 1;         // mode of a matrix
constexpr std::int32_t kLayersHaveRates = 64;  // flag of a series
constexpr std::int32_t kMostWeights = 1 << 24;

[[noreturn]] void of_another_form() { throw std::runtime_error("recognize: the OCR data has another form"); }

/// Little-endian values one after the other.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : rest_(bytes) {}

    template <typename T>
    T next() {
        T value{};
        const std::string_view bytes = take(sizeof(T));
        std::memcpy(&value, bytes.data(), sizeof(T));
        return value;
    }
    std::string_view text() { return take(next<std::uint32_t>()); }
    std::string_view take(std::size_t count) {
        if (count > rest_.size()) of_another_form();
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

private:
    std::string_view rest_;
};

std::string_view part_of(std::string_view file, std::size_t which) {
    Bytes table(file);
    const auto count = static_cast<std::size_t>(table.next<std::int32_t>());
    if (count <= which || count > 64) of_another_form();
    std::vector<std::size_t> begins;
    for (std::size_t i = 0; i < count; ++i)
        begins.push_back(static_cast<std::size_t>(table.next<std::int64_t>()));
    const std::size_t begin = begins[which];
    std::size_t end = file.size();
    for (const std::size_t other : begins) {
        if (other != static_cast<std::size_t>(-1) && other > begin && other < end) end = other;
    }
    if (begin >= end) of_another_form();
    return file.substr(begin, end - begin);
}

struct Layer {
    std::string_view type;
    std::int32_t flags;
    std::int32_t inputs;
    std::int32_t outputs;
};

Layer layer_of(Bytes& bytes) {
    if (bytes.next<std::int8_t>() != 0) of_another_form();
    Layer layer{};
    layer.type = bytes.text();
    bytes.take(2);  // whether it is being trained
    layer.flags = bytes.next<std::int32_t>();
    layer.inputs = bytes.next<std::int32_t>();
    layer.outputs = bytes.next<std::int32_t>();
    bytes.next<std::int32_t>();  // count of weights
    bytes.text();                // name
    return layer;
}

Layer layer_of(Bytes& bytes, std::string_view type) {
    const Layer layer = layer_of(bytes);
    if (layer.type != type) of_another_form();
    return layer;
}

/// A layer with others in it.
Layer series_of(Bytes& bytes, std::string_view type, std::uint32_t layers) {
    const Layer layer = layer_of(bytes, type);
    if (bytes.next<std::uint32_t>() != layers) of_another_form();
    return layer;
}

void end_series(Bytes& bytes, const Layer& layer) {
    if ((layer.flags & kLayersHaveRates) != 0) bytes.take(sizeof(float) * bytes.next<std::uint32_t>());
}

Weights weights_of(Bytes& bytes, std::int32_t inputs) {
    if ((bytes.next<std::uint8_t>() & kEightBits) == 0) of_another_form();
    Weights weights;
    weights.outputs = bytes.next<std::int32_t>();
    weights.inputs = bytes.next<std::int32_t>() - 1;
    if (weights.inputs != inputs || weights.outputs <= 0 || weights.outputs > kMostWeights / (inputs + 1))
        of_another_form();
    bytes.take(1);  // filler
    const std::string_view values =
        bytes.take(static_cast<std::size_t>(weights.outputs) * static_cast<std::size_t>(inputs + 1));
    weights.values.assign(values.begin(), values.end());
    const auto scales = bytes.next<std::uint32_t>();  // may be padded
    for (std::uint32_t i = 0; i < scales; ++i)
        weights.scales.push_back(static_cast<float>(bytes.next<double>() / INT8_MAX));
    if (weights.scales.size() < static_cast<std::size_t>(weights.outputs)) of_another_form();
    weights.scales.resize(static_cast<std::size_t>(weights.outputs));
    return weights;
}

MemoryLayer memory_of(Bytes& bytes, std::string_view type) {
    const Layer layer = layer_of(bytes, type);
    if (bytes.next<std::int32_t>() != layer.inputs + layer.outputs) of_another_form();
    MemoryLayer gates;
    for (Weights& gate : gates) {
        gate = weights_of(bytes, layer.inputs + layer.outputs);
        if (gate.outputs != layer.outputs) of_another_form();
    }
    return gates;
}

void expect(Bytes& bytes, std::initializer_list<std::int32_t> values) {
    for (const std::int32_t value : values) {
        if (bytes.next<std::int32_t>() != value) of_another_form();
    }
}

void read_layers(Bytes& bytes, Model& model) {
    const Layer all = series_of(bytes, "Series", 8);
    layer_of(bytes, "Input");
    expect(bytes, {1});  // a batch of one picture
    model.height = bytes.next<std::int32_t>();
    expect(bytes, {0, 1});       // of any width, in gray
    bytes.next<std::int32_t>();  // kind of loss
    const Layer convolved = series_of(bytes, "Series", 2);
    layer_of(bytes, "Convolve");
    expect(bytes, {1, 1});  // pixels to each side
    layer_of(bytes, "Tanh");
    model.convolution = weights_of(bytes, 9);
    end_series(bytes, convolved);
    layer_of(bytes, "Maxpool");
    expect(bytes, {3, 3});
    const Layer transposed = series_of(bytes, "XYTranspose", 1);
    model.down = memory_of(bytes, "SummLSTM");
    end_series(bytes, transposed);
    model.forward = memory_of(bytes, "LSTM");
    const Layer reversed = series_of(bytes, "RTLReversed", 1);
    model.backward = memory_of(bytes, "LSTM");
    end_series(bytes, reversed);
    model.last = memory_of(bytes, "LSTM");
    model.letters_of_column = weights_of(bytes, layer_of(bytes, "Softmax").inputs);
    end_series(bytes, all);
    if (model.height <= 0 || model.height % 3 != 0 || model.height > 300) of_another_form();
}

/// A line a letter: the letter, properties, twelve numbers or so, its script.
void read_letters(std::string_view text, Model& model) {
    std::size_t line_end = text.find('\n');
    while (line_end != std::string_view::npos && line_end + 1 < text.size()) {
        const std::size_t begin = line_end + 1;
        line_end = text.find('\n', begin);
        const std::string_view line = text.substr(begin, line_end - begin);
        const std::string_view letter = line.substr(0, line.find(' '));
        model.letters.emplace_back(letter == "NULL" ? " " : letter);
        model.spaced.push_back(line.find(" Thai ") == std::string_view::npos);
    }
}

/// Each letter has one code, its place in the list.
void check_codes(Bytes bytes, std::size_t letters) {
    if (bytes.next<std::uint32_t>() != letters) of_another_form();
    for (std::size_t i = 0; i < letters; ++i) {
        bytes.take(1);
        if (bytes.next<std::int32_t>() != 1) of_another_form();
        if (bytes.next<std::int32_t>() != static_cast<std::int32_t>(i)) of_another_form();
    }
}

}  // namespace

Model read_model(std::string_view traineddata) {
    Model model;
    Bytes network(part_of(traineddata, kNetwork));
    read_layers(network, model);
    network.text();  // the network in Tesseract's notation
    network.take(8);
    const std::uint64_t sample = network.next<std::uint32_t>();
    model.seed = static_cast<std::int32_t>(sample * 0x10000001 % INT32_MAX);
    model.no_letter = network.next<std::int32_t>();
    read_letters(part_of(traineddata, kLetters), model);
    check_codes(Bytes(part_of(traineddata, kCodes)), model.letters.size());
    if (model.letters.size() != static_cast<std::size_t>(model.letters_of_column.outputs) ||
        model.no_letter < 1 || model.no_letter >= model.letters_of_column.outputs)
        of_another_form();
    return model;
}

}  // namespace tarang::recognize
