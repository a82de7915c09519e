#!/bin/bash
# Guess: a workbook that a well-kept library writes passes the consistency check of a well-kept ZIP library.
# What happens: libxlsxwriter, told that a workbook may grow large (use_zip64), has minizip write each member's own header
#   as needing version 4.5, and the directory as needing 2.0. libzip, asked to check (ZIP_CHECKCONS), compares the two and refuses the archive as
#   inconsistent; without the check it reads every byte, and so do unzip and Excel.
# Why it matters: the check is what keeps forged archives out of an import, and with it large exports, ours among them, are
#   "damaged". The number says nothing about the content: take
#   the directory's for it, and go on comparing the rest.
# Seen with libzip 1.7.3 and libxlsxwriter 1.1.4.
. "$(dirname "$0")/support/common.sh"
debian ziptool 1.7.3
debian libxlsxwriter-dev 1.1.4
debian gcc 12
debian unzip 6.0

cat > book.c <<'C'
#include <xlsxwriter.h>
int main(void) {
    lxw_workbook_options options = {.use_zip64 = LXW_TRUE};
    lxw_workbook *book = workbook_new_opt("book.xlsx", &options);
    worksheet_write_string(workbook_add_worksheet(book, NULL), 0, 0, "กิจกรรม", NULL);
    return workbook_close(book);
}
C
gcc book.c -o book -lxlsxwriter && ./book

expect "unzip -t" "$(unzip -tqq book.xlsx && echo sound)" "sound"
expect "libzip" "$(ziptool -r book.xlsx get_num_entries 0 2>&1 | grep -c entr)" "1"
expect "libzip with its check" "$(ziptool -c book.xlsx get_num_entries 0 2>&1 | grep -o 'Zip archive inconsistent')" "Zip archive inconsistent"
expect "versions needed, own and directory's" "$(/usr/bin/python3 -c '
import struct, zipfile
data = open("book.xlsx", "rb").read()
first = zipfile.ZipFile("book.xlsx").infolist()[0]
print(struct.unpack_from("<H", data, first.header_offset + 4)[0], first.extract_version)')" "45 20"
finish
