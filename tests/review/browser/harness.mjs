// What the tests in the browser share: a database made from samples, the running program, pages in Chromium.
import { execFile, spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const { TARANG, TARANG_ROOT, TARANG_PACKAGES, CHROMIUM = "/usr/bin/chromium" } = process.env;
const { chromium } = createRequire(path.join(TARANG_PACKAGES, "/"))("playwright-core");
const run = promisify(execFile);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tarang-browser-"));
const servers = new Set();
let browser = null;
const read = new Map();
let made = 0;

export const sample = (name) => path.join(TARANG_ROOT, "samples", name);
export const inFolder = (name) => path.join(folder, name);

/// Where something stands on the page. What is just being drawn anew has no place for a moment, and is waited for.
export async function boxOf(locator) {
  for (let tries = 0; tries < 100; tries++) {
    const box = await locator.boundingBox();
    if (box) return box;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error("it is never drawn");
}

/// The program's standard output. `import` ends with 3 where some document is no report.
export async function tarang(...args) {
  const { stdout } = await run(TARANG, args, { maxBuffer: 1 << 28 });
  return stdout;
}

/// A database of its own that holds the given files of samples/; they are read once, and copied.
export async function database(...names) {
  const key = names.join();
  if (!read.has(key)) {
    const db = inFolder(`read${read.size}.db`);
    await tarang("import", "--db", db, ...names.map((name) => (path.isAbsolute(name) ? name : sample(name)))).catch((error) => {
      if (error.code !== 3) throw error; // some are read in part, or have no activity
    });
    read.set(key, db);
  }
  const copy = inFolder(`${(made += 1)}.db`);
  await tarang("backup", read.get(key), copy);
  return copy;
}

export const exported = async (db) => JSON.parse(await tarang("export", db, "--format", "json")).documents;

/// Starts `tarang review`; `url` is what it printed, `stop` ends it.
export async function serve(db, reviewer = "somying", ...options) {
  const child = spawn(TARANG, ["review", db, "--reviewer", reviewer, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  servers.add(child);
  let said = "";
  const url = await new Promise((resolve, reject) => {
    const listen = (data) => {
      said += data;
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\w+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (code) => reject(new Error(`tarang review ended with ${code}: ${said}`)));
  });
  const stop = () => new Promise((resolve) => {
    servers.delete(child);
    if (child.exitCode !== null) return resolve();
    child.once("exit", resolve);
    child.kill("SIGINT");
  });
  return { url, origin: new URL(url).origin, stop };
}

const launched = async () => (browser ??= await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] }));

/// A PDF that a browser prints, as offices' programs do: A4, landscape.
export async function printed(name, html) {
  const page = await (await launched()).newPage();
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { font-family: "Sarabun", "Noto Sans Thai", "Garuda"; font-size: 13px } h1 { font-size: 16px; text-align: center }
    table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #000; padding: 4px; vertical-align: top }</style>${html}`);
  await page.pdf({ path: inFolder(name), format: "A4", landscape: true, margin: { top: "18mm", left: "18mm", right: "18mm", bottom: "18mm" } });
  await page.close();
  return inFolder(name);
}

/// A page of its own browser profile, at the size that offices have, once `ready` is there. Faults of the page itself
/// fail the test.
export async function openPage(url, { language = "th", width = 1366, height = 768, ready = ".field.active", ...options } = {}) {
  await launched();
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.stack));
  page.on("console", (message) => /Content Security Policy/.test(message.text()) && page.faults.push(message.text()));
  await page.addInitScript((value) => localStorage.getItem("tarang.language") ?? localStorage.setItem("tarang.language", value), language);
  await page.goto(url);
  await page.waitForSelector(ready, { timeout: 15000 });
  await settle(page);
  return page;
}

export async function closePage(page) {
  const { faults } = page;
  await page.context().close();
  if (faults.length) throw new Error(faults.join("\n"));
}

export const waitFor = async (page, condition, argument) => page.waitForFunction(condition, argument, { timeout: 15000, polling: 20 });

/// Waits until the page waits for no answer of the program, so that nothing which it shows
/// will be another by itself, and the print of the field with the focus is there.
export const settle = (page) => waitFor(page, () => document.documentElement.dataset.underWay === "0" &&
  ![...document.querySelectorAll(".field.active .crop img")].some((image) => image.offsetParent && !image.complete));

/// A page of a server of its own, on a database of these samples; both end with the work.
export async function withPage(names, options, work) {
  const db = await database(...names);
  const server = await serve(db);
  const page = await openPage(server.url, options);
  try {
    await work(page, db, server);
    await closePage(page);
  } finally {
    await server.stop();
  }
}

/// Leaves a dialog with a key, and waits until the focus is back where it was.
export async function leaveDialog(page, key) {
  await page.keyboard.press(key);
  await waitFor(page, () => !document.querySelector("dialog"));
  await settle(page);
}

/// The field that has the focus, as a person sees it once the page is settled.
export async function active(page) {
  await settle(page);
  return page.evaluate(() => {
    const field = document.querySelector(".field.active");
    return field && { name: field.dataset.name, state: field.dataset.state, text: field.querySelector("textarea.text").value,
      focused: field.contains(document.activeElement), title: document.getElementById("record_title").textContent };
  });
}

/// Waits until the field `name` has the focus and nothing is under way that could take it.
export async function atField(page, name) {
  await settle(page);
  await waitFor(page, (wanted) => document.activeElement?.closest(".field")?.dataset.name === wanted && document.documentElement.dataset.underWay === "0", name);
}

/// Waits until the period is decided, and the server knows.
export const decided = (page) => waitFor(page, () => {
  const field = document.querySelector('.field[data-name="period"]');
  return field.dataset.state === "decided" && !field.querySelector(".tag.done").textContent.includes("…");
});

/// Reviewers who have a record open, as a browser of its own sees it.
export async function holders(server) {
  const entered = await fetch(server.url);
  const cookie = entered.headers.get("set-cookie").split(";")[0];
  const work = await fetch(`${server.origin}/api/work?filter=all`, { headers: { cookie } }).then((answer) => answer.json());
  return work.items.map((item) => item.held_by).filter(Boolean);
}

/// Opens the record whose row holds `text`.
export async function openRecord(page, text) {
  await settle(page);
  const row = page.locator(".work_row", { hasText: text }).first();
  await row.click();
  await waitFor(page, (wanted) => document.getElementById("record_title").textContent.includes(wanted), text);
  await settle(page);
}

export const cookieOf = async (page) => (await page.context().cookies()).map((one) => `${one.name}=${one.value}`).join("; ");

/// Ends all that was started, and removes what was made.
export async function finish() {
  await browser?.close();
  for (const child of servers) child.kill("SIGKILL");
  fs.rmSync(folder, { recursive: true, force: true });
}
