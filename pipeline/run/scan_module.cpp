// The scan module's one entry.
#include "pipeline/image/pix.h"
#include "pipeline/run/scan_page.h"

extern "C" __attribute__((visibility("default"))) tarang::run::ScanReader* tarang_scan_reader() {
    tarang::image::silence_leptonica();
    return new tarang::run::ScanPages;
}
