// screenshots.mjs FOLDER: the review page on a digital and on a scanned sample, as README shows it.
import path from "node:path";
import { closePage, database, finish, openPage, serve, waitFor } from "./harness.mjs";

const kShots = [["review-digital", "reading-2567.pdf", "period"], ["review-scan", "scans/stamped-200.pdf", "period"]];

for (const [name, report, field] of kShots) {
  const server = await serve(await database(report), "สมหญิง");
  const page = await openPage(server.url);
  await page.locator(`.field[data-name="${field}"] textarea`).focus();
  await waitFor(page, () => [...document.images].every((image) => image.complete));
  await page.waitForTimeout(300);
  await page.screenshot({ path: path.join(process.argv[2], `${name}.png`) });
  await closePage(page);
  await server.stop();
}
await finish();
