// Whole records: one over three pages; split, joined, added, removed, and all that after reading anew.
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxOf, decided, exported, leaveDialog, sample, settle, tarang, waitFor, withPage as serving } from "./harness.mjs";

const kReport = "reading-2567.pdf";

const withPage = (work) => serving([kReport], {}, work);

const numbers = async (db) => (await exported(db))[0].activities.map((activity) => activity.number);
const texts = (activity) => Object.fromEntries(Object.entries(activity.fields).map(([name, field]) => [name, field.text.replace(/\s/g, "")]));
const pagesOf = (activity) => [...new Set(Object.values(activity.fields).flatMap((field) => field.regions.map((region) => region.page)))].sort();
async function said(page, words) {
  await waitFor(page, (wanted) => document.getElementById("status").textContent.includes(wanted), words);
  await settle(page);
}
const reread = (db) => tarang("import", "--db", db, "--reread", sample(kReport));

/// Answers the dialog that `key` opens with Enter.
async function confirm(page, key, words) {
  await page.keyboard.press(key);
  await page.waitForSelector("dialog[open]");
  await settle(page);
  await page.keyboard.press("Enter");
  await said(page, words);
}

test("a row over three pages shows all its pieces in order", () => withPage(async (page) => {
  assert.deepEqual(await page.locator(".sheet").evaluateAll((sheets) => sheets.map((sheet) => sheet.dataset.page)), ["2", "3", "4"]);
  assert.deepEqual(await page.locator("#page_tabs button").allTextContents(), ["หน้า 2", "หน้า 3", "หน้า 4"]);
  const pieces = page.locator('.field[data-name="steps"] .piece figcaption');
  assert.deepEqual(await pieces.allTextContents(), ["หน้า 2", "หน้า 3", "หน้า 4"]);
  assert.equal(await page.locator("#record_notes .joined").count(), 2);
  await page.locator('.field[data-name="steps"] textarea').focus();
  assert.equal(await page.locator(".marks path").count(), 3);
  const tall = await page.locator(".sheet").first().evaluate((sheet) => sheet.offsetHeight);
  await page.keyboard.press("Alt+p");
  assert.ok((await page.locator(".sheet").first().evaluate((sheet) => sheet.offsetHeight)) > tall);
}));

test("split and join, and again after reading anew", () => withPage(async (page, db) => {
  const before = (await exported(db))[0].activities[3];
  await confirm(page, "Alt+x", "แยกรายการ");
  const split = (await exported(db))[0].activities;
  assert.equal(split.length, 8);
  assert.deepEqual([pagesOf(split[3]), pagesOf(split[4])], [[2], [3, 4]]);
  await reread(db);
  assert.deepEqual((await exported(db))[0].activities, split);
  await page.reload();
  await page.waitForSelector(".field.active");
  await settle(page);
  await confirm(page, "Alt+j", "รวมรายการ");
  const joined = (await exported(db))[0].activities;
  assert.equal(joined.length, 7);
  assert.deepEqual(texts(joined[3]), texts(before));
  assert.deepEqual(pagesOf(joined[3]), [2, 3, 4]);
  await reread(db);
  assert.deepEqual((await exported(db))[0].activities, joined);
}));

test("the record that would be joined is named, not its headings", () => withPage(async (page) => {
  await page.keyboard.press("Alt+j");
  await page.waitForSelector("dialog[open] blockquote");
  assert.match(await page.locator("dialog h2").innerText(), /รวมลำดับที่ 4/);
  assert.match(await page.locator("dialog blockquote").innerText(), /^ลำดับที่ 5: /);
  await leaveDialog(page, "Escape");
}));

test("a decision of an earlier sitting is undone by the same key", () => withPage(async (page, db) => {
  await page.keyboard.press("Alt+n");
  await decided(page);
  await settle(page);
  await page.reload();
  await page.waitForSelector(".field.active");
  await settle(page);
  await page.keyboard.press("Alt+z");
  await said(page, "เลิกทำแล้ว");
  assert.equal((await exported(db))[0].activities[3].fields.period.corrected, false);
  await waitFor(page, () => document.querySelector('.field[data-name="period"]').dataset.state === "awaiting");
}));

test("the menu of a record closes by Escape, by a click elsewhere and by a choice", () => withPage(async (page) => {
  const open = () => page.evaluate(() => document.querySelector("details.more").open);
  const summary = page.locator("details.more summary");
  await summary.click();
  await page.keyboard.press("Escape");
  assert.equal(await open(), false);
  await summary.click();
  assert.equal(await open(), true);
  await page.click("#record_title");
  assert.equal(await open(), false);
  await summary.click();
  await page.click('details.more [data-command="remove"]');
  await page.waitForSelector("dialog[open]");
  assert.equal(await open(), false);
  await leaveDialog(page, "Escape");
}));

test("a record is removed, and comes back by undoing", () => withPage(async (page, db) => {
  const before = await numbers(db);
  await confirm(page, "Alt+r", "ตัดรายการออก");
  assert.deepEqual(await numbers(db), before.filter((number) => number !== "4"));
  await page.keyboard.press("Alt+z");
  await said(page, "เลิกทำแล้ว");
  assert.deepEqual(await numbers(db), before);
}));

test("a record is added at a place that is drawn", () => withPage(async (page, db) => {
  await page.keyboard.press("Alt+a");
  await page.waitForSelector("dialog[open] .draw_page");
  await settle(page);
  const frame = await boxOf(page.locator(".draw_page"));
  await page.mouse.move(frame.x + 40, frame.y + 60);
  await page.mouse.down();
  await page.mouse.move(frame.x + 400, frame.y + 120);
  await page.mouse.up();
  await page.locator('.add_fields textarea[name="activity"]').fill("กิจกรรมที่ตกหล่น");
  await page.locator('.add_fields textarea[name="budget"]').fill("๑,๐๐๐.-");
  await page.click("dialog .primary");
  await said(page, "เพิ่มรายการ");
  const added = (await exported(db))[0].activities.find((activity) => activity.fields.activity.text === "กิจกรรมที่ตกหล่น");
  assert.equal(added.budget.amount, "1000.00");
  assert.equal(added.fields.activity.source, "person");
  assert.equal(added.fields.activity.regions[0].page, 2);
}));
