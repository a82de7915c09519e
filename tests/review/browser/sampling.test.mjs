// Sampling: drawn, walked through by keyboard, and judged.
import assert from "node:assert/strict";
import { test } from "node:test";
import { closePage, database, openPage, serve, waitFor } from "./harness.mjs";

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
