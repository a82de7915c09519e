// The scan module's one entry.
#include "host/worker/scan_page.h"
#include "lib/image/pix.h"

extern "C" __attribute__((visibility("default"))) tarang::worker::ScanReader* tarang_scan_reader() {
    tarang::image::silence_leptonica();
    return new tarang::worker::ScanPages;
}
