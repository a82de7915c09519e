// Of an office file, which has no pages, the table is drawn as a grid in their place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxOf, closePage, database, openPage, openRecord, serve, settle, waitFor } from "./harness.mjs";

async function withPage(name, work) {
  const server = await serve(await database(`office/${name}`));
  const page = await openPage(server.url, { ready: "#work_count" });
  try {
    await page.selectOption("#filter", "all");
    await work(page);
    await closePage(page);
  } finally {
    await server.stop();
  }
}

/// The texts of the drawing that lie in the marks of the current value.
const marked = () => {
  const marks = [...document.querySelectorAll(".sheet .marks path")].map((path) => path.getBoundingClientRect());
  const inside = (box, mark) => mark.left <= box.left && box.right <= mark.right + 1 && mark.top <= box.top && box.bottom <= mark.bottom + 1;
  return [...document.querySelectorAll(".grid text")].filter((text) => marks.some((mark) => inside(text.getBoundingClientRect(), mark))).map((text) => text.textContent).join("");
};

/// Whether all marks lie in sight, and the rest of the drawing is dimmed.
const inSight = () => {
  const view = document.getElementById("viewer").getBoundingClientRect();
  const marks = [...document.querySelectorAll(".sheet .marks path")];
  return marks.length > 0 && document.querySelector(".sheet .dim").getAttribute("d") !== "" && marks.every((path) => {
    const box = path.getBoundingClientRect();
    return box.top >= view.top - 1 && box.bottom <= view.bottom + 1 && box.left >= view.left - 1 && box.left < view.right;
  });
};

const bare = (text) => text.replaceAll(/\s+/g, "");

for (const name of ["portrait-2567.docx", "portrait-2567.xlsx"])
  test(`the cell of each value is marked on the drawn table of ${name}`, () => withPage(name, async (page) => {
    await openRecord(page, "งานสัปดาห์วิทยาศาสตร์");
    await page.waitForSelector(".grid");
    for (const field of ["activity", "period", "budget", "responsible"]) {
      await page.locator(`.field[data-name="${field}"] textarea.text`).focus();
      await waitFor(page, inSight);
      const text = await page.locator(`.field[data-name="${field}"] textarea.text`).inputValue();
      assert.equal(bare(await page.evaluate(marked)), bare(text), field);
    }
  }));

test("a cell that is clicked is its field, and the field names the cell", () => withPage("portrait-2567.xlsx", async (page) => {
  await openRecord(page, "งานสัปดาห์วิทยาศาสตร์");
  await page.waitForSelector(".grid");
  await waitFor(page, inSight);
  const cell = await boxOf(page.locator('.hit[data-field="activity"]'));
  await page.mouse.click(cell.x + cell.width / 2, cell.y + cell.height / 2);
  await waitFor(page, () => document.querySelector(".field.active")?.dataset.name === "activity");
  assert.match(await page.locator('.field[data-name="activity"] .no_place').textContent(), /B\d+/);
}));

test("an original that is gone is told in the place of its table", () => withPage("row-rules-2567.docx", async (page) => {
  await page.waitForSelector(".grid");
  await settle(page);
  await page.route("**/api/grid?*", (route) => route.fulfill({ status: 503, contentType: "application/json", body: '{"error":{"code":"failed","message":"ไม่พบไฟล์"}}' }));
  await page.locator(".work_row").nth(1).click();
  await waitFor(page, () => document.querySelector("#world.failed .no_image")?.textContent === "ไม่พบไฟล์");
}));
