// A form taught once: a table that no form explains, its columns named by keyboard, all documents read with it, undone.
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { active, closePage, database, exported, inFolder, openPage, printed, serve, settle, waitFor } from "./harness.mjs";

const kRows = [["๑", "ขุดลอกร่องน้ำหน้าหมู่บ้าน", "ม.ค. - มี.ค. ๒๕๖๗", "๑๒,๕๐๐", "ลุงคำปัน", "น้ำไหลดีทั้งสองฝั่ง"],
  ["๒", "เพาะกล้าไผ่แจกครัวเรือน", "เม.ย. ๒๕๖๗", "๓,๒๐๐", "ป้าบัวผัน", "แจกไปครึ่งหมู่บ้าน"],
  ["๓", "ซ่อมสะพานไม้ข้ามห้วย", "พ.ค. - มิ.ย. ๒๕๖๗", "๒๘,๐๐๐", "ช่างเสาร์", "รอไม้จากป่าชุมชน"]];
const kHeader = ["ข้อ", "เรื่องที่ลงมือ", "ได้ลงแรงเมื่อใด", "เบี้ยที่จ่าย", "คนดูแล", "ไปถึงไหน"];
const cells = (tag, texts) => `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join("")}</tr>`;
const kPaper = `<h1>สมุดบันทึกงานบ้านริมห้วย ปี ๒๕๖๗</h1><table><thead>${cells("th", kHeader)}</thead>${kRows.map((row) => cells("td", row)).join("")}</table>`;

/// So many documents with one header, each of its own content.
async function papers(many) {
  const first = fs.readFileSync(await printed("paper.pdf", kPaper));
  return Array.from({ length: many }, (_, index) => {
    const name = inFolder(`paper-${String(index).padStart(3, "0")}.pdf`);
    fs.writeFileSync(name, Buffer.concat([first, Buffer.from(`% copy ${index}\n`)]));
    return name;
  });
}

const kTeaching = "#teach:not([hidden])[data-state=tried]";
async function state(page, wanted) {
  await waitFor(page, (name) => document.getElementById("teach").dataset.state === name, wanted);
  await settle(page);
}
const chosen = (page) => page.locator("#teach_columns select").evaluateAll((selects) => selects.map((one) => one.value));
const total = (page) => page.locator("#teach_total").innerText();

/// Presses keys, and counts them; Thai letters as a Thai layout types them.
function keyboard(page) {
  const count = async (...keys) => {
    count.client ??= await page.context().newCDPSession(page);
    for (const key of keys) {
      if (/^[\u0e00-\u0e7f]$/.test(key)) {
        await count.client.send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key, unmodifiedText: key });
        await count.client.send("Input.dispatchKeyEvent", { type: "keyUp", key });
      } else {
        await page.keyboard.press(key);
      }
      count.pressed += 1;
    }
  };
  count.pressed = 0;
  return count;
}

test("an unknown form is taught by keyboard, applied to twenty documents, and undone", async () => {
  const db = await database(...(await papers(20)));
  assert.equal((await exported(db)).flatMap((one) => one.activities).length, 0);
  const server = await serve(db, "somying");
  const page = await openPage(server.url, { ready: kTeaching });
  const press = keyboard(page);
  // What the headers and the columns say is chosen; the first that is not known has the focus.
  assert.deepEqual(await chosen(page), ["number", "activity", "period", "budget", "", ""]);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.column), "4");
  assert.equal(await total(page), "ได้ 3 กิจกรรมจากเอกสารนี้");
  assert.match(await page.locator("#teach_documents").innerText(), /20 ฉบับ/);
  await press("ผ", "ู", "Tab", "ส"); // ผู้รับผิดชอบ, สรุปผล
  assert.deepEqual(await chosen(page), ["number", "activity", "period", "budget", "responsible", "summary"]);
  await waitFor(page, () => document.querySelector("#teach_records li").textContent.includes("ผู้รับผิดชอบ ลุงคำปัน"));
  const first = await page.locator("#teach_records li").first().innerText();
  assert.match(first, /1\. ขุดลอกร่องน้ำหน้าหมู่บ้าน/);
  assert.match(first, /12,500\.00 บาท/);
  assert.equal((await exported(db)).flatMap((one) => one.activities).length, 0, "nothing is stored by a trial");
  await press("Enter");
  await state(page, "done");
  assert.match(await page.locator("#teach_result .verdict").innerText(), /แบบ 1: ใช้กับเอกสาร 20 ฉบับ ได้ 60 กิจกรรม/);
  assert.match(await page.locator("#teach_result").innerText(), /somying/);
  const taught = await exported(db);
  assert.equal(taught.length, 20);
  for (const one of taught) {
    assert.deepEqual(one.activities.map(({ number }) => number), ["1", "2", "3"]);
    assert.deepEqual(one.activities.map(({ budget }) => budget.amount), ["12500.00", "3200.00", "28000.00"]);
    assert.deepEqual(one.activities.map(({ fields }) => fields.summary.text), kRows.map((row) => row[5]));
    assert.deepEqual(one.activities[0].period, { start: "2024-01-01", end: "2024-03-31", quarters: null, school_year: null, term: null });
    assert.equal(one.activities[1].fields.responsible.text, "ป้าบัวผัน");
    assert.equal(one.tables[0].form, "แบบ 1");
  }
  assert.equal(press.pressed, 5);
  await press("Alt+z");
  await page.waitForSelector(kTeaching);
  assert.equal((await exported(db)).flatMap((one) => one.activities).length, 0);
  assert.equal(await page.locator("#forms").isHidden(), true);
  await closePage(page);
  await server.stop();
});

test("the choices are walked through by Tab and arrows, what makes no form says so, and Escape leaves", async () => {
  const server = await serve(await database(...(await papers(1)), "reading-2567.pdf"));
  const page = await openPage(server.url, { language: "en", ready: kTeaching });
  const press = keyboard(page);
  await page.locator("#teach_columns select").nth(1).focus();
  await press("ArrowUp"); // the activity's column is nothing any more
  await waitFor(page, () => /which column is the activity/.test(document.getElementById("teach_problem").textContent));
  await press("Enter");
  await page.waitForSelector(".banner");
  assert.equal(await page.locator("#teach").isVisible(), true);
  await press("ArrowDown");
  await waitFor(page, () => document.getElementById("teach_total").textContent.endsWith(": 3"));
  await press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.column), "2");
  await press("Shift+Tab", "Shift+Tab");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.column), "0");
  await press("Home"); // nothing: the number is what stands before the activity
  await state(page, "tried");
  assert.equal((await chosen(page))[0], "");
  await press("Escape");
  await page.waitForSelector(".field.active");
  await settle(page);
  assert.equal(await page.locator("#teach").isHidden(), true);
  assert.equal((await active(page)).focused, true);
  await press("Alt+l", "Home", "Enter");
  await page.waitForSelector(kTeaching);
  await closePage(page);
  await server.stop();
});

test("a form is taught from a record, under another name, and taken back in the list of forms", async () => {
  const db = await database("spending-2567.pdf");
  const before = await exported(db);
  const server = await serve(db);
  const page = await openPage(server.url);
  await page.keyboard.press("Alt+o");
  await page.waitForSelector(kTeaching);
  await page.locator("#teach_name").fill("spending");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".banner"); // the program has a form of this name
  await page.locator("#teach_name").fill("ฝายหลวง");
  await page.keyboard.press("Enter");
  await state(page, "done");
  assert.equal((await exported(db))[0].tables[0].form, "ฝายหลวง");
  await page.keyboard.press("Enter"); // on to the records
  await page.waitForSelector(".field.active");
  await page.locator("#forms summary").click();
  assert.match(await page.locator("#forms li").innerText(), /ฝายหลวง.*1 ฉบับ/s);
  await page.locator("#forms li button").click();
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Enter");
  await waitFor(page, () => document.getElementById("forms").hidden);
  assert.deepEqual((await exported(db))[0].activities, before[0].activities);
  await closePage(page);
  await server.stop();
});
