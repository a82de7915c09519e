// What meets the eye: sizes, languages, contrast, names, the boxes on the page.
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { active, boxOf, settle, waitFor, withPage } from "./harness.mjs";

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


for (const [width, height, colorScheme] of [...kWidths.map((size) => [...size, "light"]), [1366, 768, "dark"], [390, 800, "dark"]])
  test(`no view scrolls sideways at ${width} x ${height}, ${colorScheme}, and all is named and legible`, () => withPage(["reading-2567.pdf"], { width, height, colorScheme }, async (page) => {
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

test("the page brings its own face, and each button tells its name and keys", () => withPage(["reading-2567.pdf"], {}, async (page) => {
  const faces = await page.evaluate(() => document.fonts.ready.then(() => [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family)));
  assert.ok(faces.length >= 2 && faces.every((family) => /Sarabun/.test(family)), String(faces));
  // One face for both scripts: a Latin and a Thai letter beside each other take no other one's width.
  const wide = await page.evaluate(() => ["A1", "กข"].map((text) => ["\"Sarabun of tarang\"", "\"Sarabun of tarang\", monospace"].map((family) => {
    const context = document.createElement("canvas").getContext("2d");
    context.font = `40px ${family}`;
    return context.measureText(text).width;
  })));
  for (const [own, other] of wide) assert.equal(own, other);
  assert.equal((await page.evaluate(() => fetch("/sarabun-OFL.txt").then((answer) => answer.text()))).includes("SIL Open Font License"), true);
  assert.equal(await page.locator('[data-command="fit"]').getAttribute("title"), "พอดีกว้าง (Alt+W)");
  assert.equal(await page.locator("#to_overview").getAttribute("title"), "ภาพรวม (Alt+S)");
}));

test("when nothing awaits anyone the page says so at the record, and offers what is next", () => withPage(["reading-2567.pdf"], {}, async (page) => {
  assert.equal(await page.locator("#all_done").isVisible(), false);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#all_done button");
  assert.match(await page.locator("#all_done").innerText(), /ตรวจครบแล้ว[^]*ส่งออก[^]*สุ่มตรวจ/);
  await page.keyboard.press("Alt+z");
  await waitFor(page, () => document.getElementById("all_done").hidden);
}));

for (const [label, end] of [["Word", ".docx"], ["CSV", ".csv"], ["JSON", ".json"]])
  test(`the page exports ${label}`, () => withPage(["reading-2567.pdf"], {}, async (page) => {
    await page.keyboard.press("Alt+y");
    await page.waitForSelector("dialog[open]");
    assert.match(await page.locator("dialog").innerText(), /รอตรวจ 1 ช่อง/);
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator("dialog button", { hasText: label }).click()]);
    assert.ok(file.suggestedFilename().endsWith(end));
    const bytes = fs.readFileSync(await file.path());
    if (end === ".docx") assert.equal(bytes.subarray(0, 2).toString(), "PK");
    else assert.match(bytes.toString(), /พัฒนารถห้องสมุด/);
    await waitFor(page, () => /ส่งออกแล้ว/.test(document.getElementById("status").textContent));
  }));
