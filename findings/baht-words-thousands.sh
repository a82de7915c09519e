#!/bin/bash
# Guess: packages that write an amount of baht in words accept "159,100", or refuse it.
# What happens: thai-baht-text-ts reads up to the comma and writes one hundred and fifty-nine baht; bahttext writes
#   zero baht for it, as for Thai digits and for any word. Neither throws; thai-baht-text does.
# Why it matters: the words are the part of an order or a receipt that counts when they differ from the figures, and
#   amounts come out of sheets and forms with their commas. Convert to a number first and refuse what is none.
# Seen with thai-baht-text-ts 1.1.0, bahttext 2.4.0, thai-baht-text 2.0.5 on Node 20.20.2.
. "$(dirname "$0")/support/common.sh"
npm_packages thai-baht-text-ts@1.1.0 bahttext@2.4.0 thai-baht-text@2.0.5

in_words() {
  node - "$1" "$2" <<'JS'
const [, , name, text] = process.argv;
const module_ = require(name);
const write = module_.bahttext || module_.default || module_.convert || Object.values(module_)[0];
try { console.log(write(text)); } catch { console.log('throws'); }
JS
}
expect "thai-baht-text-ts, 159,100" "$(in_words thai-baht-text-ts 159,100)" "หนึ่งร้อยห้าสิบเก้าบาทถ้วน"
expect "bahttext, 159,100" "$(in_words bahttext 159,100)" "ศูนย์บาทถ้วน"
expect "bahttext, ๑๐๐" "$(in_words bahttext ๑๐๐)" "ศูนย์บาทถ้วน"
expect "thai-baht-text, 159,100" "$(in_words thai-baht-text 159,100)" "throws"
finish
