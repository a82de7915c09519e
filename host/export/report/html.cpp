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
body { font: 16px/1.5 "Sarabun", "TH Sarabun New", "Noto Sans Thai", "Noto Serif Thai", Tahoma, Loma, sans-serif; margin: 2em; }
h1 { font-size: 1.5em; margin: 0 0 0.2em; } h2 { font-size: 1.15em; margin: 1.6em 0 0.4em; }
table { border-collapse: collapse; margin: 0 0 2.5em; }
caption { text-align: left; padding: 0.3em 0; color: #555; }
th, td { border: 1px solid #999; padding: 0.25em 0.5em; vertical-align: top; text-align: left; white-space: pre-wrap; min-width: 2em; unicode-bidi: isolate; }
th { background: #eef2f6; }
td.number { text-align: right; } .lead { font-size: 1.3em; font-weight: bold; margin: 0.4em 0; }
.standing { white-space: nowrap; font-weight: bold; }
.fine { color: #176437; } .office { color: #8a5a00; } .sender, .missing { color: #b00020; }
.doubtful { background: #fff3c4; }
.warning { color: #8a5a00; } .error { color: #b00020; }
@media (max-width: 40em) { body { margin: 0.8em; } th, td { padding: 0.2em 0.3em; overflow-wrap: anywhere; min-width: 0; } .standing { white-space: normal; } }
@page { size: A4; margin: 15mm; }
@media print { body { margin: 0; font-size: 11pt; } thead { display: table-header-group; } tr { break-inside: avoid; } h2 { break-after: avoid; } .apart { break-before: page; } }
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
