// One file of tests by itself: browser_test.py TARANG ROOT FOLDER some.mjs print.test.mjs
import { after } from "node:test";
import { finish } from "./harness.mjs";

for (const file of process.argv.slice(2)) await import(`./${file}`);

after(finish);
