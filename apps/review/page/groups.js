// Crops of one kind side by side: what is read as the same should look the same.
import { get, post } from "./api.js";
import { crop } from "./crops.js";
import { byId, el } from "./dom.js";
import { clamp } from "./geometry.js";
import { banner, dismiss, openDialog, reasonOf, say } from "./messages.js";
import { count, t } from "./texts.js";

const kKinds = ["status", "money", "period", "number", "digits"];
const kBlock = 120; // crops fetched at a time
const kCell = 210; // CSS pixels that a crop may be wide
const kSeen = 0.9; // share of a crop that is in sight when it counts as seen
const kMarks = "tarang.marked"; // where marks outlive a reload, as long as the window does

export class Groups {
  /// `open(target)` shows a field in its record; `review.marked` is what Enter walks through next; onDecided() after
  /// fields were accepted.
  constructor({ open, review, onDecided }) {
    const marked = new Set(JSON.parse(sessionStorage.getItem(kMarks) ?? "[]"));
    Object.assign(this, { openField: open, review, onDecided, kind: "status", key: null, items: [], marked, seen: new Set(), cursor: 0, total: 0 });
    this.root = byId("groups");
    this.watch = new IntersectionObserver((entries) => entries.filter((one) => one.isIntersecting).forEach((one) => this.saw(one.target)), { threshold: kSeen });
  }

  async show() {
    this.draw();
    const { keys } = this;
    let answer;
    try {
      answer = await get("groups", { kind: this.kind });
      if (keys !== this.keys) return null; // another kind was chosen meanwhile
    } catch (error) {
      return banner("groups", reasonOf(error), [{ text: t("retry"), run: () => this.show() }]);
    }
    dismiss("groups");
    this.keys.replaceChildren(...answer.groups.map((group) =>
      el("button", { type: "button", data: { key: group.key }, on: { click: () => this.choose(group.key) } }, el("span", { text: group.label || t("empty") }), el("b", { text: count(group.count) }))));
    const known = answer.groups.find((group) => group.key === this.key) ?? answer.groups[0];
    if (known) await this.pick(known.key);
    else this.grid.replaceChildren(el("p", { text: t("list_empty") }));
    if (keys === this.keys) this.grid.focus();
    return null;
  }

  draw() {
    const kinds = kKinds.map((kind) => el("button", { type: "button", text: t(`group_${kind}`), "aria-pressed": String(kind === this.kind),
      on: { click: () => (Object.assign(this, { kind, key: null }), this.show()) } }));
    this.keys = el("nav", { class: "group_keys", "aria-label": t("group_values") });
    this.grid = el("div", { class: "grid", role: "listbox", tabIndex: 0, "aria-label": t("group_values"), "aria-multiselectable": "true", on: {
      keydown: (event) => this.onKey(event), click: (event) => this.onClick(event), dblclick: () => this.openAt(this.cursor), focus: () => this.point(this.cursor) } });
    this.go = el("button", { type: "button", class: "primary", on: { click: () => this.reviewMarked() } });
    this.accept = el("button", { type: "button", on: { click: () => this.acceptSeen() } });
    this.root.replaceChildren(el("div", { class: "group_head" }, el("div", { role: "group", "aria-label": t("group_kind") }, ...kinds), el("p", { text: t("group_hint") }), this.accept, this.go),
      el("div", { class: "group_body" }, this.keys, this.grid));
    this.drawMarked();
  }

  /// Arrows and Space are for the values, which are what one looks at next.
  choose(key) {
    this.grid.focus({ preventScroll: true });
    return this.pick(key);
  }

  async pick(key) {
    if (key !== this.key) this.cursor = 0;
    Object.assign(this, { key, items: [], total: 0 });
    for (const button of this.keys.children) button.setAttribute("aria-current", String(button.dataset.key === String(key)));
    this.grid.replaceChildren(el("p", { text: t("loading") }));
    await this.more();
  }

  async more() {
    const { kind, key } = this;
    let answer;
    try {
      answer = await get("group", { kind, key, offset: this.items.length, limit: kBlock });
    } catch (error) {
      return banner("groups", reasonOf(error), [{ text: t("retry"), run: () => this.more() }]);
    }
    if (kind !== this.kind || key !== this.key) return;
    const first = this.items.length;
    this.items.push(...answer.items);
    this.total = answer.total;
    const cells = answer.items.map((item, index) => this.cell(item, first + index));
    if (!first) this.grid.replaceChildren(...cells);
    else this.grid.querySelector(".more")?.replaceWith(...cells);
    for (const cell of cells) this.watch.observe(cell);
    this.drawMarked();
    const rest = this.total - this.items.length;
    if (rest > 0 && answer.items.length) this.grid.append(el("button", { type: "button", class: "more", tabIndex: -1, text: t("group_more", count(rest)), on: { click: () => this.more() } }));
    this.point(this.cursor, false);
  }

  cell(item, index) {
    const [width, height] = item.page_size;
    const page = { page: item.region.page, width, height, turned: item.turned ?? 0 };
    return el("div", { class: `cell${item.awaiting ? " awaiting" : item.decided ? " decided" : ""}`, role: "option", id: `cell_${index}`, data: { index }, "aria-selected": String(this.marked.has(this.name(item))),
      "aria-label": `${item.text}${item.awaiting ? `, ${t("state_awaiting")}` : ""}` }, el("div", { class: "cell_crop" }, crop(item.document, page, item.region, { width: kCell - 16, largest: 1.6 })), el("span", { text: item.text }));
  }

  /// The print was in sight: drawn, whole, and in one piece. Else it cannot be accepted here.
  saw(cell) {
    const item = this.items[Number(cell.dataset.index)];
    const print = cell.querySelector(".cell_crop");
    const image = print.querySelector("img");
    if (!item || !image || print.scrollHeight > print.clientHeight + 1 || item.pieces > 1) return;
    if (!image.complete) return image.addEventListener("load", () => this.saw(cell), { once: true });
    if (!image.naturalWidth) return;
    this.seen.add(this.name(item));
    this.drawMarked();
  }

  /// What "all seen are right" would accept.
  acceptable() {
    return this.items.filter((item) => this.seen.has(this.name(item)) && !item.decided && !this.marked.has(this.name(item)));
  }

  /// Asks, then accepts one after the other; each can be undone at its record.
  async acceptSeen() {
    const items = this.acceptable();
    if (!items.length) return;
    const label = this.keys.querySelector('[aria-current="true"] span')?.textContent ?? "";
    const answer = await openDialog({ title: t("group_accept_title", items.length), body: [el("p", { text: t("group_accept_text", label) })],
      buttons: [{ value: "yes", text: t("group_accept_yes"), primary: true }, { value: "", text: t("cancel") }] });
    if (!answer) return;
    let failed = 0;
    let reason = "";
    for (const item of items) {
      try {
        await post("decide", { document: item.document, activity: item.activity, field: item.field, kind: "accept", after: 0 });
        Object.assign(item, { decided: true, awaiting: false });
        const cell = this.grid.querySelector(`[data-index="${this.items.indexOf(item)}"]`);
        cell?.classList.remove("awaiting");
        cell?.classList.add("decided");
      } catch (error) {
        failed += 1;
        reason = reasonOf(error);
      }
    }
    say(t("group_accepted", items.length - failed));
    if (failed) banner("groups", t("group_not_accepted", failed, reason));
    this.drawMarked();
    this.onDecided();
  }

  name(item) {
    return JSON.stringify([item.document, item.activity, item.field]);
  }

  point(index, focus = true) {
    this.cursor = clamp(index, 0, Math.max(0, this.items.length - 1));
    this.grid.querySelector(".cell.cursor")?.classList.remove("cursor");
    const cell = byId(`cell_${this.cursor}`);
    if (!cell) return;
    cell.classList.add("cursor");
    this.grid.setAttribute("aria-activedescendant", cell.id);
    if (focus) cell.scrollIntoView({ block: "nearest" });
    if (this.cursor >= this.items.length - 12 && this.items.length < this.total && focus) this.more();
  }

  columns() {
    const [first] = this.grid.children;
    return Math.max(1, [...this.grid.querySelectorAll(".cell")].findIndex((cell) => cell.offsetTop > first.offsetTop));
  }

  onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = this.columns();
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row, Home: -this.total, End: this.total, PageDown: row * 4, PageUp: -row * 4 };
    if (event.key in steps) this.point(this.cursor + steps[event.key]);
    else if (event.key === " " || event.code === "KeyM") this.toggle(this.cursor);
    else if (event.code === "KeyA") this.acceptSeen();
    else if (event.key === "Enter" && event.shiftKey) this.reviewMarked();
    else if (event.key === "Enter") this.openAt(this.cursor);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  onClick(event) {
    const cell = event.target.closest(".cell");
    if (cell) this.point(Number(cell.dataset.index));
  }

  toggle(index) {
    const item = this.items[index];
    if (!item) return;
    const name = this.name(item);
    if (!this.marked.delete(name)) this.marked.add(name);
    byId(`cell_${index}`).setAttribute("aria-selected", String(this.marked.has(name)));
    this.drawMarked();
  }

  drawMarked() {
    this.go.textContent = t("group_review", this.marked.size);
    this.go.hidden = this.marked.size === 0;
    const ready = this.acceptable().length;
    this.accept.textContent = t("group_accept", ready);
    this.accept.hidden = this.kind === "digits" || ready === 0;
    sessionStorage.setItem(kMarks, JSON.stringify([...this.marked]));
  }

  openAt(index) {
    if (this.items[index]) this.openField(this.items[index]);
  }

  reviewMarked() {
    const [first, ...rest] = [...this.marked].map((name) => JSON.parse(name)).map(([document, activity, field]) => ({ document, activity, field }));
    if (!first) return;
    this.marked.clear();
    this.drawMarked();
    this.review.marked = rest;
    this.openField(first);
  }
}
