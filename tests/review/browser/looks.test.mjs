// What meets the eye: sizes, languages, contrast, names, the boxes on the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { active, boxOf, closePage, database, openPage, serve, settle, waitFor } from "./harness.mjs";

const kWidths = [[1366, 768], [683, 384]]; // a common screen; the same at 200 % zoom

/// Texts whose contrast with what is behind them is less than WCAG AA asks for (4.5, or 3 where large).
function faint() {
  const parse = (color) => color.match(/[\d.]+/g).map(Number);
  const light = (color) => color.slice(0, 3).map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const color = parse(getComputedStyle(one).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const node of document.querySelectorAll("body *")) {
    const says = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) || node.matches("textarea, input");
    if (!says || !node.checkVisibility() || node.closest(".gone")) continue;
    const style = getComputedStyle(node);
    const [a, b] = [light(parse(style.color)), light(behind(node))].sort((x, y) => y - x);
    const large = parseFloat(style.fontSize) >= 24;
    if ((a + 0.05) / (b + 0.05) < (large ? 3 : 4.5)) found.push(`${node.tagName}.${node.className}: ${node.textContent.slice(0, 30)} ${style.color}`);
  }
  return found;
}

const nameless = () => [...document.querySelectorAll("input, textarea, select, button, [role=listbox], [role=region], img, progress")]
  .filter((node) => node.checkVisibility() && !(node.getAttribute("aria-label") || node.hasAttribute("alt") || node.getAttribute("aria-labelledby") || node.closest("label")?.textContent.trim() || node.textContent.trim()))
  .map((node) => node.outerHTML.slice(0, 100));

async function withPage(names, options, work) {
  const server = await serve(await database(...names));
  const page = await openPage(server.url, options);
  try {
    await work(page);
    await closePage(page);
  } finally {
    await server.stop();
  }
}

for (const [width, height] of kWidths)
  test(`no view scrolls sideways at ${width} x ${height}, and all is named and legible`, () => withPage(["reading-2567.pdf"], { width, height }, async (page) => {
    for (const view of ["review", "overview", "groups", "sampling", "second"]) {
      await page.click(`#to_${view}`);
      await waitFor(page, (name) => !document.getElementById(name).hidden, view);
      await settle(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), view);
      assert.deepEqual(await page.evaluate(faint), [], view);
      assert.deepEqual(await page.evaluate(nameless), [], view);
    }
    await page.click("#to_review");
    await page.keyboard.press("Alt+o");
    await page.waitForSelector("#teach[data-state=tried]");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "teach");
    assert.deepEqual(await page.evaluate(faint), [], "teach");
    assert.deepEqual(await page.evaluate(nameless), [], "teach");
  }));

test("the language changes at a click, keeps what was typed, and is remembered", () => withPage(["reading-2567.pdf"], {}, async (page) => {
  await page.keyboard.press("End");
  await page.keyboard.type("1");
  const before = await active(page);
  await page.click("#language");
  await waitFor(page, () => document.documentElement.lang === "en" && document.getElementById("record_title").textContent.startsWith("No. 4"));
  const after = await active(page);
  assert.deepEqual([after.name, after.text, after.state], [before.name, before.text, "draft"]);
  await waitFor(page, () => document.getElementById("progress_text").textContent.includes("decided"));
  await page.locator('.field[data-name="period"] textarea').focus();
  await page.keyboard.press("Escape");
  await settle(page);
  await page.reload();
  await page.waitForSelector(".field.active");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
}));

test("the printed words of the current value are boxed, the rest is dimmed", () => withPage(["reading-2567.pdf"], {}, async (page) => {
  const seen = await page.evaluate(() => [...document.querySelectorAll(".sheet")].map((sheet) => ({ page: sheet.dataset.page, boxes: sheet.querySelectorAll(".marks path").length, dimmed: sheet.querySelector(".dim").getAttribute("d") !== "" })));
  assert.deepEqual(seen, [{ page: "2", boxes: 1, dimmed: true }, { page: "3", boxes: 0, dimmed: true }, { page: "4", boxes: 0, dimmed: true }]);
  const inSight = await page.evaluate(() => {
    const box = document.querySelector(".marks path").getBoundingClientRect();
    const view = document.getElementById("viewer").getBoundingClientRect();
    return box.left >= view.left && box.right <= view.right && box.top >= view.top && box.top < view.bottom;
  });
  assert.ok(inSight);
}));

test("a click on the print of a field goes to it", () => withPage(["reading-2567.pdf"], {}, async (page) => {
  const box = await boxOf(page.locator('.hit[data-field="budget"]').first());
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  assert.deepEqual(await active(page).then(({ name, focused }) => [name, focused]), ["budget", true]);
}));

test("zooming and panning by keys", () => withPage(["reading-2567.pdf"], {}, async (page) => {
  const width = () => page.evaluate(() => document.querySelector(".sheet").offsetWidth);
  const first = await width();
  await page.keyboard.press("Alt+=");
  assert.ok((await width()) > first);
  await page.keyboard.press("Alt+-");
  await page.keyboard.press("Alt+-");
  assert.ok((await width()) < first);
  await page.keyboard.press("Alt+w"); // to the value
  await page.keyboard.press("Alt+w"); // to the width
  assert.ok(Math.abs((await width()) - (await page.evaluate(() => document.getElementById("viewer").clientWidth))) < 4);
  const top = await page.evaluate(() => document.getElementById("viewer").scrollTop);
  await page.keyboard.press("Alt+ArrowDown");
  await waitFor(page, (before) => document.getElementById("viewer").scrollTop !== before, top);
}));

test("a scan that lies on its side is shown upright", () => withPage(["scans/turned-200.pdf"], {}, async (page) => {
  await page.keyboard.press("Alt+w");
  const shape = await page.evaluate(() => {
    const { offsetWidth, offsetHeight } = document.querySelector(".sheet");
    const crop = document.querySelector(".field.active .crop");
    const box = document.querySelector(".marks path").getBoundingClientRect();
    return { wide: offsetWidth > offsetHeight, boxWide: box.width > box.height, cropWide: crop.offsetWidth > crop.offsetHeight };
  });
  assert.deepEqual(shape, { wide: true, boxWide: true, cropWide: true });
}));
