// Nothing is accepted unread: the print has to be in sight, letters that were not surely read are marked, and a value
// that the printed words do not give says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { active, atField, exported, openRecord, settle, waitFor, withPage as serving } from "./harness.mjs";

const withPage = (work, options = {}, names = ["reading-2567.pdf"]) => serving(names, options, work);

const stateOf = (page, name) => page.locator(`.field[data-name="${name}"]`).getAttribute("data-state");
const status = (page) => page.locator("#status").textContent();

/// Answers of the program with one field changed.
async function withField(page, name, change) {
  await page.route("**/api/record?*", async (route) => {
    const response = await route.fetch();
    const record = await response.json();
    Object.assign(record.fields.find((field) => field.name === name), change);
    await route.fulfill({ response, json: record });
  });
}

async function openFourth(page) {
  await page.selectOption("#filter", "all");
  await waitFor(page, () => document.querySelectorAll(".work_row").length === 7);
  await openRecord(page, "พัฒนารถห้องสมุด");
}

test("a print that is higher than its place is scrolled through before Enter accepts", () => withPage(async (page) => {
  await openFourth(page);
  await page.locator('.field[data-name="steps"] textarea').focus();
  await settle(page);
  const hidden = () => page.evaluate(() => {
    const box = document.querySelector(".field.active .crops");
    return box.scrollHeight - box.clientHeight - box.scrollTop;
  });
  assert.ok((await hidden()) > 40); // else nothing would be tested here
  let presses = 0;
  for (; presses < 12 && (await stateOf(page, "steps")) !== "decided"; presses += 1) {
    const before = await hidden();
    await page.keyboard.press("Enter");
    await settle(page);
    if ((await stateOf(page, "steps")) !== "decided") assert.match(await status(page), /ดูภาพต้นฉบับ/);
    else assert.ok(before < 5, `${before} pixels of the print were never in sight`);
  }
  assert.ok(presses > 1 && presses < 12, String(presses));
}, { height: 520 }));

test("a print that somebody scrolled away comes back with the first Enter, and the second accepts", () => withPage(async (page) => {
  await openFourth(page);
  const input = page.locator('.field[data-name="activity"] textarea'); // nobody was at it yet
  await page.evaluate(() => { // nothing of it was in sight when the focus came
    const pane = document.getElementById("form_scroll");
    pane.scrollTop = pane.scrollHeight;
  });
  await page.waitForTimeout(100);
  await input.evaluate((node) => {
    node.scrollIntoView = () => null;
    Element.prototype.scrollIntoView = () => null;
    node.focus({ preventScroll: true });
  });
  await settle(page);
  await page.keyboard.press("Enter");
  await waitFor(page, () => /ดูภาพต้นฉบับ/.test(document.getElementById("status").textContent));
  assert.equal(await stateOf(page, "activity"), "rest");
  const inside = await page.evaluate(() => {
    const pane = document.getElementById("form_scroll").getBoundingClientRect();
    const crop = document.querySelector('.field[data-name="activity"] .crop').getBoundingClientRect();
    return crop.top >= pane.top && crop.bottom <= pane.bottom;
  });
  assert.ok(inside);
  await page.keyboard.press("Enter");
  await waitFor(page, () => document.querySelector('.field[data-name="activity"]').dataset.state === "decided");
}));

test("a print that cannot be shown is accepted only by who has it on paper", () => withPage(async (page, db) => {
  await page.route("**/api/page?*", (route) => route.abort());
  await page.reload();
  await page.waitForSelector('.field.active[data-print="failed"]');
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Enter"); // what Enter presses is not the way around
  await waitFor(page, () => !document.querySelector("dialog"));
  assert.equal((await active(page)).state, "awaiting");
  await page.keyboard.press("Enter");
  await page.locator('dialog button[value="paper"]').click();
  await waitFor(page, () => document.querySelector('.field[data-name="period"]').dataset.state === "decided");
  await settle(page);
  assert.equal((await exported(db))[0].activities[3].fields.period.needs_review, false);
}));

test("a value of an office file is accepted when its cell was in sight", () => withPage(async (page) => {
  await page.selectOption("#filter", "all");
  await page.waitForSelector(".work_row");
  await settle(page);
  await page.locator(".work_row").first().click();
  await page.waitForSelector("#world .grid");
  await settle(page);
  await page.setViewportSize({ width: 900, height: 360 });
  await page.locator('.field[data-name="activity"] textarea').focus();
  await page.evaluate(() => (document.getElementById("viewer").scrollTop = document.getElementById("viewer").scrollLeft = 1e6));
  const out = await page.evaluate(() => {
    const view = document.getElementById("viewer").getBoundingClientRect();
    const marks = document.querySelector("#world .marks path").getBoundingClientRect();
    return marks.bottom < view.top || marks.right < view.left || marks.top > view.bottom || marks.left > view.right;
  });
  await page.keyboard.press("Enter");
  await settle(page);
  assert.equal(await stateOf(page, "activity"), out ? "rest" : "decided");
  if (out) await page.keyboard.press("Enter");
  await waitFor(page, () => document.querySelector('.field[data-name="activity"]').dataset.state === "decided");
}, { ready: "#work_count" }, ["office/portrait-2567.xlsx"]));

test("letters that were not surely read are marked where they stand, until they are typed over", () => withPage(async (page) => {
  const text = "ต.ค. 2566 𝟙 ถึง มี.ค. 2567"; // a letter outside of the basic plane counts as one
  await withField(page, "period", { text, unsure: [[0, 4], [10, 11], [16, 20]] });
  await page.reload();
  await page.waitForSelector(".field.active mark.unsure");
  const marked = (where) => page.locator(`.field.active ${where} mark.unsure`).allTextContents();
  assert.deepEqual(await marked(".ink"), ["ต.ค.", "𝟙", "มี.ค"]);
  assert.deepEqual(await marked(".unsure_words"), ["ต.ค.", "𝟙", "มี.ค"]);
  assert.match(await page.locator(".field.active .unsure_words").innerText(), /ตัวที่อ่านไม่แน่ใจ: “ต\.ค\. 2566 𝟙/);
  const [ink, input] = await page.evaluate(() => [".ink", "textarea"].map((name) => document.querySelector(`.field.active ${name}`).getBoundingClientRect().top));
  assert.ok(Math.abs(ink - input) <= 2);
  await page.keyboard.press("Home");
  await page.keyboard.type("9"); // before all: they move along
  assert.deepEqual(await marked(".ink"), ["ต.ค.", "𝟙", "มี.ค"]);
  await page.keyboard.press("Delete"); // the first of the marked letters
  assert.deepEqual(await marked(".ink"), ["𝟙", "มี.ค"]);
}));

test("a value that does not follow from the printed words says so, with what they say", () => withPage(async (page) => {
  const notes = (name) => page.locator(`.field[data-name="${name}"] .problems`).innerText();
  assert.doesNotMatch(await notes("budget"), /ไม่ได้มาจากข้อความ/);
  await page.locator('.field[data-name="budget"] input.value').focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("๑,๒๓๔.๕๐");
  await page.keyboard.press("Enter");
  await waitFor(page, () => document.querySelector('.field[data-name="budget"] .problems .apart'));
  assert.match(await notes("budget"), /ไม่ได้มาจากข้อความที่พิมพ์ ซึ่งอ่านได้ว่า [\d,.]+ บาท/);
}));

test("a long text is accepted paragraph by paragraph, and begins anew when it is changed", () => withPage(async (page, db) => {
  await openFourth(page);
  await page.locator('.field[data-name="steps"] textarea').focus();
  await settle(page);
  const parts = (await active(page)).text.split("\n").filter((line) => line.trim()).length;
  assert.ok(parts > 2);
  const done = () => page.locator('.field[data-name="steps"] .ink .read').count();
  const next = async () => { // the print may have to be brought into sight first
    const before = await done();
    for (let tries = 0; tries < 9 && (await done()) === before && (await stateOf(page, "steps")) !== "decided"; tries += 1) {
      await page.keyboard.press("Alt+Enter");
      await settle(page);
    }
  };
  await next();
  assert.equal(await done(), 1);
  assert.match(await status(page), new RegExp(`1 จาก ${parts}`));
  await page.keyboard.press("Alt+PageDown"); // elsewhere, and back
  await waitFor(page, () => !document.getElementById("record_title").textContent.includes("พัฒนารถ"));
  await settle(page);
  await openRecord(page, "พัฒนารถห้องสมุด");
  await page.locator('.field[data-name="steps"] textarea').focus();
  assert.equal(await done(), 1);
  assert.notEqual(await stateOf(page, "steps"), "decided"); // nothing is sent before the last
  await page.keyboard.press("Control+End");
  await page.keyboard.type("ก");
  assert.equal(await done(), 0);
  await page.keyboard.press("Escape");
  for (let part = await done(); part < parts; part += 1) await next();
  await atField(page, await page.evaluate(() => document.activeElement.closest(".field").dataset.name));
  await waitFor(page, () => document.querySelector('.field[data-name="steps"]').dataset.state === "decided");
  await settle(page);
  const { fields } = (await exported(db))[0].activities[3];
  assert.deepEqual([fields.steps.needs_review, fields.steps.text.endsWith("ก")], [false, false]);
}, { height: 560 }));
