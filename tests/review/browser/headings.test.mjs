// A heading stands over many records and is decided once.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { active, atField, closePage, database, exported, openPage, openRecord, serve, settle, waitFor } from "./harness.mjs";

const kText = "แผนปฏิบัติการที่ ๙ ของหมู่บ้าน";
/// As if a scan's first heading, over the first four records, had not been surely read.
const kDoubt = `
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as db:
    first = "(SELECT id FROM activities WHERE position < 4)"
    db.execute(f"UPDATE fields SET confidence = .3, needs_review = 1 WHERE kind = 'heading' AND position = 0 AND activity IN {first}")
    db.execute("INSERT INTO findings (document, position, code, severity, activity, field, page, arguments, message)"
               " SELECT document, 1000, 'low_confidence', 'warning', key, 'heading:0', 1, '[]', '' FROM activities WHERE position = 0")
`;

test("a doubtful heading is corrected in one record, and others below it ask no more", async () => {
  const db = await database("reading-2567.pdf");
  execFileSync("/usr/bin/python3", ["-c", kDoubt, db]);
  const server = await serve(db);
  const page = await openPage(server.url);
  try {
    await openRecord(page, (await exported(db))[0].activities[0].fields.activity.text.slice(0, 12));
    await atField(page, "heading:0");
    const { state } = await active(page);
    assert.equal(state, "awaiting");
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(kText);
    await page.keyboard.press("Enter");
    if ((await exported(db))[0].activities[0].headings[0].text !== kText) await page.keyboard.press("Enter"); // the first brought the print
    await atField(page, "period"); // of the fourth record, below the same heading: the only field that still waits
    await waitFor(page, (text) => document.querySelector('.field[data-name="heading:0"] textarea.text').value === text, kText);
    assert.equal(await page.locator('.field[data-name="heading:0"]').getAttribute("data-state"), "decided");
    const { activities } = (await exported(db))[0];
    assert.deepEqual(activities.map(({ headings }) => headings[0].text === kText), [true, true, true, true, false, false, false]);
    await page.keyboard.press("Alt+z");
    await settle(page);
    await waitFor(page, (text) => document.querySelector('.field[data-name="heading:0"] textarea.text').value !== text, kText);
    assert.ok((await exported(db))[0].activities.every(({ headings }) => headings[0].text !== kText));
    await closePage(page);
  } finally {
    await server.stop();
  }
});
