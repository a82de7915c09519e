// All tests in one process, so that they share one browser.
import { after } from "node:test";
import { finish } from "./harness.mjs";
import "./access.test.mjs";
import "./checking.test.mjs";
import "./day.test.mjs";
import "./grid.test.mjs";
import "./headings.test.mjs";
import "./looks.test.mjs";
import "./people.test.mjs";
import "./print.test.mjs";
import "./records.test.mjs";
import "./sampling.test.mjs";
import "./second.test.mjs";
import "./sessions.test.mjs";
import "./teach.test.mjs";

after(finish);
