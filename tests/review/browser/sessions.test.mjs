// Two people at once: a record that one works on is kept from the other, and no decision is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { active, closePage, database, decided, exported, holders, openPage, serve, settle, waitFor } from "./harness.mjs";

test("a record that another works on can be seen, not decided", async () => {
  const db = await database("reading-2567.pdf");
  const [first, second] = [await serve(db, "somying"), await serve(db, "somchai")];
  const mine = await openPage(first.url);
  await waitFor(mine, () => document.getElementById("record_title").textContent.includes("4"));
  const theirs = await openPage(second.url);
  await waitFor(theirs, () => document.querySelector("#record_notes .held")?.textContent.includes("somying"));
  await theirs.keyboard.press("End");
  await theirs.keyboard.type("9");
  const { text } = await active(theirs);
  await theirs.keyboard.press("Enter");
  await theirs.waitForSelector(".banner");
  assert.equal(await theirs.locator('.field[data-name="period"] textarea').inputValue(), text);
  await mine.keyboard.press("Enter");
  await decided(mine);
  const period = (await exported(db))[0].activities[3].fields.period;
  assert.deepEqual([period.needs_review, period.text.includes("9")], [false, false]);
  await closePage(mine);
  await closePage(theirs);
  await first.stop();
  await second.stop();
});

test("nobody locks herself out", async () => {
  const db = await database("reading-2567.pdf");
  const server = await serve(db, "somying");
  const held = (page) => page.locator("#record_notes .held").count();
  const page = await openPage(server.url);
  await waitFor(page, () => document.getElementById("record_title").textContent.includes("4"));
  // Closed, and opened again in another browser: the record was let go of, by a message that nobody waits for.
  assert.deepEqual(await holders(server), ["somying"]);
  await page.goto(`${server.origin}/app.css`);
  for (let tries = 0; tries < 200 && (await holders(server)).length; tries += 1) await new Promise((resolve) => setTimeout(resolve, 30));
  await closePage(page);
  const again = await openPage(server.url);
  await waitFor(again, () => document.getElementById("record_title").textContent.includes("4"));
  assert.equal(await held(again), 0);
  // The printed address in the same browser: the same session.
  await again.goto(server.url);
  await again.waitForSelector(".field.active");
  await settle(again);
  assert.equal(await held(again), 0);
  // Open in two browsers at once: the later one may take it over.
  const other = await openPage(server.url);
  await other.waitForSelector("#record_notes .held button");
  await other.click("#record_notes .held button");
  await waitFor(other, () => !document.querySelector("#record_notes .held"));
  await settle(other);
  await other.locator('.field[data-name="period"] textarea').focus();
  await other.keyboard.press("Enter");
  await decided(other);
  await closePage(other);
  await closePage(again);
  await server.stop();
});

test("who decides on something older sees both values and chooses", async () => {
  const db = await database("reading-2567.pdf");
  const server = await serve(db);
  const page = await openPage(server.url);
  const other = await page.context().newPage(); // the same person in another tab, and so no lease between them
  await other.goto(server.origin);
  await other.waitForSelector(".field.active");
  await settle(other);
  const text = (await active(page)).text;
  await other.keyboard.press("Control+A");
  await other.keyboard.insertText("มกราคม ๒๕๖๗");
  await other.keyboard.press("Enter");
  await decided(other);
  await page.bringToFront(); // a tab behind another may not have drawn its print
  await settle(page);
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("กุมภาพันธ์ ๒๕๖๗");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open] .both");
  const both = await page.locator("dialog .both dd").allTextContents();
  assert.match(both[0], /มกราคม ๒๕๖๗/);
  assert.match(both[1], /กุมภาพันธ์ ๒๕๖๗/);
  assert.notEqual(text, both[0]);
  await page.locator('dialog button[value="mine"]').click();
  await decided(page);
  const { fields } = (await exported(db))[0].activities[3];
  assert.equal(fields.period.text, "กุมภาพันธ์ ๒๕๖๗");
  await closePage(page);
  await server.stop();
});
