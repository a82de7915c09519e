// The keyboard: one table of commands, and who answers them. A letter is matched by what it types and, where the
// layout types something else (Thai, or Option on a Mac), by where it lies. The Alt combinations are free in
// Chromium and Firefox, in menus too, and type nothing; Alt with Shift is left to switching layouts.
import { el } from "./dom.js";
import { t } from "./texts.js";
import { openDialog } from "./messages.js";

const kKeys = [
  // command, keys, where it counts: "any", or "outside" of inputs, what it does in Thai and English
  ["accept", ["Enter"], "field", "ถูกต้อง หรือบันทึกที่แก้ แล้วไปช่องถัดไปที่รอตรวจ", "accept, or save what was changed, and go to the next that needs a person"],
  ["", ["Tab", "Shift+Tab"], "shown", "ช่องถัดไป / ก่อนหน้า", "next / previous field"],
  ["", ["Shift+Enter"], "shown", "ขึ้นบรรทัดใหม่", "new line"],
  ["paragraph", ["Alt+Enter"], "field", "ย่อหน้านี้ถูกต้อง ไปย่อหน้าถัดไป (ข้อความยาว)", "this paragraph is right, on to the next (long texts)"],
  ["restore", ["Escape"], "field", "คืนค่าเดิมของช่อง", "restore the field"],
  ["unreadable", ["Alt+U"], "any", "อ่านไม่ออก", "cannot be read"],
  ["not_here", ["Alt+N"], "any", "ไม่มีในหน้านี้", "not on this page"],
  ["reason", ["Alt+C"], "any", "เขียนเหตุผลของช่องนี้", "give a reason for this field"],
  ["undo", ["Alt+Z"], "any", "เลิกทำการตัดสินล่าสุด", "undo the last decision"],
  ["next", ["Alt+PageDown"], "any", "รายการถัดไป", "next record"],
  ["previous", ["Alt+PageUp"], "any", "รายการก่อนหน้า", "previous record"],
  ["zoom_in", ["Alt+=", "+"], "any", "ขยาย", "zoom in"],
  ["zoom_out", ["Alt+-", "-"], "any", "ย่อ", "zoom out"],
  ["fit", ["Alt+W"], "any", "พอดีกว้าง / พอดีค่า", "fit width / fit value"],
  ["pieces", ["Alt+P"], "any", "เฉพาะแถวนี้ / ทั้งหน้า", "row only / whole pages"],
  ["up", ["Alt+ArrowUp"], "any", "เลื่อนภาพขึ้น", "image up"],
  ["down", ["Alt+ArrowDown"], "any", "เลื่อนภาพลง", "image down"],
  ["left", ["Alt+,"], "any", "เลื่อนภาพไปซ้าย", "image left"],
  ["right", ["Alt+."], "any", "เลื่อนภาพไปขวา", "image right"],
  ["split", ["Alt+X"], "any", "แยกรายการที่หน้า", "split the record at a page"],
  ["join", ["Alt+J"], "any", "รวมกับรายการถัดไป", "join with the following record"],
  ["add", ["Alt+A"], "any", "เพิ่มรายการ", "add a record"],
  ["teach", ["Alt+O"], "any", "สอนแบบของตารางที่รายการนี้อยู่", "teach the form of the record's table"],
  ["remove", ["Alt+R"], "any", "ตัดรายการออก", "remove the record"],
  ["list", ["Alt+L"], "any", "ไปที่รายการงาน", "go to the work list"],
  ["form", ["Alt+K", "Escape"], "any", "กลับไปที่ช่อง", "back to the field"],
  ["overview", ["Alt+S"], "any", "ภาพรวมของเอกสาร", "overview of documents"],
  ["groups", ["Alt+G"], "any", "ตรวจเป็นกลุ่ม", "groups"],
  ["sampling", ["Alt+M"], "any", "สุ่มตรวจ", "sampling"],
  ["second", ["Alt+B"], "any", "ตรวจยืนยันโดยคนที่สอง", "second reading"],
  ["export", ["Alt+Y"], "any", "ส่งออกไฟล์", "export"],
  ["people", ["Alt+I"], "any", "ผู้ตรวจและลิงก์ของแต่ละคน", "reviewers and their links"],
  ["help", ["?", "F1", "Alt+/"], "any", "แสดงปุ่มลัด", "show the keys"],
];

const kCodes = { "=": ["Equal", "NumpadAdd"], "-": ["Minus", "NumpadSubtract"], ",": ["Comma"], ".": ["Period"], "/": ["Slash"], "?": ["Slash"], "+": ["Equal", "NumpadAdd"] };
const kShifted = new Set(["?", "+"]);

const isInput = (node) => node instanceof Element && node.matches("input, textarea, select, [contenteditable]");

/// Whether an event is the key that `name` says, such as "Alt+U", "?" or "Enter".
export function isKey(event, name) {
  const alt = name.startsWith("Alt+");
  const key = alt ? name.slice(4) : name.startsWith("Shift+") ? name.slice(6) : name;
  if (event.altKey !== alt || event.ctrlKey || event.metaKey) return false;
  if (key.length > 1) return event.key === key && event.shiftKey === name.startsWith("Shift+");
  if (/^[A-Z]$/.test(key)) return !event.shiftKey && (/^[a-z]$/i.test(event.key) ? event.key.toUpperCase() === key : event.code === `Key${key}`);
  if (event.key === key) return true;
  const shift = event.code.startsWith("Numpad") ? false : kShifted.has(key);
  return event.shiftKey === shift && (kCodes[key] ?? []).includes(event.code) && !/^[\x20-\x7e]$/.test(event.key);
}

/// The command of an event, or null. Plain characters count only outside of inputs; a field's own keys only within
/// the form; a dialog keeps its keys to itself.
export function commandOf(event) {
  if (event.isComposing || document.querySelector("dialog[open]")) return null;
  const inField = isInput(event.target) && event.target.closest(".field") !== null; // what only scrolls takes no decision
  for (const [command, names, where] of kKeys) {
    if (!command || (where === "field" && !inField)) continue;
    const name = names.find((one) => isKey(event, one));
    if (!name || (name.length === 1 && isInput(event.target))) continue;
    if (name === "Escape" && event.target.type === "search" && event.target.value) return null; // clears the search
    return command;
  }
  return null;
}

const shownKeys = (names) => names.map((name, index) => [index ? " " : "", el("kbd", { text: name.replace("Arrow", "") })]);

/// The list of keys, as a dialog.
export function showKeys(language) {
  const rows = kKeys.map(([, names, , thai, english]) =>
    el("tr", {}, el("td", {}, ...shownKeys(names)), el("td", { text: language === "th" ? thai : english })),
  );
  return openDialog({ title: t("keys_title"), body: [el("p", { text: t("keys_note") }), el("table", { class: "keys" }, el("tbody", {}, ...rows))],
    buttons: [{ value: "close", text: t("close"), primary: true }] });
}
