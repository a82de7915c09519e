// Checking fields: from the work list to a corrected, exported value, with the keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { active, atField, boxOf, exported, leaveDialog, openRecord, settle, waitFor, withPage as serving } from "./harness.mjs";

const kReport = "reading-2567.pdf"; // its fourth activity runs over three pages; its period contradicts its quarters
const fourth = (documents) => documents[0].activities.find((activity) => activity.number === "4");
/// Until the program has what was decided, and the page has gone on.
async function saved(page) {
  await waitFor(page, () => /บันทึกแล้ว|ตรวจครบแล้ว/.test(document.getElementById("status").textContent));
  await settle(page);
}

const withPage = (work, options) => serving([kReport], options, work);

async function replaceText(page, text) {
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
}

test("a value is corrected by keyboard, parsed while typing, and exported", () => withPage(async (page, db) => {
  assert.deepEqual(await active(page).then(({ name, state, focused }) => ({ name, state, focused })), { name: "period", state: "awaiting", focused: true });
  const before = fourth(await exported(db));
  const text = "ธันวาคม ๒๕๖๖ - พฤษภาคม ๒๕๖๗ (ไตรมาส ๑ - ๓)";
  await replaceText(page, text);
  await waitFor(page, () => /พ\.ค\. 2567/.test(document.querySelector(".field.active input.value").value));
  await page.keyboard.press("Enter");
  await saved(page);
  const after = fourth(await exported(db));
  assert.equal(after.fields.period.text, text);
  assert.equal(after.fields.period.corrected, true);
  assert.equal(after.fields.period.source, "person");
  assert.equal(after.fields.period.needs_review, false);
  assert.deepEqual(after.period, { start: "2023-12-01", end: "2024-05-31", quarters: [1, 2, 3], school_year: null, term: null });
  assert.deepEqual(after.fields.period.regions, before.fields.period.regions);
  assert.equal(after.fields.period.raw, before.fields.period.raw);
}));

test("a value is corrected apart from its text", () => withPage(async (page, db) => {
  const { text } = fourth(await exported(db)).fields.budget;
  await page.locator('.field[data-name="budget"] input.value').focus();
  await replaceText(page, "๑,๒๓๔.๕๐");
  await waitFor(page, () => document.querySelector(".field.active .shown").textContent.includes("1,234.50"));
  await page.keyboard.press("Alt+c");
  await page.keyboard.insertText("ตามใบเสร็จ");
  await page.keyboard.press("Enter");
  await saved(page);
  await waitFor(page, () => document.querySelector('.field[data-name="budget"] .history')?.textContent.includes("ตามใบเสร็จ"));
  const after = fourth(await exported(db));
  assert.equal(after.budget.amount, "1234.50");
  assert.equal(after.fields.budget.text, text);
  assert.equal(after.fields.budget.corrected, true);
}));

test("Escape restores, and nothing is sent", () => withPage(async (page, db) => {
  const before = await exported(db);
  const { text } = await active(page);
  await page.keyboard.type("xyz");
  assert.equal((await active(page)).state, "draft");
  await page.keyboard.press("Escape");
  assert.deepEqual(await active(page).then((field) => [field.text, field.state]), [text, "awaiting"]);
  assert.deepEqual(await exported(db), before);
}));

test("accepted, not readable, not here: each by one key, each undone", () => withPage(async (page) => {
  for (const [key, words] of [["Enter", "ถูกต้อง"], ["Alt+u", "อ่านไม่ออก"], ["Alt+n", "ไม่มีในหน้านี้"]]) {
    await page.keyboard.press(key);
    await waitFor(page, (wanted) => document.querySelector('.field[data-name="period"] .tag.done')?.textContent === wanted, words);
    await saved(page);
    await page.keyboard.press("Alt+z");
    await waitFor(page, () => document.querySelector('.field[data-name="period"]').dataset.state === "awaiting");
    await atField(page, "period");
  }
}));

test("keys work under a Thai layout", () => withPage(async (page) => {
  await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ี", code: "KeyU", altKey: true, bubbles: true, cancelable: true })));
  await waitFor(page, () => document.querySelector('.field[data-name="period"] .tag.done')?.textContent === "อ่านไม่ออก");
}));

test("Tab reaches every field in order", () => withPage(async (page) => {
  await page.locator(".field textarea").first().focus();
  const names = await page.evaluate(() => [...document.querySelectorAll(".field")].map((field) => field.dataset.name));
  const seen = [];
  for (let presses = 0; presses < 3 * names.length && seen.at(-1) !== names.at(-1); presses += 1) {
    const { name, focused } = await active(page);
    assert.ok(focused);
    if (seen.at(-1) !== name) seen.push(name);
    await page.keyboard.press("Tab");
  }
  assert.deepEqual(seen, names);
}));

test("Tab stops at inputs only, also where the print or the raw text scrolls", () => withPage(async (page) => {
  await page.evaluate(() => { // a sheet made by script, which the content policy lets in
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".detail dd, .field.active .crops, #record_notes { max-height: 1rem !important; overflow-y: auto !important; }");
    document.adoptedStyleSheets = [sheet];
  });
  await page.locator(".field textarea").first().focus();
  const stops = await page.locator(".field textarea").count();
  for (let presses = 0; presses < 4 * stops; presses += 1) {
    const stop = await page.evaluate(() => `${document.activeElement.tagName}.${document.activeElement.className}`);
    if (stop === "BODY.") { // behind the last
      assert.ok(presses > stops);
      break;
    }
    assert.match(stop, /^(INPUT|TEXTAREA|SELECT|BUTTON|SUMMARY)/);
    await page.keyboard.press("Tab");
  }
  await page.locator('.field[data-name="period"] textarea').focus();
  await page.evaluate(() => document.querySelector(".field.active .crops").focus()); // as a click into it does
  await page.keyboard.press("Enter");
  await page.waitForTimeout(200);
  assert.equal(await page.locator('.field[data-name="period"]').getAttribute("data-state"), "awaiting");
}));

test("a value that is not understood keeps one at it, and what was not saved is told until that field changes", () => withPage(async (page, db) => {
  const before = await exported(db);
  await page.locator('.field[data-name="budget"] input.value').focus();
  await replaceText(page, "หลายบาท");
  await page.keyboard.press("Enter");
  await waitFor(page, () => /อ่านเป็นค่าไม่ได้/.test(document.getElementById("status").textContent));
  assert.equal(await page.evaluate(() => document.activeElement.closest(".field")?.dataset.name), "budget");
  assert.equal(await page.locator('.field[data-name="budget"]').getAttribute("data-state"), "draft");
  assert.deepEqual(await exported(db), before);
  await replaceText(page, "๕๐๐");
  await page.route("**/api/decide", (route) => route.abort());
  await page.keyboard.press("Enter");
  await page.waitForSelector(".banner");
  await page.locator('.field[data-name="period"] textarea').focus();
  await page.keyboard.type("9");
  assert.equal(await page.locator(".banner").count(), 1);
  await page.locator('.field[data-name="budget"] input.value').focus();
  await page.keyboard.type("1");
  assert.equal(await page.locator(".banner").count(), 0);
  await page.unroute("**/api/decide");
}));

test("a line without a fiscal year is not taken for one", () => withPage(async (page) => {
  await page.selectOption("#filter", "all");
  await waitFor(page, () => document.querySelectorAll(".work_row").length === 7);
  await settle(page);
  const first = page.locator(".work_row", { hasText: "1. " }).first();
  await first.click();
  await page.waitForSelector('.field[data-name="fiscal_year"]');
  await page.locator('.field[data-name="fiscal_year"] textarea').focus();
  await settle(page); // Enter counts for nothing before the print is there
  await replaceText(page, "ปีหน้า");
  await page.keyboard.press("Enter");
  await waitFor(page, () => /อ่านเป็นค่าไม่ได้/.test(document.getElementById("status").textContent));
  assert.equal(await page.evaluate(() => document.activeElement.closest(".field")?.dataset.name), "fiscal_year");
  await page.keyboard.press("Escape");
}));

test("a field that is higher than the pane is met from its top", () => withPage(async (page) => {
  const place = (name) => page.evaluate((wanted) => {
    const field = document.querySelector(`.field[data-name="${wanted}"]`).getBoundingClientRect();
    const pane = document.getElementById("form_scroll").getBoundingClientRect();
    return { top: field.top - pane.top, higher: field.height > pane.height, inside: field.bottom <= pane.bottom + 1 };
  }, name);
  for (const from of ["number", "problems"]) { // from above and from below
    await page.locator(`.field[data-name="${from}"] textarea`).focus();
    await page.locator('.field[data-name="summary"] textarea').focus();
    const { top, higher, inside } = await place("summary");
    assert.ok(higher);
    assert.ok(top >= 0 && top < 20, `${top} from ${from}; ${inside}`);
  }
}, { height: 460 }));

test("an undo asks for no page that is not there", () => withPage(async (page) => {
  const missing = [];
  page.on("response", (response) => response.status() === 404 && missing.push(response.url()));
  await page.keyboard.press("Enter");
  await saved(page);
  await page.keyboard.press("Alt+z");
  await waitFor(page, () => document.querySelector('.field[data-name="period"]').dataset.state === "awaiting");
  await page.waitForTimeout(200);
  assert.deepEqual(missing, []);
}));

test("the first click on a row of the list opens it", () => withPage(async (page) => {
  await page.selectOption("#filter", "all");
  await waitFor(page, () => document.querySelectorAll(".work_row").length === 7);
  await settle(page);
  await page.locator(".field.active textarea").focus();
  for (const number of ["2", "5"]) {
    const row = await boxOf(page.locator(".work_row", { hasText: `${number}. ` }).first());
    await page.mouse.click(row.x + row.width / 2, row.y + row.height / 2);
    await waitFor(page, (wanted) => document.getElementById("record_title").textContent.startsWith(`ลำดับที่ ${wanted}`), number);
    await settle(page);
  }
}));

test("what was typed survives a server that does not answer, and is saved later", () => withPage(async (page, db) => {
  await page.route("**/api/decide", (route) => route.abort());
  await page.keyboard.press("End");
  await page.keyboard.type("9");
  const { text } = await active(page);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".banner");
  assert.equal(await page.locator('.field[data-name="period"] textarea').inputValue(), text);
  assert.equal(await page.locator('.field[data-name="period"]').getAttribute("data-state"), "draft");
  await page.unroute("**/api/decide");
  await page.click(".banner button");
  await saved(page);
  assert.equal(fourth(await exported(db)).fields.period.text, text);
}));

test("what was typed in one field stays while another is saved", () => withPage(async (page) => {
  await replaceText(page, "มกราคม ๒๕๖๗");
  const value = () => page.locator('.field[data-name="period"] input.value').inputValue();
  await waitFor(page, () => document.querySelector('.field[data-name="period"] input.value').value === "1 ม.ค. 2567 – 31 ม.ค. 2567");
  await page.locator('.field[data-name="budget"] textarea').focus();
  await page.keyboard.press("Enter"); // accepted; on to what still needs a person
  await saved(page);
  await atField(page, "period");
  assert.deepEqual(await active(page).then(({ text, state }) => [text, state]), ["มกราคม ๒๕๖๗", "draft"]);
  assert.equal(await value(), "1 ม.ค. 2567 – 31 ม.ค. 2567");
}));

test("leaving with something unsaved asks, also when the page is closed", () => withPage(async (page, db) => {
  await page.selectOption("#filter", "all");
  await waitFor(page, () => document.querySelectorAll(".work_row").length === 7);
  await settle(page);
  await openRecord(page, "พัฒนารถห้องสมุด");
  await page.locator('.field[data-name="summary"] textarea').focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("เพิ่ม");
  await page.keyboard.press("Alt+PageDown");
  await page.waitForSelector("dialog[open]");
  await leaveDialog(page, "Escape"); // stays
  assert.equal((await active(page)).name, "summary");
  await settle(page);
  const asked = new Promise((resolve) => page.once("dialog", (dialog) => (resolve(dialog.type()), dialog.dismiss())));
  await page.evaluate(() => setTimeout(() => location.reload(), 0));
  assert.equal(await asked, "beforeunload");
  await page.keyboard.press("Alt+PageDown");
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Enter"); // saves
  await waitFor(page, () => document.getElementById("record_title").textContent.startsWith("ลำดับที่ 1")); // the list begins with what failed a check
  await saved(page);
  assert.match(fourth(await exported(db)).fields.summary.text, /เพิ่ม$/);
}));

test("the list of keys opens in and outside of inputs, and a ? typed in an input stays text", () => withPage(async (page) => {
  for (const key of ["F1", "Alt+/"]) {
    await page.keyboard.press(key);
    await page.waitForSelector("dialog[open] .keys");
    await leaveDialog(page, "Escape");
    assert.equal((await active(page)).focused, true);
  }
  await page.keyboard.type("?");
  assert.match((await active(page)).text, /\?/);
  await page.keyboard.press("Escape");
  await page.locator("#viewer").focus();
  await page.keyboard.press("?");
  await page.waitForSelector("dialog[open] .keys");
}));

test("the overview lists documents by where they stand, is searched, and leads to their records", () => withPage(async (page) => {
  await page.keyboard.press("Alt+s");
  await page.waitForSelector(".overview_table");
  assert.match(await page.locator("#overview").innerText(), /รอตรวจ \(1\)[^]*reading-2567\.pdf[^]*ตรวจ 1 ช่อง/);
  await page.keyboard.type("no such file");
  await waitFor(page, () => !document.querySelector(".overview_table"));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("READING");
  await page.waitForSelector(".overview_table button");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await atField(page, "period");
  assert.equal(await page.locator("#overview").isVisible(), false);
}));

test("of a group what was seen is accepted at once, the marked and the unseen are not, and marks outlive a reload", () => withPage(async (page, db) => {
  await page.keyboard.press("Alt+g");
  await page.click('.group_head button:has-text("ลำดับที่")');
  await page.waitForSelector('.group_keys button[data-key="2"]');
  await settle(page);
  await page.click('.group_keys button[data-key="2"]');
  await page.waitForSelector('.cell:has-text("๒")');
  await settle(page);
  await waitFor(page, () => /\(1\)/.test([...document.querySelectorAll(".group_head > button")].find((one) => !one.hidden)?.textContent ?? ""));
  await page.keyboard.press("Space"); // marked: not to be accepted
  assert.equal(await page.locator('.group_head > button:has-text("ที่เห็นถูกต้อง")').isVisible(), false);
  await page.reload();
  await page.waitForSelector(".field.active");
  await page.keyboard.press("Alt+g");
  await page.click('.group_head button:has-text("ลำดับที่")');
  await page.click('.group_keys button[data-key="2"]');
  await page.waitForSelector('.cell[aria-selected="true"]');
  await page.keyboard.press("Space");
  await waitFor(page, () => [...document.querySelectorAll(".group_head > button")].some((one) => !one.hidden && /\(1\)/.test(one.textContent)));
  await page.keyboard.press("a");
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".cell.decided");
  await settle(page);
  const { activities } = (await exported(db))[0];
  assert.deepEqual(activities.map((one) => one.fields.number.needs_review), activities.map(() => false));
  const log = await page.evaluate((number) => fetch(`/api/work?filter=all`).then((answer) => answer.json()).then(({ items }) => items.map((item) => [item.number, item.decided])), null);
  assert.deepEqual(log.filter(([, decided]) => decided > 0), [["2", 1]]);
}));

test("the odd ones of a group are marked, and gone through", () => withPage(async (page) => {
  await page.keyboard.press("Alt+g");
  await page.click('.group_head button:has-text("ลำดับ")');
  await page.waitForSelector('.group_keys button[data-key="7"]');
  await settle(page);
  for (const number of ["2", "6"]) {
    await page.click(`.group_keys button[data-key="${number}"]`);
    await page.waitForSelector(`.cell:has-text("${{ 2: "๒", 6: "๖" }[number]}")`);
    await settle(page);
    await page.keyboard.press("Space"); // the click has left the focus at the values
    assert.equal(await page.locator('.cell[aria-selected="true"]').count(), 1);
  }
  await page.keyboard.press("Shift+Enter");
  await waitFor(page, () => document.getElementById("record_title").textContent.startsWith("ลำดับที่ 2"));
  await atField(page, "number");
  await page.keyboard.press("Enter");
  await waitFor(page, () => document.getElementById("record_title").textContent.startsWith("ลำดับที่ 6"));
  await atField(page, "number");
}));
