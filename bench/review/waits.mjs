// waits.mjs DB: how long a person waits for a page image and for the next item, and how smooth the list scrolls.
import { closePage, finish, openPage, serve } from "../../tests/review/browser/harness.mjs";

const kTimes = 20;
const kReading = 700; // milliseconds that a person looks at an item at least
const server = await serve(process.argv[2]);
const page = await openPage(server.url, { width: 1366, height: 768 }).catch(() => null);
const summary = (what, times) => {
  const sorted = [...times].sort((a, b) => a - b);
  return { what, median: sorted[Math.floor(sorted.length / 2)], p95: sorted[Math.floor(sorted.length * 0.95)], most: sorted.at(-1) };
};

/// Milliseconds from doing something until another item is there with all its page images, painted.
const until = (act) => page.evaluate(async (what) => {
  const key = () => `${location.hash}/${document.activeElement.closest(".field")?.dataset.name}`;
  const before = key();
  const frame = () => new Promise(requestAnimationFrame);
  const start = performance.now();
  if (what.row !== undefined) {
    document.getElementById("work_pane").scrollTop = what.row * 58;
    while (!document.getElementById(`work_${what.row}`)?.querySelector("b")) await frame();
    const clicked = performance.now();
    document.getElementById(`work_${what.row}`).click();
    await wait();
    return performance.now() - clicked;
  }
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { ...what, bubbles: true, cancelable: true }));
  await wait();
  return performance.now() - start;
  async function wait() {
    const ready = () => key() !== before && [...document.querySelectorAll("#viewer img")].every((image) => image.complete && image.naturalWidth > 0);
    while (!ready()) await frame();
    await frame();
  }
}, act);

await page.selectOption("#filter", "all");
await page.waitForFunction(() => document.getElementById("work_rows").offsetHeight >= 58 * 10000);
const records = await page.evaluate(() => document.getElementById("work_rows").offsetHeight / 58);
const first = [];
for (let i = 0; i < kTimes; i += 1) {
  first.push(await until({ row: 40 + i * 53 })); // pages far from each other: none was drawn ahead
  await page.waitForTimeout(kReading);
}
const next = [];
for (let i = 0; i < kTimes; i += 1) {
  next.push(await until({ key: "PageDown", code: "PageDown", altKey: true }));
  await page.waitForTimeout(kReading);
}
const field = [];
for (let i = 0; i < kTimes; i += 1) {
  field.push(await until({ key: "Enter", code: "Enter" }));
  await page.waitForTimeout(kReading / 4);
}
const frames = await page.evaluate(async () => {
  const pane = document.getElementById("work_pane");
  const gaps = [];
  let last = await new Promise(requestAnimationFrame);
  for (let i = 0; i < 240; i += 1) {
    pane.scrollTop = (i * 2417) % (pane.scrollHeight - 900);
    const now = await new Promise(requestAnimationFrame);
    gaps.push(now - last);
    last = now;
  }
  return gaps;
});
await closePage(page);
await server.stop();
console.log(JSON.stringify({ records, first: summary("from a click to the page image", first), next: summary("from the key to the next record, image included", next),
  field: summary("from Enter to the next field", field), frame: summary("a frame while the list is scrolled", frames) }));
await finish();
