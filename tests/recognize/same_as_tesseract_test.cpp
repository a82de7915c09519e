// The network gives what Tesseract gives for the same data: the same letters with the same confidence, on
// print, on halves of lines and on what is no line at all.
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lib/image/pix.h"
#include "pipeline/recognize/line_symbols.h"
#include "pipeline/recognize/network/beam.h"
#include "pipeline/recognize/network/network.h"

namespace tarang::embedded {
std::string_view tarang_tha();
}

namespace tarang::recognize {
namespace {

constexpr int kLineHeight = 40;  // pixels; lines of the page are about as high and stand anyhow within
constexpr int kStep = 45;

std::vector<Symbol> tesseract_on(tesseract::TessBaseAPI& api, Pix* line) {
    std::vector<Symbol> symbols;
    for (const auto mode : {tesseract::PSM_RAW_LINE, tesseract::PSM_SINGLE_WORD}) {
        api.SetPageSegMode(mode);
        api.SetImage(line);
        api.SetSourceResolution(200);
        const bool done = api.Recognize(nullptr) == 0;
        const std::unique_ptr<tesseract::ResultIterator> at(done ? api.GetIterator() : nullptr);
        if (!at) continue;
        do {
            const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_SYMBOL));
            if (!text || std::string_view(text.get()) == " ") continue;
            Symbol symbol;
            symbol.text = text.get();
            symbol.confidence = at->Confidence(tesseract::RIL_SYMBOL) / 100;
            symbols.push_back(std::move(symbol));
        } while (at->Next(tesseract::RIL_SYMBOL));
        if (!symbols.empty()) break;
    }
    return symbols;
}

TEST(SameAsTesseract, OnStripsOfAScan) {
    image::silence_leptonica();
    tesseract::TessBaseAPI api;
    const std::string_view data = embedded::tarang_tha();
    ASSERT_EQ(api.Init(data.data(), static_cast<int>(data.size()), "tarang_tha", tesseract::OEM_LSTM_ONLY,
                       nullptr, 0, nullptr, nullptr, false, nullptr),
              0);
    api.SetVariable("debug_file", "/dev/null");
    const Model model = read_model(data);
    const Network network(model);
    const image::PixPtr scan(pixRead("samples/scans/months-200.tif"));
    ASSERT_TRUE(scan);
    const image::PixPtr page = image::own(pixConvertTo8(scan.get(), 0));
    std::size_t letters = 0;
    for (int top = 0; top + kLineHeight <= pixGetHeight(page.get()); top += kStep) {
        const int left = top % 7 * 60;
        const image::PixPtr line = image::part_of(page.get(), left, top, 400 + top % 5 * 33, kLineHeight);
        const std::vector<Symbol> wanted = tesseract_on(api, line.get());
        const Columns columns = network.read(line.get());
        const std::vector<Symbol> read =
            symbols_of(letters_in(columns, model, {}), model, {}, 0, columns.pixels);
        ASSERT_EQ(read.size(), wanted.size()) << top;
        for (std::size_t i = 0; i < read.size(); ++i) {
            EXPECT_EQ(read[i].text, wanted[i].text) << top << ' ' << i;
            EXPECT_NEAR(read[i].confidence, wanted[i].confidence, 1e-5) << top << ' ' << i;
        }
        letters += read.size();
    }
    EXPECT_GT(letters, 100U);
}

}  // namespace
}  // namespace tarang::recognize
