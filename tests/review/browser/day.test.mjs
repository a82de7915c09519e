// A whole day of an officer: twenty submissions of a manifest, from what came to a workbook that can be signed, by
// keyboard alone; keys are counted.
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { active, closePage, exported, inFolder, openPage, sample, serve, settle, tarang, waitFor } from "./harness.mjs";

const kManifest = [ // form, year, file
  ["monitoring", 2567, "reading-2567.pdf"], ["monitoring", 2567, "portrait-2567.pdf"], ["monitoring", 2567, "row-rules-2567.pdf"],
  ["monitoring", 2567, "sections-2567.pdf"], ["spending", 2567, "spending-2567.pdf"], ["monitoring", 2566, "lying-2566.pdf"],
  ["monitoring", 2565, "layer-it9-2565.pdf"], ["action_plan", 2568, "action-plan-2568.pdf"],
  ["monitoring", 2565, "scans/copied-150.pdf"], ["monitoring", 2567, "scans/layered-200.pdf"],
  ["monitoring", 2567, "office/portrait-2567.docx"], ["monitoring", 2566, "office/narrow-2566.docx"], ["monitoring", 2566, "office/ticks-2566.docx"],
  ["monitoring", 2567, "office/row-rules-2567.docx"], ["monitoring", 2567, "office/sections-2567.xlsx"], ["monitoring", 2566, "office/narrow-2566.xlsx"],
  ["monitoring", 2568, "office/project-column-2568.xlsx"],
  ["monitoring", 2569, "ticks-2566.pdf"], // of another year
  ["monitoring", 2567, null], // nothing came
  ["monitoring", 2567, "damaged"],
];
const kMostKeys = 400; // a person's patience; what it took is told beside

/// The files of the day and their manifest, imported.
async function submitted() {
  const damaged = inFolder("broken.pdf");
  fs.writeFileSync(damaged, fs.readFileSync(sample("reading-2567.pdf")).subarray(0, 700));
  const rows = kManifest.map(([form, year, file], index) =>
    `5701${String(index + 1).padStart(4, "0")},โรงเรียนที่ ${index + 1},${year},${form},${file === null ? "" : file === "damaged" ? damaged : sample(file)}`);
  const manifest = inFolder("day.csv");
  fs.writeFileSync(manifest, ["code,name,year,form,path", ...rows].join("\n"));
  const db = inFolder("day.db");
  await tarang("import", "--db", db, "--manifest", manifest).then(() => assert.fail("one is damaged"), (error) => assert.equal(error.code, 4));
  return db;
}

/// All texts of a ZIP file whose members' sizes stand before them.
function inflated(file) {
  const bytes = fs.readFileSync(file);
  const texts = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [method, size, name, extra] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const begin = at + 30 + name + extra;
    const member = bytes.subarray(begin, begin + size);
    texts.push((method ? inflateRawSync(member) : member).toString());
    at = begin + size;
  }
  return texts.join("\n");
}

test("twenty submissions of a manifest, from what came to a workbook, by keyboard alone", { timeout: 300000 }, async (context) => {
  const began = Date.now();
  const db = await submitted();
  const imported = Date.now();
  const server = await serve(db);
  const page = await openPage(server.url, { ready: "#work_count" });
  let keys = 0;
  const press = async (key) => {
    keys += 1;
    await page.keyboard.press(key);
    await settle(page);
  };
  // In the morning: what came, and what did not.
  await press("Alt+s");
  await page.waitForSelector(".overview_table");
  const overview = await page.locator("#overview").innerText();
  assert.match(overview, /ส่งแล้ว 19 จาก 20/);
  assert.match(overview, /ยังไม่ส่ง \(1\)[^]*โรงเรียนที่ 19/);
  assert.match(overview, /อ่านไม่สำเร็จ \(1\)[^]*โรงเรียนที่ 20[^]*เสียหาย/);
  assert.match(overview, /ไม่ตรงตามที่กำหนด 1 /);
  assert.match(overview, /โรงเรียนที่ 18\s+ticks-2566\.pdf\s+7\s+เป็นของปี 2566 แต่ต้องส่งของปี 2569/);
  // Every field that awaits a person.
  await press("Alt+k");
  await waitFor(page, () => document.querySelector(".field.active"));
  const awaiting = () => page.evaluate(() => fetch("/api/work?filter=awaiting&limit=1").then((answer) => answer.json()).then(({ progress }) => progress.awaiting));
  const toCheck = await awaiting();
  assert.ok(toCheck > 3);
  while (!(await page.locator("#all_done").isVisible()) && keys < kMostKeys) await press("Enter");
  assert.equal(await awaiting(), 0);
  const checked = keys;
  // A sample of the rest, with values made wrong nowhere: accepted as it is.
  await press("Alt+m");
  await page.waitForSelector("#sampling form");
  await press("Enter");
  await waitFor(page, () => document.activeElement?.closest(".field")?.querySelector(".tag.sample"));
  while (!(await page.locator("#sampling").isVisible()) && keys < kMostKeys) await press("Enter");
  await page.waitForSelector(".sample.accepted");
  // And what goes to the head of the office.
  keys += 1;
  await page.keyboard.press("Alt+y");
  await page.waitForSelector("dialog[open]");
  const [file] = await Promise.all([page.waitForEvent("download"), press("Enter")]);
  const workbook = inFolder("day.xlsx");
  await file.saveAs(workbook);
  assert.match(file.suggestedFilename(), /^tarang-\d{4}-\d\d-\d\d\.xlsx$/);
  const book = inflated(workbook);
  const documents = await exported(db);
  assert.equal(documents.length, 18);
  for (const { activities } of documents)
    for (const { fields } of activities) assert.ok(book.includes(fields.activity.text.split("\n")[0].slice(0, 12)), fields.activity.text);
  assert.deepEqual(documents.flatMap(({ activities }) => activities.flatMap(({ fields }) => Object.values(fields).filter((field) => field.needs_review))), []);
  assert.ok(keys < kMostKeys, String(keys));
  context.diagnostic(`${toCheck} fields awaited a person; ${checked} keys to check them, ${keys} for the day; import ${imported - began} ms, all ${Date.now() - began} ms`);
  await closePage(page);
  await server.stop();
});
