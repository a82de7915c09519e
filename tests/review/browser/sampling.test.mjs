// Sampling: drawn, walked through by keyboard, and judged.
import assert from "node:assert/strict";
import { test } from "node:test";
import { active, closePage, database, exported, openPage, serve, tarang, waitFor } from "./harness.mjs";

async function judged(wrong) {
  const server = await serve(await database("months-2568.pdf"));
  const page = await openPage(server.url);
  try {
    await page.click("#to_sampling");
    await page.click("#sampling form .primary");
    await waitFor(page, () => !document.getElementById("review").hidden && document.activeElement?.closest(".field")?.querySelector(".tag.sample"));
    // Each key is for a field that is still to be judged: the way there, and the count, come after the key before.
    const next = () => waitFor(page, () => document.documentElement.dataset.underWay === "0" &&
      (!document.getElementById("sampling").hidden || document.activeElement?.closest(".field")?.querySelector(".tag.sample")));
    for (let decided = 0; decided < 200; decided += 1) {
      await next();
      if (await page.locator("#sampling").isVisible()) break;
      await page.keyboard.press(decided < wrong ? "Alt+n" : "Enter");
    }
    await page.waitForSelector(".sample .verdict");
    const card = page.locator(".sample").first();
    if (wrong) assert.equal(await card.locator("button", { hasText: "ตรวจช่องที่ยังไม่มีผู้ตรวจ" }).isVisible(), true);
    const answer = { verdict: (await card.getAttribute("class")).split(" ").at(-1), text: await card.innerText() };
    await closePage(page);
    return answer;
  } finally {
    await server.stop();
  }
}

// 12 records of 5 fields are a lot of 51 to 90: level II takes 13 of them at AQL 1.0, and accepts with none wrong.
test("a sample without a wrong field is accepted, with its interval", async () => {
  const { verdict, text } = await judged(0);
  assert.equal(verdict, "accepted");
  assert.match(text, /ตรวจแล้ว 13 จาก 13 ช่อง ผิด 0/);
  assert.match(text, /อัตราผิด 0\.0% \(ช่วงความเชื่อมั่น 95%: 0\.0% ถึง \d+\.\d%\)/);
});

test("a sample with a wrong field is rejected", async () => {
  const { verdict, text } = await judged(1);
  assert.equal(verdict, "rejected");
  assert.match(text, /ผิด 1/);
});

test("values made wrong are met in the check only, enter no record, and tell at its end who noticed how many", async () => {
  const db = await database("months-2568.pdf");
  const texts = async () => (await exported(db)).flatMap(({ activities }) => activities.map(({ fields }) => Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.text]))));
  const before = await texts();
  const server = await serve(db);
  const page = await openPage(server.url);
  await page.click("#to_sampling");
  await page.fill('#sampling input[name="known_wrong"]', "4");
  await page.click("#sampling form .primary");
  await waitFor(page, () => !document.getElementById("review").hidden && document.activeElement?.closest(".field")?.querySelector(".tag.sample"));
  const next = () => waitFor(page, () => document.documentElement.dataset.underWay === "0" &&
    (!document.getElementById("sampling").hidden || (document.activeElement?.closest(".field")?.querySelector(".tag.sample") && document.querySelector(".field.active").dataset.print === "seen")));
  const wrong = new Set();
  for (let presses = 0; presses < 60; presses += 1) {
    await next();
    if (await page.locator("#sampling").isVisible()) break;
    const { title, name, text } = await active(page);
    const record = before.find(({ activity, number }) => title.includes(activity.split("\n")[0]) && title.startsWith(`ลำดับที่ ${[...number].map((one) => "๐๑๒๓๔๕๖๗๘๙".indexOf(one)).join("")} `));
    if (text !== record[name]) {
      wrong.add(`${title} ${name}`);
      assert.equal(await page.locator('.field.active[data-state="awaiting"]').count(), 0); // nothing tells it from the others
      const elsewhere = await page.evaluate(async () => { // what is asked for outside of the check
        const [document_, activity] = location.hash.slice(1).split("/");
        const record = await fetch(`/api/record?document=${document_}&activity=${activity}`).then((answer) => answer.json());
        return record.fields.find((field) => field.name === document.querySelector(".field.active").dataset.name).text;
      });
      assert.equal(elsewhere, record[name]);
      if (wrong.size <= 2) { // noticed
        await page.keyboard.press("Control+A");
        await page.keyboard.insertText(record[name]);
      }
    }
    await page.keyboard.press("Enter");
  }
  assert.equal(wrong.size, 4);
  await page.waitForSelector(".sample .share");
  assert.equal(await page.locator(".sample .share").first().textContent(), "somying พบค่าที่ทำให้ผิดไว้ 2 จาก 4 ช่อง");
  assert.match(await page.locator(".sample").first().innerText(), /ตรวจแล้ว 13 จาก 13 ช่อง ผิด 0/);
  assert.deepEqual(await texts(), before);
  assert.match(await tarang("check", db), /ตัวอย่างที่ 1: somying พบค่าที่ทำให้ผิดไว้ 2 จาก 4 ช่อง/);
  await closePage(page);
  await server.stop();
});
