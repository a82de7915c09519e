# Sourced after common.sh: pages printed to PDF by Chromium.

debian chromium 156.
debian poppler-utils 22.12.0

# print_page HTML_FILE PDF_FILE
print_page() {
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$WORK/profile" \
    --print-to-pdf="$2" "$1" >/dev/null 2>&1 || cannot "Chromium does not print"
}
