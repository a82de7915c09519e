// Several people on one server: each by a link of their own, under a name of their own, until it is taken back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { closePage, database, decided, exported, leaveDialog, openPage, serve, settle, waitFor } from "./harness.mjs";

/// Adds a person on the page, by keyboard, and gives the link that is shown.
async function linkOf(page, name) {
  await page.keyboard.press("Alt+i");
  await page.waitForSelector("dialog[open] #people_name");
  await waitFor(page, () => document.activeElement?.id === "people_name");
  await page.keyboard.insertText(name);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#people_link:not([hidden])");
  const link = await page.locator("#people_link").inputValue();
  const marked = await page.evaluate(() => { // ready to be copied
    const { selectionStart, selectionEnd, value } = document.activeElement;
    return document.activeElement.id === "people_link" && selectionStart === 0 && selectionEnd === value.length;
  });
  assert.ok(marked);
  await leaveDialog(page, "Escape");
  return link;
}

test("a person is added, decides under the own name, and is shut out when the link is taken back", async () => {
  const db = await database("reading-2567.pdf");
  const server = await serve(db);
  const owner = await openPage(server.url);
  const link = await linkOf(owner, "สมชาย ใจดี");
  const page = await openPage(link);
  assert.equal(await page.locator("#reviewer").textContent(), "สมชาย ใจดี");
  assert.equal(await page.locator("#reviewer").isDisabled(), true); // only who started the program adds people
  assert.equal(await page.evaluate(() => fetch("/api/reviewers").then((answer) => answer.status)), 403);
  await waitFor(page, () => document.querySelector("#record_notes .held")); // the owner has the record open
  await owner.goto(`${server.origin}/app.css`);
  await page.reload();
  await page.waitForSelector(".field.active");
  await settle(page);
  await page.keyboard.press("Enter");
  await decided(page);
  assert.match(JSON.stringify((await exported(db))[0].findings), /สมชาย ใจดี/);
  await owner.goto(server.url);
  await owner.waitForSelector(".field.active");
  await settle(owner);
  await owner.keyboard.press("Alt+i");
  await owner.waitForSelector('.people li[data-name="สมชาย ใจดี"]');
  await owner.locator('.people li[data-name="สมชาย ใจดี"] button', { hasText: "ถอนลิงก์" }).click();
  await owner.waitForSelector(".people li.gone");
  assert.equal(await page.evaluate(() => fetch("/api/session").then((answer) => answer.status)), 401);
  assert.equal((await fetch(link)).status, 401);
  await closePage(page);
  await closePage(owner);
  await server.stop();
});

test("what another decides about the open record is told at the field, with what it was", async () => {
  const db = await database("reading-2567.pdf");
  const server = await serve(db);
  const mine = await openPage(server.url);
  const theirs = await openPage(await linkOf(mine, "somchai"));
  await waitFor(theirs, () => document.querySelector("#record_notes .held")?.textContent.includes("somying"));
  await settle(mine);
  await mine.locator('.field[data-name="period"] textarea').focus();
  await mine.keyboard.press("Control+A");
  await mine.keyboard.insertText("มกราคม ๒๕๖๗");
  await mine.keyboard.press("Enter");
  await decided(mine);
  await waitFor(theirs, () => document.querySelector('.field[data-name="period"] .others').textContent);
  const told = await theirs.locator('.field[data-name="period"] .others').textContent();
  assert.match(told, /^somying ตัดสินช่องนี้.*เดิม “ธันวาคม ๒๕๖๖[^”]*” ขณะนี้ “มกราคม ๒๕๖๗/);
  assert.match(await theirs.locator("#status").textContent(), /somying ตัดสินช่อง/);
  assert.equal(await mine.locator('.field[data-name="period"] .others').textContent(), ""); // not of oneself
  assert.equal((await exported(db))[0].activities[3].fields.period.text, "มกราคม ๒๕๖๗");
  await closePage(theirs);
  await closePage(mine);
  await server.stop();
});
