// keystrokes.mjs REPORT [TRUTH.json]: checks a report by keyboard alone and prints how many keys that took.
import fs from "node:fs";
import { active, closePage, database, exported, finish, openPage, serve, waitFor } from "../../tests/review/browser/harness.mjs";

const [, , report, truthFile] = process.argv;
const truth = truthFile && JSON.parse(fs.readFileSync(truthFile)).groups.flatMap((group) => group.activities);
const kIgnored = /[\s\u00AD\u200B-\u200D\u2060\uFEFF]/u;
const segmenter = new Intl.Segmenter("th", { granularity: "grapheme" });
const clusters = (text) => [...segmenter.segment(text.normalize("NFC"))].map((one) => one.segment).filter((one) => !kIgnored.test(one));

/// The fewest edits that turn `from` into `to`: {at, remove, insert} by clusters of `from`, the last one first.
function edits(from, to) {
  const cost = Array.from({ length: from.length + 1 }, () => new Uint32Array(to.length + 1));
  for (let i = from.length; i >= 0; i -= 1)
    for (let j = to.length; j >= 0; j -= 1)
      cost[i][j] = i === from.length ? to.length - j : j === to.length ? from.length - i
        : from[i] === to[j] ? cost[i + 1][j + 1] : 1 + Math.min(cost[i + 1][j], cost[i][j + 1]);
  const found = [];
  for (let i = 0, j = 0; i < from.length || j < to.length;) {
    if (i < from.length && j < to.length && from[i] === to[j]) (i += 1), (j += 1);
    else if (j < to.length && (i === from.length || cost[i][j + 1] <= cost[i + 1][j])) found.push({ at: i, insert: to[j++] });
    else found.push({ at: i++, remove: true });
  }
  return found.reverse();
}

const db = await database(report);
const before = (await exported(db))[0].activities;
const fields = before.flatMap((activity) => Object.values(activity.fields));
const server = await serve(db);
const page = await openPage(server.url);
let keys = 0;
let decisions = 0;
let wrong = 0;

const press = async (key) => {
  keys += 1;
  await page.keyboard.press(key);
  return page.evaluate(() => document.activeElement.selectionStart);
};

/// Moves the caret back to `target`, as a person would: by lines, then by words, then by letters.
async function moveBackTo(target, from) {
  let caret = from;
  for (const [back, least] of [["ArrowUp", 45], ["Control+ArrowLeft", 8], ["ArrowLeft", 1]])
    while (caret - target >= least) {
      const now = await press(back);
      if (now >= caret) break;
      caret = now;
    }
  while (caret < target) caret = await press("ArrowRight");
}

/// Puts the text of the field with the focus right, from its end to its start: one key a step, a removal, a letter.
async function putRight(wanted) {
  const { text } = await active(page);
  const all = [...segmenter.segment(text)].filter((one) => !kIgnored.test(one.segment));
  const changes = edits(all.map((one) => one.segment.normalize("NFC")), clusters(wanted));
  if (!changes.length) return false;
  let caret = await press("Control+End");
  for (const { at, remove, insert } of changes) {
    const target = all[at]?.index ?? text.length;
    await moveBackTo(target, caret);
    if (remove) caret = await press("Delete");
    else {
      await page.keyboard.insertText(insert);
      keys += [...insert].length;
      caret = target + insert.length;
    }
  }
  const now = (await active(page)).text;
  if (clusters(now).join("") !== clusters(wanted).join("")) throw new Error(`typed ${now} for ${wanted}`);
  return true;
}

/// Whether the field waits for the rest of its print to be read.
async function isUnread(name, title) {
  const now = await active(page);
  return now?.name === name && now.title === title && (await page.locator("#status").textContent()).includes("ดูภาพต้นฉบับ");
}

for (let done = 0; done < fields.length; done += 1) {
  const { name, title, state } = await active(page);
  if (state !== "awaiting" && state !== "draft") break;
  const index = before.findIndex((activity) => title.startsWith(`ลำดับที่ ${activity.number} `));
  const wanted = truth?.[index]?.[name];
  if (wanted !== undefined && wanted !== null && (await putRight(String(wanted)))) wrong += 1;
  await press("Enter");
  decisions += 1;
  for (let more = 0; more < 20 && (await isUnread(name, title)); more += 1) await press("Enter"); // print that is higher than its place
  const moved = await waitFor(page, ([field, head]) => {
    const now = document.querySelector(".field.active");
    return now?.dataset.name !== field || document.getElementById("record_title").textContent !== head || /ตรวจครบแล้ว/.test(document.getElementById("status").textContent);
  }, [name, title]).then(() => true, () => false);
  if (!moved || (await page.locator("#status").textContent()).includes("ตรวจครบแล้ว")) break;
}
await waitFor(page, () => /รอตรวจ 0 /.test(document.getElementById("progress_text").textContent));
await closePage(page);
await server.stop();
const left = (await exported(db))[0].activities.flatMap((activity) => Object.values(activity.fields)).filter((field) => field.needs_review).length;
if (left) throw new Error(`${left} fields still await a person`);
console.log(JSON.stringify({ fields: fields.length, awaiting: decisions, decisions, wrong, keys }));
await finish();
