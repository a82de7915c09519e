// A second reading: another person sees the print and an empty box; where they differ, a third looks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { closePage, database, decided, exported, leaveDialog, openPage, serve, settle, waitFor } from "./harness.mjs";

/// Somying accepts the period; somchai reads `text` in its print. What the page says, and what stands then.
async function readAgain(text) {
  const db = await database("reading-2567.pdf");
  const first = await serve(db, "somying");
  const one = await openPage(first.url);
  const shown = await one.locator('.field[data-name="period"] textarea').inputValue();
  await one.keyboard.press("Enter");
  await decided(one);
  await closePage(one);
  await first.stop();
  const second = await serve(db, "somchai");
  const other = await openPage(second.url);
  await other.keyboard.press("Alt+b");
  await other.waitForSelector("#second .crop");
  const blind = !(await other.locator("#second").innerText()).includes(shown.split("\n")[0]);
  await other.keyboard.press("Enter"); // of an empty box: asks
  await other.waitForSelector("dialog[open]");
  await leaveDialog(other, "Escape");
  await other.keyboard.insertText(text);
  await other.keyboard.press("Enter");
  await other.waitForSelector("#second .verdict");
  const said = await other.locator("#second .verdict").innerText();
  await waitFor(other, () => !document.querySelector("#second textarea")); // none is left
  await closePage(other);
  await second.stop();
  const { period } = (await exported(db))[0].activities[3].fields;
  return { blind, said, flagged: period.needs_review };
}

test("a second reading that says the same leaves the value as it is", async () =>
  assert.deepEqual(await readAgain("ธ.ค. ๖๖ - มี.ค. ๖๗ (ไตรมาส ๒ - ๓)"), { blind: true, said: "ช่องก่อนหน้า: ตรงกัน", flagged: false }));

test("a second reading that says otherwise asks for a third look", async () =>
  assert.deepEqual(await readAgain("มกราคม ๒๕๖๗"), { blind: true, said: "ช่องก่อนหน้า: ไม่ตรงกัน ส่งให้คนที่สามตรวจแล้ว", flagged: true }));

test("a field is skipped, and comes again behind the others", async () => {
  const db = await database("reading-2567.pdf");
  const first = await serve(db, "somying");
  const one = await openPage(first.url);
  for (const name of ["period", "budget"]) {
    await one.locator(`.field[data-name="${name}"] textarea`).focus();
    await settle(one);
    await one.keyboard.press("Enter");
    await waitFor(one, (wanted) => document.querySelector(`.field[data-name="${wanted}"]`).dataset.state === "decided", name);
    await settle(one);
  }
  await closePage(one);
  await first.stop();
  const second = await serve(db, "somchai");
  const other = await openPage(second.url, { ready: "#work_count" });
  await other.keyboard.press("Alt+b");
  await other.waitForSelector("#second .crop");
  const label = () => other.locator("#second form h2").textContent();
  const seen = [await label()];
  for (let skips = 0; skips < 2; skips += 1) {
    await other.keyboard.press("Alt+PageDown");
    await waitFor(other, (before) => document.querySelector("#second form h2")?.textContent !== before, seen.at(-1));
    seen.push(await label());
  }
  assert.notEqual(seen[0], seen[1]);
  assert.equal(seen[0], seen[2]);
  await closePage(other);
  await second.stop();
});
