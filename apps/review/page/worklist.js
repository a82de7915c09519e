// The work list: only the rows in sight exist as elements, and only the blocks in sight are fetched.
import { get } from "./api.js";
import { byId, debounce, el, place } from "./dom.js";
import { clamp } from "./geometry.js";
import { banner, dismiss, reasonOf } from "./messages.js";
import { isTable } from "./teach.js";
import { count, language, t } from "./texts.js";

const kRow = 58; // CSS pixels; the height of .work_row
const kBlock = 200; // records fetched at a time
const kBeyond = 8; // rows drawn above and below what is in sight

const sameRecord = (one, other) => one && other && one.document === other.document && one.activity === other.activity;

export class WorkList {
  /// `onOpen(item)` is called when a person chooses a record, `onPoint(item)` when one may be chosen next;
  /// `isDraft(item)` says what holds something unsaved.
  constructor({ onOpen, onPoint, isDraft }) {
    Object.assign(this, { onOpen, isDraft });
    this.pointSoon = debounce((item) => item && onPoint(item), 100);
    this.filters = { filter: "awaiting", document: "", search: "" };
    this.blocks = new Map();
    this.total = 0;
    this.cursor = 0;
    this.current = null;
    this.version = 0;
    this.pressed = null; // where a pointer went down
    this.pane = byId("work_pane");
    this.rows = byId("work_rows");
    this.pane.addEventListener("scroll", () => this.draw(), { passive: true });
    this.pane.addEventListener("keydown", (event) => this.key(event));
    for (const change of ["focus", "blur"]) this.pane.addEventListener(change, () => this.drawFocus());
    // Rows may be drawn anew between a button's way down and up, and then the click is on none of them: its place
    // tells which one was meant.
    this.pane.addEventListener("pointerdown", (event) => (this.pressed = this.item(this.indexAt(event))));
    this.pane.addEventListener("click", (event) => {
      const index = this.indexAt(event);
      if (index >= 0 && (!this.pressed || sameRecord(this.pressed, this.item(index)))) this.choose(index);
      this.pressed = null;
    });
    this.rows.addEventListener("pointerover", (event) => {
      const row = event.target.closest(".work_row");
      if (row) this.pointSoon(this.item(Number(row.dataset.index)));
    });
    new ResizeObserver(() => this.draw()).observe(this.pane);
    this.refreshSoon = debounce(() => this.refresh(), 1500);
  }

  /// Starts anew with other filters.
  async show(filters = {}) {
    Object.assign(this.filters, filters);
    this.cursor = 0;
    this.pane.scrollTop = 0;
    await this.refresh();
  }

  /// Fetches again what is in sight; what lies elsewhere is fetched when it comes into sight.
  async refresh() {
    this.refreshSoon.cancel();
    this.version += 1;
    const stale = this.blocks;
    this.blocks = new Map();
    const first = this.firstBlock();
    if (stale.has(first)) this.blocks.set(first, stale.get(first).filter(Boolean)); // until the new one is here
    await this.fetch(first, true);
  }

  firstBlock() {
    return Math.floor(this.pane.scrollTop / kRow / kBlock);
  }

  async fetch(block, again = false) {
    if (!again && this.blocks.has(block)) return this.blocks.get(block);
    const version = this.version;
    const request = get("work", { ...this.filters, offset: block * kBlock, limit: kBlock });
    if (!this.blocks.has(block)) this.blocks.set(block, []);
    try {
      const answer = await request;
      if (version !== this.version) return [];
      if (answer.total !== this.total && this.blocks.size > 1) this.blocks.clear(); // records came or went: offsets moved
      this.blocks.set(block, answer.items);
      this.total = answer.total;
      this.progress = answer.progress;
      dismiss("work");
      this.drawProgress();
      this.draw();
      return answer.items;
    } catch (error) {
      this.blocks.delete(block);
      banner("work", reasonOf(error), [{ text: t("retry"), run: () => this.refresh() }]);
      return [];
    }
  }

  item(index) {
    return this.blocks.get(Math.floor(index / kBlock))?.[index % kBlock] ?? null;
  }

  indexOf(record) {
    for (const [block, items] of this.blocks) {
      const at = items.findIndex((item) => sameRecord(item, record));
      if (at >= 0) return block * kBlock + at;
    }
    return -1;
  }

  /// The record `step` rows from `record` in the list, or null at its ends or where the list does not hold it. Tables
  /// to be taught stand before the records.
  async neighbour(record, step) {
    const index = this.indexOf(record);
    const target = index + step;
    if (index < 0 || target < 0 || target >= this.total) return null;
    await this.fetch(Math.floor(target / kBlock));
    const item = this.item(target);
    return item && isTable(item) ? null : item;
  }

  /// Marks the record that is open, and brings its row into sight.
  mark(record) {
    this.current = record;
    const index = this.indexOf(record);
    if (index >= 0) this.moveTo(index);
    else this.draw();
  }

  /// A record changed: its row tells so at once, the counts follow.
  update(record) {
    const item = this.item(this.indexOf(record));
    if (item) {
      item.awaiting = record.fields.filter((field) => field.awaiting).length;
      item.decided = record.fields.filter((field) => field.decision).length;
    }
    this.draw();
    this.refreshProgress();
  }

  refreshProgress() {
    this.progressSoon ??= debounce(async () => {
      const answer = await get("work", { ...this.filters, offset: 0, limit: 1 }).catch(() => null);
      if (answer) this.progress = answer.progress;
      this.drawProgress();
    }, 400);
    this.progressSoon();
  }

  key(event) {
    const page = Math.max(1, Math.floor(this.pane.clientHeight / kRow) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -this.total, End: this.total };
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key in steps) {
      this.moveTo(this.cursor + steps[event.key]);
      this.pointSoon(this.item(this.cursor));
    } else if (event.key === "Enter") this.choose(this.cursor);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  moveTo(index) {
    this.cursor = clamp(index, 0, Math.max(0, this.total - 1));
    const top = this.cursor * kRow;
    if (top < this.pane.scrollTop) this.pane.scrollTop = top;
    else if (top + kRow > this.pane.scrollTop + this.pane.clientHeight) this.pane.scrollTop = top + kRow - this.pane.clientHeight;
    this.draw();
  }

  /// The row under a pointer, or the one that a program clicked on; -1 where there is none.
  indexAt(event) {
    const row = event.target.closest(".work_row");
    if (row) return Number(row.dataset.index);
    const index = Math.floor((event.clientY - this.rows.getBoundingClientRect().top) / kRow);
    return index >= 0 && index < this.total ? index : -1;
  }

  choose(index) {
    this.cursor = index;
    const item = this.item(index);
    if (item) this.onOpen(item);
  }

  /// A row that is drawn stays the element that it is for as long as its record is in sight, and its place in the page
  /// too: between a look and a click nothing is taken from under the pointer.
  draw() {
    place(this.rows, { height: this.total * kRow });
    const first = Math.max(0, Math.floor(this.pane.scrollTop / kRow) - kBeyond);
    const last = Math.min(this.total, Math.ceil((this.pane.scrollTop + this.pane.clientHeight) / kRow) + kBeyond);
    const before = this.drawn ?? new Map();
    this.drawn = new Map();
    const shown = [];
    for (let index = first; index < last; index += 1) {
      const block = Math.floor(index / kBlock);
      if (!this.blocks.has(block)) this.fetch(block);
      const item = this.item(index);
      const key = item ? `${item.document}/${item.activity}` : `row ${index}`;
      const row = before.get(key) ?? { node: el("div", { role: "option" }), says: "" };
      this.drawn.set(key, row);
      this.drawRow(row, index, item);
      shown.push(row.node);
    }
    if (!this.total) shown.push(el("p", { class: "work_empty", text: this.progress ? t("list_empty") : t("loading") }));
    const kept = new Set(shown);
    for (const node of [...this.rows.children]) if (!kept.has(node)) node.remove();
    shown.forEach((node, index) => this.rows.children[index] !== node && this.rows.insertBefore(node, this.rows.children[index] ?? null));
    this.drawFocus();
  }

  /// Says which row the keyboard is at.
  drawFocus() {
    const focused = this.total > 0 && document.activeElement === this.pane;
    if (focused) this.pane.setAttribute("aria-activedescendant", `work_${this.cursor}`);
    else this.pane.removeAttribute("aria-activedescendant");
  }

  drawRow(row, index, item) {
    const { node } = row;
    const open = item !== null && sameRecord(item, this.current);
    node.className = `work_row ${item ? (isTable(item) ? "table" : `risk_${item.risk}`) : ""}${index === this.cursor ? " cursor" : ""}`;
    node.id = `work_${index}`;
    node.dataset.index = index;
    node.setAttribute("aria-selected", String(open));
    node.setAttribute("aria-setsize", this.total);
    node.setAttribute("aria-posinset", index + 1);
    place(node, { top: index * kRow });
    const says = JSON.stringify([item, item !== null && this.isDraft(item), language()]);
    if (says === row.says) return;
    row.says = says;
    node.replaceChildren(...(item === null ? [el("span", { class: "work_text", text: t("loading") })] : isTable(item) ? this.tableLines(item) : this.recordLines(item)));
  }

  tableLines(item) {
    return [el("span", { class: "work_text" }, el("b", { text: t("teach_row") })),
      el("span", { class: "work_note" }, el("span", { class: "work_file", text: item.text, title: `${item.file_name}\n${item.text}` }),
        el("span", { class: "tag teach_tag", text: item.documents > 1 ? t("teach_of", count(item.documents)) : t("teach_tag") }))];
  }

  recordLines(item) {
    return [el("span", { class: "work_text" }, el("b", { text: item.number ? `${item.number}. ` : "" }), item.text || t("empty")),
      el("span", { class: "work_note" }, el("span", { class: "work_file", text: item.file_name, title: item.file_name }), ` ${t("page_short", item.pages?.length > 1 ? `${item.pages[0]}–${item.pages.at(-1)}` : item.page)}`,
        item.held_by ? el("span", { class: "tag held", text: item.held_by }) : null,
        this.isDraft(item) ? el("span", { class: "tag draft", text: t("state_draft") })
          : item.awaiting ? el("span", { class: "tag awaiting", text: t("awaiting_count", item.awaiting), title: t(`risk_${item.risk}`) })
          : item.decided ? el("span", { class: "tag done", text: t("seen") }) : item.risk === "sample" ? el("span", { class: "tag sample", text: t("risk_sample") }) : null)];
  }

  drawProgress() {
    if (!this.progress) return;
    const { awaiting, decided, fields } = this.progress;
    byId("progress_text").textContent = t("progress", count(awaiting), count(decided), count(fields));
    byId("work_count").textContent = t("records_count", count(this.total));
    const bar = byId("progress_bar");
    bar.max = Math.max(1, awaiting + decided);
    bar.value = decided;
    this.onProgress?.();
  }
}
