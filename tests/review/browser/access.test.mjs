// Who may ask: the program's own page with its cookie, and no one else.
import assert from "node:assert/strict";
import http from "node:http";
import { after, before, test } from "node:test";
import { closePage, cookieOf, database, openPage, serve } from "./harness.mjs";

let server;
let cookie;

before(async () => {
  server = await serve(await database("reading-2567.pdf"));
  const page = await openPage(server.url);
  cookie = await cookieOf(page);
  await closePage(page);
});
after(() => server.stop());

/// A request as any program could send it: {status, headers, body}.
function ask(path, { method = "GET", headers = {}, body = "" } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(`${server.origin}${path}`, { method, headers: { cookie, ...headers } }, (response) => {
      let text = "";
      response.on("data", (data) => (text += data));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: text }));
      response.on("error", () => resolve({ status: response.statusCode, headers: response.headers, body: text }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

const post = (headers = {}, body = "{}", path = "/api/undo") =>
  ask(path, { method: "POST", headers: { "content-type": "application/json", origin: server.origin, ...headers }, body });

test("the page itself is answered, under a strict content policy", async () => {
  const { status, headers } = await ask("/");
  assert.equal(status, 200);
  assert.match(headers["content-security-policy"], /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/);
  assert.equal((await ask("/api/session")).status, 200);
});

test("without the cookie or with a wrong token: refused", async () => {
  for (const path of ["/", "/app.css", "/api/session", "/api/page?document=x&page=1", "/?token=0123"])
    assert.equal((await ask(path, { headers: { cookie: "" } })).status, 401, path);
  assert.equal((await ask("/api/session", { headers: { cookie: `${cookie.split("=")[0]}=0` } })).status, 401);
});

test("under another name, as after DNS rebinding: refused", async () => {
  for (const host of ["evil.example", "127.0.0.1", `evil.example:${new URL(server.origin).port}`])
    assert.equal((await ask("/api/session", { headers: { host } })).status, 403, host);
});

test("a post of another site, or of none: refused", async () => {
  assert.equal((await post({ origin: "http://evil.example" })).status, 403);
  assert.equal((await post({ origin: "null" })).status, 403);
  assert.equal((await post({ origin: "" })).status, 403);
  assert.equal((await post({ "sec-fetch-site": "cross-site" })).status, 403);
});

test("a post of another site from a browser that holds the cookie: refused", async () => {
  const page = await openPage(server.url);
  const elsewhere = http.createServer((_, response) => response.end("<!doctype html>elsewhere"));
  await new Promise((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const other = await page.context().newPage();
  await other.goto(`http://localhost:${elsewhere.address().port}/`);
  const statuses = [];
  page.context().on("response", (response) => response.request().method() === "POST" && statuses.push(response.status()));
  await other.evaluate((url) => fetch(url, { method: "POST", mode: "no-cors", credentials: "include", body: "{}" }).catch(() => null), `${server.origin}/api/undo`);
  assert.ok(statuses.every((status) => status === 401 || status === 403), String(statuses));
  elsewhere.close();
  await closePage(page);
});

test("a body that is too large, or no JSON: refused", async () => {
  assert.equal((await post({}, JSON.stringify({ text: "x".repeat(70000) }))).status, 413);
  assert.equal((await post({ "content-type": "text/plain" })).status, 400);
  assert.equal((await post({}, "{")).status, 400);
});

test("nothing in a request reaches the file system", async () => {
  for (const path of ["/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/api/page?document=../../etc/passwd&page=1"])
    assert.equal((await ask(path)).status, 404, path);
});
