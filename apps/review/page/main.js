// The page starts here: who is who, the views, the keyboard.
import { get, setChecking } from "./api.js";
import { byId, debounce, el } from "./dom.js";
import { exportAll } from "./exporting.js";
import { Groups } from "./groups.js";
import { commandOf, showKeys } from "./keys.js";
import { banner, reasonOf, say } from "./messages.js";
import { Overview } from "./overview.js";
import { PageView } from "./pageview.js";
import { showPeople } from "./people.js";
import { Records } from "./records.js";
import { Review } from "./review.js";
import { Sampling } from "./sampling.js";
import { Second } from "./second.js";
import { Structure } from "./structure.js";
import { Teach, isTable } from "./teach.js";
import { language, loadLanguage, switchLanguage, t, translate } from "./texts.js";
import { WorkList } from "./worklist.js";

loadLanguage();
const kViews = ["review", "overview", "groups", "sampling", "second"];
const records = new Records();
const view = new PageView((name) => review.pick(name));
const list = new WorkList({ onOpen: (item) => open(item), onPoint: (item) => isTable(item) || records.ahead(item.document, item.activity), isDraft: (item) => records.draftsOf(item).length > 0 });
const review = new Review({ records, list, view });
const structure = new Structure({ records, list, view, review });
const overview = new Overview({ open: (document, all) => showDocument(document, all) });
const groups = new Groups({ open, review, onDecided: () => (records.forget(), list.refresh()) });
const sampling = new Sampling({ open, openFirst: () => open(list.item(0)), setFilter, review });
const second = new Second();
const teach = new Teach({ view, list, onClose: (table) => back(table), onRead: () => readAgain() });
let session = null;

function show(name) {
  for (const one of kViews) {
    byId(one).hidden = one !== name;
    byId(`to_${one}`).setAttribute("aria-current", one === name ? "page" : "false");
  }
  if (name === "overview") overview.show();
  if (name === "groups") groups.show();
  if (name === "sampling") sampling.show(session);
  if (name === "second") second.show();
  if (name === "review" && !teach.isOpen) review.back();
}

/// From a table to the record that was open before it, else to the first of its document or of all, else to the list.
async function back({ document: sha }) {
  if (review.record) return review.reopen();
  for (const only of [sha, ""]) {
    const answer = await get("work", { filter: "all", document: only }).catch(() => null);
    const item = answer?.items.find((one) => !isTable(one));
    if (item) return open(item);
  }
  return byId("work_pane").focus();
}

/// Documents were read again: other records, other tables, other counts.
async function readAgain() {
  records.forget();
  session = await get("session").catch(() => session);
  drawSession();
  await list.refresh();
  if (review.record && !(await records.get(review.record.document, review.record.activity).catch(() => null))) review.record = null;
}

async function open(target) {
  if (!target) return false;
  document.body.classList.remove("list_open");
  if (isTable(target)) {
    if (review.record && !(await review.mayLeave())) return false;
    const opened = await teach.open(target);
    if (opened) show("review");
    return opened;
  }
  teach.leave();
  show("review");
  return review.open(target);
}

function setFilter(filter) {
  byId("filter").value = filter;
  if (setChecking(filter === "sample")) records.forget(); // other values may stand for some fields
  sampling.follow(filter === "sample");
  return list.show({ filter });
}

/// The records of one document, from the overview: all of them, or those that await a person.
async function showDocument(document, all) {
  byId("document").value = document;
  list.filters.document = document;
  await setFilter(all ? "all" : "awaiting");
  if (list.total) await open(list.item(0));
}

const commands = {
  accept: () => review.commit(),
  paragraph: () => review.paragraph(),
  restore: () => review.restore(),
  unreadable: () => review.verdict("unreadable"),
  not_here: () => review.verdict("not_here"),
  reason: () => review.reason(),
  undo: () => (teach.isOpen ? teach.undo() : review.undo()),
  teach: () => review.record && open({ document: review.record.document, table: review.record.in_table }),
  next: () => review.step(1),
  previous: () => review.step(-1),
  zoom_in: () => view.zoomIn(),
  zoom_out: () => view.zoomOut(),
  fit: () => view.toggleFit(),
  pieces: () => view.toggleWhole(),
  up: () => view.pan(0, -1),
  down: () => view.pan(0, 1),
  left: () => view.pan(-1, 0),
  right: () => view.pan(1, 0),
  split: () => structure.split(),
  join: () => structure.join(),
  add: () => structure.add(),
  remove: () => structure.remove(),
  list: () => (show("review"), document.body.classList.add("list_open"), byId("work_pane").focus()),
  form: () => (document.body.classList.remove("list_open"), teach.isOpen && teach.close(), show("review")),
  overview: () => show("overview"),
  groups: () => show("groups"),
  sampling: () => show("sampling"),
  second: () => show("second"),
  export: () => exportAll({ awaiting: list.progress?.awaiting ?? 0, without: session?.without.length ?? 0 }),
  people: () => session?.owner && showPeople().catch((error) => banner("people", reasonOf(error))),
  help: () => showKeys(language()),
};
const kEverywhere = new Set(["help", "people", "export", "list", "form", "undo", "overview", "groups", "sampling", "second"]);
const kWithTable = new Set([...kEverywhere, "zoom_in", "zoom_out", "fit", "up", "down", "left", "right"]); // while a form is taught

function onKey(event) {
  const command = commandOf(event);
  if (command === "next" && !byId("second").hidden) return event.preventDefault(), second.skip();
  if (!command || (byId("review").hidden && !kEverywhere.has(command))) return;
  if (teach.isOpen && !kWithTable.has(command)) return;
  event.preventDefault();
  if (!event.repeat || ["up", "down", "left", "right", "zoom_in", "zoom_out"].includes(command)) commands[command]();
}

/// A menu is open while one is in it: a click elsewhere, a choice and Escape close it.
function closeMenus(event) {
  for (const menu of document.querySelectorAll("details.more[open]")) {
    const chosen = event.type === "click" && (!menu.contains(event.target) || event.target.closest("[data-command]"));
    const left = event.type === "keydown" && event.key === "Escape" && menu.contains(event.target);
    if (!chosen && !left) continue;
    menu.open = false;
    if (left) menu.querySelector("summary").focus();
  }
}

function wire() {
  document.addEventListener("click", closeMenus);
  list.onProgress = drawAllDone;
  document.addEventListener("keydown", closeMenus, { capture: true });
  document.addEventListener("keydown", onKey);
  records.addEventListener("decided", () => sampling.follow(list.filters.filter === "sample"));
  for (const name of kViews) byId(`to_${name}`).addEventListener("click", () => (say(""), show(name)));
  for (const button of document.querySelectorAll("[data-command]")) button.addEventListener("click", () => commands[button.dataset.command]());
  byId("toggle_list").addEventListener("click", () => document.body.classList.toggle("list_open"));
  byId("language").addEventListener("click", changeLanguage);
  byId("reviewer").addEventListener("click", () => commands.people());
  byId("filter").addEventListener("change", (event) => setFilter(event.target.value));
  byId("document").addEventListener("change", (event) => list.show({ document: event.target.value }));
  const search = debounce((text) => list.show({ search: text }), 250);
  byId("search").addEventListener("input", (event) => search(event.target.value.trim()));
  byId("search").addEventListener("keydown", (event) => event.key === "ArrowDown" && byId("work_pane").focus());
  addEventListener("beforeunload", (event) => records.unsaved && event.preventDefault());
}

function drawSession() {
  translate(document);
  document.title = `${t("app")} · ${session?.database ?? "tarang"}`;
  if (!session) return;
  review.reviewer = session.reviewer;
  byId("reviewer").textContent = session.reviewer;
  byId("reviewer").disabled = !session.owner;
  byId("reviewer").title = `${t("reviewer")}: ${session.reviewer} · ${session.database} · ${session.program}`;
  const chosen = byId("document").value;
  byId("document").replaceChildren(el("option", { value: "", text: t("all_documents") }),
    ...session.documents.map((one) => el("option", { value: one.sha256, text: `${one.file_name}${one.title ? ` · ${one.title}` : ""}` })));
  byId("document").value = chosen;
  drawWithout();
}

/// The documents that gave nothing, with why: else "all checked" would be said of them, too.
function drawWithout() {
  review.without = session.without.length;
  drawAllDone();
  const box = byId("without");
  box.hidden = !review.without;
  box.querySelector("summary").textContent = t("without", review.without);
  box.querySelector("ul").replaceChildren(...session.without.map((one) =>
    el("li", {}, el("b", { text: one.file_name }), ` ${one.reason}`, ...one.tables.map((table) =>
      el("div", {}, table.reason, " ", table.headed ? el("button", { type: "button", class: "quiet", text: t("teach_tag"), on: { click: () => open({ document: one.document, table: table.index }) } }) : null)))));
}

/// Nothing awaits anyone: said where the eye is, with what can be done then.
function drawAllDone() {
  const done = list.progress?.awaiting === 0 && list.progress.records > 0 && list.filters.filter === "awaiting";
  const box = byId("all_done");
  box.hidden = !done;
  box.replaceChildren(...(done ? [el("p", { text: review.allDone() }),
    el("button", { type: "button", class: "primary", text: t("export_open"), title: "Alt+Y", on: { click: () => commands.export() } }),
    el("button", { type: "button", text: t("view_sampling"), title: "Alt+M", on: { click: () => commands.sampling() } }),
    el("button", { type: "button", text: t("view_overview"), title: "Alt+S", on: { click: () => commands.overview() } })] : []));
}

/// All that is shown is drawn again in the other language; what was typed stays.
async function changeLanguage() {
  switchLanguage();
  say("");
  session = await get("session").catch(() => session);
  drawSession();
  records.forget();
  await list.refresh();
  await teach.redraw();
  if (review.record && !teach.isOpen) {
    const { document: sha, activity } = review.record;
    const name = review.active?.field.name;
    const record = await records.get(sha, activity).catch(() => null);
    if (record) review.show(record, name);
  }
  if (!byId("overview").hidden) overview.show();
  if (!byId("groups").hidden) groups.show();
  if (!byId("sampling").hidden) sampling.show(session);
  if (!byId("second").hidden) second.show();
  byId("language").focus();
}

/// The record in the address, so that a reload comes back to it; else the first that the list shows; else, where
/// nothing awaits anyone, the first of all.
async function first() {
  const [sha, activity] = location.hash.slice(1).split("/").map(decodeURIComponent);
  if (sha && activity) return { document: sha, activity };
  if (list.total) return list.item(0);
  say(review.allDone());
  return (await get("work", { filter: "all", limit: 1 })).items[0];
}

async function start() {
  wire();
  drawSession();
  try {
    const [answer] = await Promise.all([get("session"), setFilter(byId("filter").value)]);
    session = answer;
  } catch (error) {
    return banner("start", reasonOf(error), [{ text: t("retry"), run: () => location.reload() }]);
  }
  drawSession();
  teach.refreshForms();
  return open(await first());
}

start();
