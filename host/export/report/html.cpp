#include "host/export/report/html.h"

#include "host/export/plain_text.h"
#include "lib/thai/markup.h"

namespace tarang::exporting {
namespace {

constexpr std::string_view kHead =
    R"(<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 16px/1.6 "Sarabun", "TH Sarabun New", "Noto Sans Thai", "Noto Serif Thai", Tahoma, Loma, sans-serif; margin: 2em; }
h1 { font-size: 1.3em; }
table { border-collapse: collapse; margin: 0 0 2.5em; }
caption { text-align: left; padding: 0.3em 0; color: #555; }
th, td { border: 1px solid #999; padding: 0.25em 0.5em; vertical-align: top; text-align: left; white-space: pre-wrap; min-width: 2em; unicode-bidi: isolate; }
th { background: #eef2f6; }
.doubtful { background: #fff3c4; }
.warning { color: #8a5a00; } .error { color: #b00020; }
@media print { body { margin: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } }
</style>
)";

}  // namespace

std::string_view html_head() { return kHead; }

std::string html_text(std::string_view text) {
    std::string html;
    for (const char c : plain_text(text)) thai::append_escaped(html, c);
    return html;
}

}  // namespace tarang::exporting
